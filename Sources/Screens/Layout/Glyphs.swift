import Cells

/// The characters a screen is drawn with, and what stands for them in ASCII.
struct Glyphs: Sendable, Hashable {
  let rule: String
  let upright: String
  let teeDown: String
  let teeUp: String
  let done: String
  let dot: String
  let hiddenLeft: String
  let hiddenRight: String
  let filled: String
  let unfilled: String
  /// The stop's frame: corners from the upper left clockwise, then level and upright.
  let stop: [String]

  init(_ charset: Layout.Charset) {
    let fine = charset == .utf8
    rule = fine ? "─" : "-"
    upright = fine ? "│" : "|"
    teeDown = fine ? "┬" : "+"
    teeUp = fine ? "┴" : "+"
    done = fine ? "✓" : "+"
    dot = fine ? "·" : "-"
    hiddenLeft = fine ? "‹" : "<"
    hiddenRight = fine ? "›" : ">"
    filled = fine ? "━" : "="
    unfilled = fine ? "─" : "-"
    stop = fine ? ["╔", "╗", "╝", "╚", "═", "║"] : ["#", "#", "#", "#", "=", "#"]
  }
}
