import Cells
import Goldens
import Remediation
import Screens
import Testing

@Suite("A screen of the walk") struct WalkGoldenTests {
  static let wide = [
    "home-cases", "findings", "consent-link", "stop-mismatch", "confirm-sign-in", "offers",
    "tenant-findings", "tenant-code", "tenant-working",
  ]

  @Test("looks as approved", arguments: Place.all)
  func looks(_ place: Place) {
    let page = place.player.page
    let golden = Self.golden("walk")
    #expect(golden.difference(of: Layout(page, size: .design).frame, from: place.name) == nil)
    guard Self.wide.contains(place.name) else { return }
    let wide = Layout(page, size: Size(columns: 120, rows: 40)).frame
    #expect(golden.difference(of: wide, from: place.name) == nil)
    let ascii = Layout(page, size: .design, charset: .ascii).frame
    #expect(golden.difference(of: ascii, from: place.name, variant: "ascii") == nil)
  }

  @Test("has a name of its own") func names() {
    #expect(Set(Place.all.map(\.name)).count == Place.all.count)
  }

  /// The goldens of one folder below `Goldens`.
  static func golden(_ folder: String) -> Golden {
    let golden = Golden()
    return Golden(folder: golden.folder + "/" + folder, isRecording: golden.isRecording)
  }
}
