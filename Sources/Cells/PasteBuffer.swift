/// What stands between the marks of a bracketed paste, as it comes in.
struct PasteBuffer {
  /// The most bytes that are kept; of a longer paste only the length is told.
  let limit: Int
  private var bytes: [UInt8] = []
  private var count = 0
  /// How many bytes of the end mark the last bytes were.
  private var matched = 0

  private static let escape: UInt8 = 0x1B
  private static let endMark = Array("\u{1B}[201~".utf8)

  init(limit: Int) { self.limit = limit }

  /// Takes a byte; the whole paste when it was the last of the end mark.
  mutating func feed(_ byte: UInt8) -> Key? {
    if matched == 0, byte != Self.escape {
      keep(byte)
      return nil
    }
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count ? finish() : nil
    }
    // No end mark after all. Only its first byte is an ESC, so no later part of it can begin one.
    for earlier in Self.endMark[..<matched] { keep(earlier) }
    matched = byte == Self.escape ? 1 : 0
    if matched == 0 { keep(byte) }
    return nil
  }

  private mutating func keep(_ byte: UInt8) {
    count += 1
    if count <= limit { bytes.append(byte) } else { bytes = [] }
  }

  private mutating func finish() -> Key {
    defer { self = PasteBuffer(limit: limit) }
    return count > limit ? .pasteTooLong(count) : .paste(Self.plain(bytes))
  }

  /// The text of pasted bytes: line breaks as LF, no control but those and tabs.
  private static func plain(_ bytes: [UInt8]) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += 1
      switch byte {
      case 0x0D:
        plain.append(0x0A)
        if next == 0x0A { index += 1 }
      case 0x09, 0x0A, 0x20..<0x7F: plain.append(byte)
      case 0..<0x80: break  // a control
      case 0xC2 where (0x80...0x9F).contains(next): index += 1  // U+0080 to U+009F
      default: plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
