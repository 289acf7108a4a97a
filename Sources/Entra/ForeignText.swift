/// What a tenant, a file or a paste said: readable only made harmless.
public struct ForeignText: Sendable, Hashable, Codable {
  private let raw: String

  /// Keeps what others wrote, whole.
  public init(_ raw: String) { self.raw = raw }

  /// The text without anything that could move a cursor, reorder a row or hide a character.
  public var safe: String {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      scalars.append(Self.isPlain(scalar) ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }

  /// Whether ``safe`` differs from what was written: a finding in itself.
  public var isAltered: Bool { !raw.unicodeScalars.allSatisfy(Self.isPlain) }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
