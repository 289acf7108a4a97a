/// Reads records of fields between delimiters, quoted where needed, as RFC 4180 has them.
///
/// Line ends may be CRLF, LF or CR; blank lines are no records; spaces around a field don't count.
struct DelimitedRecords {
  /// One field of a record, and where it begins.
  struct Field {
    let text: String
    let place: TextPlace
  }

  /// What was wrong with the quoting so far.
  var refusal = ListRefusal()

  private let bytes: [UInt8]
  private let delimiters: [UInt8]
  private var position: Int
  private var place: TextPlace
  private var hasRecovered = false

  /// More columns than any export has.
  private static let maximumFields = 256

  /// Reads `bytes`, which are UTF-8, from `position` on; without delimiters a line is a field.
  init(_ bytes: [UInt8], delimiters: [UInt8], from position: Int = 0, line: Int = 1) {
    (self.bytes, self.delimiters, self.position) = (bytes, delimiters, position)
    place = TextPlace(line: line, column: 1)
  }

  /// The next record's fields, or `nil` at the end.
  mutating func next() -> [Field]? {
    while let byte = peek {
      guard Self.isLineEnd(byte) || isBlank(byte) else { break }
      advance()
    }
    guard peek != nil else { return nil }
    var fields: [Field] = []
    while true {
      let field = readField()
      if fields.count < Self.maximumFields {
        fields.append(field)
      } else if fields.count == Self.maximumFields {
        refusal.append(.tooManyFields(columns: Self.maximumFields), at: field.place)
        skipLine()
      }
      guard let byte = peek, delimiters.contains(byte) else { break }
      advance()
    }
    return fields
  }

  private mutating func readField() -> Field {
    skipBlanks()
    let start = place
    guard peek == Self.quote else { return readPlain(from: start) }
    let (savedPosition, savedPlace) = (position, place)
    advance()
    var content: [UInt8] = []
    while let byte = peek {
      advance()
      if byte == Self.quote {
        guard peek == Self.quote else { return finishQuoted(content, from: start) }
        advance()
      }
      content.append(byte)
    }
    // It swallowed the rest of the text. Once, what follows that line is looked at all the same.
    refusal.append(.unclosedQuote, at: start)
    if !hasRecovered {
      (position, place, hasRecovered) = (savedPosition, savedPlace, true)
      skipLine()
    }
    return Field(text: "", place: start)
  }

  private mutating func finishQuoted(_ content: [UInt8], from start: TextPlace) -> Field {
    skipBlanks()
    if let byte = peek, !isFieldEnd(byte) {
      refusal.append(.textAfterQuote, at: place)
      while let byte = peek, !isFieldEnd(byte) { advance() }
    }
    return Field(text: Self.trimmed(content[...]), place: start)
  }

  private mutating func readPlain(from start: TextPlace) -> Field {
    let begin = position
    var stray: TextPlace?
    while let byte = peek, !isFieldEnd(byte) {
      if byte == Self.quote, stray == nil { stray = place }
      advance()
    }
    if let stray { refusal.append(.strayQuote, at: stray) }
    return Field(text: Self.trimmed(bytes[begin..<position]), place: start)
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, isBlank(byte) { advance() }
  }

  private mutating func skipLine() {
    while let byte = peek, !Self.isLineEnd(byte) { advance() }
  }

  private func isFieldEnd(_ byte: UInt8) -> Bool {
    Self.isLineEnd(byte) || delimiters.contains(byte)
  }

  /// A space or tab that separates nothing.
  private func isBlank(_ byte: UInt8) -> Bool {
    Self.isBlank(byte) && !delimiters.contains(byte)
  }

  private mutating func advance() {
    let byte = bytes[position]
    position += 1
    let isPair = byte == Self.carriageReturn && peek == Self.lineFeed
    if Self.isLineEnd(byte), !isPair {
      place = TextPlace(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place = TextPlace(line: place.line, column: place.column + 1)
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes[start...].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
