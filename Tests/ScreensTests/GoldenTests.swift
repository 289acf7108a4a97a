import Cells
import Goldens
import Screens
import Testing

@Suite("A page on the screen") struct GoldenTests {
  @Test("looks as approved", arguments: Samples.all.map(\.name))
  func looks(_ name: String) throws {
    let page = try #require(Samples.all.first { $0.name == name }?.page)
    let golden = Golden()
    for size in [Size.design, Size(columns: 120, rows: 40), Layout.smallest] {
      let frame = Layout(page, size: size).frame
      #expect(golden.difference(of: frame, from: name) == nil)
    }
    let ascii = Layout(page, size: .design, charset: .ascii).frame
    #expect(golden.difference(of: ascii, from: name, variant: "ascii") == nil)
  }

  @Test("is said as approved", arguments: Samples.all.map(\.name))
  func isSaid(_ name: String) throws {
    let page = try #require(Samples.all.first { $0.name == name }?.page)
    #expect(Golden().difference(of: PlainLayout(page).lines, from: name) == nil)
  }
}
