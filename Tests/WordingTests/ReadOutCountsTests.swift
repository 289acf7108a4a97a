import Entra
import Testing
import Wording

@Suite("Counts that are read out") struct ReadOutCountsTests {
  @Test("are seven, in their order, in whatever stands between them")
  func read() throws {
    for line in ["240 3 2 0 1 yes 2", " 240, 3, 2,0 , 1 Yes 2 ", "240;3;2;0;1;Y;2"] {
      let counts = try ReadOutCounts(line)
      #expect(ReadOutCounts.Part.allCases.map { counts[$0] } == [240, 3, 2, 0, 1, 1, 2])
      #expect(counts.isAssignmentRequired)
    }
    #expect(try !ReadOutCounts("0 0 0 0 0 no 0").isAssignmentRequired)
  }

  static let refused: [(String, ReadOutCounts.Problem)] = [
    ("", .missing(.assignments)), ("1 0 0 0 0 no", .missing(.properties)),
    ("1,024 3 2 0 1 yes 2", .unreadable(.requirement, ForeignText("1"))),
    ("1 0 0 0 0 no 0 0 0", .more(2)), ("-1", .unreadable(.assignments, ForeignText("-1"))),
    ("1 0 0 0 0 1 0", .unreadable(.requirement, ForeignText("1"))),
    ("1 0 0 0 0 maybe 0", .unreadable(.requirement, ForeignText("maybe"))),
    ("1000001 0", .unreadable(.assignments, ForeignText("1000001"))),
    ("99999999999999999999", .unreadable(.assignments, ForeignText("99999999999999999999"))),
    ("1 2 0 0 0 no 0", .groupsExceedAssignments),
  ]

  @Test("are refused in words otherwise", arguments: refused)
  func refuse(_ line: String, _ problem: ReadOutCounts.Problem) {
    #expect(throws: problem) { try ReadOutCounts(line) }
    #expect(!Words().sentence(problem).isEmpty)
  }
}
