import Entra
import Foundation
import Remediation

/// A case as a file: everything the journal holds of it.
struct CaseFile: Sendable, Codable {
  /// Tells it from other files.
  static let format = "regrant-case"
  /// The newest version this program can read, and the one it writes.
  static let newest = 1

  var format = Self.format
  var version = Self.newest
  let id: String
  let mode: Mode
  let application: AppID
  let openedAt: Int
  let head: String
  let entries: [Entry]
  let lists: [List]

  struct Entry: Sendable, Codable {
    let stored: StoredEntry
    let hash: String
  }

  struct List: Sendable, Codable {
    let list: LedgerList
    let rows: [LedgerRow]
  }

  /// What is read first, of any version.
  private struct Label: Decodable {
    let format: String
    let version: Int
  }

  /// The file's bytes, always the same for the same case.
  var written: Data { Data((JSONText.written(self) + "\n").utf8) }

  /// Reads a file that anybody may have made.
  static func read(_ data: Data) throws(TransferError) -> CaseFile {
    guard data.count <= Limit.fileBytes else { throw .tooLarge(bytes: data.count) }
    if let place = firstUnreadable(data) { throw .notText(at: place) }
    guard JSONText.isShallow(data) else { throw .tooDeep }
    let decoder = JSONDecoder()
    do {
      let label = try decoder.decode(Label.self, from: data)
      guard label.format == format, label.version >= 1 else { throw TransferError.notACase }
      guard label.version <= newest else { throw TransferError.newer(version: label.version) }
    } catch let error as TransferError { throw error } catch { throw .notACase }
    do { return try decoder.decode(CaseFile.self, from: data) } catch {
      throw .unreadable(part: part(of: error))
    }
  }

  /// The first byte that is NUL or no UTF-8.
  private static func firstUnreadable(_ data: Data) -> Int? {
    if let nul = data.withUnsafeBytes({ $0.firstIndex(of: 0) }) { return nul }
    if String(validating: data, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = data.makeIterator()
    var place = 0
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { place += scalar.count }
    return place
  }

  private static func part(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "the whole" }
    let context: DecodingError.Context? =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    let path = context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue } ?? []
    return path.isEmpty ? "the whole" : ForeignText(path.joined(separator: ".")).safe
  }
}

extension CaseFile {
  /// What the journal may take over, checked link by link.
  struct Checked {
    let id: CaseID
    let entries: [(stored: StoredEntry, link: ChainHash)]
    let head: ChainHash
  }

  /// Checks what decoding does not: the chain, the order, and that no number is out of the world.
  func checked() throws(TransferError) -> Checked {
    guard let id = CaseID(hexadecimal: id) else { throw .unreadable(part: "id") }
    guard Self.isTime(openedAt) else { throw .unreadable(part: "openedAt") }
    var link = Chain.genesis(id: id, mode: mode, application: application, openedAt: openedAt)
    var links: [(StoredEntry, ChainHash)] = []
    for (index, entry) in entries.enumerated() {
      let stored = entry.stored
      guard Self.isTime(stored.at), stored.payload.utf8.count <= Limit.entryBytes,
        (1...40).contains(stored.kind.utf8.count)
      else { throw .unreadable(part: "entries.\(index)") }
      link = Chain.link(after: link, stored)
      guard stored.sequence == index + 1, entry.hash == link.description else {
        throw .brokenChain(at: index + 1)
      }
      links.append((stored, link))
    }
    guard head == link.description else { throw .brokenChain(at: entries.count + 1) }
    try checkLists()
    return Checked(id: id, entries: links, head: link)
  }

  private func checkLists() throws(TransferError) {
    var last = 0
    for (index, list) in lists.enumerated() {
      let isInOrder = list.rows.enumerated().allSatisfy { $0.offset == $0.element.number }
      let areTimes = list.rows.allSatisfy { $0.settledAt.map(Self.isTime) ?? true }
      guard list.list.number > last, list.list.number <= 1_000_000,
        Self.isTime(list.list.writtenAt),
        list.list.count == list.rows.count, isInOrder, areTimes
      else { throw .unreadable(part: "lists.\(index)") }
      last = list.list.number
    }
  }

  /// Whether it is a time that a calendar can write: up to the year 9999.
  private static func isTime(_ milliseconds: Int) -> Bool {
    (0...253_402_300_799_999).contains(milliseconds)
  }
}
