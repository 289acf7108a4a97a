import Glibc

/// The folder and the file, made private before anything is written to them.
enum JournalFile {
  /// Makes the folders that are missing, and `folder` readable by its owner alone.
  static func makeFolder(_ folder: String) throws(JournalError) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { try check(made, errno) }
    }
    var status = stat()
    guard stat(folder, &status) == 0 else { throw JournalError(errno: errno, path: folder) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusable(path: folder, errno: ENOTDIR)
    }
    if status.st_mode & 0o077 != 0, chmod(folder, 0o700) != 0 {
      throw JournalError(errno: errno, path: folder)
    }
  }

  /// A folder above ours need not be writable, only be there.
  private static func check(_ path: String, _ number: Int32) throws(JournalError) {
    var status = stat()
    if stat(path, &status) != 0 { throw JournalError(errno: number, path: path) }
  }

  /// Makes the file if it is missing, private; SQLite gives its companions the same permissions.
  ///
  /// - Throws: ``JournalError/damaged(path:detail:)`` when it is no database; it stays as it is.
  static func prepare(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError(errno: errno, path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw JournalError(errno: errno, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unusable(path: path, errno: EISDIR) }
    if status.st_mode & 0o077 != 0, fchmod(descriptor, 0o600) != 0 {
      throw JournalError(errno: errno, path: path)
    }
    guard status.st_size > 0 else { return }
    var header = [UInt8](repeating: 0, count: smallestBytes)
    guard pread(descriptor, &header, smallestBytes, 0) == smallestBytes else {
      throw .damaged(path: path, detail: "cut off within its first \(smallestBytes) bytes")
    }
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .damaged(path: path, detail: "the first bytes are not a database's")
    }
    let size = wholeBytes(header)
    if size > Int(status.st_size), !hasLog(path) {
      throw .damaged(path: path, detail: "cut off: \(status.st_size) of \(size) bytes")
    }
  }

  /// How long the file should be by its own first page.
  ///
  /// - Source: SQLite, "Database File Format", 1.3.
  private static func wholeBytes(_ header: [UInt8]) -> Int {
    let page = Int(header[16]) << 8 | Int(header[17])
    let pages = header[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return (page == 1 ? 65_536 : page) * pages
  }

  /// Whether a log lies beside the file, which may hold what the file lacks.
  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// SQLite's smallest page.
  private static let smallestBytes = 512
}

/// Keeps others out of a folder while a journal is opened there, so that only one creates it.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for its turn; where the file system has no locks there is none.
  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
