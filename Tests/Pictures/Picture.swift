import Cells

/// A golden frame as an SVG picture: the same rows, roles and attributes, on light paper.
///
/// Every run of text says how long it is, so that the columns hold in whatever font there is.
struct Picture: Sendable {
  private let rows: [Row]
  private let columns: Int

  /// A picture of a golden's text: the screen's rows, a letter for each cell's style, the cursor.
  init(golden: String) {
    let parts = golden.split(separator: Self.rule, omittingEmptySubsequences: false)
    let texts = Self.lines(parts.first ?? "")
    let styles = parts.count > 1 ? Self.lines(parts[1]) : []
    rows = texts.indices.map { index in
      Row(
        cells: Self.cells(of: texts[index]),
        styles: styles.indices.contains(index) ? Array(styles[index]) : [])
    }
    columns = rows.map(\.cells.count).max() ?? 0
  }

  private static let rule = String(repeating: "~", count: 20) + "\n"

  private static func lines(_ part: Substring) -> [Substring] {
    Array(part.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
  }

  /// The text of each column; nothing in the second one of a wide character.
  private static func cells(of text: Substring) -> [String] {
    text.flatMap { character in
      let width = max(1, CellText(String(character), from: .wording).width)
      return [String(character)] + Array(repeating: "", count: width - 1)
    }
  }

  private struct Row: Sendable {
    let cells: [String]
    let styles: [Character]

    /// Neighbours of one look; what is blank and looks like nothing is left out.
    var runs: [Run] {
      var runs: [Run] = []
      for (column, text) in cells.enumerated() {
        let style = styles.indices.contains(column) ? styles[column] : "."
        if let last = runs.last, last.style == style, last.column + last.width == column {
          runs[runs.count - 1].add(text)
        } else {
          runs.append(Run(column: column, style: style, text: text))
        }
      }
      return runs.compactMap(\.trimmed)
    }
  }

  private struct Run {
    var column: Int
    let style: Character
    var text: String
    var width = 1

    mutating func add(_ more: String) { (text, width) = (text + more, width + 1) }

    /// Without the blanks at its ends, unless a blank is seen: underlined or reverse.
    var trimmed: Run? {
      if style == "#" || style == "_" { return self }
      var run = self
      while run.text.first == " " {
        run.text.removeFirst()
        (run.column, run.width) = (run.column + 1, run.width - 1)
      }
      while run.text.last == " " {
        (run.text, run.width) = (String(run.text.dropLast()), run.width - 1)
      }
      return run.text.isEmpty ? nil : run
    }
  }
}

extension Picture {
  private static let cellWidth = 8
  private static let rowHeight = 17
  private static let margin = 8

  /// The picture, as a file's text.
  var svg: String {
    let width = columns * Self.cellWidth + 2 * Self.margin
    let height = rows.count * Self.rowHeight + 2 * Self.margin
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" font-size=\"13\" xml:space=\"preserve\" "
        + "font-family=\"ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#fdfdfb\" stroke=\"#d0d4d9\"/>",
    ]
    for (index, row) in rows.enumerated() {
      for run in row.runs { lines += Self.elements(of: run, row: index) }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static func elements(of run: Run, row: Int) -> [String] {
    let left = margin + run.column * cellWidth
    let top = margin + row * rowHeight
    let width = run.width * cellWidth
    var elements: [String] = []
    if run.style == "#" {
      elements.append(
        "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(rowHeight)\" fill=\"\(ink(of: "."))\"/>"
      )
    }
    if run.style == "_" {
      let line = top + rowHeight - 2
      elements.append("<path d=\"M\(left) \(line)h\(width)\" stroke=\"\(ink(of: "_"))\"/>")
    }
    guard run.text.contains(where: { $0 != " " }) else { return elements }
    let ink = run.style == "#" ? "#fdfdfb" : ink(of: run.style)
    let weight = run.style.isUppercase ? " font-weight=\"bold\"" : ""
    elements.append(
      "<text x=\"\(left)\" y=\"\(top + 13)\" textLength=\"\(width)\" fill=\"\(ink)\"\(weight)>"
        + "\(escaped(run.text))</text>")
    return elements
  }

  /// The ink of a role, by its letter in the golden.
  private static func ink(of style: Character) -> String {
    switch style.lowercased() {
    case "h": "#0b3d91"
    case "g": "#1a7f37"
    case "c": "#8a5a00"
    case "d": "#b3261e"
    case "k": "#0550ae"
    case "s": "#5b3b8c"
    case "r": "#8c959f"
    default: "#1f2328"
    }
  }

  /// Text as XML holds it.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
