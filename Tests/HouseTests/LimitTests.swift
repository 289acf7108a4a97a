import Testing

@Suite("The limits of a file")
struct LimitTests {
  private let repository = Repository.current

  @Test("hold in every source and test")
  func everywhere() {
    let objections = ["Sources", "Tests"].flatMap(repository.swiftFiles).flatMap {
      Limits.objections(in: $0)
    }
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test("are lifted only for files that are there")
  func tables() {
    #expect(Limits.tables.keys.allSatisfy(repository.files.contains))
  }

  @Test("are 400 lines", arguments: [400: 0, 401: 1])
  func lines(_ count: Int, _ objections: Int) {
    let file = SourceFile(
      path: "Sources/Entra/Long.swift", text: String(repeating: "\n", count: count))
    #expect(Limits.objections(in: file, tables: [:]).count == objections)
    #expect(Limits.objections(in: file, tables: [file.path: "codes"]).isEmpty)
  }

  @Test(
    "are 60 lines for whatever has a body",
    arguments: [
      "func long() {", "func long<T>(_ value: [T])\n  throws(Refusal) -> [T]\n{", "init() {",
      "private init?(of text: String = { \"\" }()) {", "deinit {",
      "subscript(_ index: Int) -> Int {",
      "var long: [String] {", "static func `repeat`(\n  times: Int\n) async {",
    ])
  func bodies(_ head: String) {
    let taken = head.split(separator: "\n").count
    for (count, objections) in [(60, 0), (61, 1)] {
      let body = String(repeating: "\n  go(\"{\")  // {", count: count - taken - 1) + "\n}"
      let file = SourceFile(
        path: "Sources/Entra/Long.swift", text: "struct Long {\n" + head + body + "\n}\n")
      #expect(Limits.objections(in: file).map(\.line) == Array(repeating: 2, count: objections))
    }
  }

  @Test("ask nothing of a protocol's requirements")
  func requirements() {
    let source = "protocol Hands {\n  func act()\n  init(at: Int)\n  var page: Page { get }\n}\n"
    #expect(Limits.functions(in: source).map(\.lines) == [1])
  }
}
