import Entra
import Graph
import Journal

/// Reads everything that a deletion takes away into a list of the ledger, page by page.
struct ContentReading: Sendable {
  let client: GraphClient
  let ledger: Ledger
  let telling: Telling
  /// Roles that are called by other IDs now than in the snapshot to compare with.
  var roles = RoleMatching(declared: [])

  /// What was read beside the rows.
  struct Summary: Sendable {
    /// The grants for the whole organization.
    var organizationGrants: [PermissionGrant] = []
  }

  /// Reads the object's content into a list that was begun.
  func read(_ object: ServicePrincipalJSON, into list: Int) async throws(Hitch) -> Summary {
    let id: ObjectID
    do throws(WireError) { id = try object.objectID() } catch { throw .changedMeanwhile }
    var summary = Summary()
    let names = RoleMatching(declared: object.appRoles)
    try await each(client.assignments(to: id)) { page throws(Hitch) in
      try add(page, to: list) { row throws(WireError) in
        let assignment = try row.assignment()
        return LedgerEntry(
          roles.former(of: assignment), roleName: names.value(of: assignment.roleID))
      }
    }
    try await each(client.grants(of: id)) { page throws(Hitch) in
      let grants = try values(page) { row throws(WireError) in try row.grant() }
      summary.organizationGrants += grants.filter(\.isOrganizationWide)
      try add(grants.map(LedgerEntry.init(granted:)), to: list)
    }
    try await each(client.applicationPermissions(of: id)) { page throws(Hitch) in
      try add(page, to: list) { row throws(WireError) in
        LedgerEntry(permitted: try row.assignment())
      }
    }
    try await each(client.owners(of: id)) { page throws(Hitch) in
      try add(page, to: list) { row throws(WireError) in
        LedgerEntry(owner: try row.objectID(), kind: row.kind, named: row.name)
      }
    }
    try add(LedgerEntry.settings(object.settings), to: list)
    try await policies(of: id, into: list)
    return summary
  }

  private func policies(of id: ObjectID, into list: Int) async throws(Hitch) {
    for kind in PolicyKind.allCases {
      do throws(Hitch) {
        try await each(client.policies(kind, of: id)) { page throws(Hitch) in
          try add(page, to: list) { row throws(WireError) in
            LedgerEntry(policy: row.name.isEmpty ? ForeignText(row.id ?? "") : row.name, of: kind)
          }
        }
      } catch {
        // Who may not read policies can't record them: that is recorded, so that it is decided upon.
        guard case .graph(let refusal) = error, refusal.kind == .insufficientPrivileges else {
          throw error
        }
        try add([LedgerEntry(policy: ForeignText("could not be read"), of: kind)], to: list)
      }
    }
  }

  private func each<Row>(
    _ list: Paging<Row>, _ take: (ListPage<Row>) throws(Hitch) -> Void
  ) async throws(Hitch) {
    var pages = list.makeAsyncIterator()
    while true {
      let page: ListPage<Row>?
      do throws(GraphError) { page = try await pages.next() } catch { throw Hitch(error) }
      guard let page else { return }
      try take(page)
      telling.update { $0.done += page.rows.count }
    }
  }

  private func values<Row, Value>(
    _ page: ListPage<Row>, _ value: (Row) throws(WireError) -> Value
  ) throws(Hitch) -> [Value] {
    do throws(GraphError) { return try page.values(value) } catch { throw .graph(error) }
  }

  private func add<Row>(
    _ page: ListPage<Row>, to list: Int, as entry: (Row) throws(WireError) -> LedgerEntry
  ) throws(Hitch) {
    try add(try values(page, entry), to: list)
  }

  private func add(_ entries: [LedgerEntry], to list: Int) throws(Hitch) {
    try remembered { () throws(JournalError) in try ledger.add(entries, to: list) }
  }
}
