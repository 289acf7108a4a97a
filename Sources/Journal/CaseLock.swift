import Glibc
public import Remediation

/// One program's hold on a case: a second instance is refused with the number of the process.
///
/// The lock is the system's, so it ends with the process, however that ends.
public final class CaseLock: Sendable {
  private let descriptor: Int32?

  /// Takes the case; let go of when this is released.
  ///
  /// - Throws: ``JournalError/locked(pid:)`` when another has it.
  public init(_ id: CaseID, in store: JournalStore) throws(JournalError) {
    guard let folder = store.folder else {
      descriptor = nil
      return
    }
    try JournalFile.makeFolder(folder.locks)
    descriptor = try Self.acquire(Self.path(of: id, in: folder))
  }

  deinit {
    guard let descriptor else { return }
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  static func path(of id: CaseID, in folder: StateFolder) -> String {
    folder.locks + "/" + id.description
  }

  private static func acquire(_ path: String) throws(JournalError) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw JournalError(errno: errno, path: path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        defer { close(descriptor) }
        guard errno == EWOULDBLOCK else { throw JournalError(errno: errno, path: path) }
        throw .locked(pid: holder(descriptor))
      }
      // A case deleted in between took the file along: what is held then locks nobody out.
      guard isStill(descriptor, at: path) else {
        close(descriptor)
        continue
      }
      let text = Array("\(getpid())\n".utf8)
      ftruncate(descriptor, 0)
      guard pwrite(descriptor, text, text.count, 0) == text.count else {
        let number = errno
        close(descriptor)
        throw JournalError(errno: number, path: path)
      }
      return descriptor
    }
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var found = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &found) == 0 && held.st_ino == found.st_ino
      && held.st_dev == found.st_dev
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(
      String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
