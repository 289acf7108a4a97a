import Glibc
import PseudoTerminal

/// What is measured, each a figure of one program.
enum Measurement {
  /// How long a start takes, in milliseconds, until the list is drawn.
  static func start(of candidate: Candidate) throws -> Double {
    let began = ContinuousClock.now
    let terminal = try candidate.openList()
    return milliseconds(began.duration(to: terminal.lastArrival))
  }

  /// What a program did for each of some keys.
  static func reactions(to keys: [String], in terminal: PseudoTerminal) throws -> [Reaction] {
    terminal.settle()
    return try keys.map { try terminal.press($0) }
  }

  /// What a list does for 50 times down and up, in the sequences the terminal was asked to send.
  static func arrows(in terminal: PseudoTerminal) throws -> [Reaction] {
    terminal.settle()
    let introducer = terminal.screen.modes.contains(1) ? "\u{1b}O" : "\u{1b}["
    let keys = (0..<100).map { introducer + ($0.isMultiple(of: 2) ? "B" : "A") }
    return try reactions(to: keys, in: terminal)
  }

  /// What a text field does for each of 20 letters.
  static func letters(in terminal: PseudoTerminal) throws -> [Reaction] {
    try reactions(to: "abcdefghijklmnopqrst".map { String($0) }, in: terminal)
  }

  /// How long the terminal takes to be as it was after SIGTERM, in milliseconds.
  static func restoring(_ candidate: Candidate) throws -> Double {
    let terminal = try candidate.openList()
    terminal.settle()
    let began = ContinuousClock.now
    terminal.signal(SIGTERM)
    try terminal.wait()
    let taken = milliseconds(began.duration(to: .now))
    guard terminal.settings == terminal.settingsBefore, !terminal.screen.isAlternate else {
      throw Trouble(description: "\(candidate.name) left the terminal changed after SIGTERM")
    }
    return taken
  }

  /// How often a program woke up while nobody pressed a key.
  static func wakeUps(of candidate: Candidate, seconds: Int) throws -> Double {
    let terminal = try candidate.openList()
    pause(seconds: 2)  // what follows a start is not idling
    terminal.settle()
    let before = try switches(of: terminal.processID)
    pause(seconds: Double(seconds))
    return Double(try switches(of: terminal.processID) - before)
  }

  /// How often a process' threads gave up the processor by themselves.
  private static func switches(of process: Int32) throws -> Int {
    let tasks = "/proc/\(process)/task"
    guard let folder = opendir(tasks) else { throw Trouble(description: "no \(tasks)") }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let lines = text(of: "\(tasks)/\(name)/status").split(separator: "\n")
      let line = lines.first { $0.hasPrefix("voluntary_ctxt_switches:") }
      count += line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0
    }
    return count
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }
}

/// Output after a key: how long until its last byte, and how much.
struct Reaction {
  let milliseconds: Double
  let bytes: Int
}

/// Why something could not be measured.
struct Trouble: Error, CustomStringConvertible {
  let description: String
}

extension PseudoTerminal {
  /// Reads until nothing more has come for a while.
  func settle() {
    while step(until: .now + .milliseconds(25)) {}
  }

  /// Presses a key and reads all that it led to.
  func press(_ key: String) throws -> Reaction {
    let before = bytesReceived
    let began = ContinuousClock.now
    try send(key)
    while bytesReceived == before {
      guard step(until: began + .seconds(2)) else {
        throw Trouble(
          description: "nothing was drawn after a key, while there was:\n\(screen.text)")
      }
    }
    settle()
    return Reaction(
      milliseconds: Bench.milliseconds(began.duration(to: lastArrival)),
      bytes: bytesReceived - before)
  }
}

/// A duration in milliseconds.
func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

/// The middle one of some figures.
func median(_ figures: [Double]) -> Double {
  let sorted = figures.sorted()
  let middle = sorted.count / 2
  if sorted.isEmpty { return .nan }
  return sorted.count.isMultiple(of: 2)
    ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// Leaves the machine alone for a while: idling is what is measured.
func pause(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }
