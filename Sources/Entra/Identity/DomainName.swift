/// A domain of a customer's, as a tenant verifies it: what the typed phrase of a deletion holds.
///
/// Letters, digits and hyphens only; an internationalised one in its `xn--` form.
public struct DomainName: Sendable, Hashable {
  /// The domain in lower case, without a dot at its end.
  public let text: String

  /// Reads `contoso.example` in either case.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(Self.maximumBytes + 1))
    guard bytes.count <= Self.maximumBytes else { return nil }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(Self.isLabel),
      let last = labels.last, !last.allSatisfy(ASCII.isDigit)
    else { return nil }
    self.text = text.lowercased()
  }

  /// Limit of a whole name: 255 of RFC 1035, 2.3.4, less the length bytes.
  private static let maximumBytes = 253
  /// Limit of one label, by RFC 1035, 2.3.4.
  private static let maximumLabelBytes = 63

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard (1...maximumLabelBytes).contains(label.count), let first = label.first,
      first != hyphen, label.last != hyphen
    else { return false }
    return label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == hyphen }
  }
}

extension DomainName: LosslessStringConvertible, Codable, Comparable {
  /// The domain in lower case.
  public var description: String { text }

  /// Orders by the letters.
  public static func < (one: Self, other: Self) -> Bool { one.text < other.text }

  /// Reads the domain's text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let name = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a domain")
    }
    self = name
  }

  /// Writes the domain's text.
  public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
