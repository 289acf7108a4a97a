import ArgumentParser
import Execution
import Foundation
import Remediation
import Wording

/// Does what a plan says.
struct ApplyCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Do what a plan says; started again after an interruption, it continues.",
    discussion: """
      regrant apply plan.json --tenant ID
      regrant apply plan.json --tenant ID --confirm "delete 240 contoso.example"

      It is refused if the tenant changed since the plan was made. A deletion asks for the phrase \
      that the plan holds as confirmation, each time anew.
      """)

  @Argument(help: "The plan.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("What a deletion asks to be said.", valueName: "phrase"))
  var confirm: String?

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions

  mutating func perform() throws -> ExitCode {
    let plan = try Self.plan(at: file)
    let phrase = try said(for: plan)
    let desk = try PlanDesk(plan, connection, noInput: noInput)
    defer { desk.close() }
    let (number, closing) = try desk.apply(saying: phrase)
    switch format {
    case .json:
      try StandardStream.write(
        JSONOutput.text(Applied(number: number, closing: closing.rawValue)))
    case .text:
      try StandardStream.write(lines: [
        "Case \(number) is closed as: \(Words().label(of: closing)).",
        "Its report: regrant cases report \(number)",
      ])
    }
    return .done
  }

  /// What was said for a deletion; a terminal is asked where nothing was.
  private func said(for plan: PlanFile) throws(Failure) -> String? {
    guard let asked = plan.confirmation else { return nil }
    var phrase = confirm
    if phrase == nil, !noInput, StandardStream.canAsk {
      StandardStream.complain(plan.changes.map { "- \($0)" } + ["Type this to delete: \(asked)"])
      phrase = readLine()
    }
    guard let phrase else {
      throw Failure(
        .somethingOpen, "Nothing is deleted until this is said: \(asked)", "Say it with --confirm.")
    }
    guard phrase == asked else {
      throw Failure(.somethingOpen, "That is not the phrase.", "It is: \(asked)")
    }
    return phrase
  }

  private static func plan(at path: String) throws(Failure) -> PlanFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(Failure.name(path)) can't be read.")
    }
    guard let plan = try? JSONDecoder().decode(PlanFile.self, from: data),
      plan.format == PlanFile.format
    else { throw Failure(.badData, "\(Failure.name(path)) is no plan.") }
    guard plan.version <= PlanFile.version else {
      throw Failure(.badData, "\(Failure.name(path)) was written by a newer regrant.")
    }
    return plan
  }
}

/// The JSON of what was applied.
private struct Applied: Encodable {
  let number: Int
  let closing: String
}
