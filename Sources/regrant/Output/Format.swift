import ArgumentParser
import Foundation

/// In which form a result is wanted.
enum Format: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// For people; it may change.
  case text
  /// For programs: stable, one object, without colour.
  case json
  /// To be pasted into a ticket.
  case markdown
}

/// A form for results that have no Markdown.
enum PlainFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// For people; it may change.
  case text
  /// For programs: stable, one object, without colour.
  case json
}

/// JSON as every command writes it: keys in alphabetical order, one line each.
enum JSONOutput {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// The same JSON in ASCII: a terminal might obey what a file only keeps.
  static func spelledOut(_ bytes: Data) -> Data {
    var spelled = Data()
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      if unit < 0x7F {
        spelled.append(UInt8(truncatingIfNeeded: unit))
      } else {
        let digits = String(unit, radix: 16)
        spelled += Data("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      }
    }
    return spelled
  }
}
