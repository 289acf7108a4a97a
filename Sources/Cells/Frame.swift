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
  public internal(set) var cells: [Cell]
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

  /// Whether a row holds something else than another frame's of the same size.
  public func differs(from other: Frame, inRow row: Int) -> Bool {
    let start = row * size.columns
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        (start..<(start + size.columns)).contains { mine[$0] != theirs[$0] }
      }
    }
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
