import ArgumentParser

/// The cases on this machine.
struct CasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "List, show, report, move and delete the cases here.",
    subcommands: [])
}
