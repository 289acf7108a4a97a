import Entra
import Testing

@testable import Simulator

@Suite("A service principal") struct ServicePrincipalTests {
  @Test("is found by its application's id, as an object and as a list of one")
  func byAppID() throws {
    var desk = Desk()
    let one = try desk.get("/servicePrincipals(appId='\(AppID.ours)')")
    #expect(one.status == 200)
    #expect(one.id == "\(desk.application)")
    #expect(one.json["displayName"] == "Nexetic Backup")
    let list = try desk.get("/servicePrincipals?$filter=appId eq '\(AppID.ours)'")
    #expect(list.rows.compactMap { $0["id"]?.text } == [one.id])
    #expect(try desk.get("/servicePrincipals(appId='\(AppID(bits: 7))')").status == 404)
  }

  @Test("has its look-alike and its twin beside it")
  func lookAlikes() throws {
    var desk = Desk()
    let rows = try desk.get("/servicePrincipals?$filter=startswith(displayName,'Nexetic')").rows
    let names = rows.compactMap { $0["displayName"]?.text }
    #expect(names.count { $0 == "Nexetic Backup" } == 2)
    #expect(names.contains("Nexetic Backup for Entra ID"))
    #expect(Set(rows.compactMap { $0["appId"]?.text }).count == rows.count)
  }

  @Test("is searched only with eventual consistency, token by token")
  func search() throws {
    var desk = Desk()
    let path = "/servicePrincipals?$search=\"displayName:back nex\""
    let refused = try desk.get(path)
    #expect(refused.status == 400)
    #expect(refused.code == "Request_UnsupportedQuery")
    #expect(refused.message.contains("ConsistencyLevel: eventual"))
    // Ours, its twin, the look-alike, and one whose name holds a Cyrillic letter.
    #expect(try desk.get(path, isEventual: true).rows.count == 4)
  }

  @Test("shows what is selected, and nothing that its type lacks")
  func select() throws {
    var desk = Desk()
    let one = try desk.get(desk.path + "?$select=id,appId,notes")
    #expect(one.json.names == ["id", "appId", "notes"])
    #expect(try desk.get(desk.path + "?$select=publisherName").status == 400)
  }

  @Test("comes in pages of 1 to 999", arguments: ["0", "1000", "x"])
  func pageSize(_ top: String) throws {
    var desk = Desk()
    #expect(try desk.get("/servicePrincipals?$top=\(top)").status == 400)
    #expect(try desk.get("/servicePrincipals?$top=1").rows.count == 1)
    #expect(try desk.get("/servicePrincipals?$top=999").rows.count == 24)
  }

  @Test("is counted only with eventual consistency")
  func count() throws {
    var desk = Desk()
    #expect(try desk.get("/servicePrincipals/$count").status == 400)
    let reply = try desk.get("/servicePrincipals/$count", isEventual: true)
    #expect(reply.text == "24")
    #expect(reply.header("Content-Type") == "text/plain")
    let listed = try desk.get("/servicePrincipals?$count=true&$top=5", isEventual: true)
    #expect(listed.json["@odata.count"] == 24)
  }

  @Test("is changed field by field")
  func change() throws {
    var desk = Desk()
    let reply = try desk.patch(
      desk.path, "{\"@odata.type\":\"x\",\"appRoleAssignmentRequired\":true,\"tags\":[\"HideApp\"]}"
    )
    #expect(reply.status == 204)
    #expect(reply.text.isEmpty)
    let one = try desk.get(desk.path).json
    #expect(one["appRoleAssignmentRequired"] == true)
    #expect(one["tags"] == ["HideApp"])
  }

  @Test(
    "keeps what can't be changed",
    arguments: [
      "{\"appId\":\"\(AppID.ours)\"}", "{\"accountEnabled\":\"yes\"}", "{\"nonsense\":1}",
      "{\"notes\":\"\(String(repeating: "n", count: 1025))\"}",
    ])
  func refuseChange(_ body: String) throws {
    var desk = Desk()
    let reply = try desk.patch(desk.path, body)
    #expect(reply.status == 400)
    #expect(reply.message == "One or more properties are invalid.")
  }

  @Test("gets a new id when it is added again, and nothing of what it was")
  func readd() throws {
    var desk = Desk()
    let old = desk.application
    desk.tenant.setOwners([desk.user(3)])
    _ = try desk.assign(desk.user(9))
    _ = try desk.grant("openid")
    _ = try desk.patch(desk.path, "{\"appRoleAssignmentRequired\":true,\"notes\":\"n\"}")
    let made = try desk.readd()
    #expect(made.status == 201)
    #expect(made.id != "\(old)")
    #expect(made.json["appRoleAssignmentRequired"] == false)
    #expect(made.json["accountEnabled"] == true)
    #expect(made.json["notes"] == .null)
    #expect(made.json["tags"] == [])
    for relation in ["appRoleAssignedTo", "oauth2PermissionGrants", "owners"] {
      #expect(try desk.get("\(desk.path)/\(relation)").rows.isEmpty, "\(relation)")
    }
    #expect(try desk.get("/servicePrincipals/\(old)").status == 404)
  }

  @Test("exists once")
  func twice() throws {
    var desk = Desk()
    let reply = try desk.post("/servicePrincipals", "{\"appId\":\"\(AppID.ours)\"}")
    #expect(reply.status == 409)
    #expect(reply.code == "Request_MultipleObjectsWithSameKeyValue")
    #expect(reply.message.contains("\(AppID.ours) is already in use"))
    #expect(reply.json["error"]?["details"]?.elements?.first?["code"] == "ObjectConflict")
  }

  @Test("needs an application that exists", arguments: ["not a guid", "\(AppID(bits: 9))"])
  func noApplication(_ id: String) throws {
    var desk = Desk()
    let reply = try desk.post("/servicePrincipals", "{\"appId\":\"\(id)\"}")
    #expect(reply.status == 400)
    #expect(
      reply.message
        == "The appId '\(id)' of the service principal does not reference a valid application object."
    )
    #expect(
      reply.json["error"]?["details"]?.elements?.first?["code"] == "NoBackingApplicationObject")
  }

  @Test("of another tenant is not for those who may only create their own")
  func smallRole() throws {
    var desk = Desk()
    _ = try desk.delete(desk.path)
    desk.become([])
    let reply = try desk.post("/servicePrincipals", "{\"appId\":\"\(AppID.ours)\"}")
    #expect(reply.status == 403)
    #expect(reply.code == "Authorization_RequestDenied")
    #expect(reply.message.contains("must in the local tenant"))
  }

  @Test("made from a gallery template is another application")
  func template() throws {
    var desk = Desk()
    _ = try desk.delete(desk.path)
    let made = try desk.post(
      "/applicationTemplates/8adf8e6e-67b2-4cf2-a259-e3dc5476c621/instantiate",
      "{\"displayName\":\"Nexetic Backup\"}")
    #expect(made.status == 201)
    #expect(made.json["servicePrincipal"]?["appId"]?.text != "\(AppID.ours)")
    #expect(desk.tenant.applicationID == nil)
  }
}
