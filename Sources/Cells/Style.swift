/// How a cell looks: a named role and attributes, never a colour value.
public struct Style: Sendable, Hashable {
  /// What the text is, which a palette turns into a colour where there are any.
  public var role: Role
  /// Attributes that hold without colour.
  public var attributes: Attributes

  /// A style of a role and attributes.
  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    (self.role, self.attributes) = (role, attributes)
  }

  /// Plain text in the terminal's own colours.
  public static let plain = Style()

  /// What a text is for; the palette maps roles to at most sixteen colours.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Ordinary text in the terminal's own foreground.
    case text
    /// Titles and headings.
    case heading
    /// What is open, done or safe.
    case good
    /// What wants attention.
    case caution
    /// What destroys or has failed.
    case danger
    /// Keys and other things to press.
    case key
    /// What can be read out to the customer.
    case speech
    /// Frames and rules.
    case rule
    /// A QR code's dark module: black on white whatever the theme.
    case inkOnPaper
  }

  /// What a terminal can do to a character without colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Attributes from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Importance.
    public static let bold = Attributes(rawValue: 1)
    /// Selection.
    public static let reverse = Attributes(rawValue: 2)
    /// Links and fields.
    public static let underline = Attributes(rawValue: 4)
  }
}
