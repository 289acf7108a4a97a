import Crypto
import Foundation
import GRDB

/// How many rows of a list stand where.
public struct RowCounts: Sendable, Hashable {
  /// Nothing has happened to them yet.
  public var planned = 0
  /// Requests for them left without an answer.
  public var sent = 0
  /// They are there, as was read or answered.
  public var done = 0
  /// They are there, as the admin says.
  public var attested = 0
  /// They could not be put there.
  public var failed = 0
  /// They stay away, for a reason.
  public var waived = 0

  /// No rows.
  public init() {}

  /// All rows.
  public var total: Int { planned + sent + done + attested + failed + waived }
  /// Those that are neither there nor waived.
  public var open: Int { planned + sent + failed }
}

/// Which rows of a list are meant.
public struct RowFilter: Sendable, Hashable {
  /// Rows whose name or detail holds this, whatever the case of its letters.
  public var text = ""
  /// Rows of this part only.
  public var part: LedgerEntry.Part?
  /// Rows that are neither there nor waived only.
  public var isOpen = false
  /// Rows that failed or were waived only.
  public var isExceptional = false

  /// All rows, unless something is asked for.
  public init(
    text: String = "", part: LedgerEntry.Part? = nil, isOpen: Bool = false,
    isExceptional: Bool = false
  ) {
    (self.text, self.part) = (text, part)
    (self.isOpen, self.isExceptional) = (isOpen, isExceptional)
  }
}

/// The same that became of every row a filter leaves.
public struct RowSettlement: Sendable, Hashable {
  /// Of which list.
  public let list: Int
  /// Which rows.
  public let filter: RowFilter
  /// What became of them.
  public let state: LedgerRow.State

  /// What became of some rows of a list.
  public init(list: Int, filter: RowFilter, state: LedgerRow.State) {
    (self.list, self.filter, self.state) = (list, filter, state)
  }
}

extension Ledger {
  /// How many rows of a list stand where.
  public func counts(of list: Int) throws(JournalError) -> RowCounts {
    try store.read { database in
      var counts = RowCounts()
      let rows = try Row.fetchCursor(
        database, sql: "SELECT state, count(*) AS count FROM rows WHERE list = ? GROUP BY state",
        arguments: [try key(of: list, in: database)])
      while let row = try rows.next() {
        let count = try row.int("count")
        switch LedgerRow.State(name: try row.text("state"), reason: nil) {
        case .planned: counts.planned = count
        case .sent: counts.sent = count
        case .done: counts.done = count
        case .attested: counts.attested = count
        case .failed: counts.failed = count
        case .waived: counts.waived = count
        case nil: throw UnreadableColumn(column: "state")
        }
      }
      return counts
    }
  }

  /// A page of a list's rows, in the order they were written.
  public func rows(
    of list: Int, matching filter: RowFilter = RowFilter(), offset: Int = 0, limit: Int = .max
  ) throws(JournalError) -> [LedgerRow] {
    try store.read { database in
      let (condition, arguments) = Self.sql(filter)
      let sql = "SELECT * FROM rows WHERE list = ? \(condition) ORDER BY row LIMIT ? OFFSET ?"
      let key = try key(of: list, in: database)
      return try Row.fetchAll(
        database, sql: sql, arguments: [key] + arguments + [limit, max(0, offset)]
      ).map(LedgerRow.init)
    }
  }

  /// How many rows of a list a filter leaves.
  public func count(of list: Int, matching filter: RowFilter) throws(JournalError) -> Int {
    try store.read { database in
      let (condition, arguments) = Self.sql(filter)
      let key = try key(of: list, in: database)
      return try Int.fetchOne(
        database, sql: "SELECT count(*) FROM rows WHERE list = ? \(condition)",
        arguments: [key] + arguments) ?? 0
    }
  }

