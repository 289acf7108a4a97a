import Entra
import Foundation
import GRDB
import Remediation
import Testing

@testable import Journal

@Suite("The journal's file") struct JournalStoreTests {
  let scratch = Scratch()

  @Test("lies where the environment says, and relative values are ignored")
  func folder() {
    #expect(
      StateFolder(environment: ["XDG_STATE_HOME": "/s/", "HOME": "/h"])?.path == "/s/regrant")
    let home = "/h/.local/state/regrant"
    #expect(StateFolder(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"])?.path == home)
    #expect(StateFolder(environment: ["XDG_STATE_HOME": "", "HOME": "/h"])?.path == home)
    #expect(StateFolder(environment: ["HOME": "/"])?.path == "/.local/state/regrant")
    #expect(StateFolder(environment: ["HOME": "h"]) == nil)
    #expect(StateFolder(environment: [:]) == nil)
  }

  @Test("is its owner's alone, with what lies beside it")
  func permissions() throws {
    let store = try JournalStore(in: scratch.folder)
    let journal = try Sample.fill(store).journal
    let lock = try CaseLock(journal.id, in: store)
    let files = FileManager.default
    func bits(_ path: String) throws -> Int? {
      try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try bits(scratch.folder.path) == 0o700)
    #expect(try bits(scratch.folder.locks) == 0o700)
    #expect(try bits(scratch.folder.file) == 0o600)
    #expect(try bits(scratch.folder.file + "-wal") == 0o600)
    #expect(try bits(scratch.folder.file + "-shm") == 0o600)
    #expect(try bits(CaseLock.path(of: journal.id, in: scratch.folder)) == 0o600)
    withExtendedLifetime(lock) {}
  }

  @Test("tightens a folder that others could read")
  func tightens() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    _ = try JournalStore(in: scratch.folder)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.folder.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test("waits for the disk with every entry")
  func durable() throws {
    let store = try JournalStore(in: scratch.folder)
    let (mode, synchronous) = try store.read { database in
      (
        try String.fetchOne(database, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(database, sql: "PRAGMA synchronous")
      )
    }
    #expect(mode == "wal")
    #expect(synchronous == 2)
  }

  @Test("is refused when a newer program wrote it, and stays as it is")
  func newer() throws {
    try Sample.fill(try JournalStore(in: scratch.folder))
    try scratch.sql("PRAGMA user_version = 7")
    let before = try Data(contentsOf: URL(filePath: scratch.folder.file))
    #expect(throws: JournalError.newer(version: 7, known: Schema.version)) {
      try JournalStore(in: scratch.folder)
    }
    #expect(try Data(contentsOf: URL(filePath: scratch.folder.file)) == before)
  }

  @Test("is refused when it is another program's database")
  func foreign() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    try scratch.sql("CREATE TABLE recipes (name TEXT)")
    #expect(throws: JournalError.notAJournal(path: scratch.folder.file)) {
      try JournalStore(in: scratch.folder)
    }
  }

  @Test("is refused when it is no database at all", arguments: [1, 20, 511, 512, 9000])
  func noDatabase(_ length: Int) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    let file = URL(filePath: scratch.folder.file)
    try Data(repeating: 0x41, count: length).write(to: file)
    #expect(throws: JournalError.self) { try JournalStore(in: scratch.folder) }
    #expect(try Data(contentsOf: file) == Data(repeating: 0x41, count: length))
  }

  @Test("says which folder can't be used, and a walk can go on in memory")
  func unusable() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    let file = scratch.folder.path + "/plain"
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(throws: JournalError.unusable(path: file, errno: ENOTDIR)) {
      try JournalStore(in: StateFolder(path: file))
    }
    #expect(throws: JournalError.unusable(path: file + "/regrant", errno: ENOTDIR)) {
      try JournalStore(in: StateFolder(path: file + "/regrant"))
    }
    #expect(throws: JournalError.unusable(path: "/proc/regrant", errno: ENOENT)) {
      try JournalStore(in: StateFolder(path: "/proc/regrant"))
    }
    let store = try JournalStore.inMemory()
    #expect(!store.isSaved)
    try Sample.fill(store)
    #expect(try store.journal(number: 1).entries().count == 12)
  }

  @Test("tells a read-only home and a full disk from other trouble")
  func trouble() {
    #expect(JournalError(errno: EROFS, path: "/h") == .readOnly(path: "/h"))
    #expect(JournalError(errno: EACCES, path: "/h") == .readOnly(path: "/h"))
    #expect(JournalError(errno: ENOSPC, path: "/h") == .full(path: "/h"))
    #expect(JournalError(errno: EDQUOT, path: "/h") == .full(path: "/h"))
    let error = DatabaseError(resultCode: .SQLITE_READONLY)
    #expect(JournalError(error, path: "/h") == .readOnly(path: "/h"))
  }

  @Test("keeps what it has when the disk is full, and goes on when there is room")
  func full() throws {
    let journal = try Sample.fill(try JournalStore(in: scratch.folder)).journal
    let before = try journal.entries()
    let tight = try JournalStore(in: scratch.folder, mostPages: 1).journal(number: 1)
    let long = String(repeating: "n", count: 50_000)
    #expect(throws: JournalError.full(path: scratch.folder.file)) {
      try tight.append(.note(long), at: Sample.noon)
    }
    #expect(try journal.entries() == before)
    try journal.append(.note(long), at: Sample.noon)
    #expect(try journal.verify() == .intact(head: try journal.head()))
  }

  @Test("forgets closed cases after the days that were set, and no others")
  func retention() throws {
    let store = try JournalStore(in: scratch.folder)
    let day = 86_400_000
    for number in 1...3 {
      let id = CaseID(bits: UInt128(number))
      var opened = Case(id: id, mode: .guide, profile: .nexeticBackup)
      let journal = try store.begin(opened, at: Sample.noon)
      try journal.append(.note("case-number-\(number) of Contoso"), at: Sample.noon)
      guard number < 3 else { continue }
      _ = try opened.handle(.closed(.handedOver))
      try journal.append(
        .input(.closed(.handedOver)), at: Sample.noon + number * day, leaving: opened)
    }
    #expect(try store.summaries().compactMap(\.closing) == [.handedOver, .handedOver])
    #expect(try store.expire(now: Sample.noon + 400 * day) == 0)
    try store.setRetention(days: 30)
    #expect(try store.retentionDays() == 30)
    #expect(try store.expire(now: Sample.noon + 31 * day - 1) == 0)
    do {
      let lock = try CaseLock(CaseID(bits: 1), in: store)
      #expect(try store.expire(now: Sample.noon + 31 * day) == 0)
      withExtendedLifetime(lock) {}
    }
    #expect(try store.expire(now: Sample.noon + 31 * day) == 1)
    #expect(try store.summaries().map(\.number).sorted() == [2, 3])
    try store.setRetention(days: nil)
    #expect(try store.expire(now: Sample.noon + 400 * day) == 0)
  }

  @Test("holds nothing of a case that was deleted, and its number is not given again")
  func deletion() throws {
    let store = try JournalStore(in: scratch.folder)
    let journal = try Sample.fill(store).journal
    try journal.append(.note("xyzzy-needle"), at: Sample.noon)
    _ = try journal.ledger.write(.snapshot, LedgerTests.people(300), at: Sample.noon)
    try store.delete(journal.id)
    #expect(try store.summaries().isEmpty)
    #expect(throws: JournalError.noSuchCase) { try journal.append(.exported, at: Sample.noon) }
    #expect(throws: JournalError.noSuchCase) { try store.delete(journal.id) }
    #expect(try Sample.fill(store, id: CaseID(bits: 8)).journal.number == 2)
    try store.delete(CaseID(bits: 8))
    for suffix in ["", "-wal"] {
      let file = try Data(contentsOf: URL(filePath: scratch.folder.file + suffix))
      #expect(file.range(of: Data("xyzzy-needle".utf8)) == nil)
      #expect(file.range(of: Data("person200@contoso".utf8)) == nil)
    }
  }
}
