import Glibc
import PseudoTerminal
import Testing

@Suite("A pseudo terminal") struct PseudoTerminalTests {
  private func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", script], columns: columns, rows: rows)
  }

  @Test("is the program's controlling terminal, of the size asked for")
  func controllingTerminal() throws {
    let terminal = try shell("stty size </dev/tty; tty", columns: 132, rows: 50)
    try terminal.expect("50 132")
    try terminal.expect("/dev/pts/")
    #expect(try terminal.wait() == .exited(0))
  }

  @Test("tells statuses from signals")
  func endings() throws {
    #expect(try shell("exit 7").wait() == .exited(7))
    #expect(try shell("kill -TERM $$").wait() == .signaled(SIGTERM))
    let terminal = try shell("echo ready; read x")
    try terminal.expect("ready")
    terminal.signal(SIGKILL)
    #expect(try terminal.wait() == .signaled(SIGKILL))
  }

  @Test("gives the program the environment it was told, and nothing else")
  func environment() throws {
    let terminal = try PseudoTerminal(
      executable: "/usr/bin/env", environment: ["TERM": "vt100", "ONE": "1"])
    try terminal.wait()
    #expect(Set(terminal.screen.lines.filter { !$0.isEmpty }) == ["TERM=vt100", "ONE=1"])
  }

  @Test("keeps the last words of a program that ends at once", arguments: 0..<20)
  func lastWords(_ round: Int) throws {
    let terminal = try shell("echo last \(round)")
    try terminal.wait()
    #expect(terminal.screen.shows("last \(round)"))
  }

  @Test("shows text, attributes, colours, wide characters and the cursor as a window does")
  func cells() throws {
    let terminal = try shell(
      #"printf '\033[2;3H\033[1;31mred\033[0m \033[7mback\033[0m \033[4mline\033[0m 漢x'"#)
    try terminal.wait()
    let screen = terminal.screen
    #expect(screen.lines[1] == "  red back line 漢x")
    #expect(screen.cell(row: 1, column: 2).isBold)
    #expect(screen.cell(row: 1, column: 2).foreground == .indexed(1))
    #expect(screen.cell(row: 1, column: 5).foreground == .standard)
    #expect(screen.cell(row: 1, column: 6).isReversed)
    #expect(screen.cell(row: 1, column: 11).isUnderlined)
    #expect(screen.cell(row: 1, column: 16).width == 2)
    #expect(screen.cell(row: 1, column: 17).text.isEmpty)
    #expect((screen.cursorRow, screen.cursorColumn) == (1, 19))
  }

  @Test("shows a character whole whose bytes come apart") func splitCharacters() throws {
    let terminal = try shell(
      #"stty -echo; printf '\303'; read x; printf '\251 \346\274'; read x; printf '\242 \360\237\230\200.'"#
    )
    try terminal.expect("a first byte") { _ in terminal.received == [0xc3] }
    try terminal.send("\n")
    try terminal.expect("the second") { $0.text.hasPrefix("é") && terminal.received.last == 0xbc }
    try terminal.send("\n")
    try terminal.wait()
    #expect(terminal.screen.text.split(separator: "\n").joined() == "é 漢 😀.")
  }

  @Test("knows the modes that are on, however the bytes that set them arrive")
  func modes() throws {
    let terminal = try shell(
      #"""
      printf '\033[?1049h\033[?2004;1006'; read x; printf 'h\033[?25l\033='; read x
      printf '\033[?25h\033>\033[?1006;2004l\033[?1049l'
      """#)
    try terminal.expect("the alternate screen") { $0.isAlternate }
    try terminal.send("\n")
    try terminal.expect("an application keypad") { $0.modes == [66, 1006, 1049, 2004] }
    #expect(!terminal.screen.isCursorVisible)
    try terminal.send("\n")
    try terminal.wait()
    #expect(terminal.screen.modes.isEmpty)
    #expect(terminal.screen.isCursorVisible)
    #expect(!terminal.screen.isAlternate)
  }

  @Test("counts bells, keeps titles and commands of the operating system's kind")
  func beyondCells() throws {
    let terminal = try shell(#"printf '\a\a\033]2;a title\a\033]52;c;aGk=\a'"#)
    try terminal.wait()
    #expect(terminal.screen.bells == 2)
    #expect(terminal.screen.title == "a title")
    #expect(terminal.screen.operatingSystemCommands == ["52;c;aGk="])
    #expect(terminal.replies.isEmpty)
  }

  @Test("answers a program's question, and remembers that it was asked")
  func replies() throws {
    let terminal = try shell(#"printf '\033[6n'; read x; echo got"#)
    try terminal.expect("the question") { _ in !terminal.replies.isEmpty }
    try terminal.send("\n")
    try terminal.expect("got")
  }

  @Test("sees whether the line was left as it was found")
  func settings() throws {
    let clean = try shell("stty raw -echo; stty sane; exit")
    let sane = clean.settingsBefore
    try clean.wait()
    let untidy = try shell("stty raw -echo")
    try untidy.wait()
    #expect(untidy.settings != sane)
    #expect(untidy.settings?.echoes == false)
    #expect(untidy.settings?.isCanonical == false)
  }

  @Test("takes a megabyte of typing and gives it back")
  func muchTyping() throws {
    let terminal = try shell("stty raw -echo; echo ready; head -c 1000000 | wc -c; cat")
    try terminal.expect("ready")
    try terminal.send(bytes: repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    try terminal.expect("1000000")
    try terminal.send(bytes: repeatElement(UInt8(ascii: "b"), count: 300_000))
    try terminal.expect("all of it") { _ in terminal.bytesReceived > 300_000 }
  }

  @Test("tells the program of a new size")
  func resize() throws {
    let terminal = try shell("trap 'stty size; exit' WINCH; echo ready; while :; do read x; done")
    try terminal.expect("ready")
    terminal.resize(columns: 100, rows: 30)
    try terminal.expect("30 100")
    #expect(terminal.screen.cells.count == 30)
  }

  @Test("stops and continues the program")
  func stops() throws {
    let terminal = try shell("echo ready; read x; echo went on")
    try terminal.expect("ready")
    terminal.signal(SIGSTOP)
    try terminal.waitForStop()
    terminal.signal(SIGCONT)
    try terminal.send("\n")
    try terminal.expect("went on")
  }

  @Test("hangs the program up when the window closes")
  func hangUp() throws {
    let terminal = try shell("echo ready; read x; read x")
    try terminal.expect("ready")
    terminal.hangUp()
    #expect(try terminal.wait() == .signaled(SIGHUP))
  }

  @Test("says what it saw when something doesn't come")
  func failure() throws {
    let terminal = try shell(#"printf '\033[1mbold\033[m'"#)
    let failure = #expect(throws: PseudoTerminalFailure.self) { try terminal.expect("italic") }
    let text = failure?.description ?? ""
    #expect(text.contains("“italic”"))
    #expect(text.contains("exited(0)"))
    #expect(text.contains(#"\e[1mbold\e[m"#))
    #expect(text.contains("PseudoTerminalTests.swift"))
  }

  @Test("refuses a program that isn't there")
  func missing() {
    #expect(throws: PseudoTerminalFailure.self) { try PseudoTerminal(executable: "/no/such") }
  }
}
