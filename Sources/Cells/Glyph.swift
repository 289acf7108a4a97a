/// The characters that the program itself draws with, each with an ASCII twin of one column.
///
/// They are ambiguous in width or missing from some fonts, so foreign text may not hold them: what
/// looks like a frame or a tick is ours.
public enum Glyph: Sendable, Hashable, CaseIterable {
  /// Text was cut here.
  case ellipsis
  /// An item of a list, or something that is the case.
  case bullet
  /// Something that is not yet the case.
  case circle
  /// Done, or open.
  case check
  /// Failed, or shut.
  case cross
  /// What leads on.
  case arrow
  /// A rule from left to right.
  case horizontal
  /// A rule from top to bottom.
  case vertical
  /// The upper left corner of a frame.
  case topLeft
  /// The upper right corner of a frame.
  case topRight
  /// The lower left corner of a frame.
  case bottomLeft
  /// The lower right corner of a frame.
  case bottomRight
  /// A branch to the right.
  case teeRight
  /// A branch to the left.
  case teeLeft
  /// A branch downwards.
  case teeDown
  /// A branch upwards.
  case teeUp
  /// Two rules that cross.
  case junction
  /// A part of a bar that is done.
  case full
  /// A part of a bar that is ahead.
  case light
  /// The upper half of a cell, as a QR code needs it.
  case upperHalf
  /// The lower half of a cell.
  case lowerHalf

  /// How it is drawn where the locale is UTF-8.
  public var unicode: String { spellings.unicode }

  /// How it is drawn elsewhere.
  public var ascii: String { spellings.ascii }

  /// How it is drawn in either kind of locale.
  public func text(ascii isASCII: Bool) -> String { isASCII ? ascii : unicode }

  /// The glyph that is drawn as a scalar.
  init?(_ scalar: Unicode.Scalar) {
    guard (0x2026...0x2717).contains(scalar.value), let glyph = Self.byScalar[scalar] else {
      return nil
    }
    self = glyph
  }

  private static let byScalar = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { glyph in
      glyph.unicode.unicodeScalars.map { ($0, glyph) }
    })

  private var spellings: (unicode: String, ascii: String) {
    switch self {
    case .ellipsis: ("…", "~")
    case .bullet: ("●", "*")
    case .circle: ("○", "o")
    case .check: ("✓", "+")
    case .cross: ("✗", "x")
    case .arrow: ("→", ">")
    case .horizontal: ("─", "-")
    case .vertical: ("│", "|")
    case .topLeft: ("┌", "+")
    case .topRight: ("┐", "+")
    case .bottomLeft: ("└", "+")
    case .bottomRight: ("┘", "+")
    case .teeRight: ("├", "+")
    case .teeLeft: ("┤", "+")
    case .teeDown: ("┬", "+")
    case .teeUp: ("┴", "+")
    case .junction: ("┼", "+")
    case .full: ("█", "#")
    case .light: ("░", ".")
    case .upperHalf: ("▀", "\"")
    case .lowerHalf: ("▄", "_")
    }
  }
}
