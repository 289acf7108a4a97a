import Glibc
import PseudoTerminal
import Testing

@Suite("However the program ends, the terminal") struct RestoringTests {
  @Test("is as it was found after a normal end, and says its last line there")
  func normalEnd() throws {
    let terminal = try Story.begin()
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.modes == [1049, 2004])
    #expect(terminal.settings?.echoes == false)
    try terminal.send("q")
    #expect(try terminal.wait() == .exited(0))
    Story.expectRestored(terminal)
    #expect(terminal.screen.lines.filter { !$0.isEmpty } == ["bye: 1 keys, row 0"])
  }

  @Test(
    "is as it was found when a signal ends it, and the caller sees which",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signals(_ number: Int32) throws {
    let terminal = try Story.begin()
    terminal.signal(number)
    #expect(try terminal.wait() == .signaled(number))
    Story.expectRestored(terminal)
  }

  @Test(
    "is as it was found after a trap, with the trap's message below",
    arguments: [
      ("f", "a trap on purpose"), ("F", "a trap on purpose"), ("i", "out of range"),
      ("t", "Mishap"),
    ])
  func traps(_ key: String, _ message: String) throws {
    let terminal = try Story.begin()
    try terminal.send(key)
    let trap = try terminal.wait(within: 10)
    #expect([.signaled(SIGILL), .signaled(SIGTRAP)].contains(trap))
    Story.expectRestored(terminal)
    #expect(terminal.screen.shows(message))
  }

  @Test(
    "is as it was found after the worst",
    arguments: [("a", SIGABRT), ("k", SIGSEGV), ("o", SIGSEGV)])
  func crashes(_ key: String, _ number: Int32) throws {
    let terminal = try Story.begin()
    try terminal.send(key)
    #expect(try terminal.wait(within: 10) == .signaled(number))
    Story.expectRestored(terminal)
  }

  @Test("is as it was found after an exit in the middle") func exits() throws {
    let terminal = try Story.begin()
    try terminal.send("xe")
    #expect(try terminal.wait() == .exited(3))
    Story.expectRestored(terminal)
    #expect(terminal.screen.shows("a library's warning"))
  }

  @Test("is as it was found with the mouse taken", arguments: ["q", "f"])
  func mouse(_ end: String) throws {
    let terminal = try Story.begin()
    try terminal.send("m")
    try terminal.expect("note: mouse")
    #expect(terminal.screen.modes == [1000, 1006, 1049, 2004])
    try terminal.send("M")
    try terminal.expect("note: no mouse")
    #expect(terminal.screen.modes == [1049, 2004])
    try terminal.send("m")
    try terminal.expect("note: mouse")
    try terminal.send(end)
    try terminal.wait()
    Story.expectRestored(terminal)
  }

  @Test("has its own title back") func title() throws {
    let terminal = try Story.begin()
    try terminal.send("T")
    try terminal.expect("the title without its controls") { $0.title == "a title" }
    // The window's stack of titles is beyond libvterm: what counts is that it is used.
    #expect(Story.sent(terminal, "\u{1b}[22;0;0t"))
    try terminal.send("q")
    try terminal.wait()
    #expect(Story.sent(terminal, "\u{1b}[23;0;0t"))
  }

  @Test("being gone ends the program") func hangUp() throws {
    let terminal = try Story.begin()
    terminal.hangUp()
    #expect(try terminal.wait(within: 5) == .signaled(SIGHUP))
  }

  @Test("being gone ends even a program whose SIGHUP is ignored") func hangUpWithoutSignal() throws
  {
    let terminal = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", "trap '' HUP; exec \"$0\"", Story.program()])
    try terminal.expect("note: ready")
    terminal.hangUp()
    #expect(try terminal.wait(within: 5) == .signaled(SIGHUP))
  }

  @Test("keeps a library's warning off the screen, and shows it afterwards") func warnings() throws
  {
    let terminal = try Story.begin()
    try terminal.send("x")
    try terminal.expect("note: warned")
    #expect(!terminal.screen.shows("a library's warning"))
    try terminal.send("q")
    try terminal.wait()
    #expect(terminal.screen.shows("a library's warning"))
  }

  @Test("keeps warnings in a file that nobody else reads") func log() throws {
    let path = "/tmp/terminal-tests-\(getpid()).log"
    defer { unlink(path) }
    let terminal = try Story.begin([path])
    try terminal.send("x")
    try terminal.expect("note: warned")
    var information = stat()
    #expect(stat(path, &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
    #expect(information.st_size == "a library's warning\n".utf8.count)
    try terminal.send("q")
    try terminal.wait()
    #expect(terminal.screen.shows("a library's warning"))
  }
}

extension Story {
  /// Whether the program has written a sequence.
  static func sent(_ terminal: PseudoTerminal, _ sequence: String) -> Bool {
    let (all, wanted) = (terminal.received, Array(sequence.utf8))
    guard all.count >= wanted.count else { return false }
    return (0...(all.count - wanted.count)).contains { start in
      all[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
