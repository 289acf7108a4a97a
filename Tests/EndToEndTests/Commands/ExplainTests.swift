import Foundation
import Testing

@Suite("Explaining an error text")
struct ExplainTests {
  static let acts: Set = [
    "enable", "wait", "restore", "readd", "require", "reconsent", "assign", "replace", "elsewhere",
    "rbac", "ask",
  ]

  @Test(
    "gives JSON with the keys that are documented, whatever is recognised",
    arguments: [
      "AADSTS50105", "AADSTS65001", "AADSTS90094", "AADSTS700016", "AADSTS7000112", "AADSTS650051",
      "AADSTS50020", "AADSTS53003", "AADSTS1234567", "Need admin approval", "No Access",
      "facd4a2d-cbd2-4095-bfa8-ac9c819f843e", "Nexetic Backup for Entra ID",
      "AADSTS65001 for the application 11111111-2222-3333-4444-555555555555",
    ])
  func keys(_ text: String) throws {
    let json = try Regrant().json(["explain", "--format", "json", text])
    let findings = try #require(json["findings"] as? [[String: String]])
    #expect(
      findings.compactMap { $0["gate"] } == ["object", "consent", "assignment", "user", "rbac"])
    for finding in findings {
      #expect(["open", "shut", "unknown"].contains(finding["state"]))
      #expect(finding["because"]?.isEmpty == false)
    }
    let acts = try #require(json["acts"] as? [String])
    #expect(!acts.isEmpty && Self.acts.isSuperset(of: acts), "\(acts)")
    let reasons = try #require(json["reasons"] as? [[String: String]])
    #expect(reasons.compactMap { $0["act"] } == acts)
    for never in try #require(json["never"] as? [[String: String]]) {
      #expect(Set(never.keys) == ["act", "because"])
    }
    let application = try #require(json["application"] as? [String: Any])
    #expect(Set(application.keys) == ["id", "ours"])
  }

  /// A text, the gate that is shut, an act that opens it, and one that must not be done.
  @Test(
    "names the gate, the act and what not to do",
    arguments: [
      ("AADSTS50105", "assignment", "assign", "replace"),
      ("AADSTS65001", "consent", "reconsent", "replace"),
      ("AADSTS7000112", "object", "enable", "replace"),
      ("AADSTS53003", "user", "elsewhere", "replace"),
    ])
  func verdict(_ text: String, _ gate: String, _ act: String, _ never: String) throws {
    let json = try Regrant().json(["explain", "--format", "json", text])
    let findings = try #require(json["findings"] as? [[String: String]])
    #expect(findings.filter { $0["state"] == "shut" }.compactMap { $0["gate"] } == [gate])
    #expect(try #require(json["acts"] as? [String]).contains(act))
    let prohibited = try #require(json["never"] as? [[String: String]])
    #expect(prohibited.contains { $0["act"] == never })
  }

  @Test("tells ours from another, from a look-alike and from none")
  func application() throws {
    func ours(_ text: String) throws -> (id: String?, isOurs: Bool?) {
      let json = try Regrant().json(["explain", "--format", "json", text])
      let application = try #require(json["application"] as? [String: Any])
      return (application["id"] as? String, application["ours"] as? Bool)
    }
    let id = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"
    #expect(try ours("AADSTS65001 application '\(id)'") == (id, true))
    let other = "11111111-2222-3333-4444-555555555555"
    #expect(try ours("AADSTS65001: application with ID '\(other)'") == (other, false))
    #expect(try ours("Nexetic Backup for Entra ID: AADSTS65001") == (nil, false))
    #expect(try ours("AADSTS65001") == (nil, nil))
  }

  @Test("hands out JSON and the exit code for data when nothing is recognised")
  func nothing() throws {
    let json = try Regrant().json(["explain", "--format", "json", "good morning"], ending: 65)
    #expect(json["acts"] as? [String] == ["ask"])
  }

  @Test("reads UTF-16, as PowerShell writes it")
  func utf16() throws {
    let text = try #require("Fehler: AADSTS50105".data(using: .utf16))
    let result = try Regrant().run(["explain"], input: text)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("AADSTS50105"))
  }
}
