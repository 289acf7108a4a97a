import Cells

/// A stretch of text in one style.
struct Span: Sendable, Hashable {
  var text: CellText
  var style: Style
}

/// One row of the body before it has a place.
struct Line: Sendable, Hashable {
  /// What stands in it, one after the other.
  var spans: [Span] = []
  /// Where the hardware cursor is, if this row has the focus; it is then marked with `>`.
  var cursor: Int?
  /// Whether it begins at the screen's first column, as an address does.
  var isFlush = false

  static let blank = Line()

  var width: Int { spans.reduce(0) { $0 + $1.text.width } }
}

/// A block as rows: what always shows, and rows of which some may be out of sight.
struct Section {
  enum Role: Sendable, Hashable {
    /// The sentence that decides.
    case lead
    /// What may be scrolled.
    case text
    /// What is answered: never below the fold.
    case control
  }

  var role: Role = .text
  /// How much the blank row before it is worth; the cheapest go first.
  var air = Air.paragraph
  /// The same for the blank row after it.
  var airAfter = Air.none
  /// Rows that stay.
  var head: [Line] = []
  /// Rows of a list.
  var rows: [Line] = []
  /// Which of the rows has the cursor.
  var selected = 0
  /// What stands under the rows, given which of them show.
  var tail: (Range<Int>) -> [Line] = { _ in [] }

  /// How many rows a list keeps for comfort, and how many at least.
  static let comfortable = 6
  static let least = 3

  var isElastic: Bool { !rows.isEmpty }

  /// The rows in sight when there is room for `room` of them.
  func window(_ room: Int) -> Range<Int> {
    let count = min(rows.count, max(room, 0))
    let start = selected < count ? 0 : min(selected, rows.count - 1) - count + 1
    return start..<(start + count)
  }

  func lines(showing room: Int = .max) -> [Line] {
    let shown = window(room)
    return head + rows[shown] + tail(shown)
  }
}

/// What a blank row is worth.
enum Air: Int, Sendable, Hashable, Comparable, CaseIterable {
  case none
  case related
  case top
  case paragraph
  case heading
  case control
  /// Worth more than any there is: no air at all.
  case packed

  static func < (one: Air, other: Air) -> Bool { one.rawValue < other.rawValue }
}
