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
}
