import ArgumentParser
import Entra
import Journal
import Wording

/// The cases on this machine.
struct CasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "List, show, report, move, delete and check the cases here.",
    subcommands: [
      CaseListCommand.self, CaseShowCommand.self, CaseReportCommand.self, CaseExportCommand.self,
      CaseImportCommand.self, CaseDeleteCommand.self, CaseVerifyCommand.self,
      CaseKeepCommand.self,
    ],
    defaultSubcommand: CaseListCommand.self)

  /// The journal of a case; where there is no journal there is no case.
  static func journal(_ number: CaseNumber) throws(Failure) -> CaseJournal {
    guard let store = try Composition.openJournalIfAny() else {
      throw Failure(JournalError.noSuchCase)
    }
    do throws(JournalError) { return try store.journal(number: number.value) } catch {
      throw Failure(error)
    }
  }
}

extension Moment {
  /// A moment of the journal, which counts milliseconds.
  init(journal milliseconds: Int) { self.init(seconds: milliseconds / 1000) }

  /// The moment for programs: `2026-11-24T14:05:20Z`.
  var iso: String { "\(day)T\(clock)Z" }
}

extension ForeignText {
  /// The text on one line, with nothing in it that a terminal would obey.
  var line: String { safeLines.joined(separator: " ") }
}
