import Glibc
import PseudoTerminal
import Testing

extension ProvocationTests {
  @Test(
    "7: every key for back goes back at once",
    arguments: ["\u{1b}", "\u{1b}[D", "\u{1b}OD", "\u{7f}", "\u{8}"])
  func back(_ key: String) throws {
    let driver = try intake()
    try driver.terminal.send(key)
    try driver.terminal.expect("Restore access to")
  }

  @Test("7: Escape and a letter at once are neither back nor the letter")
  func escapeAndLetter() throws {
    let driver = try intake()
    try driver.terminal.send("\u{1b}q\u{1b}1")
    try driver.terminal.expect("That key does nothing here")
    #expect(driver.terminal.screen.shows("What does the user see?"))
  }

  @Test("8: arrows, Home and End move in every encoding")
  func encodings() throws {
    let driver = try home()
    for (down, up) in [("\u{1b}[B", "\u{1b}[A"), ("\u{1b}OB", "\u{1b}OA"), ("j", "k")] {
      try driver.terminal.send(down)
      try driver.terminal.expect("> 2")
      try driver.terminal.send(up)
      try driver.terminal.expect("> 1")
    }
    let pairs = [("F", "H"), ("4~", "1~"), ("8~", "7~")].map { ("\u{1b}[" + $0, "\u{1b}[" + $1) }
    for (end, home) in pairs + [("\u{1b}OF", "\u{1b}OH")] {
      try driver.terminal.send(end)
      try driver.terminal.expect("> 4  Practise")
      try driver.terminal.send(home)
      try driver.terminal.expect("> 1")
    }
  }

  @Test(
    "8: a sequence nobody knows is never read as back and letters",
    arguments: [
      "\u{1b}[99~", "\u{1b}[1;9Q", "\u{1b}[57441u", "\u{1b}[<0;10;10M", "\u{1b}[?64;1c",
      "\u{1b}]11;rgb:ffff/1111/qqqq\u{1b}\\", "\u{1b}P1$r0mq\u{1b}\\", "\u{1b}[I", "\u{1b}[O",
    ])
  func unknownSequences(_ sequence: String) throws {
    let driver = try intake()
    let title = driver.terminal.screen.lines[1]
    try driver.terminal.send(sequence + "\u{1b}[B")
    try driver.terminal.expect("one row down, and nothing else") {
      $0.lines[1] == title && $0.shows("> 2")
    }
  }

  @Test("9: a character in two writes is one, and a byte that is none swallows nothing")
  func splitCharacter() throws {
    let driver = try intake(typing: true)
    for byte in Array("Zoë漢".utf8) { try driver.terminal.send(bytes: [byte]) }
    try driver.terminal.expect("[Zoë漢 ")
    try driver.terminal.send(bytes: [0xe9] + Array("xy".utf8))
    try driver.terminal.expect("[Zoë漢\u{fffd}xy ")
  }

  /// What nobody means to paste into a program.
  private static let page =
    "\u{1b}[200~" + String(repeating: "cq1y \u{1b}[2J\u{3}delete\r\n", count: 200) + "\u{1b}[201~"

  @Test("10: a paste of 200 lines does nothing on a menu")
  func pasteOnMenu() throws {
    let driver = try home()
    try driver.terminal.send(Self.page)
    try driver.terminal.expect("A paste needs a field")
    #expect(driver.terminal.screen.shows("> 1  New case"))
  }

  @Test("10: a paste is refused on a warning")
  func pasteOnWarning() throws {
    let driver = try warning()
    while !driver.terminal.screen.lines[driver.terminal.screen.cursorRow].contains("[") {
      try driver.make(.press("\t"))
    }
    for paste in [Self.page, "\u{1b}[200~delete 4 contoso.example\u{1b}[201~"] {
      try driver.terminal.send(paste)
      try driver.terminal.expect("a paste is not an answer")
      #expect(driver.terminal.screen.shows("Nothing typed yet."))
    }
  }

  @Test("10: a paste is one text in a field")
  func pasteInField() throws {
    let driver = try intake(typing: true)
    try driver.terminal.send(Self.page)
    try driver.terminal.expect("Pasted: 201 lines")
    #expect(driver.terminal.screen.shows("What does the user see?"))
  }

