import Testing

@Suite("The project's files")
struct LayoutTests {
  private let repository = Repository.current

  @Test("at the top are those of the house")
  func top() {
    let objections = Layout.objections(to: repository.tracked)
    #expect(repository.tracked.contains("Package.swift"))
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test("have no place at the top when the house does not name them")
  func strangers() {
    let paths = [
      ".ci/run", ".gitignore", "Sources/Entra/Cloud.swift", "README.md", "scripts/build.sh",
      "scripts/test.sh", "NOTES.md", "Package.resolved",
    ]
    #expect(
      Layout.objections(to: paths).map(\.path) == ["NOTES.md", "Package.resolved", "scripts"])
  }

  @Test("that a test compares with are read by one")
  func goldens() {
    let sources = ["Sources", "Tests"].flatMap(repository.swiftFiles)
    let objections = Layout.unread(Layout.goldens(among: repository.files), by: sources)
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test("that nobody reads are found")
  func unread() {
    let paths = [
      "Tests/ScreensTests/Goldens/home.80x24.txt", "Tests/ScreensTests/Goldens/late-note.txt",
      "Tests/ScreensTests/Goldens/delete-warning.80x24.txt", "Tests/ScreensTests/Made.swift",
      "Tests/ScreensTests/Goldens/delete.txt", "Tests/Sealed/notes.txt",
    ]
    let source = SourceFile(
      path: "Tests/ScreensTests/Made.swift",
      text: "golden(\"home\"); golden(\"delete-warning\"); case lateNote; golden(deleted)")
    #expect(
      Layout.unread(Layout.goldens(among: paths), by: [source]).map(\.path)
        == ["Tests/ScreensTests/Goldens/delete.txt"])
  }
}
