import Entra
import Testing

@testable import Simulator

@Suite("A delegated grant") struct GrantTests {
  @Test("for everybody has an id of client and resource, the same when made again")
  func forEverybody() throws {
    var desk = Desk()
    let first = try desk.grant("openid profile")
    #expect(first.status == 201)
    #expect(first.id.count == 43)
    #expect(
      Base64URL.bytes(of: first.id) == desk.application.dotNetBytes + desk.graph.dotNetBytes)
    #expect(try desk.delete("/oauth2PermissionGrants/\(first.id)").status == 204)
    #expect(try desk.get("/oauth2PermissionGrants/\(first.id)").status == 404)
    #expect(try desk.grant("User.Read").id == first.id)
  }

  @Test("for one person has that person in its id as well")
  func forOne() throws {
    var desk = Desk()
    let reply = try desk.grant("openid", to: desk.user(9))
    #expect(reply.id.count == 64)
    #expect(
      Base64URL.bytes(of: reply.id) == desk.application.dotNetBytes + desk.graph.dotNetBytes
        + desk.user(9).dotNetBytes)
    #expect(reply.json["consentType"] == "Principal")
    #expect(try desk.get("/users/\(desk.user(9))/oauth2PermissionGrants").rows.count == 1)
  }

  @Test("reads as the directory writes GUIDs, the first three groups reversed")
  func byteOrder() throws {
    // From the documentation's example of a grant's id and its two ends.
    let client = try #require(ObjectID("ef969797-201d-4f6b-960c-e9ed5f31dab5"))
    let resource = try #require(ObjectID("943603e4-e787-4fe9-93d1-e30f749aae39"))
    #expect(
      Base64URL.text(of: client.dotNetBytes + resource.dotNetBytes)
        == "l5eW7x0ga0-WDOntXzHateQDNpSH5-lPk9HjD3Sarjk")
  }

  @Test("exists once for its ends", arguments: [(true, 409), (false, 400)])
  func twice(_ isConflict: Bool, _ status: Int) throws {
    var desk = Desk { $0.switches.duplicateGrantIsConflict = isConflict }
    _ = try desk.grant("openid")
    let reply = try desk.grant("profile")
    #expect(reply.status == status)
    #expect(reply.message == "Permission entry already exists.")
    #expect(try desk.grant("openid", to: desk.user(9)).status == 201)
  }

  @Test("is replaced, not widened, by what is sent")
  func patched() throws {
    var desk = Desk()
    let made = try desk.grant("openid profile")
    #expect(
      try desk.patch("/oauth2PermissionGrants/\(made.id)", "{\"scope\":\"User.Read\"}").status
        == 204)
    #expect(try desk.get("/oauth2PermissionGrants/\(made.id)").json["scope"] == "User.Read")
    #expect(
      try desk.patch("/oauth2PermissionGrants/\(made.id)", "{\"consentType\":\"Principal\"}")
        .status == 400)
  }

  @Test("is found by client and kind, whose ids stand in quotation marks")
  func filters() throws {
    var desk = Desk()
    _ = try desk.grant("openid")
    _ = try desk.grant("openid", to: desk.user(9))
    let path = "/oauth2PermissionGrants?$filter=clientId eq "
    let both = try desk.get(path + "'\(desk.application)'")
    #expect(both.rows.count == 2)
    let one = try desk.get(path + "'\(desk.application)' and consentType eq 'AllPrincipals'")
    #expect(one.rows.compactMap { $0["principalId"] } == [.null])
    #expect(try desk.get(path + "\(desk.application)").status == 400)
    #expect(try desk.get(desk.path + "/oauth2PermissionGrants").rows.count == 2)
  }

  @Test("needs both ends, and a person exactly when it is one person's")
  func ends() throws {
    var desk = Desk()
    let body = { (client: ObjectID, type: String, principal: String) in
      """
      {"clientId":"\(client)","consentType":"\(type)","principalId":\(principal),
       "resourceId":"\(desk.graph)","scope":"openid"}
      """
    }
    let bodies = [
      body(ObjectID(bits: 5), "AllPrincipals", "null"),
      body(desk.application, "AllPrincipals", "\"\(desk.user(9))\""),
      body(desk.application, "Principal", "null"), body(desk.application, "Nobody", "null"),
    ]
    let replies = try bodies.map { try desk.post("/oauth2PermissionGrants", $0) }
    #expect(replies.map(\.status) == [404, 400, 400, 400])
    #expect(replies.first?.code == "Directory_ObjectNotFound")
  }
}
