import Entra
import Testing

@testable import Simulator

@Suite("A scenario") struct ScenarioTests {
  /// What signing in says to the scenario's user; `nil` where they are in.
  private static let codes: [String: Int] = [
    "default": 90094, "consent-and-assignment": 50105, "approval-required": 90095,
    "pim-eligible": 90094, "privileged-role-admin": 90094, "unassigned": 50105,
    "nested-group": 50105, "no-premium": 50105, "disabled": 7_000_112, "deleted": 700_016,
    "readded-empty": 90094, "gone": 700_016, "never-installed": 700_016,
    "look-alike-deleted": 90094, "blocked-user": 50057, "policy-blocked": 53003,
    "throttled": 90094, "hostile-names": 90094,
  ]

  private func hero(_ tenant: SimulatedTenant) -> ObjectID {
    tenant.people.id(at: Scenario.hero(among: tenant.people))
  }

  private func code(_ tenant: SimulatedTenant) -> Int? {
    guard case .refused(let refusal) = tenant.verdict(for: hero(tenant)) else { return nil }
    return refusal.code
  }

  private func desk(
    _ name: String, _ wish: (inout Scenario.Wishes) -> Void = { _ in }
  ) throws -> Desk {
    var wishes = Scenario.Wishes()
    wish(&wishes)
    var desk = Desk()
    desk.tenant = try #require(Scenario.named(name)).tenant(wishes)
    desk.token = desk.tenant.issueToken(toPersonAt: Scenario.admin, seconds: 1_000_000)
    return desk
  }

  @Test("keeps its user out for its own reason, whatever the seed and size")
  func verdicts() {
    for scenario in Scenario.all {
      for seed in 1...4 as ClosedRange<UInt64> {
        for size in [10, 50, 1234] {
          var wishes = Scenario.Wishes()
          (wishes.seed, wishes.size) = (seed, size)
          let tenant = scenario.tenant(wishes)
          #expect(code(tenant) == Self.codes[scenario.name], "\(scenario.name) \(seed) \(size)")
          #expect(tenant.now == wishes.now)
          #expect(tenant.answered == 0)
        }
      }
    }
  }

  @Test("has a name and a summary of its own, of one line")
  func names() {
    #expect(Set(Scenario.all.map(\.name)).count == Scenario.all.count)
    #expect(Set(Scenario.all.map(\.summary)).count == Scenario.all.count)
    #expect(Set(Scenario.all.map(\.name)) == Set(Self.codes.keys).union(["healthy"]))
    for scenario in Scenario.all {
      #expect(scenario.summary.count <= 72, "\(scenario.name)")
      #expect(Scenario.named(scenario.name)?.id == scenario.id)
    }
    #expect(Scenario.named("Default") == nil)
  }

  @Test("assigns as many principals as are wished for, groups and both roles among them")
  func assignments() throws {
    for (size, wished) in [(50, 14), (50, 40), (3000, 2000)] {
      var desk = try desk("default") { ($0.size, $0.assignments) = (size, wished) }
      let rows = try desk.all(desk.path + "/appRoleAssignedTo?$top=999")
      #expect(rows.count == wished)
      #expect(Set(rows.compactMap { $0["principalId"]?.text }).count == wished)
      #expect(rows.filter { $0["principalType"] == "Group" }.count > 1)
      #expect(Set(rows.compactMap { $0["appRoleId"]?.text }).count == 2)
    }
  }

  @Test("ends when there is nobody left to assign")
  func everybodyAssigned() throws {
    var desk = try desk("unassigned") { ($0.size, $0.assignments) = (20, 5000) }
    let rows = try desk.all(desk.path + "/appRoleAssignedTo?$top=999")
    #expect(rows.filter { $0["principalType"] == "User" }.count == 19)
    #expect(code(desk.tenant) == 50105)
  }

  @Test("begins as the article does: one personal grant, none for all, and much to put back")
  func beginning() throws {
    var desk = try desk("default")
    let grants = try desk.get(desk.path + "/oauth2PermissionGrants").rows
    #expect(grants.map { $0["consentType"] } == ["Principal"])
    #expect(grants.first?["principalId"]?.text == "\(desk.user(Scenario.admin))")
    let application = try desk.get(desk.path).json
    #expect(application["appRoleAssignmentRequired"] == true)
    #expect(application["appRoles"]?.elements?.count == 2)
    #expect(try desk.get(desk.path + "/owners").rows.count == 1)
    let named = try desk.get("/servicePrincipals?$filter=startswith(displayName,'Nexetic')").rows
    #expect(Set(named.compactMap { $0["appId"]?.text }).count == named.count)
    #expect(named.filter { $0["displayName"] == "Nexetic Backup" }.count == 2)
    #expect(named.contains { $0["displayName"] == "Nexetic Backup for Entra ID" })
    let consents = try desk.get(
      "/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Consent to application'"
    ).text
    #expect(consents.contains("ConsentContext.OnBehalfOfAll"))
    #expect(consents.contains(#""newValue":"\"False\"""#))
    #expect(!consents.contains("AllPrincipals"))
    let signIns = try desk.get("/auditLogs/signIns").rows.compactMap { $0["status"]?["errorCode"] }
    #expect(signIns == [90094, 0])
  }

