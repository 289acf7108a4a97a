import Foundation
import PseudoTerminal
import Testing

@Suite("The cases on a machine")
struct CaseTests {
  private let regrant: Regrant

  init() throws {
    regrant = try Regrant()
    try regrant.takeSamples()
  }

  @Test("are listed, the latest first, without anything a terminal would obey")
  func list() throws {
    let list = try regrant.run(["cases", "list"])
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("1  Contoso "))
    #expect(lines[0].contains("T-1042") && lines[0].contains("waits for the admin to assign"))
    #expect(list.output.harmful.isEmpty)
    let unfinished = try regrant.run(["cases", "list", "--unfinished"])
    #expect(unfinished.output.split(separator: "\n").count == 1)
    let json = try regrant.json(["cases", "list", "--format", "json"])
    let cases = try #require(json["cases"] as? [[String: Any]])
    #expect(cases.compactMap { $0["number"] as? Int } == [1, 2])
    #expect(cases.compactMap { $0["phase"] as? String } == ["assigning", "abandoned"])
  }

  @Test("are shown with findings, plan, prompt and journal")
  func show() throws {
    let show = try regrant.run(["cases", "show", "1"])
    for text in [
      "Ticket: T-1042", "Assignment: shut.", "1. Assign users (Option 1)", "Not: Remove and re-add",
      "How did it end", "Confirmed: Assign users", "says it broke on Monday.",
    ] {
      #expect(show.output.contains(text), "\(text)")
    }
    #expect(show.output.harmful.isEmpty)
    let json = try regrant.json(["cases", "show", "1", "--format", "json"])
    #expect((json["journal"] as? [Any])?.count == 13)
    #expect(json["acts"] as? [String] == ["assign"])
  }

  @Test("are reported, and without a person's name, address or words when that is asked for")
  func report() throws {
    for format in ["text", "markdown", "json"] {
      let whole = try regrant.run(["cases", "report", "1", "--format", format])
      #expect(whole.output.contains("Anna Example") && whole.output.contains("Contoso"))
      let redacted = try regrant.run(["cases", "report", "1", "--redact", "--format", format])
      #expect(redacted.output.contains("T-1042"))
      for name in ["Anna", "anna", "Contoso", "Monday"] {
        #expect(!redacted.output.contains(name), "\(name) in \(format)")
      }
      #expect((whole.output + redacted.output).harmful.isEmpty)
    }
  }

  @Test("are written to files whole, and take no other file's place unasked")
  func output() throws {
    let path = regrant.path("report.md")
    #expect(try regrant.run(["cases", "report", "2", "--output", path]).status == 0)
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("# Case 2"))
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
    let refused = try regrant.run(["cases", "report", "1", "--output", path])
    #expect(refused.status == 73)
    #expect(refused.complaints.contains("--force"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    #expect(try regrant.run(["cases", "report", "1", "--output", path, "--force"]).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# Case 1"))
    let folder = try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path)
    #expect(folder.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test("are written into what is no file, which stays")
  func device() throws {
    let result = try regrant.run(["cases", "report", "1", "--output", "/dev/null", "--force"])
    #expect(result.status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
    #expect(try regrant.run(["cases", "report", "1", "--output", "/dev/full"]).status == 74)
  }

  @Test("move to another machine whole, once")
  func transfer() throws {
    let file = regrant.path("case.json")
    #expect(try regrant.run(["cases", "export", "1", "--output", file]).status == 0)
    let colleague = try Regrant()
    let answers = try (0..<2).map { _ in try colleague.run(["cases", "import", file]).output }
    #expect(answers == ["It is case 1 here.\n", "It is case 1, which has all of it already.\n"])
    #expect(
      try colleague.run(["cases", "verify"]).output == regrant.run(["cases", "verify", "1"]).output)
  }

  @Test("are deleted only by the phrase")
  func delete() throws {
    let unconfirmed = try regrant.run(["cases", "delete", "1"])
    #expect(unconfirmed.status == 64 && unconfirmed.complaints.contains("--confirm"))
    let other = try regrant.run(["cases", "delete", "1", "--confirm", "delete case 2"])
    #expect(other.status == 64)
    #expect(try regrant.run(["cases", "show", "1"]).status == 0)
    #expect(try regrant.run(["cases", "delete", "1", "--confirm", "delete case 1"]).status == 0)
    #expect(try regrant.run(["cases", "show", "1"]).status == 66)
    let file = try Data(contentsOf: regrant.journal)
    #expect(file.range(of: Data("T-1042".utf8)) == nil)
    #expect(file.range(of: Data("T-1043".utf8)) != nil)
  }

  @Test("are deleted on a terminal after the phrase was typed, and by nothing else")
  func typed() throws {
    for (typed, status) in [("yes\r", Int32(1)), ("delete case 1\r", 0)] {
      let terminal = try PseudoTerminal(
        executable: Regrant.program(), arguments: ["cases", "delete", "1"],
        environment: PseudoTerminal.plainEnvironment.merging([
          "XDG_STATE_HOME": regrant.state.path
        ]) { $1 })
      try terminal.expect("type: delete case 1")
      try terminal.send(typed)
      #expect(try terminal.wait() == .exited(status))
    }
    #expect(try regrant.run(["cases", "show", "1"]).status == 66)
  }

  @Test("vanish after their time, if they are closed")
  func keep() throws {
    #expect(try regrant.run(["cases", "keep"]).output == "Closed cases are kept for ever.\n")
    let kept = try regrant.run(["cases", "keep", "--days", "7"])
    #expect(kept.output == "Closed cases are kept 7 days after their end.\n")
    #expect(kept.complaints == "Deleted: 1 closed case.\n")
    #expect(try regrant.run(["cases", "list"]).output.split(separator: "\n").count == 1)
    #expect(try regrant.run(["cases", "keep", "--forever"]).output.contains("for ever"))
  }
}
