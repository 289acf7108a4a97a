import Entra
import Foundation
import GRDB
import Journal
import Remediation
import Testing

@Suite("Exporting and importing a case") struct TransferTests {
  let here = Scratch()
  let there = Scratch()

  /// A case with entries of every kind and a list that is half settled.
  static func full(_ store: JournalStore) throws -> CaseJournal {
    let journal = try Sample.fill(store).journal
    try journal.append(.paste("\u{1B}]0;title\u{7} \u{202E}txt \u{0}"), at: Sample.noon)
    let list = try journal.ledger.write(.snapshot, LedgerTests.everything, at: Sample.noon)
    let snapshot = try journal.ledger.snapshot(list.number)
    try journal.append(.setAside(from: 99), at: Sample.noon)
    try journal.append(.note("snapshot \(snapshot.digest)"), at: Sample.noon)
    try journal.ledger.settle(
      list.number, [3: .done, 4: .failed(ForeignText("\u{1B}[2J"))], at: Sample.noon)
    _ = try journal.ledger.begin(.comparison, at: Sample.noon)
    return journal
  }

  static func exported() throws -> Data {
    try Transfer.export(try full(try JournalStore.inMemory()), at: Sample.noon)
  }

  @Test("moves it whole: entries, chain, lists and what became of their rows")
  func roundTrip() throws {
    let journal = try Self.full(try JournalStore(in: here.folder))
    let path = here.folder.path + "/out.regrant-case"
    try Transfer.export(journal, to: path, at: Sample.noon)
    let store = try JournalStore(in: there.folder)
    #expect(try Transfer.importCase(from: path, into: store) == .new(number: 1))
    let arrived = try store.journal(number: 1)
    #expect(try arrived.entries() == journal.entries())
    #expect(try arrived.entries().last?.content == .exported)
    #expect(try arrived.verify() == journal.verify())
    #expect(try arrived.ledger.lists() == journal.ledger.lists())
    for list in try journal.ledger.lists() {
      #expect(try arrived.ledger.rows(of: list.number) == journal.ledger.rows(of: list.number))
    }
    #expect(try arrived.replay().opened == journal.replay().opened)
    #expect(try arrived.replay().opened.unsettled.isEmpty == false)
    let summary = try #require(try store.summaries().first)
    #expect(summary.phase == .assigning)
    #expect(summary.customer?.safe == "Contoso")
  }

