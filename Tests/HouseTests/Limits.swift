import RegexBuilder

/// How long a file and a function may be.
enum Limits {
  static let linesPerFile = 400
  static let linesPerFunction = 60

  /// Tables of data, which may be longer, each with its reason.
  static let tables = [
    "Sources/Remediation/Article.swift": "the article, a sentence a row"
  ]

  /// Files and functions that are too long.
  static func objections(in file: SourceFile, tables: [String: String] = tables) -> [Objection] {
    guard tables[file.path] == nil else { return [] }
    let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    // The newline that ends a file begins no line.
    let lines = file.text.hasSuffix("\n") ? count - 1 : count
    var objections: [Objection] = []
    if lines > linesPerFile {
      objections.append(Objection(path: file.path, why: "\(lines) lines"))
    }
    for function in functions(in: file.text) where function.lines > linesPerFunction {
      objections.append(
        Objection(path: file.path, line: function.line, why: "a body of \(function.lines) lines"))
    }
    return objections
  }

  /// Where functions and computed properties begin, and how many lines they take.
  static func functions(in source: String) -> [(line: Int, lines: Int)] {
    let code = Array(SwiftText(source).code.joined(separator: "\n").utf8)
    // A declaration's keyword; not a call such as `.init(` or a name in backticks.
    let keyword = Regex {
      /(?:^|[^\w.`])/
      Capture(/func\s|init[?!<(]|deinit\s|subscript[<(]|var\s+\w+\s*:[^=\n{]*(?=\{)/)
    }
    let text = String(decoding: code, as: UTF8.self)
    return text.matches(of: keyword).compactMap { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.1.startIndex)
      guard let open = bodyStart(in: code, from: start) else { return nil }
      let before = code[..<start].count { $0 == newline }
      let inside = code[start..<end(of: open, in: code)].count { $0 == newline }
      return (line: before + 1, lines: inside + 1)
    }
  }

  private static let newline = UInt8(ascii: "\n")

  /// The brace that opens a declaration's body; nil where it has none, as in a protocol.
  private static func bodyStart(in code: [UInt8], from start: Int) -> Int? {
    var depth = 0
    for index in start..<code.count {
      switch code[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth == 0: return index
      case UInt8(ascii: "}") where depth == 0: return nil
      case newline where depth == 0 && !continues(code, after: index): return nil
      default: break
      }
    }
    return nil
  }

  /// Whether the next line belongs to the same signature.
  private static func continues(_ code: [UInt8], after index: Int) -> Bool {
    let rest = code[index...].drop { $0 == newline || $0 == UInt8(ascii: " ") }
    return ["{", "->", "throws", "async", "where"].contains { rest.starts(with: $0.utf8) }
  }

  private static func end(of open: Int, in code: [UInt8]) -> Int {
    var depth = 0
    for index in open..<code.count {
      if code[index] == UInt8(ascii: "{") { depth += 1 }
      if code[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return code.count
  }
}
