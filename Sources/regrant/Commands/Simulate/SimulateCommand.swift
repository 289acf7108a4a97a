import ArgumentParser
import Foundation
import Simulator
import SimulatorServer

/// A made-up tenant on loopback, for any client of Microsoft Graph.
struct SimulateCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Serve a made-up tenant on this machine's loopback.",
    discussion: """
      regrant simulate                                the article's beginning
      regrant simulate --scenario list                the scenarios there are
      regrant simulate --scenario deleted --tls       with a certificate of its own
      regrant simulate --size 1000000 --port 8080     a million people

      Once it listens, one line of JSON says where, and with which token. It ends with Ctrl-C. \
      Nobody else's machine can reach it, and nothing outlives it.
      """)

  /// The largest tenant there is.
  static let mostPeople = 1_000_000

  @Option(help: "What has happened in the tenant; 'list' lists what there is.")
  var scenario = ScenarioName.first

  @Option(help: "How many people it has, from 10 to 1000000.")
  var size = Scenario.Wishes().size

  @Option(help: "How many principals are assigned, a few groups among them.")
  var assignments = Scenario.Wishes().assignments

  @Option(
    name: .customLong("admin-role"),
    help: "A role of the signed-in admin, or eligible:ROLE; may be repeated.")
  var adminRoles: [AdminRoleName] = []

  @Option(help: "Decides every name and id.")
  var seed: UInt64 = Scenario.Wishes().seed

  @Option(help: "The port; 0 for any that is free.")
  var port = 0

  @Option(help: "What goes wrong, by request: 3:429/2,7:reset,9:slow/5,12:504-done,15:truncated.")
  var faults = FaultList(value: [])

  @Flag(help: "Speak TLS, with a certificate that the line of JSON names.")
  var tls = false

  mutating func validate() throws {
    let sizes = Scenario.Wishes.fewestPeople...Self.mostPeople
    guard sizes.contains(size) else {
      throw ValidationError("--size must lie between \(sizes.lowerBound) and \(sizes.upperBound).")
    }
    guard (0...Self.mostPeople).contains(assignments) else {
      throw ValidationError("--assignments must lie between 0 and \(Self.mostPeople).")
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must lie between 0 and 65535.")
    }
  }

  mutating func perform() throws -> ExitCode {
    guard let chosen = scenario.value else {
      try StandardStream.write(lines: ScenarioName.lines)
      return .done
    }
    var wishes = Scenario.Wishes()
    (wishes.size, wishes.assignments, wishes.seed) = (size, assignments, seed)
    wishes.faults = faults.value
    wishes.now = Moment(secondsSince1970: Double(Composition.now) / 1000)
    wishes.take(adminRoles)
    return try SimulatedService(chosen, wishes, port: port, isEncrypted: tls).run()
  }
}
