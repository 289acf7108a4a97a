import Entra
import Execution
import Graph
import Remediation
import Simulator
import Testing

/// A case that is walked to its end in a tenant that makes it hard.
struct HardWalk: Sendable, CustomStringConvertible {
  let description: String
  let goal: Operator.Goal
  let symptom: Symptom
  /// Who may get in at the end, by number.
  let insiders: Set<Int>
  /// The tenant at the beginning, its settings changed.
  let tenant: @Sendable ((inout TenantSettings) -> Void) -> SimulatedTenant

  /// What makes it hard.
  struct Trouble: Sendable {
    var change: @Sendable (inout TenantSettings) -> Void = { _ in }
    /// At which request the program is gone.
    var crash: Int?
    /// Before which request somebody else does something.
    var deed: (request: Int, TenantClock.Deed)?
  }

  /// What is there at the end.
  struct End: Sendable {
    /// Assignments, grants, permissions, owners and what lies in the recycle bin, a line each.
    let content: [String]
    /// How many requests the tenant counted, each item of a batch for itself.
    let answered: Int
    /// How many requests were sent.
    let requests: Int
    /// How often somebody signed in, and for which claims.
    let signIns: [String?]
    let hitches: [Hitch]
  }

  /// Option 1: three people by name and by group, in a tenant that requires assignment.
  static let assigning = HardWalk(
    description: "Option 1", goal: .assign("person 3\nBackup Testers\n"), symptom: .notAssigned,
    insiders: [3, 5, 6]
  ) { change in
    var tenant = TenantHandsTests.consentedForOne(change)
    tenant.grant()
    tenant.configure(requiresAssignment: true)
    tenant.addGroup("Backup Testers", people: [5, 6])
    return tenant
  }

  /// Option 2A: what one admin has, for all.
  static let granting = HardWalk(
    description: "Option 2A through Graph", goal: .reconsent(.graph),
    symptom: .onlyTheAdminGetsIn, insiders: Set(0..<12), tenant: TenantHandsTests.oneConsented)

  /// Option 2A: the admin accepts by the link while Regrant watches.
  static let watching = HardWalk(
    description: "Option 2A by the link", goal: .reconsent(.link),
    symptom: .onlyTheAdminGetsIn, insiders: Set(0..<12), tenant: TenantHandsTests.oneConsented)

  /// Option 2B, with a bit of everything to lose.
  static let replacing = HardWalk(
    description: "Option 2B", goal: .replace, symptom: .onlyTheAdminGetsIn,
    insiders: [0, 1, 2, 5, 6, 7, 8, 9]
  ) { change in TenantHandsTests.rich(size: 24, change) }

  /// Walks it, and holds what becomes of people against what should.
  func walk(_ what: String, _ trouble: Trouble = Trouble()) async throws -> End {
    var tenant = tenant(trouble.change)
    // What was there before the case is known everywhere.
    tenant.advance(bySeconds: 3600)
    let room = try TenantRoom(tenant, person: insiders.contains(5) ? 5 : 3, signsInAgain: true)
    let people = Set(insiders.map { tenant.people.id(at: $0) })
    room.transport.allow(people)
    room.transport.crash(at: trouble.crash)
    if let (request, deed) = trouble.deed { room.transport.plan(at: request, deed) }
    var walk = Operator(goal(in: tenant), in: room, seeing: symptom)
    (walk.restarts, walk.mostTurns) = (true, 250)
    let admin = tenant.people.id(at: 0)
    walk.browser = { try? $0.adminConsent(by: admin) }
    do { try await walk.walk() } catch { Issue.record("\(self), \(what): \(error)") }
    room.transport.crash(at: nil)
    let answered = await room.act { $0.answered }
    let requests = room.transport.seen.requests
    #expect(walk.closing == .resolved, "\(self), \(what)")
    #expect(room.transport.seen.intruders.isEmpty, "\(self), \(what)")
    let inside = await room.inside()
    #expect(inside == people.union(WatchedTransport.inside(tenant)), "\(self), \(what)")
    return End(
      content: try await content(in: room), answered: answered, requests: requests,
      signIns: await room.session?.signIns ?? [], hitches: walk.hitches)
  }

  /// A list names a person by the name they sign in with.
  private func goal(in tenant: SimulatedTenant) -> Operator.Goal {
    guard case .assign(let list) = goal else { return goal }
    return .assign(list.replacing("person 3", with: tenant.people.userPrincipalName(at: 3)))
  }

  /// Everything that the application has, without the IDs that a new one brings with it.
  private func content(in room: TenantRoom) async throws -> [String] {
    let client = room.client
    let app = try #require(
      try await client.servicePrincipal(of: TenantRoom.profile.appID)?.servicePrincipal())
    let assigned = try await client.assignments(to: app.id).whole().rows
    let grants = try await client.grants(of: app.id).whole().rows
    let permissions = try await client.applicationPermissions(of: app.id).whole().rows
    let owners = try await client.owners(of: app.id).whole().rows
    let deleted = try await client.deletedServicePrincipals(of: TenantRoom.profile.appID).whole()
    let scopes = grants.map { grant in
      (grant.scope ?? "").split(separator: " ").sorted().joined(separator: " ")
    }
    return
      (assigned.map { "assigned \($0.principalId ?? "") \($0.appRoleId ?? "")" }
      + zip(grants, scopes).map {
        "granted \($0.consentType ?? "") \($0.principalId ?? "") \($0.resourceId ?? "") \($1)"
      }
      + permissions.map { "permitted \($0.resourceId ?? "") \($0.appRoleId ?? "")" }
      + owners.map { "owned \($0.id ?? "")" }).sorted() + ["deleted \(deleted.rows.count)"]
  }
}

extension TenantHandsTests {
  /// A tenant in which only the first administrator has consented, as it was long ago.
  @Sendable static func oneConsented(
    _ change: (inout TenantSettings) -> Void
  ) -> SimulatedTenant { consentedForOne(change) }
}
