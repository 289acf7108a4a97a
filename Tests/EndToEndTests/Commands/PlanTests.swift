import Foundation
import Testing

@Suite("Plans without the screen")
struct PlanTests {
  /// What is said on the way to a deletion.
  static let replacing = [
    "plan", "replace", "--consent", "grant", "--appearance", "no-prompt", "--set-aside",
    "link=the customer wants no other way", "--set-aside", "portal=the same", "--set-aside",
    "graph=the same",
  ]

  private func confirmation(inFileAt path: String) throws -> String {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    return try #require((json as? [String: Any])?["confirmation"] as? String)
  }

  @Test("replaces the application in an embedded tenant, once its phrase is given")
  func replacing() throws {
    let regrant = try Regrant()
    let file = regrant.path("plan.json")
    let tenant = ["--simulate", "default"]
    let plan = try regrant.run(Self.replacing + tenant + ["--out", file])
    try #require(plan.status == 0, "\(plan.complaints)")
    #expect(plan.output.contains("3. Delete the application."))
    let phrase = try confirmation(inFileAt: file)
    #expect(phrase == "delete 14 contoso.example")
    let silent = try regrant.run(["apply", file] + tenant)
    #expect(silent.status == 64 && silent.complaints.contains("--confirm \"\(phrase)\""))
    let wrong = try regrant.run(["apply", file, "--confirm", "delete 15 contoso.example"] + tenant)
    #expect(wrong.status == 64)
    let none = try regrant.run(["cases", "list"])
    #expect(none.output.isEmpty)
    let applied = try regrant.run(["apply", file, "--confirm", phrase] + tenant)
    #expect(applied.status == 0, "\(applied.complaints)")
    #expect(applied.output == "Case 1: Resolved.\n")
    #expect(applied.complaints.contains("Delete the application: Done."))
    let again = try regrant.run(["apply", file, "--confirm", phrase] + tenant)
    #expect(again.output == "This plan was carried out: case 1.\n")
    let before = try regrant.run(["snapshot", "list"])
    #expect(before.output.hasPrefix("1:1  "))
  }

  @Test("does not plan what the machine refuses, and says what would satisfy it")
  func refused() throws {
    let regrant = try Regrant()
    let file = regrant.path("plan.json")
    let result = try regrant.run(
      ["plan", "replace", "--consent", "grant", "--simulate", "default", "--out", file])
    #expect(result.status == 1)
    #expect(result.complaints.contains("--set-aside link=REASON"))
    #expect(!FileManager.default.fileExists(atPath: file))
    let undecided = try regrant.run(["plan", "reconsent", "--simulate", "default", "--out", file])
    #expect(undecided.status == 64)
  }

  @Test("refuses a plan that was made for another tenant")
  func otherTenant() throws {
    let regrant = try Regrant()
    let file = regrant.path("plan.json")
    let plan = try regrant.run(
      ["plan", "reconsent", "--consent", "grant", "--simulate", "default", "--out", file])
    try #require(plan.status == 0)
    let result = try regrant.run(["apply", file, "--simulate", "default", "--seed", "77"])
    #expect(result.status == 65)
    #expect(result.complaints.contains("another tenant"))
  }

  @Test("assigns whom a list names, and tells of every line that names nobody")
  func assigning() throws {
    let regrant = try Regrant()
    let file = regrant.path("plan.json")
    let tenant = ["--simulate", "unassigned"]
    let wrong = try regrant.write(
      "wen.laine5@contoso.example\nnobody@contoso.example\nNo Such Group\n", to: "wrong.csv")
    let arguments = ["plan", "assign", "--out", file, "--principals"]
    let refused = try regrant.run(arguments + [wrong] + tenant)
    #expect(refused.status == 65)
    #expect(refused.complaints.contains("Line 2: ") && refused.complaints.contains("Line 3: "))
    let list = try regrant.write("wen.laine5@contoso.example\n", to: "people.csv")
    let plan = try regrant.run(arguments + [list] + tenant)
    try #require(plan.status == 0, "\(plan.complaints)")
    let applied = try regrant.json(["apply", file, "--format", "json"] + tenant)
    #expect(applied["closed"] as? Bool == true)
    #expect(applied["case"] as? Int == 1)
  }

