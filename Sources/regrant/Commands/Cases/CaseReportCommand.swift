import ArgumentParser
import Foundation
import Journal

/// The report of a case, to be pasted into the ticket as it is.
struct CaseReportCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a case's report, to be pasted into the ticket.",
    discussion: """
      regrant cases report 3
      regrant cases report 3 --redact --output report.md
      """)

  @Argument(help: "The case's number.")
  var number: CaseNumber

  @Flag(help: "Leave out names, addresses and IDs of people, and what was typed.")
  var redact = false

  @Option(help: "The form of the report.")
  var format = Format.markdown

  @OptionGroup var destination: Destination

  mutating func perform() throws -> ExitCode {
    let journal = try CasesCommand.journal(number)
    var report: Report
    do throws(JournalError) { report = try Report(on: journal, now: Composition.now) } catch {
      throw Failure(error)
    }
    if redact { report = report.redacted }
    let text =
      switch format {
      case .text: report.plainText
      case .json: report.json
      case .markdown: report.markdown
      }
    try destination.write(Data(text.utf8))
    return .done
  }
}

/// Where a result goes.
struct Destination: ParsableArguments {
  @Option(help: "The file to write; - is standard output.")
  var output = "-"

  @Flag(help: "Replace a file that is there.")
  var force = false

  /// Writes it, whole or not at all.
  func write(_ bytes: Data) throws {
    try WrittenFile.write(bytes, to: output, replacing: force)
    if output != "-" { StandardStream.complain(["Written to \(Failure.name(output))."]) }
  }
}
