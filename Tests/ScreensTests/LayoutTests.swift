import Cells
import Testing

@testable import Screens

@Suite("The layout of any page") struct LayoutTests {
  @Test("keeps the rules of a frame in every size", arguments: 0..<60)
  func rules(_ seed: Int) {
    var pages = RandomPages(seed: UInt64(seed))
    let page = pages.page()
    var random = Seeded(UInt64(seed))
    for size in FrameRules.sizes.shuffled(using: &random).prefix(3) + [
      Size(
        columns: .random(in: 60...200, using: &random), rows: .random(in: 20...60, using: &random))
    ] {
      for charset in Layout.Charset.allCases {
        let broken = FrameRules.violations(of: page, size: size, charset: charset)
        #expect(broken.isEmpty, "seed \(seed), \(size.columns)x\(size.rows), \(charset)")
      }
    }
  }

  @Test("keeps them for the made-up pages", arguments: Samples.all.map(\.name))
  func samples(_ name: String) throws {
    let page = try #require(Samples.all.first { $0.name == name }?.page)
    for size in FrameRules.sizes {
      for charset in Layout.Charset.allCases {
        #expect(FrameRules.violations(of: page, size: size, charset: charset).isEmpty)
      }
    }
  }

  @Test("draws nothing but a notice on a screen that is too small, whatever its size")
  func tooSmall() {
    for columns in 0..<Layout.smallest.columns {
      for rows in [0, 1, 2, 3, 19, 24] {
        let frame = Layout(Samples.step, size: Size(columns: columns, rows: rows)).frame
        #expect(frame.size == Size(columns: columns, rows: rows))
        if columns > 40, rows > 1 { #expect(frame.text(row: 1).contains("80x24")) }
      }
    }
  }

  @Test("reaches every row of a long text by scrolling", arguments: FrameRules.sizes)
  func scrolling(_ size: Size) {
    for isStop in [false, true] {
      var page = Page(title: "Long", blocks: (100..<200).map { .text("paragraph\($0)") })
      page.isStop = isStop
      page.blocks += [.menu(Menu((0..<12).map { .init("choice\($0)") }))]
      var seen = ""
      let extent = Layout(page, size: size).extent
      #expect(extent.limit > 0)
      for scroll in stride(from: 0, to: extent.limit + extent.rows, by: extent.rows) {
        page.scroll = scroll
        let frame = Layout(page, size: size).frame
        seen += (0..<size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
      }
      for number in 100..<200 { #expect(seen.contains("paragraph\(number)")) }
    }
  }

  @Test("follows the cursor through a menu longer than the screen")
  func longMenu() {
    let choices = (0..<60).map { Menu.Choice("choice\($0)", detail: "because \($0)") }
    for selected in choices.indices {
      let page = Page(title: "Long", blocks: [.menu(Menu(choices, selected: selected))])
      let frame = Layout(page, size: .design).frame
      #expect(frame.text(row: frame.cursor.row).contains("choice\(selected) "))
    }
  }

  @Test("draws a stop like no other page")
  func stop() {
    var page = Samples.step
    let calm = Layout(page, size: .design).frame
    page.isStop = true
    let stop = Layout(page, size: .design).frame
    #expect(stop.text(row: 1).contains("STOP"))
    #expect(!(0..<24).contains { calm.text(row: $0).contains("STOP") })
    #expect(!(0..<24).contains { calm.text(row: $0).contains("║") })
  }

  @Test("shows an address unbroken from the first column where it fits")
  func address() {
    let url = "https://login.example/" + String(repeating: "a", count: 58)
    let page = Page(title: "Link", blocks: [.link(url)])
    let frame = Layout(page, size: .design).frame
    #expect((0..<24).contains { frame.text(row: $0) == url })
    let longer = Layout(Page(title: "Link", blocks: [.link(url + "a")]), size: .design).frame
    #expect((0..<24).contains { longer.text(row: $0).contains("y copies it whole") })
  }
}
