/// The application (client) ID: the same in every tenant.
///
/// Confusing it with an ``ObjectID`` is the article's own trap, so the two are two types.
public struct AppID: Sendable, Hashable {
  /// The GUID's sixteen bytes, first group most significant.
  public let bits: UInt128

  /// An application ID from its bits.
  public init(bits: UInt128) { self.bits = bits }

  /// Reads `facd4a2d-cbd2-4095-bfa8-ac9c819f843e`, in either case and with or without braces.
  public init?(_ text: some StringProtocol) {
    guard let bits = GUID.bits(of: text) else { return nil }
    self.bits = bits
  }

  /// The last of the five blocks, in lower case: what the admin reads out for W1.
  public var lastBlock: String { String(description.suffix(12)) }
}

/// An object's ID inside one tenant: of a service principal, a user, a group.
public struct ObjectID: Sendable, Hashable {
  /// The GUID's sixteen bytes, first group most significant.
  public let bits: UInt128

  /// An object ID from its bits.
  public init(bits: UInt128) { self.bits = bits }

  /// Reads a GUID in either case, with or without braces.
  public init?(_ text: some StringProtocol) {
    guard let bits = GUID.bits(of: text) else { return nil }
    self.bits = bits
  }
}

/// A tenant's own ID, as `organization.id` gives it.
public struct TenantID: Sendable, Hashable {
  /// The GUID's sixteen bytes, first group most significant.
  public let bits: UInt128

  /// A tenant ID from its bits.
  public init(bits: UInt128) { self.bits = bits }

  /// Reads a GUID in either case, with or without braces.
  public init?(_ text: some StringProtocol) {
    guard let bits = GUID.bits(of: text) else { return nil }
    self.bits = bits
  }
}

extension AppID: LosslessStringConvertible, Codable, Comparable {
  /// Orders as the texts do.
  public static func < (one: Self, other: Self) -> Bool { one.bits < other.bits }

  /// The GUID in lower case, as Graph answers it.
  public var description: String { GUID.text(of: bits) }

  /// Reads the GUID's text.
  public init(from decoder: any Decoder) throws { self.init(bits: try GUID.decode(decoder)) }

  /// Writes the GUID's text.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension ObjectID: LosslessStringConvertible, Codable, Comparable {
  /// Orders as the texts do.
  public static func < (one: Self, other: Self) -> Bool { one.bits < other.bits }

  /// The GUID in lower case, as Graph answers it.
  public var description: String { GUID.text(of: bits) }

  /// Reads the GUID's text.
  public init(from decoder: any Decoder) throws { self.init(bits: try GUID.decode(decoder)) }

  /// Writes the GUID's text.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension TenantID: LosslessStringConvertible, Codable, Comparable {
  /// Orders as the texts do.
  public static func < (one: Self, other: Self) -> Bool { one.bits < other.bits }

  /// The GUID in lower case, as Graph answers it.
  public var description: String { GUID.text(of: bits) }

  /// Reads the GUID's text.
  public init(from decoder: any Decoder) throws { self.init(bits: try GUID.decode(decoder)) }

  /// Writes the GUID's text.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

/// The text form the three share.
private enum GUID {
  private static let hyphens = [8, 13, 18, 23]

  static func bits(of text: some StringProtocol) -> UInt128? {
    var bytes = Array(text.utf8.prefix(39))
    if bytes.count == 38, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") {
      bytes = Array(bytes[1..<37])
    }
    guard bytes.count == 36 else { return nil }
    var bits: UInt128 = 0
    for (position, byte) in bytes.enumerated() {
      if hyphens.contains(position) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = ASCII.hexadecimalValue(byte) else { return nil }
      bits = bits << 4 | UInt128(digit)
    }
    return bits
  }

  static func text(of bits: UInt128) -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for nibble in stride(from: 31, through: 0, by: -1) {
      if hyphens.contains(text.utf8.count) { text.append("-") }
      text.append(digits[Int((bits >> UInt128(nibble * 4)) & 0xF)])
    }
    return text
  }

  static func decode(_ decoder: any Decoder) throws -> UInt128 {
    let container = try decoder.singleValueContainer()
    guard let bits = bits(of: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a GUID")
    }
    return bits
  }
}
