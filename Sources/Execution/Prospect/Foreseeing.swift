public import Entra
public import Graph
import Remediation

/// Foresees what each option does for everybody in a tenant.
public struct Foreseeing: Sendable {
  let client: GraphClient

  /// What foresees in one tenant.
  public init(client: GraphClient) { self.client = client }

  /// What each option that can be taken does; empty where none can, the application being away.
  ///
  /// Everybody is read, page by page; of one person a diagnosis tells without.
  ///
  /// - Throws: ``GraphError`` when who there is could not be read: half a crowd foresees nothing.
  public func outlooks(after diagnosis: Diagnosis) async throws(GraphError) -> [Outlook] {
    let options = diagnosis.options
    guard !options.isEmpty else { return [] }
    let crowd = try await CrowdReading(client: client).crowd(around: diagnosis.application?.id)
    return options.map { Outlook($0, for: crowd, in: diagnosis.standing) }
  }
}

extension Diagnosis {
  /// What each option does for the person asked about; empty without one.
  public var outlooksOfPerson: [Outlook] {
    guard let person else { return [] }
    return options.map { Outlook($0, for: person, in: standing) }
  }

  /// The options that the application, as it is, leaves.
  var options: [Remedy] {
    switch object {
    case .present, .readded, .readdedForGood, .disabled, .disabledByVendor:
      [.assign, .reconsent, .replace]
    case .gone, .neverInstalled: [.reconsent]
    case .deleted, .notSeen, .unknown: []
    }
  }
}

extension Outlook {
  /// What an option does for a crowd; of Option 1, where everybody is assigned.
  init(_ remedy: Remedy, for crowd: Crowd, in standing: Standing) {
    self.init(remedy, isCut: crowd.isCut)
    let proposal = Proposal(remedy, among: Set(crowd.people.map(\.id)))
    for change in Prospect(proposal, for: crowd, in: standing).changes {
      count(change.person, now: change.before, after: change.after)
    }
  }

  /// What an option does for one person; of Option 1, where they are assigned.
  init(_ remedy: Remedy, for person: PersonStanding, in standing: Standing) {
    self.init(remedy)
    let proposal = Proposal(remedy, among: [])
    var later = person
    if remedy == .assign { later.assignment = .direct }
    if remedy == .replace, later.hasConsented == true { later.hasConsented = false }
    count(
      later, now: standing.access(of: person), after: standing.after(proposal).access(of: later))
  }
}

extension Proposal {
  /// An option taken whole; Option 1 for all of `people`.
  init(_ remedy: Remedy, among people: Set<ObjectID>) {
    self =
      switch remedy {
      case .assign: .assign(people)
      case .reconsent: .reconsent
      case .replace, .restore: .replace
      }
  }
}
