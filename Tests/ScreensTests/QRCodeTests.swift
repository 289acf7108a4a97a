import Cells
import Testing

@testable import Screens

@Suite("A QR code") struct QRCodeTests {
  /// As another encoder draws it with mask 7, the least hard to read.
  private static let small = [
    "#######..#.##.#######",
    "#.....#.##.#..#.....#",
    "#.###.#.##..#.#.###.#",
    "#.###.#..#.#..#.###.#",
    "#.###.#.#...#.#.###.#",
    "#.....#.#..##.#.....#",
    "#######.#.#.#.#######",
    "........#####........",
    "##.#..##.##...###.##.",
    "##.#.#...##...##...##",
    "#.#####..##.##...##.#",
    ".......#.###...#.#.#.",
    ".##.###.#.#.#.###...#",
    "........#.##.......##",
    "#######.##...#.##..#.",
    "#.....#..#.###.##...#",
    "#.###.#..###..####..#",
    "#.###.#.#.##...##..##",
    "#.###.#..##.#..##...#",
    "#.....#.#....##.#....",
    "#######.#####...##.#.",
  ]

  /// A consent link, in version 6 with two interleaved blocks and mask 2.
  private static let link = [
    "#######....#.##.#####..#.#..#.###.#######",
    "#.....#.###..###.#...#..#..#.##...#.....#",
    "#.###.#......#..###.##......#.##..#.###.#",
    "#.###.#.###...#.#..##....#..###.#.#.###.#",
    "#.###.#...#.#..#..#...###....###..#.###.#",
    "#.....#.#....#.##...#.#.#.####....#.....#",
    "#######.#.#.#.#.#.#.#.#.#.#.#.#.#.#######",
    "..........##..##.....###..##....#........",
    "#####.####.#.###.##...#..#.#.#..##.#.#.#.",
    "##.#...#.##.#...#.######.#..##.#######.##",
    ".##.####.##.#..##.#..##.#.###...#..#.....",
    "##.###.#.###..#.#....#.#..##...#.#.#.#..#",
    "#...#.##..#.#.....#....####..##....#.##.#",
    "....##...##...####..####.#..#..####.#.#.#",
    "#....##...###.#..#.#.....###.##.....##...",
    ".##.##....##..#.#..####.#...#..#..####.#.",
    ".#..#.#########..#.##.######.#........#..",
    "...#....#.##.#..######.#....#.#######....",
    "#..#.##..##..#####..#......#....##..#....",
    "#..#.#..###.##...##.####..###.#....#.#.#.",
    "#.#..####.##..###..##.##.##..###.#...##..",
    "#..#...#.##.##.#..#....##...##.##.####..#",
    ".##..##...#..####.#.#.#..#.#.#..####.....",
    "...###.#.##.#..#.....##.#.#....#....#..#.",
    ".#.#.####.#.####.#......####.#.......####",
    "#.#..#.#...#..#.#.####.#....#.#######...#",
    ".##.#.###.#.#..#..#.###..#.#..#.##.#.##..",
    ".##.#....##...#.#....####.#.#.#.####...##",
    ".#...#####.##.....#..#...#...###.....##.#",
    "####.#........###...#..####.#..##########",
    "#....###...##.#....#..#.######..#.####...",
    "#.##.#.#...#....#.####..#.###.#.###.##...",
    "#...#####..###...#.#..#####..#.######.#.#",
    "........#.##.##.#####..#.#..##..#...#.###",
    "#######.#....#####....#....##.###.#.#.#..",
    "#.....#....###.#.##....#..#.#..##...#....",
    "#.###.#.#.....#.#..#####.##..##.#####.#..",
    "#.###.#.#...##.#.##..#.###......##...#.##",
    "#.###.#.#....####...###...###..####.#.#..",
    "#.....#.#.#.#.##.....####.###.#.#..#.#.#.",
    "#######.##..####.#..#.#.##.#.#...#.#..#..",
  ]

  private static let address =
    "https://login.microsoftonline.com/contoso.example/adminconsent?client_id="
    + "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"

  private func drawn(_ text: String) -> [String] {
    guard let code = QRCode(text) else { return [] }
    return (0..<code.size).map { row in
      (0..<code.size).map { code[row, $0] ? "#" : "." }.joined()
    }
  }

  @Test("is what another encoder makes of the same text") func vectors() {
    #expect(drawn("regrant") == Self.small)
    #expect(drawn(Self.address) == Self.link)
  }

  @Test(
    "of a consent link fits on 24 rows, keys and a quiet zone included",
    arguments: [
      ("contoso.example", 37), ("0d9c7b6a-1f2e-4d3c-8b5a-69788796a5b4", 37), ("organizations", 37),
      ("subsidiary-with-a-long-name.international.contoso.example", 41),
    ])
  func links(_ tenant: String, _ size: Int) throws {
    let address =
      "https://login.microsoftonline.com/\(tenant)/adminconsent?client_id="
      + "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"
    let code = try #require(QRCode(link: address))
    #expect(code.size == size)
    #expect((code.size + 2 * Pen.quietModules + 1) / 2 <= Size.design.rows - 1)
  }

  @Test("says the same address, its capitals aside", arguments: [address, "https://a.example/x"])
  func parts(_ address: String) {
    let parts = QRSegment.parts(ofLink: address)
    let text = parts.map { String(decoding: $0.text, as: UTF8.self) }.joined()
    #expect(text.lowercased() == address)
    #expect(!text.contains("ADMINCONSENT") && !text.hasSuffix("X"))
  }

  @Test("is shown alone where rows are few, and says what it needs where that is not enough")
  func rows() throws {
    var page = Page(title: "The consent link")
    page.blocks = [.text("A phone's camera opens it."), .code(Self.address)]
    let layout = Layout(page, size: .design)
    let code = try #require(layout.bareCode)
    #expect(code.count == 21)
    #expect(layout.extent.limit == 0)
    #expect(Layout(page, size: Size(columns: 120, rows: 40)).bareCode == nil)
    let small = Layout(page, size: Layout.smallest)
    #expect(small.bareCode == nil)
    let text = (0..<20).map { small.frame.text(row: $0) }.joined(separator: "\n")
    #expect(text.contains("needs a window of 45x22"), "\(text)")
    #expect(!text.contains("\u{2588}"))
  }

  @Test("is none for more than it holds") func tooLong() {
    #expect(QRCode(String(repeating: "x", count: 271)) != nil)
    #expect(QRCode(String(repeating: "x", count: 272)) == nil)
  }

  @Test("grows with what it holds", arguments: [(17, 21), (18, 25), (154, 45), (230, 53)])
  func grows(_ bytes: Int, _ size: Int) {
    #expect(QRCode(String(repeating: "x", count: bytes))?.size == size)
  }
}
