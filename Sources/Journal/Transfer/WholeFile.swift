import Foundation
import Glibc

/// A file that is read within a limit, and written whole or not at all.
enum WholeFile {
  static func read(_ path: String) throws(TransferError) -> Data {
    // Not blocking: a pipe without a writer would be waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .operatingSystem(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .operatingSystem(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notACase }
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return data }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .operatingSystem(path: path, errno: errno)
      }
      data.append(contentsOf: chunk[..<count])
      if data.count > Limit.fileBytes {
        throw .tooLarge(bytes: max(data.count, Int(status.st_size)))
      }
    }
  }

  static func write(_ data: Data, to path: String, replacing: Bool) throws(TransferError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let temporary = folder + ".regrant-\(UInt64.random(in: 0 ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .operatingSystem(path: path, errno: errno) }
    let isWritten = fill(descriptor, with: data) && fsync(descriptor) == 0
    let failure = errno
    close(descriptor)
    guard isWritten else {
      unlink(temporary)
      throw .operatingSystem(path: path, errno: failure)
    }
    // A link refuses to take another file's place, and renaming does not.
    let isNamed = (replacing ? rename(temporary, path) : link(temporary, path)) == 0
    let refusal = errno
    if !(replacing && isNamed) { unlink(temporary) }
    guard isNamed else { throw .operatingSystem(path: path, errno: refusal) }
    let holder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if holder >= 0 {
      fsync(holder)
      close(holder)
    }
  }

  private static func fill(_ descriptor: Int32, with data: Data) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
