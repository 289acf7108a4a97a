import Foundation

/// A table in Markdown.
struct Table {
  let head: [String]
  let rows: [[String]]

  var lines: [String] {
    [head, head.map { _ in "---" }].map(Self.line) + rows.map { Self.line($0.map(Self.cell)) }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// The rows of every table in a document, without heads.
  static func rows(in text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
