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
    let isASCII = charset == .ascii
    rule = Glyph.horizontal.text(ascii: isASCII)
    upright = Glyph.vertical.text(ascii: isASCII)
    teeDown = Glyph.teeDown.text(ascii: isASCII)
    teeUp = Glyph.teeUp.text(ascii: isASCII)
    done = Glyph.check.text(ascii: isASCII)
    filled = Glyph.full.text(ascii: isASCII)
    unfilled = Glyph.light.text(ascii: isASCII)
    dot = isASCII ? "-" : "·"
    hiddenLeft = isASCII ? "<" : "‹"
    hiddenRight = isASCII ? ">" : "›"
    stop = isASCII ? ["#", "#", "#", "#", "=", "#"] : ["╔", "╗", "╝", "╚", "═", "║"]
  }
}
