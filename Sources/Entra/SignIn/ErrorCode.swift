/// The digits of a sign-in error in a text.
struct ErrorCode {
  let value: Int
  let end: Int

  /// How many digits Microsoft's codes have.
  private static let digits = 4...7

  /// Reads `AADSTS50105` at `place`, in either case, with a space or a colon between or none.
  init?(in bytes: [UInt8], at place: Int) {
    guard RecognitionPhrases.holds(bytes, Self.prefix, at: place) else { return nil }
    var start = place + Self.prefix.count
    let between = Set(" :-#".utf8)
    while start < bytes.count, start < place + Self.prefix.count + 2, between.contains(bytes[start])
    {
      start += 1
    }
    let (value, end) = Self.number(in: bytes, at: start)
    guard let value else { return nil }
    (self.value, self.end) = (value, end)
  }

  /// The code of a text that is nothing else: what an engineer types.
  static func alone(in bytes: [UInt8]) -> Int? {
    let (value, end) = number(in: bytes, at: 0)
    return end == bytes.count ? value : nil
  }

  /// The number at `place` if the table knows it, and where its digits end in any case.
  static func known(in bytes: [UInt8], at place: Int) -> (code: Int?, end: Int) {
    let (value, end) = number(in: bytes, at: place)
    guard let value, SignInError(code: value).kind != .unknown else { return (nil, end) }
    return (value, end)
  }

  /// Whether the words before `place` call what follows an error's number.
  static func isLabelled(in bytes: [UInt8], at place: Int) -> Bool {
    let label = Label(in: bytes, before: place)
    return labels.contains { label.ends(with: $0) }
  }

  private static func number(in bytes: [UInt8], at start: Int) -> (value: Int?, end: Int) {
    var (value, end) = (0, start)
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      if end - start < digits.upperBound { value = value * 10 + Int(bytes[end] - 0x30) }
      end += 1
    }
    return (digits.contains(end - start) ? value : nil, end)
  }

  private static let prefix = Array("aadsts".utf8)
  /// `error_codes`, `errorCode`, `/error?code=`, "Sign-in error code".
  private static let labels = ["errorcode", "errorcodes", "error"].map { Array($0.utf8) }
}

/// A time as Microsoft's pages write it: with `T` or a space in the middle.
enum Timestamp {
  /// The time that follows `place`, after a colon, quotation marks or an equals sign.
  static func text(in bytes: [UInt8], at place: Int) -> String? {
    let between = Set(" :=\"'".utf8)
    guard let start = bytes[place...].prefix(6).firstIndex(where: { !between.contains($0) }),
      start + pattern.count <= bytes.count
    else { return nil }
    for (offset, expected) in pattern.enumerated() {
      let byte = bytes[start + offset]
      switch expected {
      case UInt8(ascii: "0"): guard ASCII.isDigit(byte) else { return nil }
      case UInt8(ascii: "T"): guard byte | 0x20 == 0x74 || byte == 0x20 else { return nil }
      default: guard byte == expected else { return nil }
      }
    }
    let end = start + pattern.count
    let isUTC = end < bytes.count && bytes[end] | 0x20 == UInt8(ascii: "z")
    return String(decoding: bytes[start..<end], as: UTF8.self).uppercased() + (isUTC ? "Z" : "")
  }

  private static let pattern = Array("0000-00-00T00:00:00".utf8)
}
