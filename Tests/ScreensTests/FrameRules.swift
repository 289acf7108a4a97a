import Cells

@testable import Screens

/// What holds for every page in every size (T6.7), as sentences about where it doesn't.
enum FrameRules {
  /// The sizes pages are tried in: the smallest, the design, the wide, and odd ones between.
  static let sizes = [
    Layout.smallest, Size(columns: 61, rows: 21), Size(columns: 79, rows: 23), .design,
    Size(columns: 109, rows: 24), Size(columns: 110, rows: 20), Size(columns: 120, rows: 40),
    Size(columns: 200, rows: 60),
  ]

  static func violations(
    of page: Page, size: Size, charset: Layout.Charset
  ) -> [String] {
    let layout = Layout(page, size: size, charset: charset)
    let frame = layout.frame
    let rows = (0..<size.rows).map { frame.text(row: $0) }
    return cells(frame, charset) + widths(layout) + focus(layout, frame, rows)
      + footer(layout, rows) + decisive(page, layout, rows)
  }

  private static func cells(_ frame: Frame, _ charset: Layout.Charset) -> [String] {
    var broken: [String] = []
    for row in 0..<frame.size.rows {
      let cells = Array(frame.row(row))
      for (column, cell) in cells.enumerated() where !isPrintableASCII(cell.text) {
        let scalars = cell.text.unicodeScalars
        if cell.text.isEmpty, column == 0 || cells[column - 1].text.isEmpty {
          broken.append("row \(row): an empty cell follows nothing wide")
        }
        if scalars.contains(where: { $0.value < 32 || (127...159).contains($0.value) }) {
          broken.append("row \(row): a control character")
        }
        if charset == .ascii, !scalars.allSatisfy(\.isASCII) {
          broken.append("row \(row): \(cell.text) is not ASCII")
        }
      }
    }
    return broken
  }

  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.count == 1 && text.utf8.allSatisfy { (32..<127).contains($0) }
  }

  private static func area(_ layout: Layout) -> Area {
    layout.page.isStop ? layout.stopArea : layout.bodyArea
  }

  private static func widths(_ layout: Layout) -> [String] {
    let area = area(layout)
    let fit = layout.fitted(in: area)
    var broken = fit.lines.count > area.rows ? ["more rows than there is room for"] : []
    for line in fit.lines {
      let room = line.isFlush ? layout.size.columns : area.textColumns
      if line.width > room { broken.append("a row of \(line.width) columns in \(room)") }
    }
    return broken
  }

  private static func focus(_ layout: Layout, _ frame: Frame, _ rows: [String]) -> [String] {
    let place = frame.cursor
    guard (0..<frame.size.rows).contains(place.row), (0..<frame.size.columns).contains(place.column)
    else { return ["the cursor is outside"] }
    let gutter = area(layout).column
    let marked = rows.indices.filter {
      frame[Position(row: $0, column: gutter)] == Cell(">", Style(.key, .bold))
    }
    if marked != [place.row] { return ["marked are rows \(marked), the cursor is in \(place.row)"] }
    let row = rows[place.row]
    let page = layout.page
    if let field = page.focusedField {
      let before = frame[Position(row: place.row, column: place.column - 1)]
      let isAtStart = field.cursor == 0
      return isAtStart && before.text != "[" ? ["the cursor is not in the field"] : []
    }
    for case .menu(let menu) in page.blocks where menu.id == page.focused {
      let number = menu.selected < 9 ? "\(menu.selected + 1)" : ""
      let start = String(row.drop { $0 != ">" }.dropFirst(2))
      if !start.hasPrefix(number) { return ["the cursor is not on choice \(number): \(row)"] }
    }
    return []
  }

  private static func footer(_ layout: Layout, _ rows: [String]) -> [String] {
    let page = layout.page
    let hints = layout.footer(under: layout.extent)
    let text = hints.map { "\($0.shown) \($0.label)" }.joined(separator: "   ")
    var broken: [String] = []
    if rows.last != "  " + text { broken.append("the footer says \(rows.last ?? "") for \(text)") }
    if hints.count > 7 { broken.append("\(hints.count) keys in the footer") }
    if !hints.contains(where: { $0.id == .help }) { broken.append("no help in the footer") }
    if hints.contains(where: { $0.id == .pageDown }), !rows.contains(where: { $0.contains("%") }) {
      broken.append("the footer promises more, and there is none")
    }
    for hint in hints where hint.id != .choose {
      let key = KeyTable.bindings.flatMap(\.keys).first { KeyTable.name($0) == hint.shown }
      if key.flatMap({ KeyTable.binding(for: $0, on: page) }) != hint.id {
        broken.append("\(hint.shown) is in the footer and does not do \(hint.id)")
      }
    }
    return broken
  }

  private static func decisive(_ page: Page, _ layout: Layout, _ rows: [String]) -> [String] {
    var broken: [String] = []
    let all = rows.joined(separator: "\n")
    for case .lead(let text) in page.blocks where page.scroll == 0 {
      let word = text.prefix { $0 != " " }
      if !all.contains(word) { broken.append("the lead \(word) is out of sight") }
    }
    let hidden = layout.extent.limit
    if hidden > 0, !all.contains("%") { broken.append("nothing says that there is more") }
    return broken
  }
}
