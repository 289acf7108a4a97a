import Testing

@testable import Pictures

@Suite("The pictures")
struct PictureTests {
  private static let folder = "Docs/pictures/"

  @Test("show the screens as they are")
  func upToDate() throws {
    let repository = Repository.current
    for stop in try Tour.stops() {
      #expect(
        repository.text(of: Self.folder + stop.file) == stop.svg, "make screens draws \(stop.file)")
    }
  }

  @Test("are all drawn, and all shown")
  func whole() throws {
    let repository = Repository.current
    let drawn = Set(try Tour.stops().map { Self.folder + $0.file })
    #expect(Set(repository.files.filter { $0.hasPrefix(Self.folder) }) == drawn)
    let documents = repository.files.filter { $0.hasSuffix(".md") }.compactMap(repository.text)
    #expect(
      drawn.allSatisfy { file in
        documents.contains { $0.contains(file.split(separator: "/").last ?? "") }
      })
  }

  @Test("keep every column, and mark what is bold, underlined or reverse")
  func looks() {
    let rule = String(repeating: "~", count: 20)
    let svg = Picture(golden: "a <b  田 c\n\(rule)\nK...#__.h\n\(rule)\ncursor: row 0, column 0\n")
      .svg
    #expect(svg.contains("font-weight=\"bold\">a</text>"))
    #expect(svg.contains(">&lt;b</text>"))
    #expect(svg.contains("<path d=\"M\(8 + 5 * 8) "))
    #expect(svg.contains("x=\"\(8 + 9 * 8)\""), "a wide character takes two columns")
  }
}
