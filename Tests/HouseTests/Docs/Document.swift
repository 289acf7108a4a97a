import Foundation

/// A document, and the passages of it that are made from code.
///
/// A passage stands between `<!-- made: acts -->` and `<!-- end: acts -->`; around it people write.
/// `UPDATE_GOLDENS=1` makes all of them anew and fails, so that nothing changes by accident.
struct Document: CustomStringConvertible {
  let path: String
  let passages: [Passage]

  /// Lines that come from code.
  struct Passage {
    let name: String
    let lines: [String]
  }

  var description: String { path }

  /// The document with every passage made anew.
  /// - Throws: ``Unmarked`` when a passage has no place.
  func made(from text: String) throws -> String {
    try passages.reduce(text) { text, passage in
      let (opening, closing) = Self.marks(of: passage.name)
      guard let start = text.range(of: opening), let end = text.range(of: closing),
        start.upperBound <= end.lowerBound
      else { throw Unmarked(passage: passage.name, path: path) }
      let body = ([""] + passage.lines + [""]).joined(separator: "\n")
      return text[..<start.upperBound] + "\n" + body + "\n" + text[end.lowerBound...]
    }
  }

  /// The names of the passages that a text marks.
  static func marked(in text: String) -> [String] {
    text.matches(of: /<!-- made: ([\w-]+) -->/).map { String($0.1) }
  }

  /// A passage whose marks are not in its document.
  struct Unmarked: Error, Hashable {
    let passage: String
    let path: String
  }

  private static func marks(of name: String) -> (String, String) {
    ("<!-- made: \(name) -->", "<!-- end: \(name) -->")
  }
}
