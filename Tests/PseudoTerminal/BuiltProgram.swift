import Glibc

/// A program of this package, built beside the one that asks.
///
/// - Returns: its path; nil when no folder from the running program's upwards holds it.
public func builtProgram(named name: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  guard count > 0 else { return nil }
  var folder = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  while let slash = folder.lastIndex(of: "/") {
    folder = String(folder[..<slash])
    let candidate = folder + "/" + name
    var information = stat()
    if stat(candidate, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      access(candidate, X_OK) == 0
    {
      return candidate
    }
  }
  return nil
}
