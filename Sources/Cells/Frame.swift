/// One place of the screen: a cluster of at most one base and three combining marks.
public struct Cell: Sendable, Hashable {
  /// What stands there; empty in the second column of a wide character.
  public var text: String
  /// How it looks.
  public var style: Style

  /// A cell of a text and a style.
  public init(_ text: String = " ", _ style: Style = .plain) {
    (self.text, self.style) = (text, style)
  }

  /// Nothing, in the terminal's own colours.
  public static let blank = Cell()
}

/// A width and a height, in cells.
public struct Size: Sendable, Hashable {
  /// Columns.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// A size of columns and rows.
  public init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// What every page is designed for.
  public static let design = Size(columns: 80, rows: 24)
}

/// A place on the screen, from the upper left, from zero.
public struct Position: Sendable, Hashable {
  /// The row.
  public var row: Int
  /// The column.
  public var column: Int

  /// A position of a row and a column.
  public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
}

/// A screen without a terminal: cells, and where the hardware cursor stands.
public struct Frame: Sendable, Hashable {
  /// Columns and rows.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the focus is; always inside.
  public var cursor: Position

  /// An empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns * size.rows))
    cursor = Position(row: 0, column: 0)
  }

  /// The cell at a position; outside, a blank, and writing there changes nothing.
  public subscript(position: Position) -> Cell {
    get { contains(position) ? cells[position.row * size.columns + position.column] : .blank }
    set {
      guard contains(position) else { return }
      cells[position.row * size.columns + position.column] = newValue
    }
  }

  /// One row's cells.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// One row as text, trailing blanks removed.
  public func text(row: Int) -> String {
    var text = self.row(row).map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  private func contains(_ position: Position) -> Bool {
    position.row >= 0 && position.row < size.rows && position.column >= 0
      && position.column < size.columns
  }
}
