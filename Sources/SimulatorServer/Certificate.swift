import Crypto
import Foundation

/// A certificate that this server signs for itself, to be trusted by whoever talks to it.
struct Certificate: Sendable {
  /// The certificate, in PEM.
  let pem: String
  /// Its private key, in PEM; it is never written to a file.
  let keyPEM: String

  private static let lifetimeSeconds = 7.0 * 86_400

  init(now: Date = Date()) throws {
    let key = P256.Signing.PrivateKey()
    let body = Self.body(key.publicKey, now)
    let signature = try key.signature(for: body)
    let whole = DER.sequence(
      Array(body), Self.algorithm, DER.bits(Array(signature.derRepresentation)))
    let base64 = Data(whole).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    pem = "-----BEGIN CERTIFICATE-----\n\(base64)\n-----END CERTIFICATE-----\n"
    keyPEM = key.pemRepresentation
  }

  /// ecdsa-with-SHA256.
  private static let algorithm = DER.sequence(DER.identifier(1, 2, 840, 10045, 4, 3, 2))

  private static func body(_ key: P256.Signing.PublicKey, _ now: Date) -> [UInt8] {
    let name = DER.sequence(
      DER.set(DER.sequence(DER.identifier(2, 5, 4, 3), DER.text("Regrant simulator"))))
    var serial = (0..<16).map { _ in UInt8.random(in: 0...255) }
    serial[0] = serial[0] & 0x3F | 0x40
    let validity = DER.sequence(
      DER.time(now.addingTimeInterval(-3600)), DER.time(now.addingTimeInterval(lifetimeSeconds)))
    let identifier = Array(Insecure.SHA1.hash(data: key.x963Representation))
    let extensions = DER.sequence(
      DER.extending(19, isCritical: true, DER.sequence(DER.boolean(true))),
      // digitalSignature, keyCertSign
      DER.extending(15, isCritical: true, DER.element(0x03, [0x02, 0x84])),
      DER.extending(14, DER.element(0x04, identifier)),
      DER.extending(
        17,
        DER.sequence(
          DER.element(0x82, Array("localhost".utf8)), DER.element(0x87, [127, 0, 0, 1]),
          DER.element(0x87, Array(repeating: 0, count: 15) + [1]))))
    return DER.sequence(
      DER.element(0xA0, DER.integer([2])), DER.integer(serial), algorithm, name, validity, name,
      Array(key.derRepresentation), DER.element(0xA3, extensions))
  }
}

/// Writes ASN.1 as certificates have it: the few kinds that one needs.
private enum DER {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    var rest = content.count
    if rest < 0x80 { return [tag, UInt8(rest)] + content }
    while rest > 0 {
      length.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [tag, 0x80 | UInt8(length.count)] + length + content
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }
  static func set(_ parts: [UInt8]...) -> [UInt8] { element(0x31, parts.flatMap { $0 }) }
  static func integer(_ bytes: [UInt8]) -> [UInt8] { element(0x02, bytes) }
  static func boolean(_ flag: Bool) -> [UInt8] { element(0x01, [flag ? 0xFF : 0]) }
  static func bits(_ bytes: [UInt8]) -> [UInt8] { element(0x03, [0] + bytes) }
  static func text(_ text: String) -> [UInt8] { element(0x0C, Array(text.utf8)) }

  static func identifier(_ first: Int, _ second: Int, _ rest: Int...) -> [UInt8] {
    element(0x06, [UInt8(first * 40 + second)] + rest.flatMap(base128))
  }

  /// An extension of those that X.509 itself defines.
  static func extending(_ number: Int, isCritical: Bool = false, _ value: [UInt8]) -> [UInt8] {
    sequence(
      identifier(2, 5, 29, number), isCritical ? boolean(true) : [], element(0x04, value))
  }

  /// A time of the years 2000 to 2049, to the second.
  static func time(_ date: Date) -> [UInt8] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    let numbers = [
      (parts.year ?? 2000) % 100, parts.month, parts.day, parts.hour, parts.minute, parts.second,
    ]
    let text = numbers.map { number in
      let digits = "\(number ?? 0)"
      return digits.count == 1 ? "0" + digits : digits
    }
    return element(0x17, Array((text.joined() + "Z").utf8))
  }

  private static func base128(_ number: Int) -> [UInt8] {
    var bytes = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
