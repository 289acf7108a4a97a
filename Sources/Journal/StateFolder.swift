/// Where cases are kept: `$XDG_STATE_HOME/regrant`, else `~/.local/state/regrant`.
///
/// - Source: XDG Base Directory Specification, "Environment variables": relative values are to be
///   ignored.
public struct StateFolder: Sendable, Hashable {
  /// The absolute path of the folder.
  public let path: String

  /// The folder at an absolute path.
  public init(path: String) { self.path = path }

  /// The folder that an environment names; nil when it names no home either.
  public init?(environment: [String: String]) {
    if let state = Self.absolute(environment["XDG_STATE_HOME"]) {
      path = state + "/regrant"
    } else if let home = Self.absolute(environment["HOME"]) {
      path = home + "/.local/state/regrant"
    } else {
      return nil
    }
  }

  /// The file that holds every case.
  public var file: String { path + "/cases.sqlite" }
  /// The folder of the locks, one a case.
  public var locks: String { path + "/locks" }

  /// The path without a slash at its end; nil unless it is absolute.
  private static func absolute(_ value: String?) -> String? {
    guard let value, value.utf8.first == UInt8(ascii: "/"), !value.utf8.contains(0) else {
      return nil
    }
    var path = Substring(value)
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    return path == "/" ? "" : String(path)
  }
}
