/// Bytes to scalars, one at a time, across any number of reads.
struct UTF8Assembler {
  /// What a byte led to.
  enum Step: Equatable {
    /// More bytes belong to the scalar.
    case incomplete
    /// The scalar is whole.
    case scalar(Unicode.Scalar)
    /// The byte can't stand there.
    case invalid
    /// The bytes before, this many, were cut short; this byte has yet to be looked at.
    case interrupted(Int)
  }

  private var value: UInt32 = 0
  private var bytesRead = 0
  private var bytesExpected = 0
  /// What the next byte may be: shorter ranges keep out overlong forms, surrogates and what is beyond.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a scalar has begun and isn't whole.
  var isPending: Bool { bytesRead > 0 }

  mutating func feed(_ byte: UInt8) -> Step {
    if bytesRead == 0 { return begin(byte) }
    guard allowed.contains(byte) else {
      defer { bytesRead = 0 }
      return .interrupted(bytesRead)
    }
    value = value << 6 | UInt32(byte & 0x3F)
    (bytesRead, allowed) = (bytesRead + 1, 0x80...0xBF)
    if bytesRead < bytesExpected { return .incomplete }
    bytesRead = 0
    return Unicode.Scalar(value).map { .scalar($0) } ?? .invalid
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    switch byte {
    case 0..<0x80: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: start(byte & 0x1F, of: 2)
    case 0xE0: start(byte & 0x0F, of: 3, then: 0xA0...0xBF)
    case 0xED: start(byte & 0x0F, of: 3, then: 0x80...0x9F)
    case 0xE1...0xEF: start(byte & 0x0F, of: 3)
    case 0xF0: start(byte & 0x07, of: 4, then: 0x90...0xBF)
    case 0xF4: start(byte & 0x07, of: 4, then: 0x80...0x8F)
    case 0xF1...0xF3: start(byte & 0x07, of: 4)
    default: return .invalid
    }
    return .incomplete
  }

  private mutating func start(
    _ bits: UInt8, of count: Int, then range: ClosedRange<UInt8> = 0x80...0xBF
  ) {
    (value, bytesRead, bytesExpected, allowed) = (UInt32(bits), 1, count, range)
  }
}
