import Entra
import Graph
import Journal
import Remediation

extension TenantHands {
  /// Waits until what the admin does in a browser shows in Graph, within a bound.
  func watch(_ command: Command) async throws(Hitch) -> WorkResult {
    guard case .consent = command.order else { throw .write(.misfit) }
    let opened = try situation().opened
    let time = client.time
    let began = time.now()
    var watching = ConsentWatching(
      before: try await look(), wanted: try await wantedGrants(of: nil, opened))
    watching.others = try await otherApplications()
    var pause = Self.firstPause
    while true {
      if let appearance = watching.appearance {
        recent.note([.object(.present), .consent(.open)], at: time.now())
        let isForAll = appearance == .acceptedForOrganization
        if !isForAll { recent.note([.object(.present)], at: time.now()) }
        return .ended(command.id, .appeared(appearance), proof: .observed(watching.evidence))
      }
      let spent = time.now() - began
      guard spent + pause <= Self.longestWatch else {
        return .ended(
          command.id, .notDone,
          proof: .observed(
            watching.evidence + ["Nobody consented while Regrant watched."]))
      }
      telling.update { $0.done = Int(spent / .seconds(1)) }
      do { try await time.sleep(pause) } catch { throw .cancelled }
      pause = min(pause + .seconds(1), Self.longestPause)
      watching.see(try await look())
      if watching.others.isEmpty == false, watching.sights.isMultiple(of: 5) {
        watching.seeOthers(try await otherApplications())
      }
    }
  }

  private static let firstPause = Duration.seconds(3)
  private static let longestPause = Duration.seconds(15)
  private static let longestWatch = Duration.seconds(Work.longestWatchSeconds)

  /// The application and its grants now.
  private func look() async throws(Hitch) -> ConsentWatching.Sight {
    let found = try await graph { [client, profile] () async throws(GraphError) in
      try await client.servicePrincipal(of: profile.appID)
    }
    guard let id = found?.known else { return ConsentWatching.Sight(object: nil, grants: []) }
    return ConsentWatching.Sight(object: id, grants: try await grants(of: id))
  }

  /// What was granted for the organization to applications that are easily taken for ours.
  private func otherApplications() async throws(Hitch) -> [ConsentWatching.Other] {
    let others = try await graph { [client, profile] () async throws(GraphError) in
      var pages = client.lookAlikes(named: profile.name).makeAsyncIterator()
      return try await pages.next()?.rows ?? []
    }
    var seen: [ConsentWatching.Other] = []
    for other in others.prefix(5) where other.appId.flatMap({ AppID($0) }) != profile.appID {
      guard let id = other.known else { continue }
      let grants = try await graph { [client] () async throws(GraphError) in
        try await client.organizationGrants(of: id).whole().rows
      }
      seen.append(
        ConsentWatching.Other(
          id: id, name: ForeignText(other.displayName ?? ""),
          scopes: grants.compactMap(\.scope).sorted()))
    }
    return seen
  }
}

/// What a consent looks like from Graph: what was there before, and what has appeared since.
struct ConsentWatching: Sendable {
  /// The application and its grants at one time.
  struct Sight: Sendable {
    var object: ObjectID?
    var grants: [PermissionGrant]
  }

  /// Another application, and what the organization granted to it.
  struct Other: Sendable, Hashable {
    let id: ObjectID
    let name: ForeignText
    let scopes: [String]
  }

  private let before: Sight
  private let wanted: [Particulars.GrantEntry]
  private var last: Sight
  /// How often the last sight showed somebody's own grant and none for the organization.
  private var ownSights = 0
  private(set) var sights = 0
  private(set) var evidence: [String] = []
  var others: [Other] = []

  init(before: Sight, wanted: [Particulars.GrantEntry]) {
    (self.before, self.wanted, last) = (before, wanted, before)
  }

  /// Takes in what is there now.
  mutating func see(_ sight: Sight) {
    sights += 1
    last = sight
    ownSights = newOwnGrants.isEmpty ? 0 : ownSights + 1
    if let appearance {
      let granted = sight.grants.filter {
        $0.isOrganizationWide == (appearance == .acceptedForOrganization)
      }
      evidence += granted.map { "Seen in Graph: \($0.sentence)" }
    }
  }

  /// Takes in what other applications were granted meanwhile: the wrong one was consented to.
  mutating func seeOthers(_ now: [Other]) {
    for other in now {
      let former = others.first { $0.id == other.id }
      guard other.scopes != (former?.scopes ?? []), !other.scopes.isEmpty else { continue }
      evidence.append(
        "Consent was given to another application, \(other.name.safe), not to ours.")
    }
    others = now
  }

  /// What the prompt must have done, as far as it shows.
  var appearance: Appearance? {
    if isCovered { return .acceptedForOrganization }
    // Somebody's own grant may be there before the organization's is seen.
    return ownSights > 1 ? .acceptedForSelf : nil
  }

  private var newOwnGrants: [PermissionGrant] {
    last.grants.filter { grant in
      !grant.isOrganizationWide
        && !before.grants.contains {
          $0.principalID == grant.principalID && $0.resourceID == grant.resourceID
            && $0.permitted.covers(grant.permitted)
        }
    }
  }

  /// Whether what is wanted is granted for the organization; where nobody knows what is, whether
  /// anything more was granted than before.
  private var isCovered: Bool {
    let now = last.grants.filter(\.isOrganizationWide)
    guard wanted.isEmpty else {
      return wanted.allSatisfy { entry in
        now.contains {
          $0.resourceID == entry.resource && $0.permitted.covers(Scopes(entry.scope))
        }
      }
    }
    return now.contains { grant in
      !before.grants.contains {
        $0.isOrganizationWide && $0.clientID == grant.clientID
          && $0.resourceID == grant.resourceID && $0.permitted.covers(grant.permitted)
      }
    }
  }
}

extension PermissionGrant {
  fileprivate var sentence: String {
    let whom = principalID.map { "the user \($0)" } ?? "the whole organization"
    return "for \(whom), of the API \(resourceID): \(ForeignText(permitted.description).safe)"
  }
}
