import Cells

/// A part of the screen, in which the body has a gutter for the focus mark and a margin.
struct Area: Sendable, Hashable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int

  /// The columns before the text: the focus mark and a blank.
  static let gutter = 2

  /// The columns a text has.
  var textColumns: Int { columns - 2 * Self.gutter }
}

extension Frame {
  /// Puts spans one after the other, at most so many columns of them.
  mutating func write(_ spans: [Span], row: Int, column: Int, within columns: Int) {
    var used = 0
    for span in spans where used < columns {
      write(
        span.text, at: Position(row: row, column: column + used), style: span.style,
        within: columns - used)
      used += span.text.width
    }
  }

  /// Repeats one narrow character along a row.
  mutating func rule(_ character: String, row: Int, columns: Range<Int>, style: Style = .rule) {
    let cell = Cell(character, style)
    for column in columns { self[Position(row: row, column: column)] = cell }
  }

  /// Puts rows into an area, and the cursor on the one that has it.
  mutating func write(_ lines: [Line], in area: Area) {
    for (index, line) in lines.prefix(area.rows).enumerated() {
      let row = area.row + index
      let column = line.isFlush ? 0 : area.column + Area.gutter
      let room = line.isFlush ? size.columns : area.columns - Area.gutter
      write(line.spans, row: row, column: column, within: room)
      guard let place = line.cursor else { continue }
      if !line.isFlush {
        self[Position(row: row, column: area.column)] = Cell(">", Style(.key, .bold))
      }
      cursor = Position(row: row, column: min(column + place, size.columns - 1))
    }
  }
}
