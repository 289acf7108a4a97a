/// Text inside an OData request, made such that nothing in it can be taken for syntax.
enum ODataText {
  /// A string of a `$filter`: `'` doubled, between two of them.
  static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The clauses of a `$search`: each field for itself, in double quotes, `"` and `\` escaped.
  ///
  /// - Source: Graph, "Use the $search query parameter".
  static func search(_ term: String, in fields: [String]) -> String {
    let escaped = term.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return fields.map { "\"\($0):\(String(escaped))\"" }.joined(separator: " OR ")
  }

  /// A value in the query: what could end it, and whatever is no plain ASCII, in percent form.
  static func query(_ text: String) -> String { encoded(text, leaving: unreserved + "(),:'/") }

  /// One segment of a path; a guest's `#` becomes `%23`.
  static func segment(_ text: String) -> String { encoded(text, leaving: unreserved) }

  private static let unreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

  private static func encoded(_ text: String, leaving plain: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let plain = Set(plain.utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
