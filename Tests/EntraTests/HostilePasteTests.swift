import Entra
import Testing

@Suite("A hostile paste")
struct HostilePasteTests {
  /// A text of `length` bytes made of `piece`, and `end` after it.
  private static func long(_ piece: String, end: String = "", length: Int = 1 << 20) -> ForeignText
  {
    let count = length - end.utf8.count - 1
    return ForeignText(
      String(repeating: piece, count: count / piece.utf8.count) + " " + end)
  }

  @Test("of one line of ten megabytes is read to its end") func longestLine() {
    let found = Recognition(
      Self.long("%78", end: "AADSTS50105", length: Recognition.maximumBytes))
    #expect(found.errors.map(\.code) == [50105])
    #expect(!found.isTruncated)
  }

  @Test("of one line is read to its end", arguments: ["x", " ", "%25", "é", "\u{0}", "\u{1B}[31m"])
  func longLine(_ piece: String) {
    #expect(Recognition(Self.long(piece, end: "AADSTS50105")).errors.map(\.code) == [50105])
  }

  @Test(
    "of nothing but what is looked at closely ends, with few findings",
    arguments: [
      "a@b.example ", "('facd4a2d-cbd2-4095-bfa8-ac9c819f843e'", "50105,",
      "entra.microsoft.com/", "AADSTS",
    ])
  func repeated(_ piece: String) {
    let found = Recognition(Self.long(piece))
    #expect(found.identifiers.count <= 64 && found.people.count <= 256)
    #expect(found.errors.count <= 64)
  }

  @Test("beyond the limit says that its end was not read")
  func truncated() {
    let text = String(repeating: "x", count: Recognition.maximumBytes) + " AADSTS50105"
    let found = Recognition(ForeignText(text))
    #expect(found.isTruncated && found.errors.isEmpty)
  }

  @Test("of many different findings keeps a bounded number")
  func bounded() {
    let codes = (1000..<2000).map { "AADSTS\($0) p\($0)@contoso.example" }
    let ids = (1000..<2000).map { "0000\($0)-0000-0000-0000-000000000000" }
    let found = Recognition(ForeignText((codes + ids).joined(separator: "\n")))
    #expect(found.errors.count == 64 && found.people.count == 256)
    #expect(found.identifiers.count == 64)
  }

  @Test(
    "that breaks off anywhere is no trouble",
    arguments: [
      #"{"a":"\u00","b":"\"}"#, "AADSTS50105 %", "AADSTS50105 %4", "AADSTS50105 &#3",
      "AADSTS50105 \\",
      "\u{FFFD}\u{FFFD}AADSTS50105", "AADSTS50105 Timestamp: 2026-05-02T03:24",
      "AADSTS50105 facd4a2d-cbd2-4095-bfa8-ac9c819f843", "AADSTS50105 @", "\"\\u202eAADSTS50105",
    ])
  func brokenOff(_ text: String) {
    for length in 0...text.unicodeScalars.count {
      let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      #expect(Recognition(ForeignText(prefix)).errors.count <= 1)
    }
    let hasCode = text.contains("50105")
    #expect(Recognition(ForeignText(text)).errors.map(\.code) == (hasCode ? [50105] : []))
  }

  @Test("of nothing tells nothing", arguments: ["", " ", "\r\n", "\u{0}", "hello", "%%%%", "&&&"])
  func nothing(_ text: String) { #expect(Recognition(ForeignText(text)).isEmpty) }
}
