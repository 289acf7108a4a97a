import Glibc
import PseudoTerminal
import Testing

/// The probe in a pseudo terminal, and what every story about it asks.
enum Story {
  /// Starts the probe and waits for its first whole frame.
  static func begin(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try start(
      arguments, environment: environment, columns: columns, rows: rows)
    try terminal.expect("note: ready")
    return terminal
  }

  /// Starts the probe.
  static func start(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      executable: program(), arguments: arguments,
      environment: PseudoTerminal.plainEnvironment.merging(environment) { $1 }, columns: columns,
      rows: rows)
  }

  /// Starts the probe from a shell at its prompt.
  static func shell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      executable: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"])
    try terminal.expect("a prompt") { $0.lines[0] == "$" }
    return terminal
  }

  /// The probe's path.
  static func program() throws -> String { try #require(builtProgram(named: "TerminalProbe")) }

  /// The terminal is as it was before the program came.
  static func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.changes.isEmpty, sourceLocation: sourceLocation)
  }
}
