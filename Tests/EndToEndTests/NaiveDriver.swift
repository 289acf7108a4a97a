import Foundation
import PseudoTerminal

/// Somebody before the real program who knows nothing but what the screen and the footer show.
final class NaiveDriver {
  /// What such a person does when a screen says a certain thing.
  enum Move {
    /// Choose the row that holds these words.
    case choose(String)
    /// Type this into the field, and go on.
    case type(String)
    /// Type the phrase that the screen asks for, then choose the row.
    case typePhrase(thenChoose: String)
    /// Paste this into the field, and go on.
    case paste(String)
    /// Press a key that the screen names.
    case press(String)
  }

  /// How many keys were pressed, what was typed into fields apart.
  private(set) var keys = 0
  /// Where the cases are kept.
  let folder: StateDirectory
  private(set) var terminal: PseudoTerminal
  /// The screens seen, for whoever wants to know how it went.
  private(set) var seen: [Screen] = []
  private let environment: [String: String]

  /// Starts the program with a folder for its cases.
  init(
    _ arguments: [String] = [], in folder: StateDirectory = StateDirectory(),
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws {
    (self.folder, self.environment) = (folder, Self.environment(for: folder, environment))
    terminal = try PseudoTerminal(
      executable: try Self.program(), arguments: arguments, environment: self.environment,
      columns: columns, rows: rows)
  }

  /// Runs a script of a shell in which `$0` is the program, for what only a shell can arrange.
  init(shell script: String, in folder: StateDirectory = StateDirectory()) throws {
    (self.folder, environment) = (folder, Self.environment(for: folder, [:]))
    terminal = try PseudoTerminal(
      executable: "/bin/bash", arguments: ["--norc", "--noprofile", "-c", script, Self.program()],
      environment: environment)
  }

  /// Where the program is.
  static func program() throws -> String {
    guard let program = builtProgram(named: "regrant") else { throw Lost("regrant is not built") }
    return program
  }

  private static func environment(
    for folder: StateDirectory, _ more: [String: String]
  ) -> [String: String] {
    PseudoTerminal.plainEnvironment.merging(["XDG_STATE_HOME": folder.path]) { $1 }
      .merging(more) { $1 }
  }

  /// Kills the program as a power cut would, and starts it again.
  func killAndReturn(_ arguments: [String] = []) throws {
    terminal.signal(9)
    try terminal.wait()
    try comeBack(arguments)
  }

  /// Starts the program again after it has ended.
  func comeBack(_ arguments: [String] = []) throws {
    terminal = try PseudoTerminal(
      executable: Self.program(), arguments: arguments, environment: environment)
  }

  /// Goes on, each time by the first move whose words are on the screen, until words appear.
  func walk(
    _ moves: [(sees: String, does: Move)], until end: String, file: String = #fileID,
    at line: Int = #line
  ) throws {
    for _ in 0..<60 {
      try terminal.expect("“\(end)” or a known screen", file: file, at: line) { screen in
        screen.shows(end) || moves.contains { screen.shows($0.sees) }
      }
      settle()
      seen.append(terminal.screen)
      if terminal.screen.shows(end) { return }
      guard let move = moves.first(where: { terminal.screen.shows($0.sees) }) else { continue }
      try make(move.does)
    }
    throw Lost("no end after 60 screens at \(file):\(line)", on: terminal.screen)
  }

  /// Makes moves one after another.
  func make(_ moves: [Move]) throws { for move in moves { try make(move) } }

  /// Makes one move, and waits until the screen is another.
  func make(_ move: Move) throws {
    switch move {
    case .choose(let words): try choose(words)
    case .type(let text):
      try terminal.expect("a field") { $0.lines[$0.cursorRow].contains("[") }
      try send(text, untilShown: String(text.suffix(20)))
      try press("\r")
    case .press(let key): try press(key)
    case .paste(let text):
      try send("\u{1b}[200~\(text)\u{1b}[201~", untilShown: "Pasted:")
      try press("\r")
    case .typePhrase(let words):
      guard let phrase = phrase else {
        throw Lost("no phrase is asked for", on: terminal.screen)
      }
      while !isTyping { try press("\t") }
      try send(phrase, untilShown: "that is the phrase")
      try choose(words)
    }
  }

  /// Whether the cursor stands in a field.
  private var isTyping: Bool {
    let screen = terminal.screen
    return screen.lines[screen.cursorRow].contains("[")
  }

  /// The phrase on a warning: what stands in the line above the one to type into.
  private var phrase: String? {
    rows.lazy.compactMap { line -> String? in
      guard let start = line.range(of: "delete ") else { return nil }
      let words = line[start.lowerBound...].split(separator: " ")
      guard words.count == 3, Int(words[1]) != nil, words[2].contains(".") else { return nil }
      return words.joined(separator: " ")
    }.first
  }

  /// Moves the cursor to the row with the words, and goes on.
  func choose(_ words: String) throws {
    try terminal.expect("a row that holds “\(words)”") { _ in rowOfChoice(holding: words) != nil }
    settle()
    for _ in 0..<30 {
      guard let wanted = rowOfChoice(holding: words) else {
        throw Lost("no row holds “\(words)”", on: terminal.screen)
      }
      guard let here = rowOfCursor else {
        try press("\t")
        continue
      }
      if here == wanted { return try press("\r") }
      try press(here < wanted ? "\u{1b}[B" : "\u{1b}[A")
    }
    throw Lost("the cursor never gets to “\(words)”", on: terminal.screen)
  }

  /// Chooses the row with the words by its number: one key.
  func pick(_ words: String) throws {
    try terminal.expect("a row that holds “\(words)”") { _ in rowOfChoice(holding: words) != nil }
    settle()
    let number = rowOfChoice(holding: words).flatMap { row in
      rows[row].drop { $0 == ">" || $0 == " " }.first
    }
    guard let number else { throw Lost("no row holds “\(words)”", on: terminal.screen) }
    try press(String(number))
  }

  /// Types the phrase that a warning asks for.
  func typePhrase() throws {
    guard let phrase else { throw Lost("no phrase is asked for", on: terminal.screen) }
    try send(phrase, untilShown: "that is the phrase")
  }

  /// Types into the field that has the focus.
  func write(_ text: String) throws { try send(text, untilShown: String(text.suffix(20))) }

  /// Presses a key and waits until something on the screen is different.
  func press(_ key: String) throws {
    settle()
    keys += 1
    let before = terminal.screen
    try terminal.send(key)
    try terminal.expect("a change after \(key.debugDescription)") { $0 != before }
    settle()
    // Pressed before the screen had settled: a person presses again.
    if terminal.screen.shows("was dropped") { return try press(key) }
  }

  /// Reads on until the program sleeps and has nothing more to say.
  func settle() {
    let deadline = ContinuousClock.now + .seconds(PseudoTerminal.patience)
    repeat {
      while terminal.step(until: .now + .milliseconds(5)) {}
    } while !isAsleep && ContinuousClock.now < deadline
  }

  private var isAsleep: Bool {
    guard terminal.ending == nil,
      let status = try? String(contentsOfFile: "/proc/\(terminal.processID)/stat", encoding: .utf8),
      let end = status.lastIndex(of: ")")
    else { return true }
    return status[end...].dropFirst(2).first == "S"
  }

  private func send(_ text: String, untilShown shown: String) throws {
    settle()
    try terminal.send(text)
    try terminal.expect(shown)
    settle()
  }

  /// The rows without what frames them.
  private var rows: [String] {
    terminal.screen.lines.map { line in
      let inside = line.replacing("║", with: "").drop { $0 == " " }
      return inside.last == " " ? inside.trimmingCharacters(in: .whitespaces) : String(inside)
    }
  }

  /// Rows of a menu: a number and words.
  private func rowOfChoice(holding words: String) -> Int? {
    rows.indices.first { index in
      let line = rows[index]
      return line.contains(words) && Self.isChoice(line)
    }
  }

  private var rowOfCursor: Int? {
    rows.indices.first { index in
      let line = rows[index]
      return line.hasPrefix(">") && Self.isChoice(line)
    }
  }

  private static func isChoice(_ line: String) -> Bool {
    let words = line.drop { $0 == ">" || $0 == " " }.split(separator: " ")
    guard let number = words.first else { return false }
    return number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// Why somebody who reads the screens could not go on.
struct Lost: Error, CustomStringConvertible {
  let description: String

  init(_ why: String, on screen: Screen? = nil) {
    description = "\(why)\n\(screen?.text ?? "")"
  }
}

/// A folder of its own for one story, gone with it.
final class StateDirectory {
  let path = FileManager.default.temporaryDirectory.path + "/regrant-story-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
