/// What a person would see in the terminal's window at one moment, and how the terminal is set.
public struct Screen: Sendable, Hashable {
  /// One place of the window.
  public struct Cell: Sendable, Hashable {
    /// What stands there; a space where nothing does, empty behind a wide character.
    public var text = " "
    /// Columns taken.
    public var width = 1
    /// Bold.
    public var isBold = false
    /// Underlined, in whichever way.
    public var isUnderlined = false
    /// Foreground and background exchanged.
    public var isReversed = false
    /// The character's colour.
    public var foreground = Color.standard
    /// The colour behind it.
    public var background = Color.standard
  }

  /// A colour as the program asked for it.
  public enum Color: Sendable, Hashable {
    /// The terminal's own.
    case standard
    /// One of the palette's.
    case indexed(Int)
    /// Given by its parts.
    case rgb(Int, Int, Int)
  }

  /// Rows of cells.
  public var cells: [[Cell]]
  /// The hardware cursor's row, from 0.
  public var cursorRow: Int
  /// The hardware cursor's column, from 0.
  public var cursorColumn: Int
  /// Whether the cursor is shown.
  public var isCursorVisible: Bool
  /// Whether the alternate screen is shown.
  public var isAlternate: Bool
  /// Private modes that are on and were not when the terminal started: 1049, 1006, 2004, 2026...
  ///
  /// 66 stands for the application keypad (`ESC =`). Wrapping (7) and the cursor (25) don't count.
  public var modes: Set<Int>
  /// The window's title, as last set.
  public var title: String
  /// How often the bell rang.
  public var bells: Int
  /// Control strings the emulator doesn't know, without introducer and end, `52;c;...` for one.
  public var operatingSystemCommands: [String]

  /// The rows as text, trailing spaces removed.
  public var lines: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// All rows as one text.
  public var text: String { lines.joined(separator: "\n") }

  /// Whether some row holds a text.
  public func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The first row that holds a text.
  public func row(of text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

  /// The cell at a place, or an empty one outside.
  public func cell(row: Int, column: Int) -> Cell {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return Cell() }
    return cells[row][column]
  }
}