  @Test("does all of it against a served tenant, whose content is the same afterwards")
  func served() throws {
    let regrant = try Regrant()
    let program = try Regrant.program()
    let ways = Self.replacing.map { "'\($0)'" }.joined(separator: " ")
    let lines = [
      "$ \(program) simulate --scenario default >line 2>error & pid=$!",
      "$ while ! grep -q . line error; do sleep 0.02; done",
      "$ graph=$(sed 's/.*\"graph\":\"\\([^\"]*\\)\".*/\\1/' line)",
      "$ export REGRANT_ACCESS_TOKEN=$(sed 's/.*\"accessToken\":\"\\([^\"]*\\)\".*/\\1/' line)",
      "$ regrant snapshot save --graph $graph --out before.json >nothing; echo saved $?",
      "$ regrant \(ways) --graph $graph --out plan.json >nothing; echo planned $?",
      "$ phrase=$(sed -n 's/.*\"confirmation\" : \"\\(.*\\)\",*$/\\1/p' plan.json)",
      "$ regrant apply plan.json --graph $graph --confirm \"$phrase\"; echo applied $?",
      "$ regrant snapshot save --graph $graph --out after.json >nothing; echo saved $?",
      "$ regrant snapshot diff before.json after.json | grep -v grant; echo compared",
      "$ regrant diagnose --graph $graph | grep '^  Consent'",
      "$ kill -INT $pid; wait $pid; echo ended $?",
    ]
    let text = try regrant.shell(lines.map { $0[...] })
    #expect(text.contains("\nplanned 0\n"), "\(text)")
    #expect(text.contains("Case 1: Resolved.\n"), "\(text)")
    #expect(text.contains("\napplied 0\n"), "\(text)")
    #expect(text.contains("Consent: open."), "\(text)")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("- ") || $0.hasPrefix("+ ") }
    #expect(rows.isEmpty, "\(rows)")
  }

  @Test("keeps, shows and compares snapshots, and refuses one that was changed")
  func snapshots() throws {
    let regrant = try Regrant()
    let file = regrant.path("a.json")
    let saved = try regrant.run(["snapshot", "save", "--simulate", "default", "--out", file])
    try #require(saved.status == 0, "\(saved.complaints)")
    let shown = try regrant.run(["snapshot", "show", file])
    #expect(shown.output.split(separator: "\n").count { $0.hasPrefix("assignment  ") } == 14)
    let kept = try regrant.json(["snapshot", "import", file, "--format", "json"])
    let name = try #require(kept["name"] as? String)
    #expect(try regrant.run(["snapshot", "list"]).output.hasPrefix("\(name)  "))
    #expect(try regrant.run(["snapshot", "diff", name, file]).status == 0)
    let copy = regrant.path("b.json")
    #expect(try regrant.run(["snapshot", "export", name, "--output", copy]).status == 0)
    let text = try String(contentsOfFile: copy, encoding: .utf8)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    let changed = try regrant.write(
      text.replacing("\"kind\" : \"Group\"", with: "\"kind\" : \"User\""), to: "c.json")
    #expect(try regrant.run(["snapshot", "diff", file, changed]).status == 65)
    let other = regrant.path("d.json")
    _ = try regrant.run(
      ["snapshot", "save", "--simulate", "default", "--assignments", "9", "--out", other])
    let difference = try regrant.run(["snapshot", "diff", file, other])
    #expect(difference.status == 1)
    #expect(difference.output.split(separator: "\n").count { $0.hasPrefix("- assignment") } > 0)
  }
}
