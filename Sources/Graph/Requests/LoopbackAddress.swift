/// An address of this very machine, as a simulator prints it.
struct LoopbackAddress: Sendable, Hashable {
  /// `http` or `https`.
  let scheme: String
  /// Host, with the port where one is named.
  let authority: String
  /// What follows, from the first slash on.
  let path: Substring

  /// Reads `http://localhost:8080/path`; `nil` for any other machine.
  init?(_ address: some StringProtocol) {
    guard let separator = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<separator.lowerBound].lowercased()
    let rest = String(address[separator.upperBound...])
    let authority = rest.prefix { $0 != "/" }.lowercased()
    guard ["http", "https"].contains(scheme),
      let port = Self.hosts.lazy.compactMap({ authority.without(prefix: $0) }).first,
      port.isEmpty || Self.isPort(port)
    else { return nil }
    (self.scheme, self.authority, path) = (scheme, authority, rest.dropFirst(authority.count))
  }

  private static let hosts = ["localhost", "127.0.0.1", "[::1]"]

  private static func isPort(_ text: Substring) -> Bool {
    guard text.first == ":", let port = UInt16(text.dropFirst()) else { return false }
    return port > 0
  }
}

extension String {
  fileprivate func without(prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
