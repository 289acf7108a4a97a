import Cells
import Foundation
import Goldens
import Testing

@Suite("A golden") struct GoldenHelperTests {
  @Test("fails when it is missing, when it differs and when it is recorded, else not")
  func states() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "goldens-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let golden = Golden(folder: folder.path())
    let recording = Golden(folder: folder.path(), isRecording: true)
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame[Position(row: 1, column: 2)] = Cell("x", Style(.danger, .bold))
    #expect(golden.difference(of: frame, from: "one")?.contains("is missing") == true)
    #expect(recording.difference(of: frame, from: "one")?.contains("was recorded") == true)
    #expect(golden.difference(of: frame, from: "one") == nil)
    #expect(recording.difference(of: frame, from: "one") == nil)
    frame[Position(row: 1, column: 2)].style = Style(.danger)
    let difference = try #require(golden.difference(of: frame, from: "one"))
    #expect(difference.contains("..D") && difference.contains("..d"))
    frame.cursor = Position(row: 1, column: 1)
    #expect(golden.difference(of: frame, from: "one")?.contains("row 1, column 1") == true)
  }

  @Test("shows the rows as seen, then the styles, then the cursor")
  func text() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame[Position(row: 0, column: 1)] = Cell("田", Style(.text, .bold))
    frame[Position(row: 0, column: 2)] = Cell("", Style(.text, .bold))
    let rule = String(repeating: "~", count: 20)
    #expect(Golden.text(of: frame) == " 田\n\n\(rule)\n.TT\n\n\(rule)\ncursor: row 0, column 0\n")
  }
}
