public import Entra
import Foundation
import Graph

/// What an admin pasted back from the commands of ``ReadCommands``.
///
/// Either what the snippet printed, or Graph's answers one after another, with prompts and other
/// noise between them. It is complete or it is not; what is missing is told exactly, since a
/// deletion that rests on half a list loses the other half.
public enum PastedOutput: Sendable, Hashable {
  /// Everything is there, and as many rows as there should be.
  case complete(SnapshotContents)
  /// Not to be used, for these reasons.
  case incomplete([Shortcoming])

  /// Reads the bytes of a paste or a file.
  /// - Parameters:
  ///   - bytes: what was pasted.
  ///   - app: the application that is spoken of.
  /// - Returns: the contents, or everything that is missing.
  public static func read(_ bytes: [UInt8], expecting app: AppID) -> Self {
    let text: IncomingText
    do {
      text = try IncomingText(bytes)
    } catch {
      return .incomplete([.text(error)])
    }
    let documents = JSONDocuments(in: text.utf8)
    var shortcomings = documents.faults.map { Shortcoming($0.fault, line: $0.line) }
    if text.holds("serialization has exceeded") { shortcomings.append(.flattened) }
    guard !documents.found.isEmpty else {
      if shortcomings.isEmpty {
        shortcomings.append(text.holds("\u{201C}") ? .curlyQuotes : .noAnswer)
      }
      return .incomplete(shortcomings)
    }
    var assembly = SnapshotAssembly(expecting: app)
    // The same answer pasted again says nothing new.
    var seen: Set<[UInt8]> = []
    for document in documents.found where seen.insert(document.bytes).inserted {
      assembly.add(PastedDocument.read(document.bytes), line: document.line)
    }
    let contents = assembly.finish()
    shortcomings += assembly.shortcomings
    guard shortcomings.isEmpty, let contents else {
      return .incomplete(shortcomings.isEmpty ? [.propertiesMissing] : shortcomings)
    }
    return .complete(contents)
  }
}

extension IncomingText {
  /// Whether `fragment` occurs.
  func holds(_ fragment: String) -> Bool {
    Data(utf8).range(of: Data(fragment.utf8)) != nil
  }
}

extension PastedDocument {
  /// Reads the bytes of one object.
  static func read(_ bytes: [UInt8]) -> RowJSON<Self> {
    do {
      return try JSONDecoder().decode(RowJSON<Self>.self, from: Data(bytes))
    } catch {
      return .unreadable(ForeignText(""))
    }
  }
}

extension Shortcoming {
  /// What a fault in the text means for the snapshot.
  init(_ fault: JSONDocuments.Fault, line: Int) {
    switch fault {
    case .truncated: self = .truncated(line: line)
    case .elided: self = .elided(line: line)
    case .damaged: self = .damaged(line: line)
    case .tooDeep: self = .tooDeep(line: line)
    case .repeatedField(let field): self = .repeatedField(ForeignText(field), line: line)
    case .brokenText(let field): self = .brokenText(field: ForeignText(field), line: line)
    }
  }
}
