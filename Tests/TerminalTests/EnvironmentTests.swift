import Glibc
import PseudoTerminal
import Testing

@testable import Terminal

@Suite("The environment") struct EnvironmentTests {
  @Test("can't lie about the window's size") func size() throws {
    let terminal = try Story.begin(environment: ["LINES": "50", "COLUMNS": "132"])
    #expect(terminal.screen.shows("Probe 80x24"))
    terminal.resize(columns: 100, rows: 30)
    try terminal.expect("Probe 100x30")
    #expect(terminal.screen.lines[20] == String(repeating: "─", count: 100))
  }

  @Test("a line that doesn't know its size is taken for 80x24") func noSize() throws {
    let terminal = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", "stty rows 0 cols 0; exec \"$0\"", Story.program()])
    try terminal.expect("Probe 80x24")
  }

  @Test(
    "a terminal that this machine doesn't know is used as an xterm, and said to be",
    arguments: ["xterm-made-up", "alacritty-made-up", "st-made-up", "made-up-256color"])
  func unknown(_ name: String) throws {
    let terminal = try Story.begin(environment: ["TERM": name], columns: 120)
    #expect(terminal.screen.shows("“\(name)”; it is used as xterm-256color."))
    try terminal.send("q")
    try terminal.wait()
    Story.expectRestored(terminal)
  }

  @Test(
    "what is known to be xterm's child is taken for it, and nothing else is",
    arguments: [
      ("xterm-ghostty", true), ("xterm-kitty", true), ("alacritty", true), ("foot", true),
      ("st", true), ("wezterm", true), ("putty", true), ("tmux-direct", true), ("vt220", false),
      ("wyse60", false), ("st52", false), ("", false),
    ])
  func children(_ name: String, _ isChild: Bool) {
    #expect(Description.substitutes(for: name).contains("xterm-256color") == isChild)
  }

  @Test(
    "a terminal that can't be used costs one sentence and status 69",
    arguments: [
      ("dumb", "“dumb” can't place text; use --plain."), ("", "TERM is not set; type: export"),
      ("nonsense", "doesn't know the terminal “nonsense”; type: export"),
      ("../../etc", "doesn't know the terminal"),
    ])
  func unusable(_ name: String, _ sentence: String) throws {
    let terminal = try Story.start(environment: ["TERM": name], columns: 160)
    #expect(try terminal.wait() == .exited(69))
    #expect(terminal.screen.shows(sentence))
    #expect(!terminal.received.contains(0x1b))
    Story.expectRestored(terminal)
  }

  @Test(
    "terminals without xterm's ways get none of its sequences", arguments: ["vt100", "linux"])
  func plainTerminals(_ name: String) throws {
    let terminal = try Story.begin(environment: ["TERM": name])
    try terminal.send("myT\u{1b}[B")
    try terminal.expect("all four keys' work") {
      $0.shows("> row 1") && $0.shows("(4)") && $0.shows("unsupported")
    }
    #expect(terminal.screen.operatingSystemCommands.isEmpty)
    #expect(terminal.screen.modes.isEmpty)
    #expect(terminal.screen.title.isEmpty)
    try terminal.send("q")
    #expect(try terminal.wait() == .exited(0))
    Story.expectRestored(terminal)
    #expect(terminal.screen.lines.filter { !$0.isEmpty } == ["bye: 5 keys, row 1"])
  }

  @Test("screen and tmux show the same", arguments: ["screen", "screen-256color", "tmux-256color"])
  func multiplexers(_ name: String) throws {
    let terminal = try Story.begin(environment: ["TERM": name])
    #expect(terminal.screen.lines[2] == "> row 0 of a list that is made up            text")
    try terminal.send("q")
    try terminal.wait()
    Story.expectRestored(terminal)
  }

  @Test("roles have colours, and none under NO_COLOR or --color=never")
  func color() throws {
    func colors(_ arguments: [String], _ environment: [String: String]) throws -> [Screen.Color] {
      let screen = try Story.begin(arguments, environment: environment).screen
      return [screen.cell(row: 4, column: 45), screen.cell(row: 6, column: 45)].map(\.foreground)
    }
    let (none, some): ([Screen.Color], [Screen.Color]) = (
      [.standard, .standard], [.indexed(2), .indexed(1)]
    )
    #expect(try colors([], [:]) == some)
    #expect(try colors([], ["NO_COLOR": ""]) == some)
    #expect(try colors([], ["NO_COLOR": "1"]) == none)
    #expect(try colors(["--color=always"], ["NO_COLOR": "1"]) == some)
    #expect(try colors(["--color=never"], [:]) == none)
    #expect(try colors([], ["TERM": "vt100"]) == none)
    #expect(try colors([], ["TERM": "xterm"]) == some)
  }

  @Test("a QR code is dark on light whatever the theme")
  func ink() throws {
    func ink(_ environment: [String: String]) throws -> Screen.Cell {
      try Story.begin(environment: environment).screen.cell(row: 10, column: 45)
    }
    let sixteen = try ink([:])
    #expect((sixteen.foreground, sixteen.background) == (.indexed(0), .indexed(15)))
    let eight = try ink(["TERM": "xterm"])
    #expect((eight.foreground, eight.background) == (.indexed(0), .indexed(7)))
    #expect(try ink(["NO_COLOR": "1"]).isReversed)
  }

  @Test(
    "decides about characters beyond ASCII by the locale's codeset",
    arguments: [
      ("C", "-"), ("C.UTF-8", "─"), ("en_US.UTF-8", "─"), ("sv_SE.utf8", "─"),
      ("de_DE.ISO-8859-1", "-"), ("nonsense", "-"),
    ])
  func locale(_ name: String, _ rule: String) throws {
    let terminal = try Story.begin(environment: ["LC_ALL": name])
    #expect(terminal.screen.lines[20] == String(repeating: rule, count: 80))
    #expect(!Story.sent(terminal, "b-"), "a character repeated by a sequence")
  }

  @Test("is overruled by --ascii") func ascii() throws {
    let terminal = try Story.begin(["--ascii"])
    #expect(terminal.screen.lines[20] == String(repeating: "-", count: 80))
  }

  @Test("standard input may be a file: keys come from the terminal then") func keysFromTerminal()
    throws
  {
    let terminal = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", "echo data | \"$0\"; cat", Story.program()])
    try terminal.expect("note: ready")
    try terminal.send("\u{1b}[B")
    try terminal.expect("> row 1")
    try terminal.send("q")
    try terminal.expect("bye: 2 keys")
    Story.expectRestored(terminal)
  }

  @Test("output that is no terminal gets no screen", arguments: ["| cat", "> /dev/null"])
  func noTerminal(_ redirection: String) throws {
    let terminal = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", "\"$0\" \(redirection)", Story.program()],
      columns: 160)
    try terminal.wait()
    #expect(terminal.screen.shows("Input and output are not a terminal"))
    #expect(!terminal.received.contains(0x1b))
    Story.expectRestored(terminal)
  }
}
