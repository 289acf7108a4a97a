/// One place of the screen: a base with at most three combining marks.
///
/// Plain numbers, because a frame holds thousands of them and every key makes and compares one.
public struct Cell: Sendable, Hashable {
  private var base: UInt32
  private var firstMark = Self.nothing
  private var secondMark = Self.nothing
  private var thirdMark = Self.nothing
  /// How it looks.
  public var style: Style

  /// No scalar has this number.
  private static let nothing = UInt32.max

  /// A cell of a text and a style; what a base and three marks can't hold is left out.
  public init(_ text: String = " ", _ style: Style = .plain) {
    self.style = style
    base = Self.nothing
    for (place, scalar) in text.unicodeScalars.prefix(4).enumerated() {
      switch place {
      case 0: base = scalar.value
      case 1: firstMark = scalar.value
      case 2: secondMark = scalar.value
      default: thirdMark = scalar.value
      }
    }
  }

  /// A cell of a printable character of ASCII.
  init(printable byte: UInt8, _ style: Style) { (base, self.style) = (UInt32(byte), style) }

  /// What stands there; empty in the second column of a wide character.
  public var text: String {
    get { String(String.UnicodeScalarView(scalars)) }
    set { self = Cell(newValue, style) }
  }

  /// The base and its marks; none in the second column of a wide character.
  public var scalars: [Unicode.Scalar] {
    [base, firstMark, secondMark, thirdMark].compactMap(Unicode.Scalar.init)
  }

  /// What stands there, if it is a printable character of ASCII and nothing else.
  public var printable: UInt8? {
    guard firstMark == Self.nothing, let byte = UInt8(exactly: base), Cluster.isPrintable(byte)
    else { return nil }
    return byte
  }

  /// Whether it is the second column of a wide character.
  public var isCovered: Bool { base == Self.nothing }

  /// Nothing, in the terminal's own colours.
  public static let blank = Cell()
}
