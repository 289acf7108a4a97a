public import Entra
import Foundation
import GRDB
public import Remediation

/// What is remembered of one case: a list that only grows, each entry chained to the one before.
///
/// Whoever appends holds the case's ``CaseLock``.
public struct CaseJournal: Sendable {
  /// The journal it is part of.
  public let store: JournalStore
  /// Which case.
  public let id: CaseID
  /// The number people call it by, on this machine.
  public let number: Int
  /// Who acts.
  public let mode: Mode
  /// Which application it is about.
  public let application: AppID
  /// When it was opened, in milliseconds since 1970.
  public let openedAt: Int

  var genesis: ChainHash {
    Chain.genesis(id: id, mode: mode, application: application, openedAt: openedAt)
  }

  /// Appends what happened; on the disk when this returns.
  ///
  /// `at` is now, in milliseconds since 1970; `leaving` is the case as it is afterwards, for the
  /// list of cases, or nil when it is unchanged. Nothing was appended when it throws.
  @discardableResult
  public func append(
    _ content: JournalEntry.Content, from source: JournalEntry.Source = .person, at: Int,
    leaving opened: Case? = nil
  ) throws(JournalError) -> JournalEntry {
    try store.write { database in
      try append(content, from: source, at: at, leaving: opened, to: database)
    }
  }

  /// Appends several entries, and what they say of the lists' rows: all of it or nothing.
  public func append(
    _ contents: [JournalEntry.Content], from source: JournalEntry.Source = .person, at: Int,
    leaving opened: Case? = nil, settling settlements: [RowSettlement] = []
  ) throws(JournalError) {
    try store.write { database in
      for content in contents {
        try append(content, from: source, at: at, leaving: opened, to: database)
      }
      for settlement in settlements { try ledger.settle(settlement, at: at, in: database) }
    }
  }

  @discardableResult
  private func append(
    _ content: JournalEntry.Content, from source: JournalEntry.Source, at: Int,
    leaving opened: Case?, to database: Database
  ) throws -> JournalEntry {
    let (count, head) = try tail(in: database)
    let stored = try StoredEntry(sequence: count + 1, at: at, content: content, from: source)
    let link = try insert(stored, after: head, into: database)
    try Standing.update(number, with: content, leaving: opened, at: at, in: database)
    return JournalEntry(
      sequence: stored.sequence, at: at, rules: stored.rules, content: content, source: source,
      hash: link)
  }

  /// How many entries there are, and the last one's link.
  func tail(in database: Database) throws -> (count: Int, head: ChainHash) {
    let sql = "SELECT entries, head FROM cases WHERE number = ? AND id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [number, id.blob]) else {
      throw JournalError.noSuchCase
    }
    return (try row.int("entries"), try row.hash("head"))
  }

  /// Writes one entry and moves the head to it.
  @discardableResult
  func insert(
    _ entry: StoredEntry, after previous: ChainHash, into database: Database
  ) throws -> ChainHash {
    let link = Chain.link(after: previous, entry)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entries (case_number, sequence, at, rules, kind, payload, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      number, entry.sequence, entry.at, entry.rules, entry.kind, entry.payload, previous.blob,
      link.blob,
    ])
    try database.execute(
      sql: "UPDATE cases SET entries = ?, head = ? WHERE number = ?",
      arguments: [entry.sequence, link.blob, number])
    return link
  }
}

extension CaseJournal {
  /// The link of the last entry in hexadecimal digits, as a report prints it.
  public func head() throws(JournalError) -> String {
    try store.read { database in try tail(in: database).head.description }
  }

  /// Entries in their order: those after a sequence number, as many as are asked for.
  public func entries(after sequence: Int = 0, limit: Int = .max) throws(JournalError)
    -> [JournalEntry]
  {
    try store.read { database in
      var entries: [JournalEntry] = []
      try forEach(after: sequence, limit: limit, in: database) { stored, _, hash in
        entries.append(
          JournalEntry(
            sequence: stored.sequence, at: stored.at, rules: stored.rules, content: stored.content,
            source: stored.source, hash: hash))
      }
      return entries
    }
  }

  /// Whether any entry was damaged, or changed without rebuilding the chain.
  public func verify() throws(JournalError) -> Verdict {
    try store.read { database in try verify(in: database) }
  }

  func verify(in database: Database) throws -> Verdict {
    let (count, head) = try tail(in: database)
    var link = genesis
    var next = 1
    var broken: Int?
    var promised: [Int: String] = [:]
    try forEach(in: database) { stored, previous, hash in
      guard broken == nil else { return }
      let made = Chain.link(after: link, stored)
      if stored.sequence != next || previous != link || made != hash { broken = next }
      (link, next) = (made, next + 1)
      if case .input(.snapshotCompleted(let snapshot)) = stored.content {
        promised[snapshot.id] = snapshot.digest
      }
    }
    if let broken { return .broken(at: broken) }
    if next != count + 1 || link != head { return .broken(at: min(next, count + 1)) }
    if let list = try ledger.firstAlteredList(promised, in: database) {
      return .alteredList(list)
    }
    return .intact(head: head.description)
  }

  /// What a verification says.
  public enum Verdict: Sendable, Hashable {
    /// Every entry is as it was appended, and every list as it was written.
    case intact(head: String)
    /// The first entry that is missing, damaged or changed.
    case broken(at: Int)
    /// The entries are whole; the rows of this list are not those that were written.
    case alteredList(Int)
  }

  /// Reads entries one by one, so that nobody need hold them all.
  func forEach(
    after sequence: Int = 0, limit: Int = .max, in database: Database,
    _ body: (_ entry: StoredEntry, _ previous: ChainHash, _ hash: ChainHash) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT sequence, at, rules, kind, payload, previous, hash FROM entries
        WHERE case_number = ? AND sequence > ? ORDER BY sequence LIMIT ?
        """,
      arguments: [number, sequence, limit])
    while let row = try rows.next() {
      let stored = StoredEntry(
        sequence: try row.int("sequence"), at: try row.int("at"), rules: try row.int("rules"),
        kind: try row.text("kind"), payload: try row.text("payload"))
      try body(stored, try row.hash("previous"), try row.hash("hash"))
    }
  }
}