  @Test("11: held arrows stop at once, and cost no frame each")
  func held() throws {
    let driver = try home()
    let before = driver.terminal.bytesReceived
    try driver.terminal.send(String(repeating: "\u{1b}[B\u{1b}[A", count: 5000) + "\u{1b}[F?")
    try driver.terminal.expect("the help") { $0.lines[1].contains("Help") }
    let perKey = Double(driver.terminal.bytesReceived - before) / 10_000
    #expect(perKey < 20, "as if each had been drawn")
  }

  @Test("12: what was typed before a warning could be read does not answer it")
  func typeAhead() throws {
    let driver = try NaiveDriver()
    try driver.make(StoryTests.gentlerWays + StoryTests.toTheWarning.dropLast())
    driver.settle()
    try driver.terminal.send("contoso.example\rdelete 4 contoso.example\t\u{1b}[B\r\r")
    try driver.terminal.expect("STOP")
    try driver.terminal.expect("was dropped")
    driver.settle()
    #expect(driver.terminal.screen.shows("Nothing typed yet."))
    #expect(!driver.terminal.screen.shows("Should appear"))
  }

  @Test("13: the key that starts, and Enter again and again, delete nothing")
  func repeated() throws {
    let driver = try warning()
    try driver.terminal.send("cc" + String(repeating: "\r", count: 20))
    driver.settle()
    #expect(driver.terminal.screen.shows("STOP") || driver.terminal.screen.shows("What to do"))
    let again = try warning()
    while !again.terminal.screen.lines[again.terminal.screen.cursorRow].contains("[") {
      try again.make(.press("\t"))
    }
    try again.terminal.send("delete 4 contoso.example" + String(repeating: "\r", count: 20) + "cc")
    again.settle()
    #expect(again.terminal.screen.shows("STOP"))
    for driver in [driver, again] {
      #expect(try driver.orders(in: 1).allSatisfy { $0.contains("Consent again") })
    }
  }

  @Test("14: Escape ten times from the deepest screen ends at home, still running")
  func escapes() throws {
    let driver = try warning()
    try driver.make(.press("\u{7}"))
    var escapes = 0
    while escapes < 10, !driver.terminal.screen.shows("New case") {
      try driver.make(.press("\u{1b}"))
      escapes += 1
    }
    // At home it does nothing, and says so; the next key is still a key.
    try driver.terminal.send("\u{1b}")
    try driver.terminal.expect("q or Ctrl-C leaves the program.")
    try driver.make(.press("\u{1b}[B"))
    #expect(driver.terminal.ending == nil)
  }

  @Test("15: q and ? in a field are letters")
  func letters() throws {
    let driver = try intake()
    try driver.make(.press("!"))
    try driver.terminal.send("q?y!c1")
    try driver.terminal.expect("[q?y!c1 ")
  }

  @Test("16: a name that holds anything stays in its field, and the report is clean")
  func hostileName() throws {
    let driver = try findings()
    try driver.make([.press("e"), .choose("Customer, ticket"), .choose("Customer")])
    let name =
      "\u{1b}[2JEvil\u{202e}\u{9b}31m\tX👨‍👩‍👧‍👦"
      + "a" + String(repeating: "\u{301}", count: 40) + String(repeating: "n", count: 300)
    try driver.terminal.send("\u{1b}[200~\(name)\u{1b}[201~")
    try driver.terminal.expect("the end of it in the field") { $0.shows("nnnn") }
    try driver.make(.press("\r"))
    try driver.terminal.expect("Kept in the journal.")
    let screen = driver.terminal.screen
    #expect(screen.lines[0].hasPrefix("  Regrant   case 1 · "))
    #expect(screen.lines[3] == String(repeating: "─", count: 80))
    #expect(screen.lines[23].contains("? help"))
    #expect(screen.cells.allSatisfy { $0.count == 80 })
    let report = try driver.output(of: ["cases", "report", "1"])
    #expect(report.contains("Evil"))
    #expect(report.harmful.isEmpty)
  }
}