  @Test("lets its user in once what is missing was done")
  func cures() throws {
    var both = try desk("consent-and-assignment")
    #expect(try both.assign(hero(both.tenant)).status == 201)
    #expect(code(both.tenant) == 90094)
    try both.tenant.adminConsent(by: both.user(Scenario.admin))
    #expect(code(both.tenant) == nil)

    var unassigned = try desk("unassigned")
    #expect(try unassigned.assign(hero(unassigned.tenant)).status == 201)
    #expect(code(unassigned.tenant) == nil)

    for name in ["default", "privileged-role-admin", "throttled", "hostile-names"] {
      var consented = try desk(name)
      try consented.tenant.adminConsent(by: consented.user(Scenario.admin))
      #expect(code(consented.tenant) == nil, "\(name)")
    }
  }

  @Test("with a deleted application can be told from one without")
  func deletions() throws {
    var deleted = try desk("deleted")
    let bin = "/directory/deletedItems/microsoft.graph.servicePrincipal"
    let lost = try #require(try deleted.get(bin).rows.first?["id"]?.text)
    #expect(try deleted.post("/directory/deletedItems/\(lost)/restore").status == 200)
    #expect(code(deleted.tenant) == nil)

    var readded = try desk("readded-empty")
    #expect(try readded.get(bin).rows.count == 1)
    #expect(try readded.get(readded.path + "/appRoleAssignedTo").rows.isEmpty)
    #expect(try readded.get(readded.path + "/oauth2PermissionGrants").rows.isEmpty)

    for (name, isRecorded) in [("gone", true), ("never-installed", false)] {
      var desk = try desk(name)
      #expect(try desk.get(bin).rows.isEmpty)
      #expect(
        try desk.get("/servicePrincipals(appId='\(AppID.ours)')").code == "Request_ResourceNotFound"
      )
      let audits = try desk.get("/auditLogs/directoryAudits").text
      #expect(audits.contains("Hard delete service principal") == isRecorded, "\(name)")
    }

    var other = try desk("look-alike-deleted")
    #expect(try other.get(bin).rows.map { $0["displayName"] } == ["Nexetic Backup for Entra ID"])
  }

  @Test("tells what the signed-in admin may do")
  func admins() throws {
    var eligible = try desk("pim-eligible")
    #expect(try eligible.assign(eligible.user(30)).status == 403)
    #expect(throws: SignInRefusal.self) {
      try eligible.tenant.adminConsent(by: eligible.user(Scenario.admin))
    }
    var consenting = try desk("privileged-role-admin")
    #expect(try consenting.delete(consenting.path).status == 403)
    guard
      case .prompted(let prompt) = consenting.tenant.verdict(
        for: consenting.user(Scenario.admin), asksAgain: true)
    else { throw Unexpected() }
    #expect(prompt.showsCheckbox)
    var wished = try desk("default") { $0.adminRoles = [.userAdministrator] }
    #expect(try wished.delete(wished.path).status == 403)
    #expect(try wished.post("/servicePrincipals/\(wished.application)/owners").status != 201)
    let holders = try wished.get(
      "/directoryRoles(roleTemplateId='\(AdminRole.globalAdministrator.templateID)')/members"
    ).rows
    #expect(!holders.isEmpty)
  }

  private struct Unexpected: Error {}

  @Test("without premium assigns people and refuses groups")
  func licence() throws {
    var desk = try desk("no-premium")
    #expect(try desk.assign(desk.tenant.groups.id(at: 0)).status == 403)
    #expect(try desk.get("/auditLogs/signIns").status == 403)
  }

  @Test("nests its user's group in an assigned one")
  func nesting() throws {
    var desk = try desk("nested-group")
    let outer = try #require(desk.tenant.groupIDs(named: "Backup Users").first)
    let inside = try desk.get("/groups/\(outer)/transitiveMembers").rows.map { $0["id"]?.text }
    #expect(inside.contains("\(hero(desk.tenant))"))
    let rows = try desk.get(desk.path + "/appRoleAssignedTo").rows
    #expect(rows.contains { $0["principalId"]?.text == "\(outer)" })
  }

  @Test("goes wrong where it was wished, counted from the story's beginning")
  func faults() throws {
    var desk = try desk("healthy") { $0.faults = [Fault(at: 2, .internalError)] }
    #expect(try desk.get("/organization").status == 200)
    #expect(try desk.get("/organization").status == 500)
    #expect(try desk.get("/organization").status == 200)
    var slow = try self.desk("throttled")
    #expect(try (1...3).map { _ in try slow.get("/organization").status } == [200, 200, 429])
  }

  @Test("has hostile names among the assigned where it says so")
  func hostileNames() throws {
    var desk = try desk("hostile-names")
    let names = try desk.get(desk.path + "/appRoleAssignedTo").rows.compactMap {
      $0["principalDisplayName"]?.text
    }
    #expect(
      names.filter { name in Names.hostile.contains { name.hasPrefix($0.prefix(20)) } }.count > 4)
  }
}
