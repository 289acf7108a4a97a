import Foundation

/// A file that is written whole or not at all: a temporary beside it, synced, then renamed.
enum WrittenFile {
  /// Writes to a path; `-` is standard output.
  ///
  /// A file that is there is replaced only if that is asked for. What is no file, such as
  /// `/dev/null` or a pipe, is written into: renaming would destroy it.
  static func write(_ bytes: Data, to path: String, replacing: Bool) throws {
    if path == "-" { return try StandardStream.write(bytes, to: STDOUT_FILENO) }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR { throw failure(path, EISDIR) }
    if isThere, status.st_mode & S_IFMT != S_IFREG { return try pour(bytes, into: path) }
    if isThere, !replacing { throw exists(path) }
    try place(bytes, at: path, replacing: replacing)
  }

  private static func pour(_ bytes: Data, into path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    try StandardStream.write(bytes, to: descriptor)
  }

  private static func place(_ bytes: Data, at path: String, replacing: Bool) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let temporary = folder + ".regrant-\(UUID().uuidString).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { unlink(temporary) }
    do throws(StreamError) { try StandardStream.write(bytes, to: descriptor) } catch {
      close(descriptor)
      guard case .failed(let number) = error else { throw failure(path, EPIPE) }
      throw failure(path, number)
    }
    let isSynced = fsync(descriptor) == 0
    let number = errno
    close(descriptor)
    guard isSynced else { throw failure(path, number) }
    // A link refuses to take another file's place, and renaming does not.
    guard (replacing ? rename(temporary, path) : link(temporary, path)) == 0 else {
      throw errno == EEXIST ? exists(path) : failure(path, errno)
    }
    let holder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if holder >= 0 {
      fsync(holder)
      close(holder)
    }
  }

  private static func exists(_ path: String) -> Failure {
    Failure(.cannotCreate, "\(Failure.name(path)) is there already.", "--force replaces it.")
  }

  private static func failure(_ path: String, _ number: Int32) -> Failure {
    Failure(Failure.code(of: number, creating: true), path: path, number)
  }
}
