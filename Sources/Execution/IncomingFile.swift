import Foundation

/// What somebody gave in a field for long text: the text itself, or the path of a file with it.
public struct IncomingFile: Sendable, Hashable {
  /// Why a file can't be read.
  public enum Failure: Error, Sendable, Hashable {
    /// There is none at that path.
    case missing(path: String)
    /// It is a folder, a device or a pipe.
    case notAFile(path: String)
    /// It holds more than ``TextRefusal/maximumBytes``.
    case tooLarge(path: String, bytes: Int)
    /// The system does not let us, and why.
    case unreadable(path: String, because: String)
  }

  /// The bytes of what was given: of the file it names, or else of the text.
  ///
  /// What begins with `/`, `~/`, `./` or `../` and is one line is a path; so is one line that
  /// names a file of the folder the program was started in.
  public static func bytes(of given: String) throws(Failure) -> [UInt8] {
    guard let path = path(in: given) else { return Array(given.utf8) }
    return try bytes(at: path)
  }

  /// The path that is meant, or nil when it is a text.
  private static func path(in given: String) -> String? {
    guard given.utf8.count <= longestPathBytes else { return nil }
    let line = unquoted(given.trimmingCharacters(in: .whitespacesAndNewlines))
    guard !line.isEmpty, !line.contains(where: \.isNewline), !line.utf8.contains(0) else {
      return nil
    }
    if line.hasPrefix("~/") {
      return FileManager.default.homeDirectoryForCurrentUser.path + line.dropFirst()
    }
    let isPath = ["/", "./", "../"].contains { line.hasPrefix($0) }
    return isPath || FileManager.default.fileExists(atPath: line) ? line : nil
  }

  /// A path dropped onto a terminal often comes in quotation marks.
  private static func unquoted(_ line: String) -> String {
    guard line.count > 2, let mark = line.first, mark == line.last, mark == "'" || mark == "\""
    else { return line }
    return String(line.dropFirst().dropLast())
  }

  /// The bytes of the file at a path.
  public static func bytes(at path: String) throws(Failure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    let resolved = URL(filePath: path).resolvingSymlinksInPath()
    let attributes: [FileAttributeKey: Any]
    do { attributes = try FileManager.default.attributesOfItem(atPath: resolved.path) } catch {
      throw .unreadable(path: path, because: reason(error))
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw .notAFile(path: path)
    }
    if let bytes = attributes[.size] as? Int, bytes > TextRefusal.maximumBytes {
      throw .tooLarge(path: path, bytes: bytes)
    }
    // It may grow while it is read: one byte more than the limit tells.
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: resolved)
      data = try file.read(upToCount: TextRefusal.maximumBytes + 1) ?? Data()
    } catch { throw .unreadable(path: path, because: reason(error)) }
    guard data.count <= TextRefusal.maximumBytes else {
      throw .tooLarge(path: path, bytes: data.count)
    }
    return Array(data)
  }

  /// What the system calls it.
  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard
      let code = [underlying, error as NSError].compactMap(\.self)
        .first(where: { $0.domain == NSPOSIXErrorDomain })?.code,
      let text = strerror(Int32(code))
    else { return error.localizedDescription }
    return String(cString: text)
  }

  /// Linux, `PATH_MAX`.
  private static let longestPathBytes = 4096
}
