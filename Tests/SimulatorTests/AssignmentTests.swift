import Entra
import Testing

@testable import Simulator

@Suite("An assignment") struct AssignmentTests {
  private static let reader = ObjectID(bits: 0xA)
  private static let closed = ObjectID(bits: 0xB)
  private static let daemon = ObjectID(bits: 0xC)

  /// Our application with a role for people, a disabled one and one for applications.
  private func withRoles() -> Desk {
    var roles = [
      ApplicationRole(id: Self.reader, value: "Reader", name: "Reader"),
      ApplicationRole(id: Self.closed, value: "Closed", name: "Closed"),
      ApplicationRole(id: Self.daemon, value: "Daemon", name: "Daemon"),
    ]
    roles[1].isEnabled = false
    (roles[2].isForUsers, roles[2].isForApplications) = (false, true)
    return Desk { $0.application.roles = roles }
  }

  @Test("begins its id with the principal's GUID, and is listed")
  func made() throws {
    var desk = Desk()
    let reply = try desk.assign(desk.user(9))
    #expect(reply.status == 201)
    #expect(reply.id.count == 43)
    #expect(Base64URL.bytes(of: reply.id)?.prefix(16) == desk.user(9).dotNetBytes[...])
    #expect(reply.json["principalType"] == "User")
    #expect(reply.json["resourceId"]?.text == "\(desk.application)")
    let listed = try desk.get(desk.path + "/appRoleAssignedTo").rows
    #expect(listed.map(\.names) == [reply.json.names])
    #expect(try desk.get(desk.path + "/appRoleAssignedTo/$count", isEventual: true).text == "1")
  }

