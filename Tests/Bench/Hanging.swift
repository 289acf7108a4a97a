import Glibc
import PseudoTerminal

/// Regrant at work in a served tenant whose server stops answering, and how it heeds its keys then.
struct Hanging {
  /// A screen on which a request hangs.
  struct Station {
    let name: String
    /// What to press to get to the last screen before it, each once the text before it is seen.
    let way: Candidate.Way
    /// What begins the request.
    let key: String
    /// What is seen while it hangs.
    let shows: String
    /// What is pressed there; each leads to something.
    var keys = ["?", "\u{1b}", "!", "a", "\u{1b}"]
    /// What is seen once Esc has ended it.
    var ended = "You stopped it"
  }

  /// What was measured on one of them, in milliseconds.
  struct Figures {
    let keys: [Double]
    let leaving: Double
  }

  let executable: String
  let folder: String

  private static let signedIn: Candidate.Way = [("1", "Is this the customer's tenant?")]
  private static let begun = signedIn + [("1", "What does the user see?")]
  private static let read =
    begun + [("1", "Are those affected assigned"), ("4", "All that can be")]
  private static let routes = read + [("1", "How is consent to be given?")]

  static let stations = [
    Station(
      name: "signing in", way: [], key: "1", shows: "Signing in", keys: ["?", "\u{1b}"],
      ended: "New case"),
    Station(name: "reading the tenant", way: begun, key: "1", shows: "Reading"),
    Station(
      name: "watching for consent", way: routes + [("2", "Press c")], key: "c", shows: "Watching"),
    Station(
      name: "consenting through Graph", way: routes + [("4", "Press c")], key: "c",
      shows: "Granting consent"),
  ]

  /// One station, in a tenant of its own.
  func measure(_ station: Station) throws -> Figures {
    let server = try PseudoTerminal(
      executable: executable, arguments: ["simulate"],
      environment: PseudoTerminal.plainEnvironment, columns: 200)
    try server.expect("the simulator's line") { _ in server.received.contains(UInt8(ascii: "}")) }
    let line = String(decoding: server.received, as: UTF8.self)
    var environment = PseudoTerminal.plainEnvironment
    environment["HOME"] = folder
    environment["XDG_STATE_HOME"] = "\(folder)/\(server.processID)"
    environment["REGRANT_ACCESS_TOKEN"] = try value(of: "accessToken", in: line)
    let terminal = try PseudoTerminal(
      executable: executable,
      arguments: ["connect", "--graph", try value(of: "graph", in: line)],
      environment: environment)
    try terminal.expect("Begin")
    for step in station.way {
      terminal.settle()
      try terminal.send(step.key)
      try terminal.expect(step.shows)
    }
    terminal.settle()
    // Connections are still taken, by the system; nobody answers any more.
    server.signal(SIGSTOP)
    try terminal.send(station.key)
    try terminal.expect(station.shows)
    pause(seconds: 5)
    terminal.settle()
    let keys = try station.keys.map { try terminal.press($0).milliseconds }
    let began = ContinuousClock.now
    try terminal.send("\u{1b}")
    try terminal.expect(station.ended)
    let leaving = milliseconds(began.duration(to: terminal.lastArrival))
    server.signal(SIGKILL)
    return Figures(keys: keys, leaving: leaving)
  }

  private func value(of name: String, in line: String) throws -> String {
    let mark = "\"\(name)\":\""
    guard let start = line.firstRange(of: mark) else {
      throw Trouble(description: "the simulator says no \(name)")
    }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }
}
