public import Entra
import Foundation
import GRDB
import Glibc
public import Remediation
import Wording

/// A case in the list: what home shows of it.
public struct CaseSummary: Sendable, Hashable, Identifiable {
  /// Which case.
  public let id: CaseID
  /// The number people call it by, on this machine.
  public let number: Int
  /// Who acts.
  public let mode: Mode
  /// Who has the problem.
  public let customer: ForeignText?
  /// The number of the ticket.
  public let ticket: ForeignText?
  /// The tenant's domain.
  public let domain: DomainName?
  /// Where it stands.
  public let phase: Phase
  /// What it waits for; nil when this program can't read it.
  public let prompt: Prompt?
  /// Since when it stands there, in milliseconds since 1970.
  public let since: Int
  /// When it was opened, in milliseconds since 1970.
  public let openedAt: Int
  /// How it ended; nil while it is unfinished.
  public let closing: Closing?
  /// When it ended, in milliseconds since 1970.
  public let closedAt: Int?
  /// The screen or step it was left on.
  public let place: String?
  /// How many entries its journal has.
  public let entries: Int
}

extension JournalStore {
  /// The cases, the latest first.
  public func summaries(unfinishedOnly: Bool = false) throws(JournalError) -> [CaseSummary] {
    try read { database in
      let condition = unfinishedOnly ? "WHERE closing IS NULL" : ""
      let sql = "SELECT * FROM cases \(condition) ORDER BY since DESC, number DESC"
      return try Row.fetchAll(database, sql: sql).map { row in
        guard let summary = try CaseSummary(row) else {
          throw JournalError.damaged(path: self.path, detail: "the list of cases")
        }
        return summary
      }
    }
  }

  /// Deletes a case, its entries and its lists; the bytes are overwritten.
  ///
  /// - Throws: ``JournalError/locked(pid:)`` while an instance has it open.
  public func delete(_ id: CaseID) throws(JournalError) {
    let lock = try CaseLock(id, in: self)
    try write { database in
      try database.execute(sql: "DELETE FROM cases WHERE id = ?", arguments: [id.blob])
      if database.changesCount == 0 { throw JournalError.noSuchCase }
    }
    if let folder { unlink(CaseLock.path(of: id, in: folder)) }
    withExtendedLifetime(lock) {}
    forgetDeleted()
  }

  /// After how many days closed cases vanish; nil when they stay.
  public func retentionDays() throws(JournalError) -> Int? {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'retentionDays'")
    }
  }

  /// Sets after how many days closed cases vanish; nil, and they stay.
  public func setRetention(days: Int?) throws(JournalError) {
    try write { database in
      try database.execute(sql: "DELETE FROM settings WHERE name = 'retentionDays'")
      guard let days else { return }
      try database.execute(
        sql: "INSERT INTO settings (name, value) VALUES ('retentionDays', ?)",
        arguments: [max(0, days)])
    }
  }

  /// Deletes the closed cases whose time is over at `now`, in milliseconds since 1970.
  ///
  /// The answer is how many went; one that is open elsewhere goes the next time.
  @discardableResult
  public func expire(now: Int) throws(JournalError) -> Int {
    guard let days = try retentionDays(), days <= 100_000 else { return 0 }
    let limit = now - days * 86_400_000
    let due = try read { database in
      try Data.fetchAll(
        database, sql: "SELECT id FROM cases WHERE closed_at IS NOT NULL AND closed_at <= ?",
        arguments: [limit])
    }
    var gone = 0
    for id in due.compactMap(CaseID.init(blob:)) {
      do throws(JournalError) { try delete(id) } catch {
        // An open one goes the next time.
        if case .locked = error { continue }
        throw error
      }
      gone += 1
    }
    return gone
  }

  /// Takes what was deleted out of the file beside the file, too; it goes later if somebody reads.
  private func forgetDeleted() {
    _ = try? queue.writeWithoutTransaction { database in
      try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}

extension CaseSummary {
  fileprivate init?(_ row: Row) throws {
    guard let id = CaseID(blob: try row.blob("id")),
      let mode = Mode(rawValue: try row.text("mode")),
      let phase = Phase(rawValue: try row.text("phase"))
    else { return nil }
    (self.id, self.mode, self.phase) = (id, mode, phase)
    (number, since) = (try row.int("number"), try row.int("since"))
    (openedAt, entries) = (try row.int("opened_at"), try row.int("entries"))
    customer = StoredText.read(try row.optional("customer"))
    ticket = StoredText.read(try row.optional("ticket"))
    domain = try row.optional("domain", as: String.self).flatMap { DomainName($0) }
    prompt = JSONText.read(Prompt.self, from: try row.text("prompt"))
    closing = try row.optional("closing", as: String.self).flatMap(Closing.init(rawValue:))
    (closedAt, place) = (try row.optional("closed_at"), try row.optional("place"))
  }
}

/// Where a case stands, beside its entries: kept so that a list of cases need not replay them.
struct Standing: Sendable {
  let phase: Phase
  let prompt: String
  let closing: Closing?
  let domain: DomainName?

  init(_ opened: Case) {
    phase = opened.phase
    prompt = JSONText.written(opened.prompt)
    (closing, domain) = (opened.closing, opened.domain)
  }

  /// Brings a case's row up to date with an entry.
  static func update(
    _ number: Int, with content: JournalEntry.Content, leaving opened: Case?, at: Int,
    in database: Database
  ) throws {
    switch content {
    case .particular(.customer, let text): try set("customer", StoredText.written(text))
    case .particular(.ticket, let text): try set("ticket", StoredText.written(text))
    case .place(let place): try set("place", place)
    case .input, .note, .evidence, .particular, .paste, .outages, .exported, .setAside,
      .unreadable:
      break
    }
    if let opened { try Standing(opened).write(to: number, at: at, in: database) }

    func set(_ column: String, _ value: String) throws {
      try database.execute(
        sql: "UPDATE cases SET \(column) = ? WHERE number = ?", arguments: [value, number])
    }
  }

  func write(to number: Int, at: Int, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE cases SET
          since = CASE WHEN phase = :phase AND prompt = :prompt THEN since ELSE :at END,
          closed_at = CASE WHEN :closing IS NULL THEN NULL ELSE coalesce(closed_at, :at) END,
          phase = :phase, prompt = :prompt, closing = :closing, domain = :domain
        WHERE number = :number
        """,
      arguments: [
        "phase": phase.rawValue, "prompt": prompt, "at": at, "closing": closing?.rawValue,
        "domain": domain?.text, "number": number,
      ])
  }
}

/// Foreign text in a column: as it is where it is harmless, else as JSON after a control byte.
///
/// So the columns can be searched and sorted, and what was written is kept whole.
enum StoredText {
  static func written(_ text: ForeignText) -> String {
    text.isAltered ? "\u{1}" + JSONText.written(text) : text.safe
  }

  static func read(_ column: String?) -> ForeignText? {
    guard let column else { return nil }
    guard column.unicodeScalars.first == "\u{1}" else { return ForeignText(column) }
    let json = String(column.unicodeScalars.dropFirst())
    return JSONText.read(ForeignText.self, from: json) ?? ForeignText(column)
  }
}
