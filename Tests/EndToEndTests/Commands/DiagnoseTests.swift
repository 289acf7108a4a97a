import Foundation
import Testing

@Suite("Diagnosing a tenant")
struct DiagnoseTests {
  static let scenarios = [
    "default", "consent-and-assignment", "pim-eligible", "unassigned", "nested-group",
    "no-premium", "disabled", "deleted", "readded-empty", "gone", "never-installed",
    "blocked-user", "policy-blocked", "healthy", "hostile-names",
  ]

  private func json(_ scenario: String, _ more: [String] = []) throws -> [String: Any] {
    let arguments = ["diagnose", "--simulate", scenario, "--format", "json"] + more
    let result = try Regrant().run(arguments)
    try #require([0, 1].contains(result.status), "\(arguments): \(result.complaints)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("gives an explanation's keys, and what was read", arguments: scenarios)
  func keys(_ scenario: String) throws {
    let json = try json(scenario)
    for key in ["acts", "application", "findings", "never", "reasons", "unless", "readings"] {
      #expect(json[key] != nil, "\(key)")
    }
    for key in [
      "user", "tenant", "admin", "object", "deleted", "lookAlikes", "options", "nothingToDo",
      "unread",
    ] {
      #expect(json.keys.contains(key), "\(key)")
    }
    #expect(json["user"] is NSNull)
    let findings = try #require(json["findings"] as? [[String: String]])
    #expect(
      findings.compactMap { $0["gate"] } == ["object", "consent", "assignment", "user", "rbac"])
    #expect(findings.allSatisfy { $0["because"]?.isEmpty == false })
    let acts = try #require(json["acts"] as? [String])
    #expect((json["reasons"] as? [[String: String]])?.compactMap { $0["act"] } == acts)
  }

  @Test("says in the exit code whether everything is open")
  func status() throws {
    let arguments = ["diagnose", "--simulate", "healthy", "--user"]
    #expect(try Regrant().run(arguments + [Self.hero]).status == 0)
    #expect(try Regrant().run(arguments + ["nobody@contoso.example"]).status == 1)
    #expect(try Regrant().run(arguments + ["nobody"]).status == 64)
    #expect(try Regrant().run(["diagnose", "--simulate", "default"]).status == 1)
    #expect(try Regrant().run(["diagnose", "--simulate", "nested-group"]).status == 1)
    let healthy = try Regrant().run(["diagnose", "--simulate", "healthy"])
    #expect(healthy.status == 0)
    #expect(healthy.output.contains("Nothing to do in Entra"))
    #expect(try Regrant().run(["diagnose"]).status == 64)
  }

  @Test(
    "says of a user whether they get in, and by which gate not",
    arguments: [
      ("healthy", true, "rbac"), ("default", false, "consent"),
      ("consent-and-assignment", false, "assignment"), ("nested-group", false, "assignment"),
      ("deleted", false, "object"), ("disabled", false, "object"),
      ("blocked-user", false, "user"), ("policy-blocked", false, "user"),
    ])
  func user(_ scenario: String, _ getsIn: Bool, _ gate: String) throws {
    let user = try #require(
      try json(scenario, ["--user", Self.hero])["user"] as? [String: Any])
    #expect(user["canSignIn"] as? Bool == getsIn)
    #expect(user["gate"] as? String == gate)
    #expect((user["because"] as? String)?.isEmpty == false)
  }

  @Test("tells who gains and who stays out by each option, by name")
  func options() throws {
    let options = try #require(try json("default")["options"] as? [[String: Any]])
    #expect(options.compactMap { $0["option"] as? String } == ["assign", "reconsent", "replace"])
    for option in options {
      let after = try #require(option["after"] as? [String: Any])
      let out = try #require(option["out"] as? [String: Any])
      #expect(out["count"] as? Int == after["out"] as? Int)
      let names = try #require(out["first"] as? [[String: Any]])
      #expect(names.allSatisfy { ($0["because"] as? String)?.isEmpty == false })
    }
    let text = try Regrant().run(["diagnose", "--simulate", "default"]).output
    #expect(text.contains("Who gets in\n  Now "))
    #expect(text.contains("Gain access: "))
  }

  @Test("is not disturbed by names", arguments: ["text", "json"])
  func hostileNames(_ format: String) throws {
    let result = try Regrant().run([
      "diagnose", "--simulate", "hostile-names", "--format", format,
    ])
    #expect(result.status == 1)
    #expect(result.output.harmful.isEmpty, "\(result.output.harmful)")
    let lines = result.output.split(separator: "\n").filter { $0.contains("another application") }
    #expect(Set(lines).count == lines.count)
  }

  /// The user whom the scenarios are about: the first plain member of the made-up tenant.
  private static let hero = "wen.laine5@contoso.example"
}
