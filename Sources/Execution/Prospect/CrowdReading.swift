public import Entra
public import Graph

/// Reads who is in a tenant and in which of the groups that matter: for the effect of an option.
public struct CrowdReading: Sendable {
  /// More people than this are not listed one by one.
  public static let mostPeople = 20_000

  let client: GraphClient

  /// A reader of one tenant.
  public init(client: GraphClient) { self.client = client }

  /// Everybody, with the groups that are assigned to `application` or would be, `proposed`.
  ///
  /// - Throws: ``GraphError`` when any of it could not be read: half a crowd foresees nothing.
  public func crowd(
    around application: ObjectID?, proposed: Set<ObjectID> = []
  ) async throws(GraphError) -> Crowd {
    var assigned: Set<ObjectID> = []
    var groups: Set<ObjectID> = []
    var consented: Set<ObjectID> = []
    if let application {
      for assignment in try await client.assignments(to: application).whole().rows {
        guard let row = try? assignment.assignment() else { continue }
        assigned.insert(row.principal.id)
        if row.principal.kind == .group { groups.insert(row.principal.id) }
      }
      let grants = try await client.ownGrants(of: application).whole().rows
      consented = Set(grants.compactMap { try? $0.grant() }.compactMap(\.principalID))
    }
    for row in try await client.objects(proposed).rows where row.kind == .group {
      if let id = row.id.flatMap({ ObjectID($0) }) { groups.insert(id) }
    }
    let roles = try await roles()
    var people: [ObjectID: Crowd.Member] = [:]
    var order: [ObjectID] = []
    var isCut = false
    var pages = client.users().makeAsyncIterator()
    while let page = try await pages.next() {
      for row in page.rows {
        guard let id = row.id.flatMap({ ObjectID($0) }) else { continue }
        guard order.count < Self.mostPeople else {
          isCut = true
          break
        }
        var person = PersonStanding(row)
        person.hasConsented = consented.contains(id)
        person.roles = roles[id] ?? .none
        people[id] = Crowd.Member(id: id, person: person)
        order.append(id)
      }
      if isCut { break }
    }
    try await place(groups, in: &people)
    return Crowd(people: order.compactMap { people[$0] }, assigned: assigned, isCut: isCut)
  }

  private func roles() async throws(GraphError) -> [ObjectID: RoleSet] {
    var roles: [ObjectID: RoleSet] = [:]
    for row in try await client.roleAssignments().whole().rows {
      guard let id = row.principalId.flatMap({ ObjectID($0) }), let role = row.role else {
        continue
      }
      roles[id, default: .none].insert(role)
    }
    return roles
  }

  /// Notes who is directly in the groups, and who only through the groups inside them.
  ///
  /// A level of groups is asked for at once; one inside several is asked for once.
  private func place(
    _ groups: Set<ObjectID>, in people: inout [ObjectID: Crowd.Member]
  ) async throws(GraphError) {
    var inside: [ObjectID: [ObjectID]] = [:]
    var users: [ObjectID: [ObjectID]] = [:]
    var level = groups
    while !level.isEmpty {
      let members = try await client.members(of: level.sorted())
      for (group, rows) in members {
        users[group] = rows.compactMap { $0.kind == .user ? $0.id.flatMap { ObjectID($0) } : nil }
        inside[group] = rows.compactMap { $0.kind == .group ? $0.id.flatMap { ObjectID($0) } : nil }
      }
      level = Set(members.keys.flatMap { inside[$0] ?? [] }).subtracting(users.keys)
    }
    for group in groups {
      for user in users[group] ?? [] { people[user]?.groups.insert(group) }
      var seen: Set<ObjectID> = [group]
      var ahead = inside[group] ?? []
      while let next = ahead.popLast() {
        guard seen.insert(next).inserted else { continue }
        for user in users[next] ?? [] { people[user]?.outerGroups.insert(group) }
        ahead += inside[next] ?? []
      }
    }
  }
}

extension PersonStanding {
  /// What one row of a list tells of somebody.
  init(_ row: UserJSON) {
    self.init(
      userPrincipalName: ForeignText(row.userPrincipalName ?? ""),
      name: ForeignText(row.displayName ?? ""),
      account: row.accountEnabled.map { $0 ? .enabled : .disabled } ?? .unknown)
    isGuest = row.userType?.lowercased() == "guest"
  }
}
