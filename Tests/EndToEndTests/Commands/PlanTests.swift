import Foundation
import Testing

@Suite("Planning and applying")
struct PlanTests {
  private static let removal = [
    "plan", "replace", "--simulate", "default", "--tried", "sign-in=no-prompt", "--set-aside",
    "link=no address", "--set-aside", "portal=nobody there", "--set-aside", "graph=not wanted",
    "--access", "nobody", "--out", "-",
  ]

  private static func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/plan-\(UUID().uuidString).json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("a removal is done only with the phrase that its plan holds")
  func removal() throws {
    let regrant = try Regrant()
    let made = try regrant.run(Self.removal)
    try #require(made.status == 0, "\(made.complaints)")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    let phrase = try #require(plan["confirmation"] as? String)
    #expect(phrase == "delete 14 contoso.example")
    let path = try Self.file(made.output)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let apply = ["apply", path, "--simulate", "default"]
    #expect(try regrant.run(apply).status == 1)
    #expect(try regrant.run(apply + ["--confirm", "delete"]).status == 1)
    #expect(try regrant.run(["cases", "list"]).output.isEmpty)
    let done = try regrant.run(apply + ["--confirm", phrase])
    #expect(done.status == 0, "\(done.complaints)")
    #expect(done.output.hasPrefix("Case 1 is closed as: Resolved."))
    let report = try regrant.run(["cases", "report", "1"]).output
    #expect(report.contains("Read afterwards: all"))
  }

  @Test("what the machine refuses is told, and no plan is written")
  func refusals() throws {
    let regrant = try Regrant()
    let arguments = ["plan", "replace", "--simulate", "default", "--out", "-"]
    let refused = try regrant.run(arguments)
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(refused.complaints.contains("gentler way to consent has not been tried"))
    #expect(try regrant.run(arguments + ["--tried", "sign-in=tea"]).status == 64)
    let path = try Self.file("{}")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try regrant.run(["apply", path, "--simulate", "default"]).status == 65)
    #expect(try regrant.run(["apply", "/nowhere", "--simulate", "default"]).status == 66)
  }
}
