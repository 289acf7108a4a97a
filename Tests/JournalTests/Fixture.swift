import Entra
import Foundation
import GRDB
import Journal
import Remediation
import Wording

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: StateFolder

  init() {
    let parent = FileManager.default.temporaryDirectory.path
    folder = StateFolder(path: parent + "/regrant-test-\(UUID().uuidString)/regrant")
  }

  deinit {
    try? FileManager.default.removeItem(
      atPath: URL(filePath: folder.path).deletingLastPathComponent().path)
  }

  /// A second look at the file, past the store.
  func sql(_ statements: String) throws {
    try DatabaseQueue(path: folder.file).write { try $0.execute(sql: statements) }
  }
}

/// The same made-up problem in every test.
enum Sample {
  static let id = CaseID(bits: 0x0123_4567_89AB_CDEF_0011_2233_4455_6677)
  static let opened = Case(id: id, mode: .guide, profile: .nexeticBackup)
  static let noon = 1_790_000_000_000

  static let inputs: [Input] = [
    .reported(.onlyTheAdminGetsIn),
    .answered(.question(.consent), .fact(.consent(.open))),
    .answered(.question(.requirement), .fact(.assignmentRequired(true))),
    .answered(.question(.assignment(person: 0)), .fact(.assignment(person: 0, .shut))),
    .chosen(.assign),
    .answered(.identification, .pasted(ApplicationProfile.nexeticBackup.appID)),
    .listCompleted(2),
    .confirmed(.assign),
  ]

  /// A case that has asked for assignments and waits to hear how that ended.
  @discardableResult
  static func fill(
    _ store: JournalStore, id: CaseID = Sample.id
  ) throws -> (journal: CaseJournal, opened: Case) {
    var opened = Case(id: id, mode: .guide, profile: .nexeticBackup)
    let journal = try store.begin(opened, at: noon)
    try journal.append(.particular(.customer, "Contoso"), at: noon)
    try journal.append(.particular(.ticket, "T-1042"), at: noon)
    for (number, input) in inputs.enumerated() {
      _ = try opened.handle(input)
      try journal.append(.input(input), at: noon + number * 60_000, leaving: opened)
    }
    try journal.append(.note("Anna says it broke on Monday."), at: noon + 600_000)
    try journal.append(.place("act/assign.2"), at: noon + 600_000)
    return (journal, opened)
  }
}
