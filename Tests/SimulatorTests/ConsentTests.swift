import Entra
import Testing

@testable import Simulator

@Suite("Consent") struct ConsentTests {
  private static let wanted = "openid profile email offline_access User.Read"

  @Test("of the first administrator without the checkbox is theirs alone")
  func firstAdministrator() throws {
    var desk = Desk()
    try desk.tenant.consent(by: desk.user(0), onBehalfOfOrganization: false)
    let grants = try desk.get(desk.path + "/oauth2PermissionGrants").rows
    #expect(grants.compactMap { $0["principalId"]?.text } == ["\(desk.user(0))"])
    #expect(grants.compactMap { $0["scope"]?.text } == [Self.wanted])
    let assigned = try desk.get(desk.path + "/appRoleAssignedTo").rows
    #expect(assigned.compactMap { $0["principalId"]?.text } == ["\(desk.user(0))"])
    #expect(desk.tenant.verdict(for: desk.user(0)) == .admitted)
    #expect(!desk.tenant.verdict(for: desk.user(9)).letsIn)
  }

  @Test("with the checkbox is everybody's, and the audit log tells the two apart")
  func checkbox() throws {
    var desk = Desk()
    try desk.tenant.consent(by: desk.user(0), onBehalfOfOrganization: false)
    try desk.tenant.consent(
      by: desk.user(0), onBehalfOfOrganization: true, asksAgain: true)
    #expect(desk.tenant.verdict(for: desk.user(9)) == .admitted)
    let rows = try desk.get(
      "/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Consent to application' and "
        + "targetResources/any(t:t/id eq '\(desk.application)')"
    ).rows
    let flags = rows.compactMap { row in
      row["targetResources"]?.elements?.first?["modifiedProperties"]?.elements?.first {
        $0["displayName"] == "ConsentContext.OnBehalfOfAll"
      }?["newValue"]?.text
    }
    #expect(flags == ["\"True\"", "\"False\""])
  }

  @Test("shows no second prompt to who has consented")
  func silent() {
    var desk = Desk()
    desk.tenant.grant(to: desk.user(0))
    #expect(desk.tenant.verdict(for: desk.user(0)) == .admitted)
    guard case .prompted(let prompt) = desk.tenant.verdict(for: desk.user(0), asksAgain: true)
    else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.showsCheckbox)
  }

  @Test(
    "has a checkbox for Privileged Role and Global Administrators only",
    arguments: AdminRole.allCases)
  func whoSeesTheCheckbox(_ role: AdminRole) {
    var desk = Desk()
    desk.tenant.setRoles([role], ofPersonAt: 9)
    var sees = false
    if case .prompted(let prompt) = desk.tenant.verdict(for: desk.user(9)) {
      sees = prompt.showsCheckbox
    }
    #expect(sees == [.globalAdministrator, .privilegedRoleAdministrator].contains(role))
  }

  @Test(
    "by the admin-consent link is open to four roles, to two where Graph's own roles are asked",
    arguments: AdminRole.allCases, [false, true])
  func link(_ role: AdminRole, _ asksRoles: Bool) throws {
    var desk = Desk {
      if asksRoles { $0.application.wants[0].roles = ["Directory.Read.All"] }
    }
    desk.tenant.setRoles([role], ofPersonAt: 9)
    let mighty: Set<AdminRole> = [.globalAdministrator, .privilegedRoleAdministrator]
    let application: Set<AdminRole> = [
      .applicationAdministrator, .cloudApplicationAdministrator,
    ]
    let may = mighty.contains(role) || !asksRoles && application.contains(role)
    do throws(SignInRefusal) {
      try desk.tenant.adminConsent(by: desk.user(9))
      #expect(may)
      #expect(desk.tenant.verdict(for: desk.user(12)) == .admitted)
    } catch {
      #expect(!may)
      #expect(error.code == 90093)
    }
    let given = try desk.get(desk.path + "/appRoleAssignments").rows
    #expect(given.count == (may && asksRoles ? 1 : 0))
  }

  @Test("by the link may take away what is no longer asked for", arguments: [true, false])
  func dropsOthers(_ drops: Bool) throws {
    var desk = Desk { $0.switches.adminConsentDropsOthers = drops }
    let made = try desk.grant("openid Mail.Read")
    try desk.tenant.adminConsent(by: desk.user(0))
    let scope = try desk.get("/oauth2PermissionGrants/\(made.id)").json["scope"]?.text ?? ""
    #expect(scope.contains("Mail.Read") != drops)
    #expect(scope.contains("User.Read"))
  }

  @Test("creates the service principal where it is missing, with the portal's tag")
  func creates() throws {
    var desk = Desk()
    let old = desk.application
    desk.tenant.deleteApplication()
    try desk.tenant.adminConsent(by: desk.user(0))
    #expect(desk.application != old)
    #expect(
      try desk.get(desk.path).json["tags"] == ["WindowsAzureActiveDirectoryIntegratedApp"])
    #expect(desk.tenant.verdict(for: desk.user(9)) == .admitted)
  }

  @Test("waits with 650051 while a deleted name is held, by the clock or by requests")
  func held() throws {
    for hold in [NameHold(seconds: 60), NameHold(requests: 3)] {
      var desk = Desk { $0.nameHold = hold }
      _ = try desk.delete(desk.path)
      #expect(throws: SignInRefusal.self) { try desk.tenant.adminConsent(by: desk.user(0)) }
      guard case .refused(let refusal) = desk.tenant.verdict(for: desk.user(0)) else {
        Issue.record("not held")
        return
      }
      #expect(refusal.code == 650_051)
      desk.tenant.advance(bySeconds: 61)
      for _ in 0..<3 { _ = try desk.get("/organization") }
      try desk.tenant.adminConsent(by: desk.user(0))
      #expect(desk.tenant.applicationID != nil)
    }
  }
}
