import Testing

@Suite("The words of the house")
struct WordTests {
  private let repository = Repository.current
  private var sources: [SourceFile] { repository.swiftFiles(under: "Sources") }

  @Test("are kept in every source")
  func everywhere() {
    let objections = sources.flatMap(Words.objections)
    #expect(!sources.isEmpty)
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test(
    "leave out what breaks a promise",
    arguments: [
      ("final class Box: @unchecked Sendable {}", "@unchecked"),
      ("nonisolated(unsafe) var count = 0", "nonisolated(unsafe)"),
      ("let text = try! read()", "try!"),
      ("let text = value as! String", "as!"),
      ("default: fatalError(\"cannot be\")", "fatalError"),
      ("let forged = unsafeBitCast(bits, to: Command.self)", "unsafeBitCast"),
      ("print(page)", "print"),
      ("if ready { print (page) }", "print"),
      ("let line = \"\\(print(page))\"", "print"),
      ("// TODO: refuse", "a note to do something"),
      ("let line = \"FIXME\"", "a note to do something"),
      ("let session = URLSession.shared", "an HTTP client"),
      ("import FoundationNetworking", "an HTTP client"),
      ("import AsyncHTTPClient", "an HTTP client"),
      ("let descriptor = socket(AF_INET, 1, 0)", "a socket"),
      ("import NIOPosix", "a socket"),
      ("let process = Process()", "another program"),
      ("posix_spawn(&pid, path, nil, nil, nil, nil)", "another program"),
      ("import Subprocess", "another program"),
    ])
  func banned(_ code: String, _ why: String) {
    let file = SourceFile(path: "Sources/Screens/Made.swift", text: "\n" + code)
    #expect(Words.objections(in: file).contains(Objection(path: file.path, line: 2, why: why)))
  }

  @Test(
    "do not object to talk about them",
    arguments: [
      "/// Never `try!`, and no `print(`.", "let help = \"Process(\"", "sprint(page)",
      "blueprint.print(page)", "let information = ProcessInfo.processInfo", "try read()",
    ])
  func harmless(_ code: String) {
    let file = SourceFile(path: "Sources/Screens/Made.swift", text: code)
    #expect(Words.objections(in: file).isEmpty)
  }

  @Test(
    "are lifted where they belong",
    arguments: [
      ("Graph", "import AsyncHTTPClient", true), ("Graph", "import Subprocess", true),
      ("Graph", "print(1)", false), ("regrant", "print(1)", true),
      ("regrant", "URLSession.shared", false),
    ])
  func exceptions(_ module: String, _ code: String, _ isAllowed: Bool) {
    let file = SourceFile(path: "Sources/\(module)/Made.swift", text: code)
    #expect(Words.objections(in: file).isEmpty == isAllowed)
  }
}

@Suite("Names")
struct NameTests {
  private let repository = Repository.current
  private let modules = Set(Arrows.house.map(\.name))

  @Test("of files and folders say what is in them")
  func files() {
    let objections = Names.objections(to: repository.files)
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test(
    "that say nothing are refused",
    arguments: [
      "Sources/Walk/Utils/Loop.swift", "Sources/Core/Case.swift", "Sources/Walk/Helpers.swift",
      "Tests/WalkTests/LoopHelper.swift", "Sources/Graph/SessionManager.swift",
      "Sources/Entra/Models/User.swift", "Sources/Entra/StringUtils+Width.swift",
      "Docs/common.md",
    ])
  func empty(_ path: String) { #expect(Names.objections(to: [path]).count == 1) }

  @Test(
    "that only sound like it are not",
    arguments: ["Sources/Walk/Score.swift", "Sources/Walk/Commons.swift", ".ci/run"])
  func full(_ path: String) { #expect(Names.objections(to: [path]).isEmpty) }

  @Test("of modules are no type's name")
  func types() {
    let objections = repository.swiftFiles(under: "Sources").flatMap {
      Names.objections(in: $0, modules: modules)
    }
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test(
    "of types that hide a module are refused",
    arguments: [
      "public struct Journal {}", "enum Entra: Sendable {}", "actor Walk {}",
      "protocol Graph: Sendable {}", "typealias Wording = String", "final class Terminal {}",
    ])
  func hiding(_ code: String) {
    let file = SourceFile(path: "Sources/Walk/Made.swift", text: "// struct Cells\n" + code)
    #expect(Names.objections(in: file, modules: modules).map(\.line) == [2])
  }

  @Test("of folders are due where many files lie together")
  func crowded() {
    let objections = Names.crowded(repository.files.filter { $0.hasPrefix("Sources/") })
    if !objections.isEmpty { Issue.record("\(objections.listed)", severity: .warning) }
    let files = (1...15).map { "Sources/Walk/File\($0).swift" }
    #expect(Names.crowded(files).map(\.path) == ["Sources/Walk"])
    #expect(Names.crowded(Array(files.dropLast())).isEmpty)
  }
}
