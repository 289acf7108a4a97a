import ArgumentParser
import Entra
import Remediation

/// The machine that decides, looked at from outside: explored, drawn, exported.
struct MachineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine",
    abstract: "Explore the machine that decides: check it, draw it, export it.",
    subcommands: [MachineCheckCommand.self, MachineDiagramCommand.self, MachineGraphCommand.self])

  static var application: AppID { ApplicationProfile.nexeticBackup.appID }
}

/// The machine drawn by phase.
struct MachineDiagramCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram", abstract: "Draw the machine by phase, as a Mermaid diagram.")

  mutating func perform() throws -> ExitCode {
    let exploration = Explorer(application: MachineCommand.application).explore()
    try StandardStream.write(Diagram(of: exploration).mermaid)
    return .done
  }
}

/// Everything that was explored, for other people's checkers.
struct MachineGraphCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Export every state and transition, for other checkers.",
    discussion: "regrant machine graph --format json > machine.json")

  @Option(help: "The form of the export.")
  var format = GraphFormat.json

  mutating func perform() throws -> ExitCode {
    let exploration = Explorer(application: MachineCommand.application).explore()
    var pending: [UInt8] = []
    try GraphExport(exploration).write { piece in
      pending += piece.utf8
      guard pending.count >= 1 << 16 else { return }
      try StandardStream.write(pending, to: 1)
      pending.removeAll(keepingCapacity: true)
    }
    try StandardStream.write(pending, to: 1)
    return .done
  }
}

/// The one form an export has.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  /// One object: start, states, transitions.
  case json
}
