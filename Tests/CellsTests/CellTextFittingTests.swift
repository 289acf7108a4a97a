import Cells
import Testing

@Suite("A text that must fit")
struct CellTextFittingTests {
  @Test(
    "is cut at the end or in the middle, visibly",
    arguments: [
      ("abcdef", 6, Truncation.end, "abcdef"), ("abcdef", 5, .end, "abcd…"),
      ("abcdef", 5, .middle, "ab…ef"),
      ("abcdef", 4, .middle, "ab…f"), ("abcdef", 1, .end, "…"), ("abcdef", 1, .middle, "…"),
      ("abcdef", 0, .end, ""),
      ("漢字かな", 4, .end, "漢…"), ("漢字かな", 5, .end, "漢字…"), ("漢字かな", 6, .middle, "漢…な"),
      ("🇩🇪x", 2, .end, "…"),
    ])
  func truncated(_ text: String, _ columns: Int, _ truncation: Truncation, _ expected: String) {
    let cut = CellText(text).truncated(to: columns, truncation)
    #expect(cut.text == expected)
    #expect(cut.width <= columns)
    #expect(cut.isTruncated == (cut.text != text))
  }

  @Test("has an ASCII mark where there is only ASCII")
  func asciiMark() {
    #expect(CellText("abcdef", ascii: true).truncated(to: 3).text == "ab~")
    #expect(CellText("abcdef").truncated(to: 3, .end, ascii: true).text == "ab~")
  }

  @Test(
    "is broken between words, at line breaks, and within words that are too long",
    arguments: [
      ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
      ("a\nb", 9, ["a", "b"]),
      ("a\r\n\r\nb\n", 9, ["a", "", "b"]), ("a\tb", 9, ["a b"]),
      ("  indented text", 10, ["  indented", "text"]),
      ("漢字かな", 5, ["漢字", "かな"]), ("a漢", 1, ["a", "\u{FFFD}"]), ("a   b", 3, ["a", "b"]),
      ("a b  ", 3, ["a b"]),
      ("x", 0, []),
    ])
  func wrapped(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(CellText(text).wrapped(to: columns).map(\.text) == expected)
  }

  @Test("is not altered by being broken where it breaks")
  func lineBreaksAreNoAlterations() {
    #expect(CellText("a\n\tb").isAltered)
    #expect(CellText("a\n\tb").wrapped(to: 9).allSatisfy { !$0.isAltered })
    #expect(CellText("a\n\u{202E}b").wrapped(to: 9).contains { $0.isAltered })
  }

  @Test("keeps every character but the spaces it was broken at", arguments: 1...20)
  func loss(columns: Int) {
    let text = "The quick brown fox, 漢字, jumps over an extraordinarily lazy dog."
    let lines = CellText(text).wrapped(to: max(2, columns))
    #expect(lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.width <= max(2, columns) })
  }
}

@Suite("A text written into a frame")
struct FrameWritingTests {
  private static func frame(
    _ text: String, at column: Int, within columns: Int? = nil, over: String = ""
  ) -> Frame {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.write(CellText(over), at: Position(row: 0, column: 0))
    frame.write(
      CellText(text), at: Position(row: 0, column: column), style: Style(.good), within: columns)
    return frame
  }

  @Test("takes two cells for a wide character, the second empty")
  func wide() {
    let frame = Self.frame("a漢b", at: 1)
    #expect(frame.row(0).map(\.text) == [" ", "a", "漢", "", "b", " "])
    #expect(frame.row(0).map(\.style.role) == [.text, .good, .good, .good, .good, .text])
  }

  @Test(
    "never leaves half of a wide character",
    arguments: [
      ("a漢", 4, nil, "", "    a"), ("漢漢", 0, 3, "", "漢"), ("漢a", -1, nil, "", " a"),
      ("xx", 1, nil, "漢漢漢", " xx 漢"),
      ("x", 0, nil, "漢漢", "x 漢"), ("abcdefgh", 0, nil, "", "abcdef"), ("abc", 0, -1, "", ""),
      ("abc", 9, nil, "", ""),
    ] as [(String, Int, Int?, String, String)])
  func edges(_ text: String, _ column: Int, _ columns: Int?, _ before: String, _ expected: String) {
    #expect(Self.frame(text, at: column, within: columns, over: before).text(row: 0) == expected)
  }

  @Test("says how many columns it took, and changes nothing outside")
  func outside() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    #expect(frame.write(CellText("a漢字"), at: Position(row: 0, column: 0)) == 3)
    let before = frame
    #expect(frame.write(CellText("abc"), at: Position(row: 1, column: 0)) == 0)
    #expect(frame.write(CellText("abc"), at: Position(row: -1, column: 0)) == 0)
    #expect(frame == before)
  }
}
