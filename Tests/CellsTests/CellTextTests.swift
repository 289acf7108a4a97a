import Cells
import Testing

@Suite("A text in cells")
struct CellTextTests {
  @Test(
    "is what was written, where nothing is wrong with it",
    arguments: [
      "", "Anna Berg", "José Müller-Lüdenscheidt", "Иван Ωμέγα", "O’Brien – “Sales”", "漢字かな 한국",
      "שלום", "نص",
    ])
  func honest(_ text: String) {
    let shown = CellText(text)
    #expect(shown.text == text)
    #expect(!shown.isAltered && !shown.isTruncated)
  }

  @Test(
    "shows what was hidden, and says so",
    arguments: [
      ("\u{1B}[2J", "\u{FFFD}[2J"), ("a\u{9B}b", "a\u{FFFD}b"), ("a\tb", "a b"),
      ("a\nb", "a\u{FFFD}b"),
      ("a\r\nb", "a\u{FFFD}b"), ("\u{202E}nimdA", "\u{FFFD}nimdA"), ("Ad\u{200B}min", "Admin"),
      ("\u{FEFF}x", "x"), ("Ad\u{AD}min", "Admin"), ("a\u{A0}b", "a b"), ("a\u{3000}b", "a b"),
      ("\u{301}", "\u{FFFD}"),
      ("👨‍👩‍👧‍👦!", "👨!"), ("👍🏿", "👍"), ("🇩🇪", "DE"), ("❤️", "❤"), ("❤️‍🔥", "❤"), ("5️⃣", "5"),
      ("\u{1FAE8}", "\u{FFFD}"), ("\u{E000}", "\u{FFFD}"), ("x\u{E0041}", "x"),
      ("✓ │ … →", "\u{FFFD} | ... ->"),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}", "é\u{302}\u{303}\u{304}"), ("\u{FFFD}", "\u{FFFD}"),
    ])
  func altered(_ text: String, _ expected: String) {
    let shown = CellText(text)
    #expect(Array(shown.text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(shown.isAltered)
  }

  @Test(
    "is in ASCII where there is nothing else, and says what was lost",
    arguments: [
      ("Anna", "Anna", false), ("José", "Jose", true), ("Ångström", "Angstrom", true),
      ("Straße", "Strasse", true),
      ("O’Brien", "O'Brien", true), ("漢字", "??", true), ("Иван", "????", true), ("ＡＢ", "AB", true),
      ("\u{202E}x", "?x", true), ("👨‍👩‍👧", "?", true), ("ữ", "u", true), ("20 €", "20 EUR", true),
    ])
  func ascii(_ text: String, _ expected: String, _ isAltered: Bool) {
    let shown = CellText(text, ascii: true)
    #expect(shown.text == expected)
    #expect(shown.isAltered == isAltered)
  }

  @Test("draws the program's own characters, or their twins", arguments: Glyph.allCases)
  func glyphs(_ glyph: Glyph) {
    #expect(CellText(glyph.unicode, from: .wording).text == glyph.unicode)
    #expect(CellText(glyph.unicode, from: .wording, ascii: true).text == glyph.ascii)
    #expect(!CellText(glyph.unicode, from: .wording).isAltered)
    #expect(CellText(glyph.unicode).isAltered)
    #expect(glyph.ascii.utf8.count == 1)
    #expect(glyph.unicode.unicodeScalars.map(Witness.columns) == [1])
  }

  @Test("has one spelling for what reads the same")
  func composed() {
    let spellings = [
      "\u{1E69}", "s\u{323}\u{307}", "s\u{307}\u{323}", "\u{1E61}\u{323}", "\u{1E63}\u{307}",
    ]
    #expect(Set(spellings.map { CellText($0).text.unicodeScalars.map(\.value) }).count == 1)
    #expect(spellings.allSatisfy { !CellText($0).isAltered })
    #expect(Array(CellText("\u{1112}\u{1161}\u{11AB}").text.unicodeScalars) == ["\u{D55C}"])
    #expect(Array(CellText("\u{FA19}\u{212B}").text.unicodeScalars) == ["\u{795E}", "\u{C5}"])
  }

  @Test(
    "knows a script from right to left", arguments: [("אב", true), ("نص", true), ("ab", false)])
  func rightToLeft(_ text: String, _ expected: Bool) {
    #expect(CellText(text).isRightToLeft == expected)
  }

  @Test("ends visibly when it is endless")
  func endless() {
    let shown = CellText(String(repeating: "x", count: CellText.longest + 1))
    #expect(shown.width == CellText.longest + 1)
    #expect(shown.text.hasSuffix("x…") && shown.isTruncated && shown.isAltered)
  }
}
