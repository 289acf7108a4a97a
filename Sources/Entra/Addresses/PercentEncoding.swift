/// Text as the query of an address holds it.
///
/// - Source: RFC 3986, 2.1 and 2.3.
enum PercentEncoding {
  /// Only unreserved characters are left as they are, so no control character gets through.
  static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if ASCII.isAlphanumeric(byte) || unreserved.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let unreserved = Set("-._~".utf8)
}
