/// What a published file may not give away: machines, and names that somebody may own.
enum Privacy {
  /// Hosts that are what they seem: Microsoft's, our tools', and names set aside for examples.
  static let knownHosts: Set = [
    "microsoft.com", "microsoft.us", "microsoftonline.com", "microsoftonline.us",
    "microsoftonline.cn", "azure.com", "azure.us", "azure.cn", "chinacloudapi.cn", "windows.net",
    "office.com", "live.com", "contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com",
    "github.com", "swift.org", "sqlite.org", "invisible-island.net", "no-color.org",
    "freedesktop.org", "w3.org", "example.com", "example.org", "example.net",
  ]

  /// Paths of somebody's machine, and hosts or addresses that are not known.
  static func objections(to text: String, in path: String) -> [Objection] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      index, line -> [Objection] in
      let paths = machinePaths(in: line).map { "\($0) is a path of one machine" }
      let hosts = hosts(in: line).filter { !isKnown($0) }.map { "\($0) may be somebody's" }
      return (paths + hosts).map { Objection(path: path, line: index + 1, why: $0) }
    }
  }

  private static func machinePaths(in line: Substring) -> [String] {
    guard line.contains("/") else { return [] }
    return line.matches(of: /(?:^|[^\w.~\/-])(\/(?:root|work|Users)\/\w*)/).map { String($0.1) }
  }

  private static func hosts(in line: Substring) -> [String] {
    guard mayHoldHost(line) else { return [] }
    let bare =
      /(?:^|[^\w.@-])((?:[a-z0-9][a-z0-9-]*\.)+(?:com|net|org|io|dev|info|eu))(?![\w-]|\.\w)/
    let mail = /[\w.+#-]@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w-])/
    var found = line.matches(of: bare).map { String($0.1) }
    if line.contains("@") { found += line.matches(of: mail).map { $0.1.lowercased() } }
    return found
  }

  /// Whether looking closer is worth it: most lines hold neither an ending nor an address.
  private static func mayHoldHost(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.contains { index in
      if bytes[index] == UInt8(ascii: "@") { return true }
      guard bytes[index] == UInt8(ascii: ".") else { return false }
      return ["com", "net", "org", "io", "dev", "info", "eu"].contains {
        bytes[(index + 1)...].starts(with: $0.utf8)
      }
    }
  }

  private static func isKnown(_ host: String) -> Bool {
    host.hasSuffix(".example") || knownHosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
