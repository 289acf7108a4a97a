import Entra
import Testing

@testable import Simulator

@Suite("What an administrator may do") struct RightsTests {
  /// The acts of the table, each as a request that succeeds where the role allows it.
  enum Deed: CaseIterable {
    case assign
    case grant
    case graphRole
    case otherRole
    case change
    case delete
    case create
    case restore
    case readGrants
    case readSignIns
    case readPolicies
  }

  /// The table, role by role: which deeds it allows.
  static let table: [(AdminRole?, Set<Deed>)] = [
    (.globalAdministrator, Set(Deed.allCases)),
    (
      .privilegedRoleAdministrator,
      [.assign, .grant, .graphRole, .otherRole, .readGrants, .readPolicies]
    ),
    (
      .cloudApplicationAdministrator,
      [
        .assign, .grant, .otherRole, .change, .delete, .create, .restore, .readGrants,
        .readSignIns, .readPolicies,
      ]
    ),
    (
      .applicationAdministrator,
      [
        .assign, .grant, .otherRole, .change, .delete, .create, .restore, .readGrants,
        .readSignIns, .readPolicies,
      ]
    ),
    (.userAdministrator, [.assign, .readGrants]),
    (.hybridIdentityAdministrator, [.assign, .change, .restore, .readGrants]),
    (.globalReader, [.readGrants, .readSignIns, .readPolicies]),
    (.reportsReader, [.readSignIns]),
    (nil, []),
  ]

  @Test("follows from the active role, act by act", arguments: table, Deed.allCases)
  func roles(_ row: (role: AdminRole?, deeds: Set<Deed>), _ deed: Deed) throws {
    let reply = try attempt(deed) { $0.become(row.role.map { [$0] } ?? []) }
    #expect((reply.status < 300) == row.deeds.contains(deed), "\(reply.status)")
    if reply.status >= 300 {
      #expect(reply.status == 403)
      #expect(reply.code == "Authorization_RequestDenied")
    }
  }

  @Test("does not follow from a role that is only eligible", arguments: Deed.allCases)
  func eligible(_ deed: Deed) throws {
    let reply = try attempt(deed) {
      $0.become([])
      $0.tenant.setRoles([], eligible: [.globalAdministrator], ofPersonAt: 1)
    }
    #expect(reply.status == 403)
  }

  @Test("follows from owning the application as well", arguments: Deed.allCases)
  func owner(_ deed: Deed) throws {
    let allowed: Set<Deed> = [.assign, .change, .delete, .restore, .readGrants]
    let reply = try attempt(deed) {
      $0.tenant.setOwners([$0.user(1)])
      $0.become([])
    }
    #expect((reply.status < 300) == allowed.contains(deed), "\(reply.status)")
  }

  @Test("needs the token's permission beside the role", arguments: Deed.allCases)
  func permissions(_ deed: Deed) throws {
    let reply = try attempt(deed) {
      $0.token = $0.tenant.issueToken(toPersonAt: 0, permissions: ["User.Read"])
    }
    #expect(reply.status == 403)
  }

  /// Does `deed` at a fresh tenant as whom `become` makes of the asker.
  private func attempt(_ deed: Deed, _ become: (inout Desk) -> Void) throws -> Desk.Reply {
    let offered = ApplicationRole(id: ObjectID(bits: 0xE), value: "Run", name: "Run")
    var desk = Desk {
      var role = offered
      (role.isForUsers, role.isForApplications) = (false, true)
      $0.application.roles = [role]
    }
    let lookAlike = try #require(
      desk.tenant.applications.alive(RegisteredApplication.lookAlike.appID)?.id)
    let graphRole = try #require(
      desk.tenant.applications.alive(.microsoftGraph)?.application.roles.first?.id)
    let (old, path, graph) = (desk.application, desk.path, desk.graph)
    become(&desk)
    if deed == .restore || deed == .create { desk.tenant.deleteApplication() }
    switch deed {
    case .assign: return try desk.assign(desk.user(9))
    case .grant: return try desk.grant("openid")
    case .graphRole: return try desk.assign(old, role: graphRole, of: graph)
    case .otherRole: return try desk.assign(lookAlike, role: offered.id)
    case .change: return try desk.patch(path, "{\"notes\":\"n\"}")
    case .delete: return try desk.delete(path)
    case .create: return try desk.post("/servicePrincipals", "{\"appId\":\"\(AppID.ours)\"}")
    case .restore: return try desk.post("/directory/deletedItems/\(old)/restore")
    case .readGrants: return try desk.get(path + "/oauth2PermissionGrants")
    case .readSignIns: return try desk.get("/auditLogs/signIns")
    case .readPolicies: return try desk.get("/policies/authorizationPolicy")
    }
  }
}
