import Entra
import Testing

@testable import Simulator

@Suite("Every body") struct GraphTypeTests {
  /// Lists and objects, and the type of what they hold.
  private static func requests(_ desk: Desk) -> [(path: String, type: String)] {
    let user = desk.user(1)
    return [
      ("/servicePrincipals", "servicePrincipal"),
      ("/servicePrincipals/\(desk.graph)", "servicePrincipal"),
      ("/servicePrincipals?$select=id,appId,tags,appRoles", "servicePrincipal"),
      ("\(desk.path)/appRoleAssignedTo", "appRoleAssignment"),
      ("/servicePrincipals/\(desk.graph)/appRoleAssignedTo", "appRoleAssignment"),
      ("\(desk.path)/appRoleAssignments", "appRoleAssignment"),
      ("/users/\(user)/appRoleAssignments", "appRoleAssignment"),
      ("/oauth2PermissionGrants", "oAuth2PermissionGrant"),
      ("\(desk.path)/oauth2PermissionGrants", "oAuth2PermissionGrant"),
      ("\(desk.path)/owners", "user"), ("/users?$top=50", "user"), ("/users/\(user)", "user"),
      ("/me", "user"),
      (
        "/users?$top=50&$select=id,accountEnabled,userType,department,externalUserState,"
          + "createdDateTime,onPremisesSyncEnabled", "user"
      ), ("/groups", "group"), ("/organization", "organization"),
      ("/groups/\(desk.tenant.groups.id(at: 0))/members", "user"),
      ("/users/\(user)/memberOf", "group"), ("/me/memberOf", "directoryRole"),
      ("/directoryRoles", "directoryRole"),
      ("/roleManagement/directory/roleAssignments", "unifiedRoleAssignment"),
      ("/policies/authorizationPolicy", "authorizationPolicy"),
      ("/policies/adminConsentRequestPolicy", "adminConsentRequestPolicy"),
      ("/auditLogs/directoryAudits", "directoryAudit"), ("/auditLogs/signIns", "signIn"),
      ("/directory/deletedItems/microsoft.graph.servicePrincipal", "servicePrincipal"),
    ]
  }

  @Test("is as Graph's own types have it: names, types and nulls")
  func bodies() throws {
    let types = try GraphTypes()
    var held: Set<String> = []
    for scenario in Scenario.all {
      var desk = Desk()
      var wishes = Scenario.Wishes()
      wishes.adminRoles = [.globalAdministrator]
      desk.tenant = scenario.tenant(wishes)
      (desk.tenant.settings.faults, desk.tenant.settings.limits) = ([], .none)
      desk.token = desk.tenant.issueToken(toPersonAt: Scenario.admin, seconds: 1_000_000)
      for (path, type) in Self.requests(desk) {
        let reply = try desk.get(path)
        guard reply.status == 200 else { continue }
        for row in reply.json["value"]?.elements ?? [reply.json] {
          let named = row["@odata.type"]?.text?.split(separator: ".").last.map(String.init)
          let objections = types.objections(to: row, as: named ?? type)
          #expect(objections.isEmpty, "\(scenario.name) \(path)")
          held.insert(named ?? type)
        }
      }
    }
    #expect(held == Set(Self.requests(Desk()).map(\.type)))
  }

  @Test("that a write answers is as Graph's own types have it")
  func writes() throws {
    let types = try GraphTypes()
    var desk = Desk()
    let assigned = try desk.assign(desk.user(9)).json
    #expect(types.objections(to: assigned, as: "appRoleAssignment").isEmpty)
    let granted = try desk.grant("User.Read").json
    #expect(types.objections(to: granted, as: "oAuth2PermissionGrant").isEmpty)
    let old = desk.application
    let made = try desk.readd().json
    #expect(types.objections(to: made, as: "servicePrincipal").isEmpty)
    _ = try desk.delete(desk.path)
    let restored = try desk.post("/directory/deletedItems/\(old)/restore").json
    #expect(restored["id"]?.text == "\(old)")
    #expect(types.objections(to: restored, as: "servicePrincipal").isEmpty)
  }

  @Test("is refused where a name, a type or a null is wrong")
  func refusals() throws {
    let types = try GraphTypes()
    for json: JSON in [
      ["publisherName": "x"], ["accountEnabled": "true"], ["appRoleAssignmentRequired": nil],
      ["appRoles": [["id": "x"]]], ["appOwnerOrganizationId": "contoso"], ["tags": "HideApp"],
    ] {
      #expect(!types.objections(to: json, as: "servicePrincipal").isEmpty, "\(json)")
    }
    #expect(types.objections(to: ["tags": []], as: "servicePrincipal").isEmpty)
    #expect(!types.objections(to: ["createdDateTime": "2026-03-02"], as: "user").isEmpty)
  }
}
