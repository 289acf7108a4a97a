import Entra

/// Base64 as ids and tokens use it: `-` and `_`, without padding.
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0...group.count { text.append(alphabet[bits >> (18 - 6 * digit) & 63]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(of text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var held = 0
    for character in text.utf8 {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      bits = (bits << 6 | digit) & 0xFFFF
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      bytes.append(UInt8(bits >> held & 0xFF))
    }
    return bytes
  }
}

extension ObjectID {
  /// The sixteen bytes as .NET writes a GUID: the first three groups with their last byte first.
  var dotNetBytes: [UInt8] {
    let bytes = bits.bigEndianBytes
    return [bytes[3], bytes[2], bytes[1], bytes[0], bytes[5], bytes[4], bytes[7], bytes[6]]
      + bytes[8...]
  }
}

extension UInt128 {
  var bigEndianBytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: self >> UInt128(120 - 8 * $0)) }
  }
}
