import Glibc
import PseudoTerminal
import Testing

/// What reviewers do to a terminal program, on the program itself; the numbers are theirs.
@Suite("Twenty-five failures that people provoke") struct ProvocationTests {
  /// The first screen, ready.
  func home(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> NaiveDriver {
    let driver = try NaiveDriver(arguments, environment: environment)
    try driver.terminal.expect("New case")
    driver.settle()
    return driver
  }

  /// A new case that asks for the symptom, in a menu or, one Tab away, a field.
  func intake(
    typing isTyping: Bool = false, environment: [String: String] = [:]
  ) throws -> NaiveDriver {
    let driver = try home(environment: environment)
    try driver.make(.choose("New case"))
    try driver.terminal.expect("What does the user see?")
    if isTyping { try driver.make(.press("\t")) }
    return driver
  }

  /// Findings with consent shut.
  func findings(environment: [String: String] = [:]) throws -> NaiveDriver {
    let driver = try intake(environment: environment)
    try driver.make([
      .choose("\"Need admin approval\""), .choose("No, assignment is not required"),
    ])
    try driver.terminal.expect("What keeps them out")
    return driver
  }

  /// The typed warning before a deletion.
  func warning() throws -> NaiveDriver {
    let driver = try NaiveDriver()
    try driver.make(StoryTests.gentlerWays + StoryTests.toTheWarning)
    try driver.terminal.expect("STOP")
    driver.settle()
    return driver
  }

  /// Waits until the program, which works, shows its help, and leaves that again.
  ///
  /// Keys are handled in order: what was sent before has been answered then.
  func fence(_ driver: NaiveDriver) throws {
    driver.settle()
    try driver.terminal.send("\u{7}")
    try driver.terminal.expect("the help") { $0.lines[1].contains("Help") }
    try driver.terminal.send("\u{1b}")
    try driver.terminal.expect("no help") { !$0.lines[1].contains("Help") }
    driver.settle()
  }

  @Test(
    "1: a signal or a trap in mid-screen gives the terminal back, and is the true cause",
    arguments: [
      SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV,
    ])
  func signal(_ number: Int32) throws {
    let driver = try intake()
    driver.terminal.signal(number)
    #expect(try driver.terminal.wait() == .signaled(number))
    #expect(driver.terminal.changes.isEmpty)
  }

  @Test("2: a closed window ends it, idle or at work, and the case goes on", arguments: [0, 3])
  func closedWindow(megabytes: Int) throws {
    let driver = try intake()
    try driver.make(.choose("\"Need admin approval\""))
    if megabytes > 0 {
      try driver.terminal.send("\u{1b}[200~")
      try driver.terminal.send(
        bytes: repeatElement(UInt8(ascii: "q"), count: megabytes * 1_000_000))
    }
    driver.terminal.hangUp()
    #expect(try driver.terminal.wait() == .signaled(SIGHUP))
    let next = try NaiveDriver(["--case", "1"], in: driver.folder)
    try next.terminal.expect("\"Assignment required?\"")
  }

  @Test(
    "3: any TERM gets screens, or lines, or one sentence",
    arguments: [
      ("xterm-ghostty", "New case", nil), ("vt100", "New case", nil), ("dumb", "1. New case", nil),
      ("", "TERM is not set; type: export", 69), ("nonsense", "know the terminal", 69),
    ] as [(String, String, Int32?)])
  func strangeTerminal(_ name: String, _ words: String, _ status: Int32?) throws {
    let driver = try NaiveDriver(environment: ["TERM": name])
    try driver.terminal.expect(words)
    if let status {
      #expect(try driver.terminal.wait() == .exited(status))
      #expect(!driver.terminal.received.contains(0x1b))
    } else {
      driver.terminal.signal(SIGTERM)
      #expect(try driver.terminal.wait() == .signaled(SIGTERM))
    }
    #expect(driver.terminal.changes.isEmpty)
  }

  @Test("4: LINES and COLUMNS can't lie about the size, before or after a resize")
  func lyingSize() throws {
    let driver = try home(environment: ["LINES": "50", "COLUMNS": "132"])
    #expect(driver.terminal.screen.lines[23].contains("? help"))
    driver.terminal.resize(columns: 100, rows: 30)
    try driver.terminal.expect("the footer in the last row") { $0.lines[29].contains("? help") }
  }

  @Test("5: a window too small loses nothing, and nothing is typed through")
  func tooSmall() throws {
    let driver = try intake()
    let before = driver.terminal.screen
    driver.terminal.resize(columns: 10, rows: 3)
    try driver.terminal.expect("the small notice") { $0.shows("Enlarge") }
    try driver.terminal.send("1\r2\rc\u{1b}")
    driver.settle()
    driver.terminal.resize(columns: 80, rows: 24)
    try driver.terminal.expect("the same screen") { $0.lines == before.lines }
  }

  @Test("6: Ctrl-Z, another line, and fg: the same screen, whole, and keys work")
  func stopped() throws {
    let folder = StateDirectory()
    var environment = PseudoTerminal.plainEnvironment
    environment["XDG_STATE_HOME"] = folder.path
    let terminal = try PseudoTerminal(
      executable: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: environment)
    try terminal.expect("a prompt") { $0.lines[0] == "$" }
    try terminal.send("\(NaiveDriver.program())\n")
    try terminal.expect("> 1  New case")
    try terminal.send("\u{1b}[B")
    try terminal.expect("> 2")
    let before = terminal.screen
    try terminal.send("\u{1a}")
    try terminal.expect("the shell's word") { !$0.isAlternate && $0.shows("Stopped") }
    #expect(terminal.screen.modes.isEmpty)
    try terminal.send("stty sane; echo a''live\n")
    try terminal.expect("alive")
    try terminal.send("fg\n")
    try terminal.expect("the same screen") { $0.cells == before.cells && $0.isAlternate }
    try terminal.send("\u{1b}[A")
    try terminal.expect("> 1")
    try terminal.send("\u{3}\u{3}")
    try terminal.expect("the shell's screen") { !$0.isAlternate }
    #expect(terminal.screen.modes.isEmpty)
  }

  @Test("6: SIGSTOP, a line that was set meanwhile, and SIGCONT: the same")
  func stoppedFromOutside() throws {
    let driver = try home()
    driver.terminal.signal(SIGSTOP)
    try driver.terminal.waitForStop()
    driver.terminal.makeSane()
    driver.terminal.signal(SIGCONT)
    try driver.terminal.expect("a line without echo") { _ in
      driver.terminal.settings?.echoes == false
    }
    try driver.terminal.send("\u{1b}[B")
    try driver.terminal.expect("> 2")
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.changes.isEmpty)
  }
}