  /// Writes what became of some rows, all in one transaction.
  public func settle(_ list: Int, _ rows: [Int: LedgerRow.State], at: Int) throws(JournalError) {
    try store.write { database in
      let key = try key(of: list, in: database)
      let statement = try database.cachedStatement(
        sql: "UPDATE rows SET state = ?, reason = ?, settled_at = ? WHERE list = ? AND row = ?")
      for (row, state) in rows {
        try statement.execute(arguments: [
          state.name, state.reason.map(StoredText.written), at, key, row,
        ])
      }
    }
  }

  /// Writes that the same became of every row a filter leaves; how many those were.
  @discardableResult
  public func settle(
    _ list: Int, all filter: RowFilter, as state: LedgerRow.State, at: Int
  ) throws(JournalError) -> Int {
    let settlement = RowSettlement(list: list, filter: filter, state: state)
    return try store.write { database in try settle(settlement, at: at, in: database) }
  }

  @discardableResult
  func settle(_ settlement: RowSettlement, at: Int, in database: Database) throws -> Int {
    let (condition, arguments) = Self.sql(settlement.filter)
    let state = settlement.state
    let first: StatementArguments = [
      state.name, state.reason.map(StoredText.written), at,
      try key(of: settlement.list, in: database),
    ]
    try database.execute(
      sql: """
        UPDATE rows SET state = ?, reason = ?, settled_at = ? WHERE list = ? \(condition)
        """, arguments: first + arguments)
    return database.changesCount
  }

  /// The rows of a list that another one lacks: what is not back yet.
  ///
  /// Rows are the same when they give the same right, on whichever object; an organization-wide
  /// grant stands for users' own only if it covers their scopes, which the caller judges.
  public func rows(
    of list: Int, missingFrom other: Int, offset: Int = 0, limit: Int = .max
  ) throws(JournalError) -> [LedgerRow] {
    try store.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM rows AS one WHERE list = ? AND NOT EXISTS (
            SELECT 1 FROM rows WHERE list = ? AND identity = one.identity)
          ORDER BY row LIMIT ? OFFSET ?
          """,
        arguments: [
          try key(of: list, in: database), try key(of: other, in: database), limit, max(0, offset),
        ]
      ).map(LedgerRow.init)
    }
  }

  /// What a filter compares: letters without their case, one text a line.
  static func folded(_ texts: [String]) -> String {
    texts.map { $0.lowercased() }.joined(separator: "\n")
  }

  private static func sql(_ filter: RowFilter) -> (String, StatementArguments) {
    var condition = ""
    var arguments: StatementArguments = []
    if !filter.text.isEmpty {
      condition += " AND instr(folded, ?) > 0"
      arguments += [folded([filter.text])]
    }
    if let part = filter.part {
      condition += " AND part = ?"
      arguments += [part.rawValue]
    }
    if filter.isExceptional { condition += " AND state IN ('failed', 'waived')" }
    if filter.isOpen { condition += " AND state NOT IN ('done', 'attested', 'waived')" }
    return (condition, arguments)
  }

  /// SHA-256 over the hashes of a list's rows, sorted, so that their order doesn't matter.
  func digest(of key: Int, in database: Database) throws -> String {
    var hash = SHA256()
    let rows = try Data.fetchCursor(
      database, sql: "SELECT hash FROM rows WHERE list = ? ORDER BY hash", arguments: [key])
    while let row = try rows.next() { hash.update(data: row) }
    return Hexadecimal.text(of: hash.finalize())
  }

  /// The first complete list whose rows are not those that were written.
  ///
  /// `promised` are the digests that the chain itself holds.
  func firstAlteredList(_ promised: [Int: String], in database: Database) throws -> Int? {
    for list in try lists(in: database) {
      if let promise = promised[list.number], promise != list.digest { return list.number }
      guard let digest = list.digest else { continue }
      let key = try key(of: list.number, in: database)
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM rows WHERE list = ? ORDER BY row", arguments: [key])
      var count = 0
      while let row = try rows.next() {
        guard Data(try LedgerRow(row).entry.hash) == (try row.blob("hash")) else {
          return list.number
        }
        count += 1
      }
      if count != list.count { return list.number }
      if try self.digest(of: key, in: database) != digest { return list.number }
    }
    return nil
  }
}
