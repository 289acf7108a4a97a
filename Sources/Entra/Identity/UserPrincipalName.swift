/// The name a user signs in with: `anna@contoso.example`.
///
/// A guest's holds the home address: `ben_partner.example#EXT#@contoso.example`. Two that differ
/// in case alone are one.
public struct UserPrincipalName: Sendable {
  /// The name as it was written.
  public let text: String
  /// What is before the last `@`.
  public let local: String
  /// The tenant's domain.
  public let domain: DomainName

  /// Reads a name; `nil` if it has not the shape of one.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.prefix(Self.maximumBytes + 1).count <= Self.maximumBytes,
      let at = text.utf8.firstIndex(of: UInt8(ascii: "@")),
      let domain = DomainName(text[text.index(after: at)...])
    else { return nil }
    let local = text[..<at]
    guard !local.isEmpty, local.utf8.allSatisfy(Self.isLocal), local.utf8.first != Self.dot,
      Array(local.utf8).last != Self.dot
    else { return nil }
    (self.text, self.local, self.domain) = (String(text), String(local), domain)
  }

  /// Whether it names a guest: somebody whose home is elsewhere.
  public var isGuest: Bool { local.lowercased().hasSuffix("#ext#") }

  /// The name in lower case: equal for equal names.
  public var folded: String { text.lowercased() }

  /// Room for a guest's, which holds two addresses.
  private static let maximumBytes = 320
  private static let dot = UInt8(ascii: ".")

  /// Whether Entra allows `byte` before the `@`.
  ///
  /// - Source: Microsoft, "Prepare for directory synchronization", with `+` and `&`, which guests'
  ///   addresses bring along.
  static func isLocal(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || punctuation.contains(byte)
  }

  private static let punctuation: Set<UInt8> = Set("'.-_!#^~+&".utf8)
}

extension UserPrincipalName: Hashable, Comparable {
  /// Two names are equal when they differ in case alone.
  public static func == (one: Self, other: Self) -> Bool { one.folded == other.folded }

  /// Hashes what equal names share.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

  /// Orders by the letters, whatever their case.
  public static func < (one: Self, other: Self) -> Bool { one.folded < other.folded }
}

extension UserPrincipalName: LosslessStringConvertible, Codable {
  /// The name as it was written.
  public var description: String { text }

  /// Reads the name's text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let name = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a user principal name")
    }
    self = name
  }

  /// Writes the name's text.
  public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
