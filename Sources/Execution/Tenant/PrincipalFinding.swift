import Entra
import Graph
import Journal

/// Finds in the tenant whom a list names: by object ID, sign-in name or group name.
struct PrincipalFinding: Sendable {
  let client: GraphClient
  let roles: RoleMatching
  private var groups: [String: Found] = [:]

  init(client: GraphClient, roles: RoleMatching) { (self.client, self.roles) = (client, roles) }

  /// Whom a row names, and with which role.
  enum Finding: Sendable {
    case found(Particulars.AssignmentEntry)
    case not(String)
  }

  private enum Found: Sendable {
    case one(ObjectID)
    case not(String)
  }

  /// Looks a row up; nothing is guessed.
  mutating func find(_ entry: LedgerEntry) async throws(Hitch) -> Finding {
    let role: ObjectID?
    if let id = entry.roleID {
      role = roles.present(for: id, value: nil)
    } else if let name = entry.detail, !name.isEmpty {
      role = roles.named(name)
    } else {
      role = roles.onlyChoice
    }
    guard let role else {
      return .not(
        entry.roleID == nil && entry.detail == nil
          ? "The application declares several roles; the list has to say which."
          : "The application declares no such role.")
    }
    switch try await principal(entry) {
    case .one(let id): return .found(.init(principal: id, role: role))
    case .not(let why): return .not(why)
    }
  }

  private mutating func principal(_ entry: LedgerEntry) async throws(Hitch) -> Found {
    if let id = entry.objectID { return .one(id) }
    let name = entry.name.safe
    if let address = UserPrincipalName(name) {
      let user = try await graph { [client] () async throws(GraphError) in
        try await client.user(address)
      }
      return user?.id.flatMap { ObjectID($0) }.map { .one($0) }
        ?? .not("Nobody of that name is in this tenant.")
    }
    if let known = groups[name] { return known }
    let listing = try await graph { [client] () async throws(GraphError) in
      try await client.groups(matching: name)
    }
    let same = listing.rows.filter { $0.displayName.map { ForeignText($0) } == entry.name }
    let ids = same.compactMap { $0.id.flatMap { ObjectID($0) } }
    let found: Found =
      switch (ids.first, ids.count) {
      case (let id?, 1): .one(id)
      case (nil, _): .not("No group of that name is in this tenant.")
      default: .not("\(ids.count) groups have that name; the list has to give the object ID.")
      }
    groups[name] = found
    return found
  }
}
