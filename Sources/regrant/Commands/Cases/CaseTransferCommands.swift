import ArgumentParser
import Foundation
import Journal

/// A case written to a file, whole, for a colleague's machine.
struct CaseExportCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a case to a file, whole, for a colleague's machine.",
    discussion: "regrant cases export 3 --output case-3.json")

  @Argument(help: "The case's number.")
  var number: CaseNumber

  @OptionGroup var destination: Destination

  mutating func perform() throws -> ExitCode {
    let journal = try CasesCommand.journal(number)
    let bytes: Data
    do {
      // That it was exported becomes an entry, and only one process may append.
      let lock = try CaseLock(journal.id, in: journal.store)
      defer { withExtendedLifetime(lock) {} }
      bytes = try Transfer.export(journal, at: Composition.now)
    } catch let error as JournalError { throw Failure(error) } catch let error as TransferError {
      throw Failure(error)
    }
    let isShown = destination.output == "-" && StandardStream.isTerminal(STDOUT_FILENO)
    try destination.write(isShown ? JSONOutput.spelledOut(bytes) + Data("\n".utf8) : bytes)
    return .done
  }
}

/// A case taken from a colleague's file.
struct CaseImportCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a case from a file that was exported elsewhere.",
    discussion: "regrant cases import case-3.json")

  @Argument(help: "The file; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let bytes = file == "-" ? try piped() : nil
    let store = try Composition.openJournal()
    let imported: Transfer.Imported
    do throws(TransferError) {
      imported =
        if let bytes {
          try Transfer.importCase(bytes, into: store)
        } else {
          try Transfer.importCase(from: file, into: store)
        }
    } catch { throw Failure(error) }
    switch format {
    case .text: try StandardStream.write(lines: [Self.line(for: imported)])
    case .json: try StandardStream.write(JSONOutput.text(ImportFile(imported)))
    }
    return .done
  }

  private func piped() throws -> Data {
    guard let bytes = try StandardStream.read(STDIN_FILENO, atMost: Limit.fileBytes) else {
      throw Failure(TransferError.tooLarge(bytes: Limit.fileBytes + 1))
    }
    return bytes
  }

  private static func line(for imported: Transfer.Imported) -> String {
    switch imported {
    case .new(let number): "It is case \(number) here."
    case .continued(let number, 1): "It continues case \(number): 1 entry was added."
    case .continued(let number, let entries):
      "It continues case \(number): \(entries) entries were added."
    case .unchanged(let number): "It is case \(number), which has all of it already."
    }
  }
}

/// The JSON of an import.
private struct ImportFile: Encodable {
  let number: Int
  let result: String
  let entries: Int?

  init(_ imported: Transfer.Imported) {
    switch imported {
    case .new(let number): (self.number, result, entries) = (number, "new", nil)
    case .continued(let number, let added):
      (self.number, result, entries) = (number, "continued", added)
    case .unchanged(let number): (self.number, result, entries) = (number, "unchanged", 0)
    }
  }
}
