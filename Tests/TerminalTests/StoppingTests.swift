import Glibc
import PseudoTerminal
import Testing

@Suite("A stopped program") struct StoppingTests {
  @Test("gives the shell an ordinary terminal, and comes back whole") func controlZ() throws {
    let terminal = try Story.shell()
    try terminal.send("\(Story.program())\n")
    try terminal.expect("note: ready")
    try terminal.send("\u{1b}[B\u{1a}")
    try terminal.expect("the shell's word") { !$0.isAlternate && $0.shows("Stopped") }
    #expect(terminal.screen.modes.isEmpty)
    #expect(terminal.settings == terminal.settingsBefore)
    try terminal.send("stty -echo; stty sane; echo a''live\n")
    try terminal.expect("alive")
    let shells = terminal.settings
    try terminal.send("fg\n")
    try terminal.expect("the whole screen") {
      $0.isAlternate && $0.shows("> row 1 of") && $0.shows("row 17") && $0.shows("inkOnPaper")
    }
    #expect(terminal.screen.modes == [1049, 2004])
    #expect(!terminal.screen.shows("alive"))
    try terminal.send("\u{1b}[B")
    try terminal.expect("> row 2")
    try terminal.send("q")
    try terminal.expect("bye: ")
    #expect(terminal.settings == shells)
    #expect(terminal.screen.modes.isEmpty)
    #expect(!Story.sent(terminal, "\u{1b}]104"), "the person's palette was reset")
  }

  @Test("does the same when SIGTSTP comes from elsewhere") func stopSignal() throws {
    let terminal = try Story.shell()
    try terminal.send("sh -c 'echo process $$; exec \(Story.program())'\n")
    try terminal.expect("note: ready")
    let sent = String(decoding: terminal.received, as: UTF8.self)
    let numbers = sent.matches(of: /process (\d+)/).compactMap { Int32($0.1) }
    kill(try #require(numbers.last), SIGTSTP)
    try terminal.expect("the shell's word") { !$0.isAlternate && $0.shows("Stopped") }
    #expect(terminal.screen.modes.isEmpty)
    try terminal.send("fg\n")
    try terminal.expect("note: resumed")
    try terminal.send("q")
    try terminal.expect("bye: ")
    #expect(terminal.screen.modes.isEmpty)
  }

  @Test("is whole again after SIGSTOP and SIGCONT, whatever the line was set to meanwhile")
  func stopAndContinue() throws {
    let terminal = try Story.begin()
    terminal.signal(SIGSTOP)
    try terminal.waitForStop()
    terminal.makeSane()
    #expect(terminal.settings?.echoes == true)
    terminal.signal(SIGCONT)
    try terminal.expect("note: resumed")
    #expect(terminal.settings?.echoes == false)
    #expect(terminal.settings?.isCanonical == false)
    try terminal.send("\u{1b}[B")
    try terminal.expect("> row 1")
    try terminal.send("q")
    #expect(try terminal.wait() == .exited(0))
    Story.expectRestored(terminal)
  }

  @Test("can be ended while it is stopped") func endedWhileStopped() throws {
    let terminal = try Story.shell()
    try terminal.send("\(Story.program())\n")
    try terminal.expect("note: ready")
    try terminal.send("\u{1a}")
    try terminal.expect("Stopped")
    try terminal.send("kill %1; fg\n")
    try terminal.expect("Terminated")
    #expect(terminal.screen.modes.isEmpty)
    #expect(!terminal.screen.isAlternate)
  }

  @Test("waits in the background for its turn") func background() throws {
    let terminal = try Story.shell()
    try terminal.send("\(Story.program())\n")
    try terminal.expect("note: ready")
    try terminal.send("\u{1a}")
    try terminal.expect("Stopped")
    try terminal.send("bg; until jobs -l | grep -q 'tty output'; do :; done; echo don''e\n")
    try terminal.expect("done")
    #expect(!terminal.screen.isAlternate)
    try terminal.send("fg\n")
    try terminal.expect("> row 0")
    try terminal.send("q")
    try terminal.expect("bye: ")
    try terminal.send("exit\n")
    try terminal.wait()
    Story.expectRestored(terminal)
  }

  @Test("shows plain text on the ordinary screen and comes back") func plainly() throws {
    let terminal = try Story.begin()
    try terminal.send("m")
    try terminal.expect("note: mouse")
    try terminal.send("p")
    try terminal.expect("plain text, alone")
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.modes.isEmpty)
    #expect(terminal.settings == terminal.settingsBefore)
    try terminal.send("\n")
    try terminal.expect("note: back")
    #expect(terminal.screen.modes == [1000, 1006, 1049, 2004])
    try terminal.send("p")
    try terminal.expect("the ordinary screen") { !$0.isAlternate }
    try terminal.send("\u{03}")
    #expect(try terminal.wait() == .signaled(SIGINT))
    Story.expectRestored(terminal)
  }
}
