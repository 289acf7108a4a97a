import ArgumentParser
import Journal

/// A case deleted from this machine, after its number was typed.
struct CaseDeleteCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a case from this machine; nothing brings it back.",
    discussion: """
      regrant cases delete 3
      regrant cases delete 3 --confirm "delete case 3"
      """)

  @Argument(help: "The case's number.")
  var number: CaseNumber

  @Option(help: "The confirmation, as it is asked for on a terminal.")
  var confirm: String?

  @Flag(help: "Never ask.")
  var noInput = false

  private var phrase: String { "delete case \(number.value)" }

  mutating func perform() throws -> ExitCode {
    let journal = try CasesCommand.journal(number)
    guard try isConfirmed() else {
      StandardStream.complain(["That is not the phrase. Nothing was deleted."])
      return .somethingOpen
    }
    do throws(JournalError) { try journal.store.delete(journal.id) } catch { throw Failure(error) }
    try StandardStream.write(lines: ["Case \(number.value) is deleted."])
    return .done
  }

  private func isConfirmed() throws -> Bool {
    if let confirm {
      guard confirm == phrase else {
        throw Failure(
          .usage, "--confirm has to be \"\(phrase)\".", "Nothing was deleted.")
      }
      return true
    }
    guard StandardStream.canAsk, !noInput else {
      throw Failure(
        .usage, "--confirm is missing: give --confirm \"\(phrase)\".", "Nothing was deleted.")
    }
    StandardStream.complain([
      "This deletes case \(number.value) with its journal and lists; nothing brings it back.",
      "To delete it, type: \(phrase)",
    ])
    return readLine() == phrase
  }
}
