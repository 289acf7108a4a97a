import Foundation
import PseudoTerminal
import Testing

@Suite("On terminals of every kind") struct TerminalKindTests {
  /// A few screens on the way to the findings, with help over one of them.
  private static let moves: [NaiveDriver.Move] = [
    .press("\u{1b}[B"), .press("\u{1b}[A"), .choose("New case"), .press("?"), .press("\u{1b}"),
    .choose("\"Need admin approval\""), .choose("No, assignment is not required"),
  ]

  /// What the screens show on the way, and the last line after leaving.
  private func screens(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> [[String]] {
    let driver = try NaiveDriver(arguments, environment: environment)
    try driver.terminal.expect("New case")
    driver.settle()
    var screens = [driver.terminal.screen.lines]
    for move in Self.moves {
      try driver.make(move)
      screens.append(driver.terminal.screen.lines)
    }
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.changes.isEmpty)
    return screens + [driver.terminal.screen.lines.filter { !$0.isEmpty }]
  }

  @Test(
    "the screens are the same, keys work, and everything is given back",
    arguments: [
      "xterm", "screen", "screen-256color", "tmux", "tmux-256color", "vt100", "vt220", "linux",
      "xterm-kitty", "alacritty",
    ])
  func sameScreens(_ name: String) throws {
    var (expected, shown) = (try screens(), try screens(environment: ["TERM": name]))
    // The help of a terminal that goes by another's name has a line about it.
    if ["xterm-kitty", "alacritty"].contains(name) {
      (expected[0], shown[0]) = ([], [])
    }
    #expect(shown == expected)
  }

  @Test("a size in the environment changes nothing")
  func lyingSize() throws {
    #expect(try screens(environment: ["LINES": "50", "COLUMNS": "132"]) == screens())
  }

  @Test(
    "a locale without UTF-8 is the same as --ascii", arguments: [["LC_ALL": "C"], ["LANG": "C"]])
  func plainLocale(_ locale: [String: String]) throws {
    var environment = locale
    environment["LC_ALL"] = locale["LC_ALL"] ?? ""
    let shown = try screens(environment: environment)
    #expect(shown == (try screens(["--ascii"])))
    #expect(shown.joined().joined().utf8.allSatisfy { $0 < 0x80 })
  }

  private static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("tmux passes everything on", .enabled(if: tmux != nil, "tmux is not installed"))
  func insideTmux() throws {
    let folder = StateDirectory()
    let settings = folder.path + "-tmux"
    try Data("set -g escape-time 0\nset -g status off\n".utf8).write(to: URL(filePath: settings))
    defer { try? FileManager.default.removeItem(atPath: settings) }
    var environment = PseudoTerminal.plainEnvironment
    environment["XDG_STATE_HOME"] = folder.path
    environment["TMUX_TMPDIR"] = FileManager.default.temporaryDirectory.path
    let terminal = try PseudoTerminal(
      executable: try #require(Self.tmux),
      arguments: ["-L", settings.replacing("/", with: ""), "-f", settings, "new-session"]
        + [NaiveDriver.program()],
      environment: environment)
    try terminal.expect("> 1  New case")
    try terminal.send("\u{1b}OB")
    try terminal.expect("> 2")
    try terminal.send("1")
    try terminal.expect("What does the user see?")
    try terminal.send("\u{1b}")
    try terminal.expect("Restore access to")
    try terminal.send("\u{3}\u{3}")
    try terminal.expect("the end of the session") { $0.shows("[exited]") }
  }
}
