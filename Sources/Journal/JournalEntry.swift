public import Entra
import Foundation
public import Remediation
public import Wording

/// Something that happened in a case, and when; entries only ever grow in number.
public struct JournalEntry: Sendable, Hashable {
  /// Its place in the case, from 1.
  public let sequence: Int
  /// When it was appended, in milliseconds since 1970.
  public let at: Int
  /// The version of the rules that accepted it.
  public let rules: Int
  /// What happened.
  public let content: Content
  /// On what it rests.
  public let source: Source
  /// Its link of the chain.
  public let hash: ChainHash

  /// What an entry can hold.
  public enum Content: Sendable, Hashable {
    /// What the machine accepted.
    case input(Input)
    /// What the engineer wrote down.
    case note(ForeignText)
    /// A name, number or reason that belongs to the case and that no guard asks for.
    case particular(Particular, ForeignText)
    /// The screen or step the case was left on, by its ID.
    case place(String)
    /// What was pasted, kept; `isCut` when it was longer than is kept.
    case paste(ForeignText, isCut: Bool)
    /// What proves how a command went, or what was looked up: requests, times, counts.
    case evidence(ForeignText)
    /// Who could not sign in any more for a time, as was measured in a practice tenant.
    case outages(OutageMeasurement)
    /// The case was exported.
    case exported
    /// Inputs from this entry on don't count any more: today's rules refused one, and the engineer
    /// went on from the one before. Names and notes stay.
    case setAside(from: Int)
    /// What this program can't read, perhaps from a newer one: its kind.
    case unreadable(kind: String)
  }
}

extension JournalEntry.Content {
  /// A note.
  public static func note(_ text: String) -> Self { .note(ForeignText(text)) }

  /// A particular.
  public static func particular(_ particular: Particular, _ text: String) -> Self {
    .particular(particular, ForeignText(text))
  }

  /// What proves something, a line each.
  public static func evidence(_ lines: [String]) -> Self {
    .evidence(ForeignText(lines.joined(separator: "\n")))
  }

  /// What was pasted, cut to ``Limit/pasteBytes``.
  public static func paste(_ text: String) -> Self {
    guard text.utf8.count > Limit.pasteBytes else { return .paste(ForeignText(text), isCut: false) }
    var end = text.utf8.index(text.startIndex, offsetBy: Limit.pasteBytes)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return .paste(ForeignText(String(text[..<end])), isCut: true)
  }

  /// Whether it is the ID of a screen or step: short, and no words of anybody's.
  static func isPlace(_ text: String) -> Bool {
    text.utf8.count <= 200
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"):
          true
        default: false
        }
      }
  }
}

/// An entry as it is written: its content is a JSON text, of which the chain is made.
struct StoredEntry: Sendable, Hashable, Codable {
  let sequence: Int
  let at: Int
  let rules: Int
  let kind: String
  let payload: String

  private struct Noted: Codable { let particular: Particular, text: ForeignText }
  private struct Pasted: Codable { let text: ForeignText, isCut: Bool }

  /// The entry as it will be written.
  ///
  /// - Throws: ``JournalError/tooLarge(bytes:)``.
  init(
    sequence: Int, at: Int, content: JournalEntry.Content, from source: JournalEntry.Source
  ) throws(JournalError) {
    (self.sequence, self.at, rules) = (sequence, at, JournalStore.rules)
    let (name, payload) = Self.written(content)
    kind = EntryKind(name, from: source).text
    self.payload = payload
    guard payload.utf8.count <= Limit.entryBytes else {
      throw .tooLarge(bytes: payload.utf8.count)
    }
  }

  init(sequence: Int, at: Int, rules: Int, kind: String, payload: String) {
    (self.sequence, self.at, self.rules) = (sequence, at, rules)
    (self.kind, self.payload) = (kind, payload)
  }

  private static func written(_ content: JournalEntry.Content) -> (String, String) {
    switch content {
    case .input(let input): ("input", JSONText.written(input))
    case .note(let text): ("note", JSONText.written(text))
    case .particular(let particular, let text):
      ("particular", JSONText.written(Noted(particular: particular, text: text)))
    case .place(let place): ("place", JSONText.written(place))
    case .paste(let text, let isCut): ("paste", JSONText.written(Pasted(text: text, isCut: isCut)))
    case .evidence(let text): ("evidence", JSONText.written(text))
    case .outages(let measured): ("outages", JSONText.written(measured))
    case .exported: ("exported", "null")
    case .setAside(let first): ("setAside", JSONText.written(first))
    case .unreadable(let kind): (kind, "null")
    }
  }

  /// On what it rests.
  var source: JournalEntry.Source { EntryKind(kind).source }

  /// What it says, as far as this program can read it.
  var content: JournalEntry.Content {
    switch EntryKind(kind).name {
    case "input": read(Input.self).map { .input($0) } ?? .unreadable(kind: kind)
    case "note": read(ForeignText.self).map { .note($0) } ?? .unreadable(kind: kind)
    case "particular":
      read(Noted.self).map { .particular($0.particular, $0.text) } ?? .unreadable(kind: kind)
    case "place":
      read(String.self).flatMap { JournalEntry.Content.isPlace($0) ? .place($0) : nil }
        ?? .unreadable(kind: kind)
    case "paste":
      read(Pasted.self).map { .paste($0.text, isCut: $0.isCut) }
        ?? .unreadable(kind: kind)
    case "evidence": read(ForeignText.self).map { .evidence($0) } ?? .unreadable(kind: kind)
    case "outages":
      read(OutageMeasurement.self).map { .outages($0) } ?? .unreadable(kind: kind)
    case "exported": .exported
    case "setAside": read(Int.self).map { .setAside(from: $0) } ?? .unreadable(kind: kind)
    default: .unreadable(kind: String(ForeignText(kind).safe.prefix(40)))
    }
  }

  private func read<Value: Decodable>(_ type: Value.Type) -> Value? {
    JSONText.read(type, from: payload)
  }
}
