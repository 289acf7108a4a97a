import ArgumentParser
import Entra
import Journal
import Remediation
import Wording

/// A case: findings, plan, what it waits for, and its journal.
struct CaseShowCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: findings, plan, what it waits for, its journal.",
    discussion: "regrant cases show 3")

  @Argument(help: "The case's number.")
  var number: CaseNumber

  @Option(help: "The form of the case.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let journal = try CasesCommand.journal(number)
    let sheet: CaseSheet
    do throws(JournalError) {
      sheet = CaseSheet(
        journal, try journal.replay(), try journal.entries(), head: try journal.head())
    } catch { throw Failure(error) }
    switch format {
    case .text: try StandardStream.write(lines: sheet.lines)
    case .json: try StandardStream.write(JSONOutput.text(sheet.file))
    }
    return .done
  }
}
