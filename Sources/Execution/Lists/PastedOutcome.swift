public import Entra
public import Graph

/// What became of a command that the admin ran, as its pasted output tells.
public enum PastedOutcome: Sendable, Hashable {
  /// A service principal came back: re-added, or restored with its old object ID.
  case servicePrincipal(ObjectID, AppID, name: ForeignText)
  /// An assignment was written.
  case assigned(AppRoleAssignment)
  /// A consent was written.
  case granted(PermissionGrant)
  /// Graph refused.
  case refused(ErrorJSON)
  /// Words that are no answer of Graph's: nobody knows from them what happened.
  case unknown(ForeignText)

  /// Reads the bytes of a paste: an outcome for each answer in it, in their order.
  ///
  /// None at all is what a change and a deletion print when they succeed: 204, without a body.
  /// - Throws: ``Shortcoming`` if there are answers that can't be read.
  public static func read(_ bytes: [UInt8]) throws(Shortcoming) -> [Self] {
    let text: IncomingText
    do {
      text = try IncomingText(bytes)
    } catch {
      throw .text(error)
    }
    let documents = JSONDocuments(in: text.utf8)
    if let (fault, line) = documents.faults.first { throw Shortcoming(fault, line: line) }
    guard documents.found.isEmpty else {
      return documents.found.flatMap { outcomes(of: PastedDocument.read($0.bytes)) }
    }
    if text.holds("\u{201C}") { throw .curlyQuotes }
    return words(of: text)
  }

  private static func outcomes(of row: RowJSON<PastedDocument>) -> [Self] {
    guard case .read(let document) = row else { return [.unknown(ForeignText("{...}"))] }
    do {
      switch document {
      case .servicePrincipal(let json):
        let name = ForeignText(json.displayName ?? "")
        return [.servicePrincipal(try json.objectID(), try json.applicationID(), name: name)]
      case .assignment(let json): return [.assigned(try json.assignment())]
      case .grant(let json): return [.granted(try json.grant())]
      case .failure(let failure): return [.refused(failure)]
      case .page(let page): return page.rows.flatMap { outcomes(of: $0) }
      case .collected, .object, .other: return [.unknown(ForeignText("{...}"))]
      }
    } catch {
      return [.unknown(ForeignText(error.field))]
    }
  }

  /// Without JSON: nothing, a refusal in the shell's words, or words.
  private static func words(of text: IncomingText) -> [Self] {
    let lines = text.utf8.split { $0 == 10 || $0 == 13 }
      .map { String(decoding: $0.prefix(maximumWords), as: UTF8.self) }
      .filter { !isPrompt($0) }
    guard !lines.isEmpty else { return [] }
    let said = lines.prefix(maximumLines).joined(separator: "\n")
    let refusal = ErrorJSON(code: "", message: said)
    guard refusal.kind == .unknown else { return [.refused(refusal)] }
    // The shells wrap Graph's codes in words of their own.
    let code = said.split { !$0.isLetter && $0 != "_" }.map { String($0) }
      .first { ErrorJSON(code: $0, message: "").kind != .unknown }
    guard let code else { return [.unknown(ForeignText(said))] }
    return [.refused(ErrorJSON(code: code, message: said))]
  }

  private static let maximumWords = 2_000
  private static let maximumLines = 20

  /// A line that only repeats what was typed: `PS C:\> ...`, `kim@host:~$ ...`, `>> ...`; or the
  /// headline of an answer without a body.
  private static func isPrompt(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return true }
    if first == "PS" { return line.contains(">") }
    if first.hasPrefix(">>") || first == "$" { return true }
    if first.contains("@"), let end = line.firstIndex(of: "$") {
      return line[..<end].contains(":")
    }
    return words.suffix(3) == ["204", "No", "Content"] && words.count <= 4
  }
}
