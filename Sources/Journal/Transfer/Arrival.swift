import Entra
import Foundation
import GRDB
import Remediation

/// A checked file becoming a case of this journal, in one transaction.
struct Arrival {
  let file: CaseFile
  let checked: CaseFile.Checked
  let store: JournalStore
  let profile: ApplicationProfile

  func take(into database: Database) throws -> Transfer.Imported {
    let sql = "SELECT number, entries, head FROM cases WHERE id = ?"
    let row = try Row.fetchOne(database, sql: sql, arguments: [checked.id.blob])
    guard let row else {
      let journal = try insertCase(into: database)
      try add(after: 0, to: journal, in: database)
      return .new(number: journal.number)
    }
    let journal = journal(number: try row.int("number"))
    let (count, head) = (try row.int("entries"), try row.hash("head"))
    if count > checked.entries.count {
      try require(isPrefixHere(of: journal, in: database), journal, at: checked.entries.count)
      return .unchanged(number: journal.number)
    }
    let here = count == 0 ? journal.genesis : checked.entries[count - 1].link
    try require(here == head, journal, at: count)
    guard count < checked.entries.count else { return .unchanged(number: journal.number) }
    try add(after: count, to: journal, in: database)
    return .continued(number: journal.number, entries: checked.entries.count - count)
  }

  private func require(_ isSame: Bool, _ journal: CaseJournal, at place: Int) throws {
    if !isSame { throw TransferError.diverged(number: journal.number, at: place) }
  }

  private func journal(number: Int) -> CaseJournal {
    CaseJournal(
      store: store, id: checked.id, number: number, mode: file.mode,
      application: file.application, openedAt: file.openedAt)
  }

  /// Whether the case here went through the file's last entry.
  private func isPrefixHere(of journal: CaseJournal, in database: Database) throws -> Bool {
    var isHere = checked.entries.isEmpty
    try journal.forEach(after: checked.entries.count - 1, limit: 1, in: database) { _, _, hash in
      isHere = hash == checked.head
    }
    return isHere
  }

  private func insertCase(into database: Database) throws -> CaseJournal {
    let standing = Standing(Case(id: checked.id, mode: file.mode, profile: profile))
    try database.execute(
      sql: """
        INSERT INTO cases (id, mode, application, opened_at, entries, head, phase, prompt, since)
        VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)
        """,
      arguments: [
        checked.id.blob, file.mode.rawValue, file.application.description, file.openedAt,
        journal(number: 0).genesis.blob, standing.phase.rawValue, standing.prompt, file.openedAt,
      ])
    return journal(number: Int(database.lastInsertedRowID))
  }

  /// Adds what came after, then checks the whole as if it had been written here.
  private func add(after count: Int, to journal: CaseJournal, in database: Database) throws {
    var previous = count == 0 ? journal.genesis : checked.entries[count - 1].link
    for (stored, _) in checked.entries.dropFirst(count) {
      previous = try journal.insert(stored, after: previous, into: database)
      try Standing.update(
        journal.number, with: stored.content, leaving: nil, at: stored.at, in: database)
    }
    for list in file.lists { try merge(list, into: journal, in: database) }
    switch try journal.verify(in: database) {
    case .intact: break
    case .broken(let place): throw TransferError.brokenChain(at: place)
    case .alteredList(let list): throw TransferError.alteredList(list)
    }
    let replayed = try journal.replay(as: profile, in: database)
    let last = checked.entries.last?.stored.at ?? file.openedAt
    try Standing(replayed.opened).write(to: journal.number, at: last, in: database)
  }

  /// A list that is new is written; of one that is here, the rows that were settled later win.
  private func merge(
    _ arrived: CaseFile.List, into journal: CaseJournal, in database: Database
  ) throws {
    let number = arrived.list.number
    let here = try journal.ledger.lists(in: database).first { $0.number == number }
    if here == nil { try write(arrived, into: journal, in: database) }
    let key = try journal.ledger.key(of: number, in: database)
    if let here, here.digest != arrived.list.digest || here.purpose != arrived.list.purpose {
      throw TransferError.alteredList(number)
    }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE rows SET state = ?, reason = ?, settled_at = ?
        WHERE list = ? AND row = ? AND hash = ? AND coalesce(settled_at, -1) < ?
        """)
    for row in arrived.rows {
      guard let settledAt = row.settledAt else { continue }
      try statement.execute(arguments: [
        row.state.name, row.state.reason.map(StoredText.written), settledAt, key, row.number,
        Data(row.entry.hash), settledAt,
      ])
    }
  }

  private func write(
    _ arrived: CaseFile.List, into journal: CaseJournal, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO lists (case_number, number, purpose, written_at, row_count)
        VALUES (?, ?, ?, ?, 0)
        """,
      arguments: [
        journal.number, arrived.list.number, arrived.list.purpose.rawValue, arrived.list.writtenAt,
      ])
    try journal.ledger.add(arrived.rows.map(\.entry), to: arrived.list.number, in: database)
    guard let digest = arrived.list.digest else { return }
    let complete = try journal.ledger.complete(arrived.list.number, in: database)
    if complete.digest != digest { throw TransferError.alteredList(arrived.list.number) }
  }
}
