public import Entra
import GRDB

/// Who is to have which role: of a long list, quicker to read than its rows.
public struct LedgerRight: Sendable, Hashable {
  /// Who; nil where only a name is known.
  public let principal: ObjectID?
  /// Which role; nil for the default.
  public let role: ObjectID?

  /// A right that an entry tells of.
  public init(_ entry: LedgerEntry) { (principal, role) = (entry.objectID, entry.roleID) }

  fileprivate init(_ row: Row) throws {
    (principal, role) = (try LedgerRow.id(row, "object"), try LedgerRow.id(row, "role"))
  }
}

extension Ledger {
  /// What the assignments of a list that are neither there nor waived are, in the list's order.
  public func openAssignments(
    of list: Int, limit: Int = .max
  ) throws(JournalError) -> [LedgerRight] {
    try store.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT object, role FROM rows WHERE list = ? AND part = 'assignment'
            AND state NOT IN ('done', 'attested', 'waived') ORDER BY row LIMIT ?
          """, arguments: [try key(of: list, in: database), limit])
      var rights: [LedgerRight] = []
      while let row = try rows.next() { rights.append(try LedgerRight(row)) }
      return rights
    }
  }

  /// The groups among those who hold them, in the list's order.
  public func openGroups(of list: Int) throws(JournalError) -> [ObjectID] {
    try store.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT object FROM rows WHERE list = ? AND part = 'assignment'
            AND kind = 'Group' AND state NOT IN ('done', 'attested', 'waived') ORDER BY row
          """, arguments: [try key(of: list, in: database)])
      return try rows.compactMap { try LedgerRow.id($0, "object") }
    }
  }
}
