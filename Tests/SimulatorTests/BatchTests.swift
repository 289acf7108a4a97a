import Entra
import Testing

@testable import Simulator

@Suite("A batch") struct BatchTests {
  private func item(
    _ id: String, _ url: String, _ method: String = "GET", body: String? = nil,
    after: [String] = []
  ) -> String {
    var text = "{\"id\":\"\(id)\",\"method\":\"\(method)\",\"url\":\"\(url)\""
    if let body {
      text += ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\(body)"
    }
    if !after.isEmpty {
      text += ",\"dependsOn\":[\(after.map { "\"\($0)\"" }.joined(separator: ","))]"
    }
    return text + "}"
  }

  private func send(_ items: [String], _ desk: inout Desk) throws -> Desk.Reply {
    try desk.post("/$batch", "{\"requests\":[\(items.joined(separator: ","))]}")
  }

  private func assignment(_ index: Int, _ desk: Desk) -> String {
    item(
      "\(index)", "\(desk.path)/appRoleAssignedTo", "POST",
      body: """
        {"principalId":"\(desk.user(index))","resourceId":"\(desk.application)",\
        "appRoleId":"\(AppRoleAssignment.defaultAccess)"}
        """)
  }

  @Test("answers every item by itself, in any order")
  func items() throws {
    var desk = Desk()
    let items = (0..<18).map { assignment($0, desk) }
    let reply = try send(items + [assignment(18, desk), item("x", "users/nobody")], &desk)
    #expect(reply.status == 200)
    let responses = reply.json["responses"]?.elements ?? []
    let ids = responses.compactMap { $0["id"]?.text }
    #expect(Set(ids) == Set((0..<19).map { "\($0)" } + ["x"]))
    #expect(ids != (0..<19).map { "\($0)" } + ["x"])
    for response in responses {
      let isBad = response["id"] == "x"
      #expect(response["status"] == (isBad ? 404 : 201))
      #expect(response["headers"]?["Content-Type"] != nil)
      #expect((response["body"]?["error"] != nil) == isBad)
    }
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.count == 19)
  }

  @Test("has no body where the item has none")
  func noContent() throws {
    var desk = Desk()
    let reply = try send([item("1", desk.path, "DELETE")], &desk)
    let response = try #require(reply.json["responses"]?.elements?.first)
    #expect(response["status"] == 204)
    #expect(response["body"] == nil)
  }

  @Test("holds at most twenty")
  func tooMany() throws {
    var desk = Desk()
    let reply = try send((0..<21).map { item("\($0)", "/organization") }, &desk)
    #expect(reply.status == 400)
    #expect(reply.code == "MaximumValueExceeded")
    #expect(reply.message == "Number of batch request steps exceeds the maximum value of 20.")
  }

  @Test("is refused whole for ids twice, batches inside and bodies without a type")
  func malformed() throws {
    var desk = Desk()
    let bad = [
      [item("a", "/organization"), item("A", "/organization")],
      [item("a", "/organization", after: ["b"])], ["{\"id\":\"1\",\"method\":\"GET\"}"],
      ["{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/x\",\"body\":{}}"],
    ]
    for items in bad { #expect(try send(items, &desk).status == 400, "\(items)") }
    let nested = try send([item("a", "/$batch", "POST", body: "{\"requests\":[]}")], &desk)
    #expect(nested.json["responses"]?.elements?.first?["status"] == 400)
  }

  @Test("fails with 424 what depends on a failure, and what depends on that")
  func dependencies() throws {
    var desk = Desk()
    let reply = try send(
      [
        item("1", "/users/nobody"), item("2", "/organization", after: ["1"]),
        item("3", "/organization", after: ["2"]), item("4", "/organization"),
        item("5", "/organization", after: ["4"]),
      ], &desk)
    let statuses = Dictionary(
      uniqueKeysWithValues: (reply.json["responses"]?.elements ?? []).map {
        ($0["id"]?.text ?? "", $0["status"] ?? .null)
      })
    let expected: [String: JSON] = ["1": 404, "2": 424, "3": 424, "4": 200, "5": 200]
    #expect(statuses == expected)
  }

  @Test("is throttled item by item")
  func throttled() throws {
    var desk = Desk { $0.limits.writes = 5 }
    let items = (0..<8).map { assignment($0, desk) }
    let reply = try send(items, &desk)
    #expect(reply.status == 200)
    let responses = reply.json["responses"]?.elements ?? []
    let refused = responses.filter { $0["status"] == 429 }
    #expect(refused.count == 3)
    #expect(refused.allSatisfy { $0["headers"]?["Retry-After"] == "30" })
  }
}
