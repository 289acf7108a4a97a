import Foundation

/// JSON as this module writes and reads it.
enum JSONText {
  /// The value's JSON, always the same for the same value: its keys are sorted.
  static func written(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // None of our values holds a number that JSON has not, which is all that encoding can refuse.
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  /// The value, or nil when the text is not one: what the text is then is the caller's finding.
  static func read<Value: Decodable>(_ type: Value.Type, from text: String) -> Value? {
    guard isShallow(Data(text.utf8)) else { return nil }
    return try? JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Whether brackets are nested no deeper than ``Limit/nesting``: asked before anything parses.
  static func isShallow(_ data: Data) -> Bool {
    data.withUnsafeBytes { bytes in
      var depth = 0
      var isString = false
      var isEscaped = false
      for byte in bytes {
        if isString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isString = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          depth += 1
          if depth > Limit.nesting { return false }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      return true
    }
  }
}
