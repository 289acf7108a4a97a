import Entra
import Testing

@testable import Simulator

@Suite("The recycle bin") struct RecycleBinTests {
  private static let list = "/directory/deletedItems/microsoft.graph.servicePrincipal"

  private func furnished(_ change: (inout TenantSettings) -> Void = { _ in }) throws -> Desk {
    var desk = Desk(change)
    desk.tenant.setOwners([desk.user(3)])
    desk.tenant.setPolicies(["Claims"], of: "claimsMappingPolicies")
    _ = try desk.assign(desk.user(9))
    _ = try desk.grant("openid")
    return desk
  }

  @Test("takes what is deleted, which is then found nowhere else")
  func deleted() throws {
    var desk = try furnished()
    let (id, path) = (desk.application, desk.path)
    #expect(try desk.delete(path).status == 204)
    #expect(try desk.get(path).status == 404)
    #expect(try desk.get(path + "/appRoleAssignedTo").status == 404)
    #expect(try desk.get("/users/\(desk.user(9))/appRoleAssignments").rows.isEmpty)
    #expect(try desk.get("/oauth2PermissionGrants?$filter=clientId eq '\(id)'").rows.isEmpty)
    let row = try desk.get(Self.list + "?$filter=appId eq '\(AppID.ours)'").rows.first
    #expect(row?["id"]?.text == "\(id)")
    #expect(row?["deletedDateTime"]?.text == desk.tenant.now.text)
    #expect(try desk.get("/directory/deletedItems/\(id)").status == 200)
  }

  @Test("gives it back with its id and everything but policies")
  func restored() throws {
    var desk = try furnished()
    let (id, path) = (desk.application, desk.path)
    let before = try desk.get(path + "/appRoleAssignedTo").rows
    _ = try desk.delete(path)
    let reply = try desk.post("/directory/deletedItems/\(id)/restore")
    #expect(reply.status == 200)
    #expect(reply.id == "\(id)")
    #expect(reply.json["@odata.type"] == "#microsoft.graph.servicePrincipal")
    #expect(reply.json["deletedDateTime"] == .null)
    #expect(try desk.get(path + "/appRoleAssignedTo").rows == before)
    #expect(try desk.get(path + "/oauth2PermissionGrants").rows.count == 1)
    #expect(try desk.get(path + "/owners").rows.count == 1)
    #expect(try desk.get(path + "/claimsMappingPolicies").rows.isEmpty)
    #expect(try desk.get("/directory/deletedItems/\(id)").status == 404)
  }

  @Test("gives back only what the switches say", arguments: [false, true])
  func switches(_ isOn: Bool) throws {
    var desk = try furnished {
      $0.switches.restoreBringsGrants = isOn
      $0.switches.restoreBringsAssignments = isOn
      $0.switches.restoreBringsOwners = isOn
      $0.switches.restoreBringsPolicies = isOn
    }
    let (id, path) = (desk.application, desk.path)
    _ = try desk.delete(path)
    _ = try desk.post("/directory/deletedItems/\(id)/restore")
    for relation in [
      "appRoleAssignedTo", "oauth2PermissionGrants", "owners", "claimsMappingPolicies",
    ] {
      #expect(try desk.get("\(path)/\(relation)").rows.isEmpty != isOn, "\(relation)")
    }
  }

  @Test("keeps it while another of the application is alive")
  func conflict() throws {
    var desk = try furnished()
    let old = desk.application
    _ = try desk.readd()
    let refused = try desk.post("/directory/deletedItems/\(old)/restore")
    #expect(refused.status == 409)
    #expect(refused.code == "Request_MultipleObjectsWithSameKeyValue")
    _ = try desk.delete(desk.path)
    #expect(try desk.get(Self.list + "?$filter=appId eq '\(AppID.ours)'").rows.count == 2)
    #expect(try desk.post("/directory/deletedItems/\(old)/restore").status == 200)
    #expect(desk.application == old)
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.count == 1)
  }

  @Test("keeps it a while after another of the application was deleted, if names are held")
  func held() throws {
    var desk = try furnished { $0.nameHold = NameHold(seconds: 120) }
    let old = desk.application
    _ = try desk.readd()
    _ = try desk.delete(desk.path)
    #expect(try desk.post("/directory/deletedItems/\(old)/restore").status == 409)
    desk.tenant.advance(bySeconds: 121)
    #expect(try desk.post("/directory/deletedItems/\(old)/restore").status == 200)
  }

  @Test("gives nothing back that its vendor took away")
  func withoutVendor() throws {
    var desk = try furnished()
    let old = desk.application
    _ = try desk.delete(desk.path)
    desk.tenant.unregister(.ours)
    #expect(try desk.post("/directory/deletedItems/\(old)/restore").status == 400)
  }

  @Test("is emptied by hand")
  func purged() throws {
    var desk = try furnished()
    let old = desk.application
    _ = try desk.delete(desk.path)
    #expect(try desk.delete("/directory/deletedItems/\(old)").status == 204)
    #expect(try desk.post("/directory/deletedItems/\(old)/restore").status == 404)
  }

  @Test("empties itself after thirty days, not before")
  func expired() throws {
    var desk = try furnished()
    let old = desk.application
    _ = try desk.delete(desk.path)
    desk.tenant.advance(bySeconds: 30 * 86_400 - 1)
    desk.token = desk.tenant.issueToken(toPersonAt: 0)
    #expect(try desk.get("/directory/deletedItems/\(old)").status == 200)
    desk.tenant.advance(bySeconds: 1)
    #expect(try desk.get("/directory/deletedItems/\(old)").status == 404)
  }

  @Test("is sorted by when, with an advanced query")
  func sorted() throws {
    var desk = try furnished()
    for _ in 0..<3 {
      desk.tenant.advance(bySeconds: 60)
      _ = try desk.readd()
    }
    let path = Self.list + "?$orderby=deletedDateTime desc"
    #expect(try desk.get(path).status == 400)
    let rows = try desk.get(path + "&$count=true", isEventual: true).rows
    let times = rows.compactMap { $0["deletedDateTime"]?.text }
    #expect(times.count == 3)
    #expect(times == times.sorted().reversed())
  }
}