  @Test("writes a file that is private, and takes no other file's place unasked")
  func file() throws {
    let journal = try Self.full(try JournalStore(in: here.folder))
    let path = here.folder.path + "/case"
    try Transfer.export(journal, to: path, at: Sample.noon)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(throws: TransferError.operatingSystem(path: path, errno: EEXIST)) {
      try Transfer.export(journal, to: path, at: Sample.noon)
    }
    try Transfer.export(journal, to: path, replacing: true, at: Sample.noon)
    let left = try FileManager.default.contentsOfDirectory(atPath: here.folder.path)
    #expect(left.filter { $0.hasPrefix(".regrant") }.isEmpty)
    #expect(throws: TransferError.self) {
      try Transfer.export(journal, to: here.folder.path + "/none/case", at: Sample.noon)
    }
  }

  @Test("takes what a colleague added, and nothing when nothing was")
  func continuation() throws {
    let mine = try Self.full(try JournalStore(in: here.folder))
    let theirStore = try JournalStore(in: there.folder)
    let first = try Transfer.export(mine, at: Sample.noon)
    _ = try Transfer.importCase(first, into: theirStore)
    #expect(try Transfer.importCase(first, into: theirStore) == .unchanged(number: 1))

    let theirs = try theirStore.journal(number: 1)
    let before = try mine.entries().count
    let outcome = Input.outcome(CommandID(input: 7, index: 0), .done)
    try theirs.append(.input(outcome), at: Sample.noon)
    try theirs.ledger.settle(1, [3: .planned, 5: .done], at: Sample.noon + 1)
    try theirs.ledger.settle(1, [4: .waived(ForeignText("gone"))], at: Sample.noon - 1)
    let back = try Transfer.export(theirs, at: Sample.noon)
    #expect(try Transfer.importCase(back, into: mine.store) == .continued(number: 1, entries: 2))
    #expect(try mine.entries().count == before + 2)
    #expect(try mine.replay().opened.unsettled.isEmpty)
    #expect(try mine.store.summaries().first?.phase == (try mine.replay().opened.phase))
    let states = try mine.ledger.rows(of: 1, offset: 3, limit: 3).map(\.state)
    #expect(states == [.planned, .failed(ForeignText("\u{1B}[2J")), .done])
    #expect(try Transfer.importCase(first, into: mine.store) == .unchanged(number: 1))
  }

  @Test("refuses the same case when it went on in two ways")
  func diverged() throws {
    let mine = try Self.full(try JournalStore(in: here.folder))
    let theirStore = try JournalStore(in: there.folder)
    _ = try Transfer.importCase(try Transfer.export(mine, at: Sample.noon), into: theirStore)
    let theirs = try theirStore.journal(number: 1)
    try mine.append(.note("mine"), at: Sample.noon)
    try theirs.append(.note("theirs"), at: Sample.noon)
    try theirs.append(.note("more"), at: Sample.noon)
    let entries = try mine.entries()
    let file = try Transfer.export(theirs, at: Sample.noon)
    #expect(throws: TransferError.diverged(number: 1, at: entries.count)) {
      try Transfer.importCase(file, into: mine.store)
    }
    #expect(try mine.entries() == entries)
  }

  @Test("refuses a case that an instance has open")
  func open() throws {
    let mine = try Self.full(try JournalStore(in: here.folder))
    let file = try Transfer.export(mine, at: Sample.noon)
    let lock = try CaseLock(mine.id, in: mine.store)
    #expect(throws: TransferError.journal(.locked(pid: getpid()))) {
      try Transfer.importCase(file, into: mine.store)
    }
    withExtendedLifetime(lock) {}
  }

  static let hostile: [(String, TransferError)] = [
    ("", .notACase), ("{}", .notACase), ("[1]", .notACase), ("null", .notACase),
    ("{\"format\":\"other\",\"version\":1}", .notACase),
    ("{\"format\":\"regrant-case\",\"version\":0}", .notACase),
    ("{\"format\":\"regrant-case\",\"version\":2,\"new\":[]}", .newer(version: 2)),
    ("{\"format\":\"regrant-case\",\"version\":1}", .unreadable(part: "the whole")),
    ("{\"format\":\"regrant-case\",\"version\":1e99}", .notACase),
    ("{\"a\":\"\u{0}\"}", .notText(at: 6)),
    (String(repeating: "[", count: 100_000), .tooDeep),
    (String(repeating: "{\"a\":", count: 100_000), .tooDeep),
    (String(repeating: "x", count: 10 << 20), .notACase),
    ("{\"format\":\"" + String(repeating: "x", count: 10 << 20) + "\",\"version\":1}", .notACase),
    ("\u{1B}[2J\u{202E}", .notACase),
  ]

  @Test("refuses a hostile file in a typed error, and the journal stays as it was")
  func refusesHostile() throws {
    let store = try JournalStore.inMemory()
    for (text, error) in Self.hostile {
      #expect(throws: error) { try Transfer.importCase(Data(text.utf8), into: store) }
    }
    #expect(throws: TransferError.notText(at: 2)) {
      try Transfer.importCase(Data([0x7B, 0x20, 0xFF, 0x20]), into: store)
    }
    #expect(throws: TransferError.notText(at: 1)) {
      try Transfer.importCase(Data([0x7B, 0xE2, 0x82]), into: store)
    }
    #expect(throws: TransferError.tooLarge(bytes: Limit.fileBytes + 1)) {
      try Transfer.importCase(Data(repeating: 0x20, count: Limit.fileBytes + 1), into: store)
    }
    #expect(throws: TransferError.notACase) {
      try Transfer.importCase(from: "/dev/zero", into: store)
    }
    #expect(throws: TransferError.notACase) { try Transfer.importCase(from: "/tmp", into: store) }
    #expect(throws: TransferError.operatingSystem(path: "/nowhere", errno: ENOENT)) {
      try Transfer.importCase(from: "/nowhere", into: store)
    }
    #expect(try store.summaries().isEmpty)
  }

  @Test("notices any changed text of a file")
  func changed() throws {
    let whole = String(decoding: try Self.exported(), as: UTF8.self)
    let changes: [(String, String)] = [
      ("onlyTheAdminGetsIn", "adminApproval"),
      ("broke on Monday", "broke on Friday"), ("\"rules\":1", "\"rules\":2"),
      ("\"mode\":\"guide\"", "\"mode\":\"connect\""), ("person7@", "person8@"),
      ("\"count\":85", "\"count\":84"), ("\"number\":3", "\"number\":4"),
      ("\"openedAt\":1", "\"openedAt\":2"), ("\"sequence\":3", "\"sequence\":-3"),
      (
        "facd4a2d-cbd2-4095-bfa8-ac9c819f843e\",\"entries",
        "00000000-cbd2-4095-bfa8-ac9c819f843e\",\"entries"
      ),
    ]
    for (from, to) in changes {
      let store = try JournalStore.inMemory()
      try #require(whole.contains(from))
      let file = Data(whole.replacingOccurrences(of: from, with: to).utf8)
      #expect(throws: TransferError.self, "\(from)") { try Transfer.importCase(file, into: store) }
      #expect(try store.summaries().isEmpty)
    }
  }

  @Test("survives a file cut off at any place")
  func cut() throws {
    let whole = try Self.exported()
    let store = try JournalStore.inMemory()
    for length in stride(from: 0, to: whole.count - 1, by: 61) {
      #expect(throws: TransferError.self) {
        try Transfer.importCase(whole.prefix(length), into: store)
      }
    }
    #expect(try store.summaries().isEmpty)
  }
}
