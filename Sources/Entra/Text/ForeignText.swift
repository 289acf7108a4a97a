/// What a tenant, a file or a paste said: readable only made harmless.
public struct ForeignText: Sendable, Hashable, Codable {
  private let raw: String

  /// Keeps what others wrote, whole.
  public init(_ raw: String) { self.raw = raw }

  /// The text without anything that could move a cursor, reorder a row or hide a character.
  ///
  /// Each such scalar becomes U+FFFD; so do spaces other than the ordinary and the ideographic
  /// one, with which two rows could look equal.
  public var safe: String { Self.neutralized(raw.unicodeScalars[...]) }

  /// The lines of a text that has several, each as ``safe`` gives it.
  ///
  /// CR, LF and CRLF end a line and tabs and no-break spaces count as spaces: pastes are full of
  /// them, and none can do harm any more.
  public var safeLines: [String] {
    var lines: [String] = []
    var rest = raw.unicodeScalars[...]
    while let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r" }) {
      lines.append(Self.neutralized(rest[..<end], spacing: true))
      let next = rest.index(after: end)
      let isPair = rest[end] == "\r" && next < rest.endIndex && rest[next] == "\n"
      rest = rest[(isPair ? rest.index(after: next) : next)...]
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(Self.neutralized(rest, spacing: true)) }
    return lines
  }

  /// Whether ``safe`` differs from what was written: a finding in itself.
  public var isAltered: Bool { !raw.unicodeScalars.allSatisfy(Self.isPlain) }

  /// Whether nothing was written.
  public var isEmpty: Bool { raw.isEmpty }

  /// Writes it back where it came from, whole, as one JSON string: to a tenant, never to a screen.
  public func returnWhole(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(raw)
  }

  /// What was written, for this module's readers alone.
  var bytes: String.UTF8View { raw.utf8 }

  private static func neutralized(_ scalars: Substring.UnicodeScalarView, spacing: Bool = false)
    -> String
  {
    var plain = String.UnicodeScalarView()
    for scalar in scalars {
      if spacing, scalar == "\t" || scalar == "\u{A0}" {
        plain.append(" ")
      } else {
        plain.append(isPlain(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(plain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .spaceSeparator: return scalar == "\u{3000}"
    // Fillers and variation selectors, which are drawn as nothing; the braille blank is too.
    default: return !properties.isDefaultIgnorableCodePoint && scalar != "\u{2800}"
    }
  }
}
