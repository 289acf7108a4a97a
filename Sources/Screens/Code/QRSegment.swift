import Entra

/// A stretch of text in a code: capitals, digits and some marks take less room than bytes do.
struct QRSegment: Sendable, Hashable {
  /// How the text is held.
  enum Mode: Sendable, Hashable {
    case alphanumeric
    case bytes
  }

  let mode: Mode
  let text: [UInt8]

  /// The characters of the small set, by their values.
  private static let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  /// Bytes, whatever they are.
  init(_ text: some StringProtocol) { (mode, self.text) = (.bytes, Array(text.utf8)) }

  /// The same in capitals; nil where the small set lacks one of them.
  init?(capitalizing text: some StringProtocol) {
    let capitals = Array(text.uppercased().utf8)
    guard !capitals.isEmpty, capitals.allSatisfy(Self.characters.contains) else { return nil }
    (mode, self.text) = (.alphanumeric, capitals)
  }

  /// Mode, count and text, in a version.
  func bits(in version: QRVersion) -> [Bool] {
    let isSmall = version.number < 10
    switch mode {
    case .bytes:
      let bytes: [Bool] = text.flatMap { Self.bits(Int($0), 8) }
      return Self.bits(0b0100, 4) + Self.bits(text.count, isSmall ? 8 : 16) + bytes
    case .alphanumeric:
      return Self.bits(0b0010, 4) + Self.bits(text.count, isSmall ? 9 : 11) + pairs
    }
  }

  /// Two characters in eleven bits, and a last one in six.
  private var pairs: [Bool] {
    let values = text.compactMap { Self.characters.firstIndex(of: $0) }
    var bits: [Bool] = []
    for index in stride(from: 0, to: values.count, by: 2) {
      if index + 1 < values.count {
        bits += Self.bits(values[index] * 45 + values[index + 1], 11)
      } else {
        bits += Self.bits(values[index], 6)
      }
    }
    return bits
  }

  private static func bits(_ value: Int, _ count: Int) -> [Bool] {
    (0..<count).reversed().map { value >> $0 & 1 == 1 }
  }
}

extension QRSegment {
  /// A consent link in as little room as it takes.
  ///
  /// Scheme and host mean the same in capitals, and so do a tenant's ID or domain and an
  /// application's ID: whoever follows the address comes to the same page.
  static func parts(ofLink address: String) -> [QRSegment] {
    var rest = address[...]
    var head = address.startIndex
    if let scheme = address.firstRange(of: "://"),
      let end = address[scheme.upperBound...].firstIndex(of: "/")
    {
      head = address.index(after: end)
      let tenant = address[head...].prefix { $0 != "/" }
      if tenant.endIndex < address.endIndex, TenantID(tenant) != nil || tenant.contains(".") {
        head = address.index(after: tenant.endIndex)
      }
    }
    var parts: [QRSegment] = []
    if let capitals = QRSegment(capitalizing: address[..<head]) {
      parts.append(capitals)
      rest = address[head...]
    }
    let last = rest.suffix(36)
    guard AppID(last) != nil, let capitals = QRSegment(capitalizing: last) else {
      return parts + [QRSegment(rest)]
    }
    return parts + [QRSegment(rest.dropLast(36)), capitals]
  }
}
