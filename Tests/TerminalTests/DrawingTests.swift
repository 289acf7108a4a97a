import Glibc
import PseudoTerminal
import Testing

@Suite("The screen") struct DrawingTests {
  @Test("holds the frame, the cursor where the focus is") func frame() throws {
    let screen = try Story.begin().screen
    #expect(screen.lines[0] == "Probe 80x24")
    #expect(screen.lines[2] == "> row 0 of a list that is made up            text")
    #expect(screen.lines[20] == String(repeating: "─", count: 80))
    #expect(screen.cell(row: 2, column: 0).isBold)
    #expect(!screen.cell(row: 3, column: 2).isBold)
    #expect((screen.cursorRow, screen.cursorColumn) == (2, 0))
    #expect(screen.isCursorVisible)
  }

  @Test("is as wide as its frame says, and no control gets out, whatever the cells hold")
  func oddities() throws {
    let terminal = try Story.begin()
    #expect(
      terminal.screen.lines[1]
        == "漢e\u{301}|\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}|")
    let ascii = try Story.begin(["--ascii"])
    #expect(ascii.screen.lines[1] == "???|???????|")
    #expect(!ascii.received.contains { $0 >= 0x80 })
  }

  @Test("takes less than 250 bytes for an arrow, and no synchronized output")
  func bytesPerArrow() throws {
    let terminal = try Story.begin()
    var counts: [Int] = []
    for row in 1...17 {
      let before = terminal.bytesReceived
      try terminal.send("\u{1b}[B")
      try terminal.expect("row \(row) and the count") {
        $0.shows("> row \(row) ") && $0.shows("last: down (\(row))") && $0.cursorRow == row + 2
      }
      counts.append(terminal.bytesReceived - before)
    }
    #expect(counts.allSatisfy { $0 < 250 }, "\(counts)")
    #expect(terminal.received.count(of: "\u{1b}[?2026h") == 1)
  }

  @Test("appears at once where the terminal can do that: begun before, ended after")
  func synchronized() throws {
    let terminal = try Story.begin()
    let sent = String(decoding: terminal.received, as: UTF8.self)
    let begin = try #require(sent.firstRange(of: "\u{1b}[?2026h"))
    let text = try #require(sent.firstRange(of: "Probe"))
    let end = try #require(sent.firstRange(of: "\u{1b}[?2026l"))
    #expect(begin.upperBound <= text.lowerBound && text.upperBound <= end.lowerBound)
  }

  @Test("uses nothing that terminals calling themselves xterm may lack") func noRepeat() throws {
    let terminal = try Story.begin(["--ascii"])
    #expect(terminal.received.count(of: String(repeating: "-", count: 80)) == 1)
  }

  @Test("is sent whole on demand") func redraw() throws {
    let terminal = try Story.begin()
    let before = terminal.bytesReceived
    try terminal.send("\u{0c}")
    try terminal.expect("a whole frame") {
      $0.shows("(1)") && terminal.bytesReceived - before > 1000
    }
    #expect(terminal.screen.lines[2] == "> row 0 of a list that is made up            text")
  }

  @Test("follows every size, and loses nothing while it is too small")
  func resize() throws {
    let terminal = try Story.begin()
    try terminal.send("\u{1b}[B\u{1b}[B")
    try terminal.expect("> row 2")
    for (columns, rows) in [(10, 3), (1, 1), (500, 200), (10, 3), (79, 23), (60, 24)] {
      terminal.resize(columns: columns, rows: rows)
      let size = "\(columns)x\(rows)"
      try terminal.expect("\(size)") {
        $0.text.hasPrefix(String(size.prefix(columns))) || $0.shows("Probe \(size)")
      }
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.expect("> row 2")
    try terminal.expect("Probe 80x24")
    try terminal.send("q")
    try terminal.wait()
    Story.expectRestored(terminal)
  }

  @Test("a dragged edge ends at the last size") func manyResizes() throws {
    let terminal = try Story.begin()
    for columns in 81...160 { terminal.resize(columns: columns, rows: 24) }
    try terminal.expect("Probe 160x24")
    try terminal.expect("resized to 160x24")
  }

  @Test("is still when nothing happens: a key is answered by one frame, not by two")
  func stillness() throws {
    let terminal = try Story.begin()
    try terminal.send("b")
    try terminal.expect("the answer") { $0.shows("(1)") && $0.bells == 1 }
    let before = terminal.bytesReceived
    try terminal.send("z")
    try terminal.expect("the next answer") { $0.shows("(2)") }
    #expect(terminal.bytesReceived - before < 60)
  }
}

extension [UInt8] {
  /// How often a text stands in these bytes.
  fileprivate func count(of text: String) -> Int {
    String(decoding: self, as: UTF8.self).ranges(of: text).count
  }
}
