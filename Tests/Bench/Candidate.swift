import Glibc
import PseudoTerminal

/// A program to measure: how it is started, and what to press to get somewhere.
struct Candidate {
  /// Keys to press one after the other, each once the text before it is seen.
  typealias Way = [(key: String, shows: String)]

  let name: String
  let executable: String
  /// Starts with a list, and what is seen once it is drawn.
  let list: (arguments: [String], shows: String)
  /// Starts on the way to a text field; nil where none is measured.
  var field: (arguments: [String], shows: String, way: Way)?
  /// A way to something that Esc leaves; nil where Esc is not measured.
  var leaving: Way?
  /// How it does while a request of its hangs; nil where it sends none.
  var hanging: Hanging?
  var environment = PseudoTerminal.plainEnvironment

  /// dialog, with a menu of 18 rows.
  static func dialog() -> Candidate? {
    path(of: "dialog").map {
      Candidate(
        name: "dialog", executable: $0,
        list: (["--menu", "x", "0", "0", "18"] + entries, "Cancel"),
        field: (["--inputbox", "x", "0", "0"], "Cancel", []))
    }
  }

  /// whiptail, with a menu of the same entries; it doesn't shrink a list to the screen by itself.
  static func whiptail() -> Candidate? {
    path(of: "whiptail").map {
      Candidate(
        name: "whiptail", executable: $0,
        list: (["--menu", "x", "0", "0", "14"] + entries, "Cancel"),
        field: (["--inputbox", "x", "0", "0"], "Cancel", []))
    }
  }

  /// Regrant's home, its help, and the field that takes a pasted error; data in a folder of its own.
  static func regrant(at path: String, keeping folder: String) -> Candidate {
    var candidate = Candidate(
      name: "regrant", executable: path, list: ([], "help"),
      field: ([], "help", [("\r", "Esc"), ("\t", "Ctrl-G")]),
      leaving: [("?", "Esc")])
    candidate.hanging = Hanging(executable: path, folder: folder)
    candidate.environment["HOME"] = folder
    candidate.environment["XDG_STATE_HOME"] = folder + "/state"
    return candidate
  }

  /// A terminal with the list drawn.
  func openList() throws -> PseudoTerminal {
    try open(list.arguments, until: list.shows)
  }

  /// A terminal with the text field drawn; nil where there is none.
  func openField() throws -> PseudoTerminal? {
    guard let field else { return nil }
    return try open(field.arguments, until: field.shows, then: field.way)
  }

  /// A terminal with something drawn that Esc leaves; nil where there is nothing such.
  func openHelp() throws -> PseudoTerminal? {
    guard let leaving else { return nil }
    return try open(list.arguments, until: list.shows, then: leaving)
  }

  private func open(
    _ arguments: [String], until text: String, then way: Way = []
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      executable: executable, arguments: arguments, environment: environment)
    try terminal.expect(text)
    for step in way {
      terminal.settle()
      try terminal.send(step.key)
      try terminal.expect(step.shows)
    }
    return terminal
  }

  private static let entries = (1...18).flatMap { ["\($0)", "entry \($0)"] }

  private static func path(of program: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
    return folders.split(separator: ":").map { $0 + "/" + program }.first {
      access($0, X_OK) == 0
    }
  }
}
