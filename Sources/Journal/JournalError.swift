import GRDB
import Glibc

/// Why the journal could not be opened, read or written; nothing was overwritten.
///
/// Each has a way on: ``JournalStore/inMemory()`` lets the walk go on unsaved, if that is said.
public enum JournalError: Error, Sendable, Hashable {
  /// The folder or the file may not be written.
  case readOnly(path: String)
  /// The folder can't be used for another reason: the system's error number.
  case unusable(path: String, errno: Int32)
  /// A newer program wrote the file; this one knows `known`.
  case newer(version: Int, known: Int)
  /// The file is not whole. It is left as it is, to be restored from a backup or moved away.
  case damaged(path: String, detail: String)
  /// The file is a database, and no journal of ours.
  case notAJournal(path: String)
  /// The disk is full, or a quota is used up; the same call may succeed once there is room.
  case full(path: String)
  /// Another program kept the file locked for ``Limit/busySeconds``.
  case busy
  /// Another instance has this case open; nil when it did not say which.
  case locked(pid: Int32?)
  /// There is no such case.
  case noSuchCase
  /// There is no such list in this case.
  case noSuchList
  /// The case is about another application than the one asked about.
  case otherApplication(String)
  /// One entry is larger than ``Limit/entryBytes``.
  case tooLarge(bytes: Int)
  /// The database said something nobody foresaw.
  case failed(code: Int, message: String)
}

extension JournalError {
  /// What a database error means for whoever keeps a case.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as JournalError: self = error
    case let error as DatabaseError: self.init(database: error, path: path)
    case let error as UnreadableColumn:
      self = .damaged(path: path, detail: "an unreadable \(error.column)")
    default: self = .damaged(path: path, detail: "an unreadable value")
    }
  }

  private init(database error: DatabaseError, path: String) {
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      self = .damaged(path: path, detail: message)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN: self = .unusable(path: path, errno: EACCES)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    default: self = .failed(code: Int(error.extendedResultCode.rawValue), message: message)
    }
  }

  /// What the system's error number means for a path.
  init(errno number: Int32, path: String) {
    switch number {
    case EROFS, EACCES, EPERM: self = .readOnly(path: path)
    case ENOSPC, EDQUOT: self = .full(path: path)
    default: self = .unusable(path: path, errno: number)
    }
  }
}

/// What the journal holds at most.
public enum Limit {
  /// How long another program's lock on the file is waited for.
  public static let busySeconds = 5.0
  /// The payload of one entry: a long error page, whole.
  public static let entryBytes = 1 << 18
  /// Of a paste, what is kept: enough for a case, and not somebody's mailbox.
  public static let pasteBytes = 1 << 16
  /// A case file; 100,000 rows of a ledger are about half of it.
  public static let fileBytes = 64 << 20
  /// How deep a case file's JSON may be nested; ours needs ten.
  public static let nesting = 32
}
