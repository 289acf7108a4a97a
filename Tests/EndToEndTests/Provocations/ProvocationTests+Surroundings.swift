import Foundation
import PseudoTerminal
import Testing

extension ProvocationTests {
  @Test(
    "17: nothing is said by colour alone, and only colours that any theme shows are used",
    arguments: [
      (["NO_COLOR": "1"], 0), (["TERM": "vt100"], 0), (["TERM": "xterm"], 2),
      (["TERM": "screen"], 2), (["TERM": "xterm", "LC_ALL": "C"], 2),
      (["TERM": "xterm-256color"], 2), (["TERM": "linux"], 2),
    ] as [([String: String], Int)])
  func colors(_ environment: [String: String], _ least: Int) throws {
    let screen = try findings(environment: environment).terminal.screen
    #expect(screen.shows("OK  Application   open") && screen.shows("x   Consent       shut"))
    let cells = screen.cells.joined()
    // Green, magenta and red on the terminal's own paper: legible on dark and on light.
    let colors = Set(cells.map(\.foreground)).subtracting([.standard])
    #expect(colors.isSubset(of: [.indexed(1), .indexed(2), .indexed(5)]))
    #expect(colors.count >= least)
    #expect(cells.allSatisfy { $0.background == .standard })
  }

  @Test(
    "18: a link is copied with honest words, and shown plain and whole",
    arguments: [
      ("linux", "This terminal has no clipboard: p shows it alone."),
      ("tmux-256color", "The terminal was asked to copy it."),
      ("xterm-256color", "The terminal was asked to copy it."),
    ])
  func link(_ name: String, _ words: String) throws {
    let driver = try findings(environment: ["TERM": name])
    try driver.make([
      .choose("Consent again"), .choose("Global Administrator"),
      .choose("The admin-consent link"), .press("c"), .press("y"),
    ])
    try driver.terminal.expect(words)
    #expect(driver.terminal.screen.operatingSystemCommands.isEmpty == (name == "linux"))
    try driver.terminal.send("p")
    try driver.terminal.expect("the link alone") {
      $0.text.replacing("\n", with: "").contains("facd4a2d-cbd2-4095-bfa8-ac9c819f843e")
        && $0.lines.contains { $0.hasPrefix("https://login.microsoftonline.com/organizations/") }
        && $0.shows("Enter goes back to Regrant.")
    }
    #expect(driver.terminal.screen.modes.isEmpty)
    try driver.terminal.send("\n")
    try driver.terminal.expect("Open the link and accept")
  }

  @Test("19: the mouse is the person's until M takes it, and M gives it back")
  func mouse() throws {
    let driver = try home()
    #expect(driver.terminal.screen.modes == [1049, 2004])
    try driver.terminal.send("M")
    try driver.terminal.expect("Shift and drag selects.")
    #expect(driver.terminal.screen.modes == [1000, 1006, 1049, 2004])
    try driver.terminal.send("\u{1b}[<0;4;4M\u{1b}[<0;4;4m\u{1b}[<65;4;4M")
    try fence(driver)
    try driver.terminal.send("M")
    try driver.terminal.expect("The mouse is yours.")
    #expect(driver.terminal.screen.modes == [1049, 2004])
  }

  @Test(
    "21: nothing is asked of the terminal, and keys cost few bytes",
    arguments: ["xterm-256color", "vt100", "linux", "tmux-256color"])
  func slowLine(_ name: String) throws {
    let driver = try intake(environment: ["TERM": name])
    for key in ["\u{1b}[B", "\u{1b}[B", "\u{1b}[A"] {
      let before = driver.terminal.bytesReceived
      try driver.make(.press(key))
      #expect(driver.terminal.bytesReceived - before < 250)
    }
    try driver.make(.press("\t"))
    for letter in "abcdefgh" {
      let before = driver.terminal.bytesReceived
      try driver.make(.press(String(letter)))
      #expect(driver.terminal.bytesReceived - before < 60)
    }
    let hasty = try NaiveDriver(environment: ["TERM": name])
    try hasty.terminal.send("\u{3}\u{3}")
    // Before the first screen the line makes a signal of Ctrl-C, afterwards it is a key.
    #expect([.exited(130), .signaled(SIGINT)].contains(try hasty.terminal.wait()))
    #expect(hasty.terminal.changes.isEmpty)
  }

  @Test("22: a file as input leaves the keys to the terminal")
  func fileAsInput() throws {
    let driver = try NaiveDriver(shell: "\"$0\" </etc/passwd")
    try driver.terminal.expect("New case")
    try driver.make(.press("\u{1b}[B"))
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.changes.isEmpty)
  }

  @Test(
    "22: output that is no terminal gets a sentence and no escape sequence",
    arguments: ["| cat", "| head -1", ">/dev/null", ">&-"])
  func noTerminal(_ redirection: String) throws {
    let driver = try NaiveDriver(shell: "\"$0\" \(redirection); echo status ${PIPESTATUS[0]}")
    try driver.terminal.wait()
    #expect(driver.terminal.screen.shows("Input and output are not a terminal"))
    #expect(driver.terminal.screen.shows("status 69"))
    #expect(!driver.terminal.received.contains(0x1b))
    #expect(driver.terminal.changes.isEmpty)
  }

  @Test("23: a journal of a newer program is named, not touched, and the walk goes on")
  func newerJournal() throws {
    let first = try intake()
    try first.terminal.send("\u{3}\u{3}")
    try first.terminal.wait()
    let file = URL(filePath: first.folder.path + "/regrant/cases.sqlite")
    var bytes = try Data(contentsOf: file)
    let userVersion = 60..<64
    bytes.replaceSubrange(userVersion, with: [0, 0, 0, 9])
    try bytes.write(to: file)
    let second = try NaiveDriver(in: first.folder)
    try second.terminal.expect("newer Regrant")
    try second.make(.choose("New case"))
    try second.terminal.expect("What does the user see?")
    try second.terminal.send("\u{3}\u{3}")
    try second.terminal.wait()
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test(
    "23: a home that can't be written is named, and the walk goes on unsaved",
    arguments: ["/sys/regrant", "/dev/null", "relative"])
  func unusableHome(_ place: String) throws {
    let driver = try NaiveDriver(environment: ["XDG_STATE_HOME": place, "HOME": "/dev/null"])
    try driver.terminal.expect("the trouble and the way on") {
      $0.shows("New case") && $0.shows("not be saved") || $0.shows("saved")
    }
    try driver.make([.choose("New case"), .choose("\"Need admin approval\"")])
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.screen.shows("This case could not be saved, and is gone"))
  }

  @Test("23: a second program on the same case is told which process has it")
  func secondInstance() throws {
    let first = try intake()
    let second = try NaiveDriver(["--case", "1"], in: first.folder)
    try second.terminal.expect("process \(first.terminal.processID)")
  }

  @Test("25: the cursor stands on what has the focus, and its row is marked by a character")
  func focus() throws {
    let driver = try home()
    for move in StoryTests.gentlerWays + StoryTests.toTheWarning {
      try driver.make(move)
      let screen = driver.terminal.screen
      let row = screen.lines[screen.cursorRow]
      #expect(screen.isCursorVisible)
      #expect(row.drop { $0 == " " || $0 == "║" }.hasPrefix(">"), "\(screen.text)")
    }
  }
}
