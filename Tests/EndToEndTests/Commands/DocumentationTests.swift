import Foundation
import Testing

@Suite("Docs/commands.md")
struct DocumentationTests {
  private let page: String

  init() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    page = try String(contentsOf: root.appending(path: "Docs/commands.md"), encoding: .utf8)
  }

  @Test("holds the table of exit codes, as the program has it")
  func exitCodes() throws {
    let codes = try Regrant().run(["exit-codes"]).output.split(separator: "\n")
    #expect(codes.count == 13)
    let documented = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for line in codes {
      let code = line.prefix { $0 != " " }
      let meaning = line.dropFirst(code.count).trimmingCharacters(in: .whitespaces)
      #expect(documented.contains("| `\(code)` | \(meaning) |"), "\(line)")
    }
  }

  @Test("names every variable of the environment")
  func environment() throws {
    for line in try Regrant().run(["environment"]).output.split(separator: "\n") {
      #expect(page.contains("`\(line.prefix { $0 != " " })`"), "\(line)")
    }
  }

  @Test("shows every command and every option of it")
  func commands() throws {
    let json = try Regrant().json(["--experimental-dump-help"])
    let root = try #require(json["command"] as? [String: Any])
    let missing = names(in: root, path: []).filter { !page.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("shows what the program really says")
  func examples() throws {
    let regrant = try Regrant()
    try regrant.takeSamples()
    let blocks = page.components(separatedBy: "```console\n").dropFirst()
    #expect(blocks.count > 10)
    for block in blocks {
      let expected = block.components(separatedBy: "```")[0]
      let said = try regrant.shell(expected.split(separator: "\n").filter { $0.hasPrefix("$ ") })
      #expect(Self.matches(said, expected), "\(said)")
    }
  }

  /// Whether a text is the expected one, in which `...` stands for anything.
  private static func matches(_ text: String, _ expected: String) -> Bool {
    let parts = expected.components(separatedBy: "...")
    guard parts.count > 1 else { return text == expected }
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst() where !part.isEmpty {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private func names(in command: [String: Any], path: [String]) -> [String] {
    guard command["shouldDisplay"] as? Bool ?? true, let name = command["commandName"] as? String,
      name != "help"
    else { return [] }
    let path = path + [name]
    let options = (command["arguments"] as? [[String: Any]] ?? []).flatMap { argument in
      (argument["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
        .compactMap { $0["name"] as? String }.map { "--" + $0 }
    }
    let below = command["subcommands"] as? [[String: Any]] ?? []
    return [path.joined(separator: " ")] + options
      + below.flatMap { names(in: $0, path: path) }
  }
}
