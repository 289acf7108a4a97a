import Foundation
import Remediation
import Testing

@Suite("The documents")
struct DocumentTests {
  private static let repository = Repository.current
  private static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  private static let written = repository.files.filter {
    $0.hasSuffix(".md") && ($0.hasPrefix("Docs/") || $0 == "README.md")
  }

  static var documents: [Document] {
    [
      MachineDocument.document, ArticleDocument.document, KeysDocument.document,
      KeysDocument.overview, PermissionsDocument.document, ConnectDocument.document,
    ]
  }

  @Test("say what the code says", arguments: documents)
  func passages(_ document: Document) throws {
    let text = try #require(Self.repository.text(of: document.path))
    let made = try document.made(from: text)
    if made != text, Self.isRecording {
      try Data(made.utf8).write(
        to: Self.repository.root.appending(path: document.path), options: .atomic)
    }
    #expect(made == text, "UPDATE_GOLDENS=1 make test FILTER=DocumentTests writes \(document.path)")
  }

  @Test("have no passage that nobody makes")
  func strays() {
    let known = Set(
      Self.documents.flatMap { document in
        document.passages.map { "\(document.path): \($0.name)" }
      })
    let marked = Self.written.flatMap { path in
      Document.marked(in: Self.repository.text(of: path) ?? "").map { "\(path): \($0)" }
    }
    #expect(Set(marked) == known)
  }

  @Test("refuse a passage without a place, and change nothing around one")
  func marks() throws {
    let document = Document(path: "Docs/made.md", passages: [.init(name: "a", lines: ["new"])])
    let text = "before\n<!-- made: a -->\nold\n<!-- end: a -->\nafter"
    #expect(
      try document.made(from: text)
        == "before\n<!-- made: a -->\n\nnew\n\n<!-- end: a -->\nafter")
    #expect(try document.made(from: document.made(from: text)) == document.made(from: text))
    #expect(throws: Document.Unmarked(passage: "a", path: "Docs/made.md")) {
      try document.made(from: "<!-- end: a --> <!-- made: a -->")
    }
  }

  @Test("name in architecture.md every room, its floor and its imports")
  func house() throws {
    let text = try #require(Self.repository.text(of: "Docs/architecture.md"))
    let rows = Table.rows(in: text).filter { Int($0[0]) != nil && $0.count == 4 }
    for room in Arrows.house {
      let row = try #require(rows.first { $0[1] == room.name }, "\(room.name) is not in the table")
      #expect(row[0] == "\(room.floor)", "\(room.name)")
      let imports = row[2] == "nothing" ? [] : row[2].split(separator: ", ").map(String.init)
      #expect(Set(imports) == room.imports, "\(room.name)")
    }
    #expect(rows.count == Arrows.house.count)
    #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted(by: >), "the top floor comes first")
  }

  @Test("give every sentence of the article a place in the program")
  func article() throws {
    let text = try #require(Self.repository.text(of: "Docs/article-map.md"))
    let rows = Table.rows(in: text)
    #expect(Article.allCases.count == 38)
    for sentence in Article.allCases {
      let row = try #require(rows.first { $0[0] == "\(sentence.rawValue)" })
      #expect(row[1] == sentence.text)
      #expect(!ArticleDocument.places(of: sentence).isEmpty, "\(sentence)")
    }
    #expect(!ArticleDocument.guards(of: .delete).isEmpty)
  }

  @Test("find a comment for everything they explain")
  func comments() {
    let machine = MachineDocument.document.passages.flatMap(\.lines).filter { $0.hasPrefix("|") }
    let empty = machine.filter { $0.contains("` |  |") }
    #expect(empty.isEmpty, "\(empty)")
    #expect(
      CaseComments.read("  /// One\n  /// two.\n  case one = 1\n  case two\n") == [
        "one": "One two."
      ])
  }

  @Test("draw a machine that fits on a page")
  func diagram() {
    let lines = Diagram(of: MachineDocument.exploration).mermaid.split(separator: "\n")
    let nodes = Set(
      lines.flatMap { $0.matches(of: /\b([a-z]\w+) -->|--> (\w+)/) }.compactMap { $0.1 ?? $0.2 })
    #expect((10...30).contains(nodes.count), "\(nodes.count)")
  }

  @Test("say of every folder of tests what is in it")
  func layers() throws {
    let text = try #require(Self.repository.text(of: "Docs/testing.md"))
    let folders = Set(
      Self.repository.files.filter { $0.hasPrefix("Tests/") }.compactMap {
        $0.split(separator: "/").dropFirst().first.map(String.init)
      })
    #expect(folders.filter { !text.contains("`\($0)`") }.isEmpty)
  }

  @Test("link to what is there")
  func links() {
    var broken: [String] = []
    for path in Self.written {
      let folder = Self.repository.root.appending(path: path).deletingLastPathComponent()
      for link in Self.links(in: Self.repository.text(of: path) ?? "") {
        let file = folder.appending(path: link).standardizedFileURL.path()
        if !FileManager.default.fileExists(atPath: file) { broken.append("\(path): \(link)") }
      }
    }
    #expect(broken.isEmpty, "\(broken)")
    #expect(
      Self.links(in: "[a](b.md) ![c](d/e.svg) [f](https://swift.org) [g](#h)") == [
        "b.md", "d/e.svg",
      ])
  }

  @Test("tell only of targets that make has")
  func targets() {
    let makefile = Self.repository.text(of: "Makefile") ?? ""
    let targets = Set(makefile.matches(of: /(?m)^([a-z]+):/).map { String($0.1) })
    for path in Self.written {
      let text = Self.repository.text(of: path) ?? ""
      let told = text.matches(of: /(?m)(?:^|`)(?:[A-Z_]+=\S+ )?make ([a-z]+)/).map { String($0.1) }
      #expect(Set(told).subtracting(targets).isEmpty, "\(path)")
    }
    #expect(targets.contains("screens"))
  }

  /// Files that a document links to, without what is elsewhere or below a heading.
  private static func links(in text: String) -> [String] {
    text.matches(of: /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/).map { String($0.1) }.filter {
      !$0.contains("://") && !$0.hasPrefix("mailto:")
    }
  }
}
