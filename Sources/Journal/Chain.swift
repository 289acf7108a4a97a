import Crypto
import Entra
import Foundation
public import Remediation

/// A link of the chain: SHA-256 over the link before it and one entry.
public struct ChainHash: Sendable, Hashable, CustomStringConvertible {
  let bytes: [UInt8]

  init?(blob: Data) {
    guard blob.count == 32 else { return nil }
    bytes = Array(blob)
  }

  init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(of: text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  init(_ digest: SHA256Digest) { bytes = Array(digest) }

  var blob: Data { Data(bytes) }

  /// The hash in 64 hexadecimal digits, as a report prints it.
  public var description: String { Hexadecimal.text(of: bytes) }
}

/// How entries hang together: whoever changes one must rebuild all that follow.
enum Chain {
  /// The first link: which case this is, so that no entry can move to another.
  static func genesis(id: CaseID, mode: Mode, application: AppID, openedAt: Int) -> ChainHash {
    var bytes: [UInt8] = []
    for text in ["regrant-case 1", id.description, mode.rawValue, application.description] {
      add(text, to: &bytes)
    }
    add(openedAt, to: &bytes)
    return ChainHash(SHA256.hash(data: bytes))
  }

  /// The link of an entry; its bytes are what is stored, so it can be checked without reading it.
  static func link(after previous: ChainHash, _ entry: StoredEntry) -> ChainHash {
    var bytes = previous.bytes
    for number in [entry.sequence, entry.at, entry.rules] { add(number, to: &bytes) }
    for text in [entry.kind, entry.payload] { add(text, to: &bytes) }
    return ChainHash(SHA256.hash(data: bytes))
  }

  /// Adds a text with its length before it, so that no two lists of texts have the same bytes.
  static func add(_ text: String, to bytes: inout [UInt8]) {
    add(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  static func add(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Bytes as pairs of hexadecimal digits.
enum Hexadecimal {
  static func text(of bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  static func bytes(of text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(of: digits[place]), let low = value(of: digits[place + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension CaseID {
  /// The ID in 32 hexadecimal digits, as a case file has it.
  public var description: String { Hexadecimal.text(of: bytes) }

  /// Reads 32 hexadecimal digits in lower case.
  public init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(of: text) else { return nil }
    self.init(bytes)
  }

  var blob: Data { Data(bytes) }

  init?(blob: Data) { self.init(Array(blob)) }

  private var bytes: [UInt8] { withUnsafeBytes(of: bits.bigEndian, Array.init) }

  private init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(bits: bytes.reduce(0) { $0 << 8 | UInt128($1) })
  }
}
