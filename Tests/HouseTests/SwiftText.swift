/// A Swift source taken apart: what the compiler acts on, and what people read.
///
/// Both halves keep every line where it was; the other half's characters are blanks.
struct SwiftText {
  /// Code, without comments and without what stands in string literals.
  let code: [String]
  /// Comments and string literals, without code.
  let prose: [String]

  init(_ source: String) {
    var reader = Reader(source)
    reader.readCode(untilParenthesis: false)
    code = Self.lines(reader.code)
    prose = Self.lines(reader.prose)
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

/// Reads a source once, from its first byte to its last.
private struct Reader {
  private let source: [UInt8]
  private var position = 0
  private(set) var code: [UInt8] = []
  private(set) var prose: [UInt8] = []

  init(_ source: String) { self.source = Array(source.utf8) }

  /// Reads code; inside an interpolation only to the parenthesis that ends it.
  mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while position < source.count {
      if isAt("//") {
        while position < source.count, source[position] != UInt8(ascii: "\n") { takeProse() }
      } else if isAt("/*") {
        readBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readString(hashes: hashes)
      } else {
        let byte = source[position]
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        takeCode()
        if untilParenthesis, depth < 0 { return }
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if isAt("/*") {
        depth += 1
        takeProse(2)
      } else if isAt("*/") {
        depth -= 1
        takeProse(2)
      } else {
        takeProse()
      }
    } while depth > 0 && position < source.count
  }

  private mutating func readString(hashes: Int) {
    takeCode(hashes)
    let quote = isAt("\"\"\"") ? "\"\"\"" : "\""
    let fence = String(repeating: "#", count: hashes)
    takeCode(quote.utf8.count)
    while position < source.count {
      if isAt(quote + fence) {
        takeCode(quote.utf8.count + hashes)
        return
      }
      if quote.utf8.count == 1, source[position] == UInt8(ascii: "\n") { return }
      if isAt("\\" + fence + "(") {
        takeCode(2 + hashes)
        readCode(untilParenthesis: true)
      } else if isAt("\\" + fence) {
        takeProse(2 + hashes)
      } else {
        takeProse()
      }
    }
  }

  /// How many `#` stand before a string literal that begins here; nil when none does.
  private func hashesBeforeQuote() -> Int? {
    var index = position
    while index < source.count, source[index] == UInt8(ascii: "#") { index += 1 }
    guard index < source.count, source[index] == UInt8(ascii: "\"") else { return nil }
    return index - position
  }

  private func isAt(_ text: String) -> Bool {
    // Most bytes are no beginning of anything.
    guard position < source.count, source[position] == text.utf8.first else { return false }
    return source[position...].starts(with: text.utf8)
  }

  private mutating func takeCode(_ count: Int = 1) { take(count, isCode: true) }
  private mutating func takeProse(_ count: Int = 1) { take(count, isCode: false) }

  private mutating func take(_ count: Int, isCode: Bool) {
    let end = min(position + count, source.count)
    while position < end {
      let byte = source[position]
      let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
      code.append(isCode ? byte : blank)
      prose.append(isCode ? blank : byte)
      position += 1
    }
  }
}
