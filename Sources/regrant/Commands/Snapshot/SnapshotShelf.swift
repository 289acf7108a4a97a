import Entra
import Execution
import Foundation
import Journal
import Remediation
import Wording

/// Where snapshots are found: files, those kept on this machine, and those of its cases.
enum SnapshotShelf {
  /// A snapshot and what it is called.
  struct Item: Sendable {
    let name: String
    let file: SnapshotFile
  }

  /// Keeps a snapshot; what it is called is the beginning of its digest.
  static func keep(_ file: SnapshotFile) throws -> String {
    let name = String(file.digest.prefix(12))
    // The journal's folder is made, private, by whoever opens the journal.
    _ = try Composition.openJournal()
    let folder = try folder()
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try WrittenFile.write(try file.bytes(), to: folder + "/\(name).json", replacing: true)
    return name
  }

  /// Those kept on this machine, then those of cases.
  static func all() throws -> [Item] { try kept() + ofCases() }

  /// What a name means: `3:1` is list 1 of case 3; else one that is kept, else a file.
  static func find(_ name: String) throws -> SnapshotFile {
    let parts = name.split(separator: ":").compactMap { Int($0) }
    if parts.count == 2, name == "\(parts[0]):\(parts[1])",
      let number = CaseNumber(argument: "\(parts[0])")
    {
      let journal = try CasesCommand.journal(number)
      return try file(of: journal, list: parts[1])
    }
    if let kept = try kept().first(where: { $0.name == name }) { return kept.file }
    return try read(name)
  }

  /// A snapshot from a file.
  static func read(_ path: String) throws -> SnapshotFile {
    var data: Data?
    if path == "-" {
      data = try StandardStream.read(STDIN_FILENO, atMost: Limit.fileBytes)
    } else {
      do { data = try Data(contentsOf: URL(filePath: path)) } catch {
        throw Failure(.noInput, "There is no snapshot and no file \(Failure.name(path)).")
      }
    }
    guard let data else { throw Failure(.badData, "This is too large for a snapshot.") }
    return try SnapshotFile(data, named: path)
  }

  private static func folder() throws(Failure) -> String {
    try Composition.stateFolder().path + "/snapshots"
  }

  private static func kept() throws -> [Item] {
    let folder = try folder()
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .map { Item(name: String($0.dropLast(5)), file: try read(folder + "/" + $0)) }
  }

  private static func ofCases() throws -> [Item] {
    guard let store = try Composition.openJournalIfAny() else { return [] }
    do throws(JournalError) {
      var items: [Item] = []
      for number in try store.summaries().map(\.number) {
        let journal = try store.journal(number: number)
        for list in try journal.ledger.lists() where list.purpose == .snapshot && list.isComplete {
          items.append(
            Item(name: "\(number):\(list.number)", file: try file(of: journal, list: list.number)))
        }
      }
      return items
    } catch { throw Failure(error) }
  }

  private static func file(of journal: CaseJournal, list: Int) throws(JournalError) -> SnapshotFile
  {
    let profile = Words().profile
    guard let found = try journal.ledger.lists().first(where: { $0.number == list }),
      found.purpose == .snapshot
    else { throw .noSuchList }
    let replayed = try journal.replay(as: profile)
    let survey = try Survey(of: journal.ledger.rows(of: list).map(\.entry), as: profile)
    return SnapshotFile(
      survey, takenAt: found.writtenAt,
      tenantID: replayed.particulars[.tenantID].flatMap { TenantID($0.safe) },
      domain: replayed.opened.domain, tenantName: replayed.particulars[.tenantName],
      appID: profile.appID, objectID: replayed.particulars[.objectID].flatMap { ObjectID($0.safe) })
  }
}
