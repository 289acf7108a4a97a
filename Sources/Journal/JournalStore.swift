import Entra
import Foundation
import GRDB
public import Remediation

/// Every case that is remembered on this machine: one SQLite file, private to its owner.
///
/// Each call returns when what it wrote is on the disk. Two programs may share a file; a case
/// belongs to whoever holds its ``CaseLock``.
public final class JournalStore: Sendable {
  /// The version of the rules with which today's inputs are accepted; each entry keeps its own.
  public static let rules = 1

  /// Where it is kept; nil for one in memory.
  public let folder: StateFolder?
  let queue: DatabaseQueue

  /// Whether what is appended outlives the program.
  public var isSaved: Bool { folder != nil && isWritable }

  /// Whether anything can be appended at all.
  public let isWritable: Bool

  var path: String { folder?.file ?? ":memory:" }

  /// Opens the journal in a folder, or begins one there.
  ///
  /// - Throws: ``JournalError``; a file that is damaged, newer or not ours stays as it is.
  public convenience init(in folder: StateFolder) throws(JournalError) {
    try self.init(in: folder, mostPages: nil)
  }

  /// Opens a journal that may not grow beyond a number of pages: a full disk, for tests.
  init(in folder: StateFolder, mostPages: Int?) throws(JournalError) {
    try JournalFile.makeFolder(folder.path)
    let lock = FolderLock(folder.path)
    try JournalFile.prepare(folder.file)
    do {
      queue = try DatabaseQueue(path: folder.file, configuration: Self.configuration(mostPages))
      try Self.setUp(queue, path: folder.file)
    } catch { throw JournalError(error, path: folder.file) }
    (self.folder, isWritable) = (folder, true)
    _ = consume lock
  }

  init(_ queue: DatabaseQueue, in folder: StateFolder, isWritable: Bool) {
    (self.queue, self.folder, self.isWritable) = (queue, folder, isWritable)
  }

  private init() throws(JournalError) {
    (folder, isWritable) = (nil, true)
    do {
      queue = try DatabaseQueue(configuration: Self.configuration(nil))
      try Self.setUp(queue, path: ":memory:")
    } catch { throw JournalError(error, path: ":memory:") }
  }

  /// A journal that ends with the program, for a walk that can't be saved; say so.
  public static func inMemory() throws(JournalError) -> JournalStore { try JournalStore() }

  private static func configuration(_ mostPages: Int?) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Limit.busySeconds)
    configuration.prepareDatabase { database in
      // A file from elsewhere may hold more than tables; what was deleted must be gone.
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
      try database.execute(sql: "PRAGMA secure_delete = ON")
      if let mostPages { try database.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
    }
    return configuration
  }

  private static func setUp(_ queue: DatabaseQueue, path: String) throws {
    try queue.inDatabase { database in
      try Schema.check(database, path: path)
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    try Schema.migrator.migrate(queue)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    do { return try queue.read(body) } catch { throw JournalError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    do { return try queue.write(body) } catch { throw JournalError(error, path: path) }
  }

  /// Reads every page of the file and checks that its structure is whole.
  ///
  /// It costs a reading of the file, so it is asked for; a single case's content is checked by
  /// ``CaseJournal/verify()``.
  public func checkFile() throws(JournalError) {
    let found = try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
    }
    if found != ["ok"] { throw .damaged(path: path, detail: found.first ?? "unreadable") }
  }
}

extension JournalStore {
  /// Begins the journal of a new case, which has accepted no input yet.
  ///
  /// `at` is now, in milliseconds since 1970; so it is in every other call.
  public func begin(_ opened: Case, at: Int) throws(JournalError) -> CaseJournal {
    let id = opened.id
    let genesis = Chain.genesis(
      id: id, mode: opened.mode, application: opened.profile.appID, openedAt: at)
    let standing = Standing(opened)
    let number = try write { database in
      try database.execute(
        sql: """
          INSERT INTO cases (id, mode, application, opened_at, entries, head, phase, prompt, since)
          VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)
          """,
        arguments: [
          id.blob, opened.mode.rawValue, opened.profile.appID.description, at, genesis.blob,
          standing.phase.rawValue, standing.prompt, at,
        ])
      return Int(database.lastInsertedRowID)
    }
    return CaseJournal(
      store: self, id: id, number: number, mode: opened.mode, application: opened.profile.appID,
      openedAt: at)
  }

  /// The journal of a case by the number people call it by.
  public func journal(number: Int) throws(JournalError) -> CaseJournal {
    try journal(where: "number = ?", [number])
  }

  /// The journal of a case by its ID.
  public func journal(of id: CaseID) throws(JournalError) -> CaseJournal {
    try journal(where: "id = ?", [id.blob])
  }

  private func journal(
    where condition: String, _ arguments: StatementArguments
  ) throws(JournalError) -> CaseJournal {
    try read { database in
      let sql = "SELECT number, id, mode, application, opened_at FROM cases WHERE " + condition
      guard let row = try Row.fetchOne(database, sql: sql, arguments: arguments) else {
        throw JournalError.noSuchCase
      }
      guard let id = CaseID(blob: try row.blob("id")),
        let mode = Mode(rawValue: try row.text("mode")),
        let application = AppID(try row.text("application"))
      else { throw JournalError.damaged(path: self.path, detail: "the head of a case") }
      return CaseJournal(
        store: self, id: id, number: try row.int("number"), mode: mode, application: application,
        openedAt: try row.int("opened_at"))
    }
  }
}
