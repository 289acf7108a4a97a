import Entra
import Testing

@Suite("Foreign text")
struct ForeignTextTests {
  @Test(
    "is left alone where it is harmless",
    arguments: ["", "Anna Berg", "Åsa Öberg", "山田　太郎", "Ивáн", "e\u{301}", "🙂", "~!@#$%"])
  func plain(_ text: String) {
    #expect(ForeignText(text).safe == text)
    #expect(!ForeignText(text).isAltered)
  }

  @Test(
    "is altered, and says so, where a scalar could move, reorder or hide",
    arguments: [
      "\u{0}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}",
      "\u{A0}", "\u{AD}", "\u{34F}", "\u{115F}", "\u{180E}", "\u{200B}", "\u{200D}", "\u{200E}",
      "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{2800}", "\u{3164}", "\u{E000}",
      "\u{FE0F}", "\u{FEFF}", "\u{FFA0}", "\u{E0041}", "\u{E0100}", "\u{10FFFF}",
    ] as [Unicode.Scalar])
  func altered(_ scalar: Unicode.Scalar) {
    let text = ForeignText("a\(scalar)b")
    #expect(text.safe == "a\u{FFFD}b")
    #expect(text.isAltered)
    #expect(ForeignText(text.safe).safe == text.safe)
  }

  @Test("keeps every printable ASCII character and no other")
  func everyASCII() {
    for value in UInt8(0)...127 {
      let scalar = Unicode.Scalar(value)
      #expect(ForeignText(String(scalar)).isAltered == (value < 0x20 || value == 0x7F))
    }
  }

  @Test(
    "of several lines is split where any system would",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
      ("a\rb", ["a", "b"]), ("\n\na", ["", "", "a"]), ("a\tb\u{A0}c", ["a b c"]),
      ("a\u{1B}[2J\nb\u{2028}c", ["a\u{FFFD}[2J", "b\u{FFFD}c"]),
    ])
  func lines(_ text: String, _ lines: [String]) {
    #expect(ForeignText(text).safeLines == lines)
  }
}
