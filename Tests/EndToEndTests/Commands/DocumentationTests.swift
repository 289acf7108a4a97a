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
