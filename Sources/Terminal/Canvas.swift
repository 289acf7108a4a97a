import CNcurses
import Cells

/// The part of ncurses that draws: rows of cells in, the difference out.
struct Canvas {
  private let palette: Palette
  private let isASCII: Bool
  private var shown: Frame?

  init(palette: Palette, isASCII: Bool) { (self.palette, self.isASCII) = (palette, isASCII) }

  /// Whether the next frame is sent whole.
  var isForgotten: Bool { shown == nil }

  /// Nothing on the screen can be relied on: the next frame is sent whole.
  mutating func forget() {
    shown = nil
    curses_forget()
  }

  /// Gives ncurses a frame and lets it send what differs.
  mutating func draw(_ frame: Frame) {
    let window = curses_window()
    if shown?.size != frame.size {
      werase(window)
      shown = nil
    }
    let rows = min(frame.size.rows, Int(getmaxy(window)))
    let columns = min(frame.size.columns, Int(getmaxx(window)))
    for row in 0..<max(0, rows) where shown.map({ frame.differs(from: $0, inRow: row) }) ?? true {
      let cells = cells(frame.row(row).prefix(columns))
      mvwadd_wchnstr(window, Int32(row), 0, cells, Int32(cells.count))
    }
    let cursor = frame.cursor
    wmove(
      window, Int32(min(max(0, cursor.row), max(0, rows - 1))),
      Int32(min(max(0, cursor.column), max(0, columns - 1))))
    wnoutrefresh(window)
    doupdate()
    shown = frame
  }

  /// One row as ncurses wants it: a cell for each character, none for a wide one's second column.
  private func cells(_ row: ArraySlice<Cell>) -> [cchar_t] {
    var cells: [cchar_t] = []
    cells.reserveCapacity(row.count)
    var column = row.startIndex
    while column < row.endIndex {
      let cell = row[column]
      let isWide = column + 1 < row.endIndex && row[column + 1].isCovered
      let (attributes, pair) = palette.look(of: cell.style)
      if let byte = cell.printable, !isWide {
        cells.append(curses_ascii_cell(Int32(byte), attributes, pair))
        column += 1
        continue
      }
      for text in characters(cell.scalars, columns: isWide ? 2 : 1) {
        var made = cchar_t()
        curses_cell(&made, text, attributes, pair)
        cells.append(made)
      }
      column += isWide ? 2 : 1
    }
    return cells
  }

  /// What to draw in one or two columns: the text, or marks if ncurses would count it differently.
  ///
  /// The cells were measured when the frame was made. This is the last look: whatever happens, no
  /// control character gets out, and every cell is as wide as its frame says.
  private func characters(_ scalars: [Unicode.Scalar], columns: Int) -> [[wchar_t]] {
    let mark = wchar_t(bitPattern: isASCII ? 0x3f : 0xfffd)
    let marks = [[wchar_t]](repeating: [mark, 0], count: columns)
    guard let base = scalars.first else { return marks }
    if isASCII, !scalars.allSatisfy(\.isASCII) { return marks }
    let wide = scalars.map { wchar_t(bitPattern: $0.value) }
    guard wcwidth(wide[0]) == Int32(columns), wide.dropFirst().allSatisfy({ wcwidth($0) == 0 })
    else { return marks }
    return base.value < 0x20 || base.value == 0x7f ? marks : [wide + [0]]
  }
}
