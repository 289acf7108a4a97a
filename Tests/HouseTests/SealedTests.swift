import Foundation
import Testing

@Suite("The seal")
struct SealedTests {
  private static let files = Repository.current.swiftFiles(under: "Tests/Sealed")
    .map(SealedFile.init)

  /// The modules this test was built with lie beside it.
  private static let modules = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "Modules")

  @Test("refuses", arguments: files)
  func refuses(_ file: SealedFile) throws {
    let answer = try file.check(modules: Self.modules)
    let objection = SealedFile.objection(to: answer, demanding: file.verdict)
    #expect(objection == nil, "\(file.source.path) \(objection ?? "")")
  }

  @Test("is tried from both sides")
  func both() {
    #expect(Self.files.contains { $0.verdict == .compiles })
    #expect(Self.files.contains { $0.verdict != .compiles })
  }

  @Test("is not shown by an error that says something else")
  func otherErrors() throws {
    let wanted = SealedFile.Verdict.refused("'init' is inaccessible")
    let other = Program.Result(status: 1, output: "x.swift:1:8: error: no such module 'Entra'")
    let right = Program.Result(status: 1, output: "x.swift:3:1: error: 'init' is inaccessible due")
    let fine = Program.Result(status: 0, output: "warning: error: 'init' is inaccessible")
    #expect(SealedFile.objection(to: other, demanding: wanted) != nil)
    #expect(SealedFile.objection(to: right, demanding: wanted) == nil)
    #expect(SealedFile.objection(to: fine, demanding: wanted) != nil)
    #expect(SealedFile.objection(to: right, demanding: .compiles) != nil)
    #expect(SealedFile.objection(to: fine, demanding: .compiles) == nil)
    #expect(SealedFile.objection(to: fine, demanding: nil) != nil)
  }

  @Test(
    "is asked for in the first line",
    arguments: [
      ("// compiles\nimport Entra", SealedFile.Verdict.compiles),
      ("// error: no\n", .refused("no")), ("// error: \n", nil),
      ("import Entra\n// error: no", nil),
    ])
  func firstLine(_ text: String, _ verdict: SealedFile.Verdict?) {
    let file = SealedFile(source: SourceFile(path: "Tests/Sealed/Made.swift", text: text))
    #expect(file.verdict == verdict)
  }
}
