/// The terminal's clipboard, asked by OSC 52: a request, never a fact, since many refuse it.
enum Clipboard {
  /// The longest text, in bytes: 100,000 bytes of sequence, an old limit, hold no more.
  static let limitBytes = 74_994

  /// What asks a terminal to copy a text; nil if it is too long.
  static func request(_ text: String, throughTmux: Bool) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= limitBytes else { return nil }
    let plain = Array("\u{1b}]52;c;".utf8) + base64(bytes) + [0x07]
    guard throughTmux else { return plain }
    // tmux takes the first for itself if it is allowed to, and hands on the second if it may.
    let doubled = plain.flatMap { $0 == 0x1b ? [$0, $0] : [$0] }
    return plain + Array("\u{1b}Ptmux;".utf8) + doubled + Array("\u{1b}\\".utf8)
  }

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * place)) & 63
        text.append(place <= group.count ? alphabet[index] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
