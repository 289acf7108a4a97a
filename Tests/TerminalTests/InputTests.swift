import Glibc
import PseudoTerminal
import Testing

@Suite("What is typed") struct InputTests {
  @Test("moves the list, in a burst and byte by byte") func arrows() throws {
    let terminal = try Story.begin()
    try terminal.send(String(repeating: "\u{1b}[B", count: 5))
    try terminal.expect("> row 5")
    for byte in Array("\u{1b}OA\u{1b}[A".utf8) { try terminal.send(bytes: [byte]) }
    try terminal.expect("the cursor with it") {
      $0.shows("> row 3") && $0.shows("(7)") && ($0.cursorRow, $0.cursorColumn) == (5, 0)
    }
  }

  @Test("Escape alone is a key, soon") func escape() throws {
    let terminal = try Story.begin()
    try terminal.send("\u{1b}")
    try terminal.expect("last: escape (1)")
  }

  @Test("Escape waits as long as ESCDELAY says") func escapeDelay() throws {
    let terminal = try Story.begin(environment: ["ESCDELAY": "5000"])
    try terminal.send("\u{1b}")
    try terminal.send("[B")
    try terminal.expect("one row down") { $0.shows("> row 1") && $0.shows("(1)") }
  }

  @Test("control keys arrive as keys, and end nothing", arguments: ["c", "s", "q", "\\", "d", "v"])
  func control(_ letter: Character) throws {
    let terminal = try Story.begin()
    try terminal.send(bytes: [(letter.asciiValue ?? 0) & 0x1f])
    try terminal.expect("last: control(\"\(letter == "\\" ? "\\\\" : String(letter))\") (1)")
  }

  @Test("a character whose bytes come apart is one character") func splitCharacter() throws {
    let terminal = try Story.begin()
    for byte in Array("…".utf8) { try terminal.send(bytes: [byte]) }
    try terminal.expect("the character") { $0.shows("last: character(\"…\") (1)") }
  }

  @Test("a byte that is no character doesn't swallow the next keys") func latin1() throws {
    let terminal = try Story.begin()
    try terminal.send(bytes: [0xe9, 0x1b, 0x5b, 0x42, 0xff, 0x1b, 0x5b, 0x42])
    try terminal.expect("> row 2")
  }

  @Test("a paste is one thing, whatever is in it") func paste() throws {
    let terminal = try Story.begin()
    try terminal.send("\u{1b}[200~q\rq\u{1b}[Aq\u{03}\u{1b}[201~")
    try terminal.expect("one thing") { $0.shows("last: paste of") && $0.shows("(1)") }
  }

  @Test("ten megabytes of paste hold nothing up") func hugePaste() throws {
    let terminal = try Story.begin()
    try terminal.send("\u{1b}[200~")
    try terminal.send(bytes: repeatElement(UInt8(ascii: "q"), count: 10_000_000))
    try terminal.send("\u{1b}[201~\u{1b}[B")
    try terminal.expect("one row down") { $0.shows("> row 1") && $0.shows("(2)") }
  }

  @Test("before a warning was shown doesn't answer it") func typeAhead() throws {
    let terminal = try Story.begin()
    try terminal.send("dyyy\r\r\u{1b}[B")
    try terminal.expect("note: dropped 6")
    #expect(terminal.screen.shows("> row 0"))
    try terminal.send("\u{1b}[B")
    try terminal.expect("> row 1")
  }

  @Test("half a sequence before a warning is dropped with it") func halfTypeAhead() throws {
    let terminal = try Story.begin()
    try terminal.send("d\u{1b}")
    try terminal.expect("note: dropped 1")
    try terminal.send("\u{1b}[B")
    try terminal.expect("one row down") { $0.shows("> row 1") && $0.shows("(2)") }
  }

  @Test("tasks wake the loop, however often they do") func waker() throws {
    let terminal = try Story.begin()
    try terminal.send("w")
    try terminal.expect("note: woken")
    try terminal.send("\u{1b}[B")
    try terminal.expect("> row 1")
  }
}