  @Test("has another id each time")
  func again() throws {
    var desk = Desk()
    let first = try desk.assign(desk.user(9))
    #expect(try desk.delete(desk.path + "/appRoleAssignedTo/\(first.id)").status == 204)
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.isEmpty)
    #expect(try desk.delete(desk.path + "/appRoleAssignedTo/\(first.id)").status == 404)
    #expect(try desk.assign(desk.user(9)).id != first.id)
  }

  @Test("is made once")
  func twice() throws {
    var desk = Desk()
    _ = try desk.assign(desk.user(9))
    let reply = try desk.assign(desk.user(9))
    #expect(reply.status == 400)
    #expect(reply.code == "Request_BadRequest")
    #expect(reply.message == "Permission being assigned already exists on the object")
  }

  @Test(
    "needs a role that is there, enabled and for its kind of principal",
    arguments: [
      (reader, true), (closed, false), (daemon, false), (ObjectID(bits: 0xD), false),
      (AppRoleAssignment.defaultAccess, false),
    ])
  func role(_ role: ObjectID, _ isRight: Bool) throws {
    var desk = withRoles()
    let reply = try desk.assign(desk.user(9), role: role)
    #expect(reply.status == (isRight ? 201 : 400))
    if !isRight {
      #expect(
        reply.message == "Permission being assigned was not found on application '\(AppID.ours)'")
    }
  }

  @Test("made before there were roles stays")
  func oldDefault() throws {
    var desk = withRoles()
    desk.tenant.assign(desk.user(9))
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.count == 1)
    #expect(try desk.assign(desk.user(9), role: Self.reader).status == 201)
  }

  @Test("needs a principal that is there")
  func nobody() throws {
    var desk = Desk()
    desk.tenant.removePerson(at: 9)
    for id in [desk.user(9), ObjectID(bits: 3)] {
      let reply = try desk.assign(id)
      #expect(reply.status == 400)
      #expect(reply.message == "Not a valid reference update.")
    }
  }

  @Test("names in its body the application of its path")
  func mismatch() throws {
    var desk = Desk()
    let body = """
      {"principalId":"\(desk.user(9))","resourceId":"\(desk.graph)",
       "appRoleId":"\(AppRoleAssignment.defaultAccess)"}
      """
    let reply = try desk.post(desk.path + "/appRoleAssignedTo", body)
    #expect(reply.message == "Not a valid reference update.")
  }

  @Test(
    "has a body of exactly three properties",
    arguments: ["{\"principalId\":\"x\"}", "{\"resourceId\":7}"])
  func properties(_ body: String) throws {
    var desk = Desk()
    #expect(try desk.post(desk.path + "/appRoleAssignedTo", body).status == 400)
  }

  @Test("may carry OData's annotations, which the libraries send")
  func annotations() throws {
    var desk = Desk()
    let body = """
      {"@odata.type":"#microsoft.graph.appRoleAssignment","principalId":"\(desk.user(9))",
       "resourceId":"\(desk.application)","appRoleId":"\(AppRoleAssignment.defaultAccess)"}
      """
    #expect(try desk.post(desk.path + "/appRoleAssignedTo", body).status == 201)
  }

  @Test("of a group needs security and P1, and nested groups are allowed")
  func groups() throws {
    var desk = Desk()
    let nested = try #require(desk.tenant.groupIDs(named: "All Departments").first)
    let mail = try #require(desk.tenant.groupIDs(named: "Newsletter").first)
    #expect(try desk.assign(nested).status == 201)
    #expect(try desk.assign(mail).status == 400)
    desk.tenant.settings.isPremium = false
    let unified = try #require(desk.tenant.groupIDs(named: "Project Åland").first)
    #expect(try desk.assign(unified).status == 403)
    desk.tenant.settings.switches.groupAssignmentNeedsPremium = false
    #expect(try desk.assign(unified).status == 201)
  }

  @Test("of a person is listed with those of the groups that directly hold them")
  func fromThePerson() throws {
    var desk = Desk()
    let direct = desk.tenant.addGroup("Direct", people: [9])
    let outer = desk.tenant.addGroup("Outer", people: [], groups: [direct])
    for principal in [desk.user(9), direct, outer] { _ = try desk.assign(principal) }
    let path = "/users/\(desk.user(9))/appRoleAssignments"
    let rows = try desk.get(path + "?$filter=resourceId eq \(desk.application)").rows
    #expect(
      Set(rows.compactMap { $0["principalId"]?.text }) == ["\(desk.user(9))", "\(direct)"])
    #expect(try desk.get(path + "?$filter=resourceId eq '\(desk.application)'").status == 400)
    #expect(try desk.get("/groups/\(outer)/appRoleAssignments").rows.count == 1)
  }

  @Test("can be filtered by the principal's name, and by its id only behind a switch")
  func filters() throws {
    var desk = Desk()
    for index in 5..<20 { _ = try desk.assign(desk.user(index)) }
    let name = desk.tenant.people.displayName(at: 9).replacing("'", with: "''")
    let path = desk.path + "/appRoleAssignedTo?$filter="
    let encoded = name.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    #expect(
      try !desk.get(path + "principalDisplayName eq '\(encoded.joined())'").rows.isEmpty)
    let byID = path + "principalId eq \(desk.user(9))"
    #expect(try desk.get(byID).status == 400)
    desk.tenant.settings.switches.assignedToFiltersByPrincipal = true
    #expect(try desk.get(byID).rows.count == 1)
  }

  @Test("appears once in the pages, whatever is taken away between them", arguments: [1, 7, 100])
  func pages(_ top: Int) throws {
    var desk = Desk { ($0.size, $0.limits) = (300, .none) }
    for index in 0..<250 { desk.tenant.assign(desk.user(index)) }
    let path = desk.path + "/appRoleAssignedTo?$top=\(top)&$select=id,principalId"
    let whole = try desk.all(path).compactMap { $0["principalId"]?.text }
    #expect(whole == (0..<250).map { "\(desk.user($0))" })

    let first = try desk.get(path)
    for row in first.rows {
      _ = try desk.delete(desk.path + "/appRoleAssignedTo/\(row["id"]?.text ?? "")")
    }
    let link = try #require(first.json["@odata.nextLink"]?.text)
    let rest = try desk.all(String(link.dropFirst("https://graph.microsoft.com/v1.0".count)))
    #expect(rest.compactMap { $0["principalId"]?.text } == Array(whole.dropFirst(top)))
  }

  @Test("has page tokens that work only where they came from")
  func tokens() throws {
    var desk = Desk()
    let first = try desk.get("/servicePrincipals?$top=5")
    let link = try #require(first.json["@odata.nextLink"]?.text)
    let token = try #require(link.split(separator: "=").last)
    #expect(try desk.get("/users?$top=5&$skiptoken=\(token)").status == 400)
    #expect(try desk.get("/servicePrincipals?$top=5&$skiptoken=garbage").status == 400)
    #expect(try desk.get("/servicePrincipals?$top=5&$skiptoken=\(token)").status == 200)
  }

  @Test("goes with its principal")
  func leaver() throws {
    var desk = Desk()
    _ = try desk.assign(desk.user(9))
    _ = try desk.grant("openid", to: desk.user(9))
    desk.tenant.removePerson(at: 9)
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.isEmpty)
    #expect(try desk.get(desk.path + "/oauth2PermissionGrants").rows.isEmpty)
  }

  @Test("keeps the name that its principal had")
  func renamed() throws {
    var desk = Desk()
    let old = desk.tenant.people.displayName(at: 9)
    _ = try desk.assign(desk.user(9))
    desk.tenant.rename(personAt: 9, to: "Somebody Else")
    let row = try desk.get(desk.path + "/appRoleAssignedTo").rows.first
    #expect(row?["principalDisplayName"]?.text == old)
  }

  @Test("of an application to Graph's roles is an application permission")
  func applicationPermission() throws {
    var desk = Desk()
    let role = try #require(
      desk.tenant.applications.alive(.microsoftGraph)?.application.roles.first?.id)
    #expect(try desk.assign(desk.application, role: role, of: desk.graph).status == 201)
    let rows = try desk.get(desk.path + "/appRoleAssignments").rows
    #expect(rows.count == 1)
    #expect(rows.first?["principalType"] == "ServicePrincipal")
    #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.isEmpty)
  }
}
