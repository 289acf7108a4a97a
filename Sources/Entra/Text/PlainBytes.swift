/// A paste reduced to what its readers look at: one line of plain bytes, in the case it came in.
///
/// Percent-encoding (also twice), JSON's and HTML's escapes are undone, quotation marks and hyphens
/// straightened, invisible characters dropped, and white space, line ends and the `>` of quoted mail
/// become one space. Every step is one pass over the bytes.
struct PlainBytes {
  private(set) var bytes: [UInt8] = []
  private var isAfterSpace = true
  private var isAtLineStart = true

  init(_ text: some Sequence<UInt8>) {
    let decoded = Self.percentDecoded(Array(text))
    bytes.reserveCapacity(decoded.count)
    var place = 0
    while place < decoded.count { place += takeOne(of: decoded, at: place) }
    if bytes.last == Self.space { bytes.removeLast() }
  }

  private static let space = UInt8(ascii: " ")

  /// Takes the character at `place` in and answers how many bytes it had.
  private mutating func takeOne(of source: [UInt8], at place: Int) -> Int {
    let byte = source[place]
    switch byte {
    case 0x0A, 0x0D:
      append(Self.space)
      isAtLineStart = true
      return 1
    case 0...0x20, 0x7F:
      append(Self.space)
      return 1
    case UInt8(ascii: ">"), UInt8(ascii: "|"):
      if !isAtLineStart { append(byte) }
      return 1
    case UInt8(ascii: "\\"): return takeEscape(of: source, at: place)
    case UInt8(ascii: "&"): return takeEntity(of: source, at: place)
    case 0x80...:
      return takeMultibyte(of: source, at: place)
    default:
      append(byte)
      return 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    if byte == Self.space {
      if !isAfterSpace { bytes.append(byte) }
      isAfterSpace = true
    } else {
      bytes.append(byte)
      (isAfterSpace, isAtLineStart) = (false, false)
    }
  }

  /// `\r`, `\"`, `\u0027`: a string of JSON pasted raw.
  private mutating func takeEscape(of source: [UInt8], at place: Int) -> Int {
    guard place + 1 < source.count else { return 1 }
    switch source[place + 1] {
    case UInt8(ascii: "r"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      append(Self.space)
      return 2
    case UInt8(ascii: "\""), UInt8(ascii: "/"):
      append(source[place + 1])
      return 2
    case UInt8(ascii: "u") where place + 5 < source.count:
      var value = 0
      for digit in source[(place + 2)...(place + 5)] {
        guard let nibble = ASCII.hexadecimalValue(digit) else { return 1 }
        value = value << 4 | Int(nibble)
      }
      append(value > 0x20 && value < 0x7F ? UInt8(value) : Self.space)
      return 6
    default:
      append(source[place])
      return 1
    }
  }

  private mutating func takeEntity(of source: [UInt8], at place: Int) -> Int {
    let longest = source[place..<min(place + 6, source.count)]
    for (name, byte) in Self.entities where longest.starts(with: name) {
      append(byte)
      return name.count
    }
    append(source[place])
    return 1
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")), (Array("&#x27;".utf8), UInt8(ascii: "'")),
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&nbsp;".utf8), UInt8(ascii: " ")),
  ]

  private mutating func takeMultibyte(of source: [UInt8], at place: Int) -> Int {
    let second = place + 1 < source.count ? source[place + 1] : 0
    let third = place + 2 < source.count ? source[place + 2] : 0
    switch (source[place], second, third) {
    case (0xC2, 0xAD, _): return 2  // soft hyphen
    case (0xC2, 0xA0, _): return take(Self.space, length: 2)
    case (0xC2, 0xB4, _): return take(UInt8(ascii: "'"), length: 2)
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): return take(UInt8(ascii: "\""), length: 2)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
      (0xEF, 0xBB, 0xBF):
      return 3  // zero width, direction, byte order mark
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      return take(Self.space, length: 3)
    case (0xE2, 0x80, 0x90...0x95): return take(UInt8(ascii: "-"), length: 3)
    case (0xE2, 0x80, 0x98...0x9B): return take(UInt8(ascii: "'"), length: 3)
    case (0xE2, 0x80, 0x9C...0x9F): return take(UInt8(ascii: "\""), length: 3)
    default: return take(source[place], length: 1)
    }
  }

  private mutating func take(_ byte: UInt8, length: Int) -> Int {
    append(byte)
    return length
  }
}

extension PlainBytes {
  /// How often an address may be wrapped in another's query.
  private static let maximumRounds = 3

  /// `%3a` and `%253a` as `:` everywhere, `+` as a space in what looks like a query.
  private static func percentDecoded(_ source: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.count)
    var (place, wordEnd, isQuery) = (0, 0, false)
    while place < source.count {
      if place == wordEnd {
        (wordEnd, isQuery) = word(of: source, from: place)
      }
      var byte = source[place]
      place += 1
      if byte == UInt8(ascii: "+"), isQuery { byte = space }
      var rounds = 0
      while byte == UInt8(ascii: "%"), rounds < maximumRounds, place + 1 < source.count,
        let high = ASCII.hexadecimalValue(source[place]),
        let low = ASCII.hexadecimalValue(source[place + 1])
      {
        (byte, place, rounds) = (high << 4 | low, place + 2, rounds + 1)
      }
      wordEnd = max(wordEnd, place)
      decoded.append(byte)
    }
    return decoded
  }

  /// Where the word (or the white space) that begins at `start` ends, and whether it is a query.
  private static func word(of source: [UInt8], from start: Int) -> (end: Int, isQuery: Bool) {
    guard source[start] > space else { return (start + 1, false) }
    var (end, hasEquals, hasMark) = (start, false, false)
    while end < source.count, source[end] > space {
      switch source[end] {
      case UInt8(ascii: "="): hasEquals = true
      case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"): hasMark = true
      default: break
      }
      end += 1
    }
    return (end, hasEquals && hasMark)
  }
}
