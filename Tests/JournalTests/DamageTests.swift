import Entra
import Foundation
import GRDB
import Journal
import Remediation
import Testing

@Suite("A damaged journal") struct DamageTests {
  let scratch = Scratch()

  @Test(
    "says which entry was edited",
    arguments: [
      "payload = '{\"raw\":\"It broke on Friday.\"}'", "at = at + 1", "rules = 2",
      "kind = 'paste'", "hash = zeroblob(32)", "previous = zeroblob(32)",
    ])
  func edited(_ change: String) throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    #expect(try journal.verify() == .intact(head: try journal.head()))
    try scratch.sql("UPDATE entries SET \(change) WHERE sequence = 11")
    #expect(try journal.verify() == .broken(at: 11))
    let stop = try #require(try journal.replay().stop)
    #expect(stop.at == 11)
    #expect(stop.reason == .broken)
  }

  @Test("says where an entry is missing", arguments: 1...12)
  func removed(_ place: Int) throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    try scratch.sql("DELETE FROM entries WHERE sequence = \(place)")
    #expect(try journal.verify() == .broken(at: place))
  }

  @Test("says where an edit rebuilt its own link and not the rest")
  func rebuilt() throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    try scratch.sql("UPDATE entries SET sequence = 13 WHERE sequence = 12")
    #expect(try journal.verify() == .broken(at: 12))
    try scratch.sql("UPDATE entries SET sequence = 12 WHERE sequence = 13")
    #expect(try journal.verify() == .intact(head: try journal.head()))
    try scratch.sql("UPDATE cases SET mode = 'train'")
    #expect(try journal.store.journal(number: 1).verify() == .broken(at: 1))
  }

  @Test(
    "says which list was edited",
    arguments: [
      "UPDATE rows SET name = 'eve@contoso.example' WHERE row = 7",
      "UPDATE rows SET object = zeroblob(16) WHERE row = 7", "DELETE FROM rows WHERE row = 84",
      "UPDATE rows SET hash = zeroblob(32) WHERE row = 7",
      "UPDATE lists SET digest = 'aa'",
    ])
  func list(_ change: String) throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    let list = try journal.ledger.write(.snapshot, LedgerTests.everything, at: Sample.noon)
    try journal.ledger.settle(list.number, [7: .done], at: Sample.noon)
    #expect(try journal.verify() == .intact(head: try journal.head()))
    try scratch.sql(change)
    #expect(try journal.verify() == .alteredList(list.number))
  }

  @Test("says so when a list is another than the chain speaks of")
  func promise() throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    let list = try journal.ledger.write(.snapshot, LedgerTests.people(3), at: Sample.noon)
    let other = try journal.ledger.write(.snapshot, LedgerTests.people(4), at: Sample.noon)
    let real = try journal.ledger.snapshot(list.number)
    let claimed = Snapshot(
      id: list.number, digest: try #require(other.digest), assignments: real.assignments,
      groups: 0, grants: 0, permissions: 0, owners: 0, isAssignmentRequired: false, properties: 0)
    try journal.append(.input(.snapshotCompleted(claimed)), at: Sample.noon)
    #expect(try journal.verify() == .alteredList(list.number))
  }

  /// Everything a program reads of a journal.
  private func read(_ folder: StateFolder) throws -> (CaseJournal.Verdict, [JournalEntry]) {
    let store = try JournalStore(in: folder)
    _ = try store.summaries()
    let journal = try store.journal(number: 1)
    _ = try journal.replay()
    for list in try journal.ledger.lists() {
      _ = try journal.ledger.rows(of: list.number)
      _ = try journal.ledger.counts(of: list.number)
    }
    return (try journal.verify(), try journal.entries())
  }

  /// The file alone, whole, as it lies on the disk after a case was filled.
  private func wholeFile() throws -> Data {
    do {
      let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
      _ = try journal.ledger.write(.snapshot, LedgerTests.people(8), at: Sample.noon)
    }
    try scratch.sql("")
    return try Data(contentsOf: URL(filePath: scratch.folder.file))
  }

  private func put(_ data: Data) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: scratch.folder.file + suffix)
    }
    try data.write(to: URL(filePath: scratch.folder.file))
  }

  @Test("is refused, or found out, or as it was, wherever a byte was flipped")
  func flipped() throws {
    let whole = try wholeFile()
    try put(whole)
    let (_, entries) = try read(scratch.folder)
    var (refused, found, harmless) = (0, 0, 0)
    // Every byte of the header and of a page's head, then enough places in between.
    let places = Array(0..<120) + Array(stride(from: 120, to: whole.count, by: 97))
    for place in places {
      var damaged = whole
      damaged[place] ^= 0xFF
      try put(damaged)
      do {
        let (verdict, read) = try read(scratch.folder)
        if case .intact = verdict {
          harmless += 1
          #expect(read == entries, "byte \(place)")
        } else {
          found += 1
        }
      } catch is JournalError { refused += 1 }
    }
    #expect(refused > 0 && found > 0 && harmless > 0)
  }

  @Test("is refused, or found out, wherever it was cut off")
  func truncated() throws {
    let whole = try wholeFile()
    for length in stride(from: 1, to: whole.count, by: 1024) {
      let part = whole.prefix(length)
      try put(part)
      do {
        let (verdict, _) = try read(scratch.folder)
        if case .intact = verdict { Issue.record("intact with \(length) bytes") }
      } catch is JournalError {}
    }
  }
}
