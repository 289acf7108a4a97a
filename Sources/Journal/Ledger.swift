import Entra
import Foundation
import GRDB
public import Remediation

/// A list of a case: a snapshot, or who is to be assigned.
public struct LedgerList: Sendable, Hashable, Codable {
  /// Its number within the case, from 1: a ``Remediation/Snapshot``'s ID.
  public let number: Int
  /// What it is for.
  public let purpose: Purpose
  /// When it was begun, in milliseconds since 1970.
  public let writtenAt: Int
  /// How many rows it has.
  public let count: Int
  /// SHA-256 over its rows, in whichever order they came; nil while it is incomplete.
  public let digest: String?

  /// Whether it was written to its end.
  public var isComplete: Bool { digest != nil }

  /// What a list is for.
  public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everything a deletion takes away.
    case snapshot
    /// Who is to be assigned (Option 1).
    case assignees
    /// What the customer says was there before somebody else deleted it.
    case lost
    /// What was read afterwards, to be compared.
    case comparison
  }
}

/// What became of each entry of a case's snapshots and plans; written first, settled as it goes.
public struct Ledger: Sendable {
  let journal: CaseJournal
  var store: JournalStore { journal.store }

  /// Writes a list from beginning to end, in one transaction.
  public func write(
    _ purpose: LedgerList.Purpose, _ entries: some Sequence<LedgerEntry>, at: Int
  ) throws(JournalError) -> LedgerList {
    try store.write { database in
      let list = try begin(purpose, at: at, in: database)
      try add(entries, to: list, in: database)
      return try complete(list, in: database)
    }
  }

  /// Begins a list that arrives page by page; it counts for nothing until it is complete.
  public func begin(_ purpose: LedgerList.Purpose, at: Int) throws(JournalError) -> LedgerList {
    try store.write { database in
      let number = try begin(purpose, at: at, in: database)
      return try list(number, in: database)
    }
  }

  /// Adds a page to a list that was begun.
  public func add(_ entries: some Sequence<LedgerEntry>, to list: Int) throws(JournalError) {
    try store.write { database in try add(entries, to: list, in: database) }
  }

  /// Ends a list: from now on it has a digest, and nothing can be added.
  public func complete(_ list: Int) throws(JournalError) -> LedgerList {
    try store.write { database in try complete(list, in: database) }
  }

  /// SHA-256 over what a list holds so far, in whichever order it came.
  public func digest(of list: Int) throws(JournalError) -> String {
    try store.read { database in try digest(of: try key(of: list, in: database), in: database) }
  }

  /// Drops a list that was not completed; a complete one stays.
  public func discard(_ list: Int) throws(JournalError) {
    try store.write { database in
      try database.execute(
        sql: "DELETE FROM lists WHERE case_number = ? AND number = ? AND digest IS NULL",
        arguments: [journal.number, list])
    }
  }

  /// The lists of the case, in the order they were begun.
  public func lists() throws(JournalError) -> [LedgerList] {
    try store.read { database in try lists(in: database) }
  }

  /// What the machine keeps of a complete list.
  ///
  /// - Throws: ``JournalError/noSuchList`` when it is not there or not complete.
  public func snapshot(_ list: Int) throws(JournalError) -> Snapshot {
    try store.read { database in
      let found = try self.list(list, in: database)
      guard let digest = found.digest else { throw JournalError.noSuchList }
      var counts: [LedgerEntry.Part: Int] = [:]
      var groups = 0
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT part, count(*) AS count, sum(kind = 'Group') AS groups FROM rows
          WHERE list = ? GROUP BY part
          """, arguments: [try key(of: list, in: database)])
      while let row = try rows.next() {
        guard let part = LedgerEntry.Part(rawValue: try row.text("part")) else {
          throw UnreadableColumn(column: "part")
        }
        counts[part] = try row.int("count")
        if part == .assignment { groups = try row.optional("groups") ?? 0 }
      }
      return Snapshot(
        id: list, digest: digest, assignments: counts[.assignment] ?? 0, groups: groups,
        grants: counts[.grant] ?? 0, permissions: counts[.permission] ?? 0,
        owners: counts[.owner] ?? 0, isAssignmentRequired: counts[.requirement] != nil,
        properties: counts[.property] ?? 0)
    }
  }
}

extension CaseJournal {
  /// What became of each entry of the case's snapshots and plans.
  public var ledger: Ledger { Ledger(journal: self) }
}

extension Ledger {
  func begin(_ purpose: LedgerList.Purpose, at: Int, in database: Database) throws -> Int {
    let last = try Int.fetchOne(
      database, sql: "SELECT max(number) FROM lists WHERE case_number = ?",
      arguments: [journal.number])
    let number = (last ?? 0) + 1
    try database.execute(
      sql: """
        INSERT INTO lists (case_number, number, purpose, written_at, row_count)
        VALUES (?, ?, ?, ?, 0)
        """,
      arguments: [journal.number, number, purpose.rawValue, at])
    return number
  }

  func add(
    _ entries: some Sequence<LedgerEntry>, to number: Int, in database: Database
  ) throws {
    let list = try list(number, in: database)
    guard !list.isComplete else { throw JournalError.noSuchList }
    let key = try key(of: number, in: database)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO rows (list, row, part, name, folded, object, kind, role, resource, detail,
          identity, hash, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')
        """)
    var next = list.count
    for entry in entries {
      try statement.execute(arguments: [
        key, next, entry.part.rawValue, StoredText.written(entry.name), entry.folded,
        entry.objectID?.blob, entry.kind?.rawValue, entry.roleID?.blob, entry.resourceID?.blob,
        entry.detail.map(StoredText.written), Data(entry.identity), Data(entry.hash),
      ])
      next += 1
    }
    try database.execute(
      sql: "UPDATE lists SET row_count = ? WHERE key = ?", arguments: [next, key])
  }

  func complete(_ number: Int, in database: Database) throws -> LedgerList {
    let key = try key(of: number, in: database)
    try database.execute(
      sql: "UPDATE lists SET digest = ? WHERE key = ? AND digest IS NULL",
      arguments: [try digest(of: key, in: database), key])
    if database.changesCount == 0 { throw JournalError.noSuchList }
    return try list(number, in: database)
  }

  func lists(in database: Database) throws -> [LedgerList] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM lists WHERE case_number = ? ORDER BY number",
      arguments: [journal.number]
    ).map(LedgerList.init)
  }

  func list(_ number: Int, in database: Database) throws -> LedgerList {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM lists WHERE case_number = ? AND number = ?",
      arguments: [journal.number, number])
    guard let row else { throw JournalError.noSuchList }
    return try LedgerList(row)
  }

  /// The list's number in the file.
  func key(of number: Int, in database: Database) throws -> Int {
    let key = try Int.fetchOne(
      database, sql: "SELECT key FROM lists WHERE case_number = ? AND number = ?",
      arguments: [journal.number, number])
    guard let key else { throw JournalError.noSuchList }
    return key
  }
}

extension LedgerList {
  fileprivate init(_ row: Row) throws {
    guard let purpose = Purpose(rawValue: try row.text("purpose")) else {
      throw UnreadableColumn(column: "purpose")
    }
    self.init(
      number: try row.int("number"), purpose: purpose, writtenAt: try row.int("written_at"),
      count: try row.int("row_count"), digest: try row.optional("digest"))
  }
}

extension LedgerEntry {
  /// What a filter finds it by.
  fileprivate var folded: String { Ledger.folded([name.safe, detail?.safe ?? ""]) }
}
