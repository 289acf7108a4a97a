import ArgumentParser
import Remediation
import Wording

/// The machine held against its invariants, in every reachable state.
struct MachineCheckCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold every reachable state against the thirteen invariants.",
    discussion: """
      regrant machine check
      regrant machine check --hands regrant
      regrant machine check --without lossAcknowledged

      With --hands regrant, Regrant itself acts in the tenant instead of the customer's admin. \
      With --without, one guard is left out: the shortest way to what it prevents is printed, and \
      the exit code is 1. What is explored orders nothing.
      """)

  @Option(help: "Leave one guard out.")
  var without: GuardName?

  @Option(help: "Whose hands act in the tenant.")
  var hands = ActingHands.admin

  @Option(help: "The form of the result.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let application = MachineCommand.application
    let explorer =
      if let removed = without?.value {
        Explorer(application: application, isConnected: hands == .regrant, without: removed)
      } else {
        Explorer(application: application, isConnected: hands == .regrant)
      }
    let clock = ContinuousClock()
    let start = clock.now
    let exploration = explorer.explore(stoppingEarly: without != nil)
    let seconds = (clock.now - start) / .seconds(1)
    let check = MachineCheck(exploration, without: without?.value, seconds: seconds)
    switch format {
    case .text: try StandardStream.write(lines: check.lines)
    case .json: try StandardStream.write(JSONOutput.text(check.file))
    }
    return exploration.violations.isEmpty ? .done : .somethingOpen
  }
}

/// Whose hands act in the tenant.
enum ActingHands: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
  /// The customer's admin, in the portal.
  case admin
  /// Regrant, through Graph.
  case regrant
}

/// A guard by its name in the machine.
struct GuardName: Sendable, Hashable, ExpressibleByArgument {
  /// The guard.
  let value: Guard

  init?(argument: String) {
    let asked = argument.lowercased()
    guard let found = Guard.allCases.first(where: { "\($0)".lowercased() == asked }) else {
      return nil
    }
    value = found
  }

  static var allValueStrings: [String] { Guard.allCases.map { "\($0)" } }
}
