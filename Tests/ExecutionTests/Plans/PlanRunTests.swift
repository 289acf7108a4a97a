import Entra
import Execution
import Graph
import Journal
import Remediation
import Simulator
import Testing

@Suite("A plan without a screen") struct PlanRunTests {
  static func wishes(_ change: (inout PlanWishes) -> Void = { _ in }) -> PlanWishes {
    var wishes = PlanWishes()
    wishes.consent = .grant
    wishes.access = .nobody
    change(&wishes)
    return wishes
  }

  /// What is said on the way to a deletion.
  static let replacing = wishes {
    $0.tried = [.init(.signIn, .noPrompt)]
    $0.setAside = [ConsentRoute.link, .portal, .graph].map {
      .init($0, because: ForeignText("the customer wants no other way"))
    }
  }

  /// A plan, made by rehearsing in a journal of its own.
  static func plan(
    _ act: PlannedAct, _ wishes: PlanWishes, in room: TenantRoom
  ) async throws -> PlanFile {
    let clock = room.clock
    let runner = try CaseRunner(
      beginning: Case(id: CaseID(bits: 99), mode: .train, profile: TenantRoom.profile),
      in: try JournalStore.inMemory(), now: { clock.milliseconds })
    let run = try PlanRun(
      rehearsing: act, wishes, by: runner, through: room.client, now: { clock.milliseconds })
    let end = await run.walk()
    guard case .due = end else { throw Refused(end: end) }
    return PlanFile(
      id: room.runner.opened.id, madeAt: clock.milliseconds, act: act, wishes: wishes,
      basis: try #require(run.basis), confirmation: runner.opened.phrase, steps: [])
  }

  struct Refused: Error { let end: PlanEnd }

  static func apply(
    _ plan: PlanFile, in room: TenantRoom, saying phrase: String? = nil
  ) async throws -> PlanEnd {
    let clock = room.clock
    var orders = PlanRun.Orders()
    orders.phrase = phrase
    let run = try PlanRun(
      plan, by: room.runner, through: room.client, orders, now: { clock.milliseconds })
    return await run.walk()
  }

  static func isResolved(_ end: PlanEnd) -> Bool {
    if case .closed(.resolved) = end { true } else { false }
  }

  static func assignable() -> SimulatedTenant {
    var tenant = TenantHandsTests.consentedForOne()
    tenant.grant()
    tenant.configure(requiresAssignment: true)
    return tenant
  }

  static func assignees(_ indices: [Int], of tenant: SimulatedTenant) -> PlanWishes {
    wishes {
      $0.principals = indices.compactMap { index in
        PlanWishes.Assignee(
          LedgerEntry(
            part: .assignment, name: ForeignText(tenant.people.userPrincipalName(at: index)),
            objectID: tenant.people.id(at: index), kind: .user,
            roleID: AppRoleAssignment.defaultAccess))
      }
    }
  }

  @Test("assigns whom it names, and nobody else")
  func assigning() async throws {
    let tenant = Self.assignable()
    let room = try TenantRoom(tenant)
    let named = [3, 5].map { tenant.people.id(at: $0) }
    let before = await room.inside()
    room.transport.allow(before.union(named))
    let plan = try await Self.plan(.assign, Self.assignees([3, 5], of: tenant), in: room)
    #expect(plan.confirmation == nil)
    #expect(room.transport.seen.intruders.isEmpty)
    let end = try await Self.apply(plan, in: room)
    #expect(Self.isResolved(end), "\(end)")
    #expect(await room.inside() == before.union(named))
  }

  @Test("consents through Graph, and says so in the journal")
  func consenting() async throws {
    let tenant = TenantHandsTests.consentedForOne()
    let room = try TenantRoom(tenant)
    let plan = try await Self.plan(.reconsent, Self.wishes(), in: room)
    let before = await room.inside()
    let end = try await Self.apply(plan, in: room)
    #expect(Self.isResolved(end), "\(end)")
    #expect(await room.inside().isStrictSuperset(of: before))
    #expect(room.runner.opened.verification == .readBack)
    let again = try await Self.apply(plan, in: room)
    #expect(Self.isResolved(again))
  }

  @Test("replaces the application after its phrase, and everybody who got in still does")
  func replacing() async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant)
    let before = await room.inside()
    room.transport.allow(Set([0, 1, 2, 5, 6, 7, 8, 9].map { tenant.people.id(at: $0) }))
    let plan = try await Self.plan(.replace, Self.replacing, in: room)
    let phrase = try #require(plan.confirmation)
    #expect(phrase == "delete \(plan.basis.counts?.assignments ?? -1) contoso.example")
    #expect(await room.act { $0.applicationID } == tenant.applicationID)
    let end = try await Self.apply(plan, in: room, saying: phrase)
    #expect(Self.isResolved(end), "\(end)")
    #expect(await room.act { $0.applicationID } != tenant.applicationID)
    #expect(room.transport.seen.intruders.isEmpty)
    #expect(await room.inside().isSuperset(of: before))
  }

  @Test("deletes nothing without the phrase", arguments: [nil, "delete 1 contoso.example", "yes"])
  func unconfirmed(_ phrase: String?) async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant)
    let plan = try await Self.plan(.replace, Self.replacing, in: room)
    let end = try await Self.apply(plan, in: room, saying: phrase)
    guard case .unconfirmed(plan.confirmation, phrase != nil) = end else {
      throw Refused(end: end)
    }
    #expect(await room.act { $0.applicationID } == tenant.applicationID)
    // Started again, the same case goes on when the phrase is given.
    try room.restart()
    let second = try await Self.apply(plan, in: room, saying: plan.confirmation)
    #expect(Self.isResolved(second), "\(second)")
  }

  @Test("restores a deleted application")
  func restoring() async throws {
    var tenant = TenantHandsTests.rich()
    tenant.grant()
    let former = tenant.applicationID
    let everybody = WatchedTransport.inside(tenant)
    tenant.deleteApplication()
    let room = try TenantRoom(tenant)
    let plan = try await Self.plan(.restore, Self.wishes(), in: room)
    #expect(plan.basis.objectID == former)
    let end = try await Self.apply(plan, in: room)
    #expect(Self.isResolved(end), "\(end)")
    #expect(await room.act { $0.applicationID } == former)
    #expect(await room.inside() == everybody)
  }

  @Test("is refused when anything changed since it was made")
  func changed() async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant)
    let plan = try await Self.plan(.replace, Self.replacing, in: room)
    await room.act { tenant in
      let person = tenant.people.id(at: 11)
      tenant.assign(person)
    }
    let end = try await Self.apply(plan, in: room, saying: plan.confirmation)
    guard case .changed(let changes) = end else { throw Refused(end: end) }
    #expect(changes == [.counts])
    #expect(await room.act { $0.applicationID } == tenant.applicationID)
  }

  @Test(
    "is not made where Regrant is to consent and nobody knows to what",
    arguments: [PlannedAct.assign, .reconsent, .replace])
  func scopesUnknown(_ act: PlannedAct) async throws {
    var settings = TenantSettings()
    settings.size = 12
    var tenant = SimulatedTenant(settings)
    tenant.configure(requiresAssignment: true)
    tenant.assign(tenant.people.id(at: 3))
    let room = try TenantRoom(tenant)
    let wishes = act == .replace ? Self.replacing : Self.assignees([5], of: tenant)
    let error = await #expect(throws: Refused.self) { try await Self.plan(act, wishes, in: room) }
    guard case .refused(.scopesUnknown)? = error?.end else {
      Issue.record("\(String(describing: error?.end))")
      return
    }
  }

  @Test("is not made where the machine refuses the act")
  func refused() async throws {
    let room = try TenantRoom(TenantHandsTests.rich())
    let error = await #expect(throws: Refused.self) {
      try await Self.plan(.replace, Self.wishes(), in: room)
    }
    guard case .refused(.guarded(.gentlerRoutesTried))? = error?.end else {
      Issue.record("\(String(describing: error?.end))")
      return
    }
    let missing = await #expect(throws: Refused.self) {
      try await Self.plan(.restore, Self.wishes(), in: room)
    }
    guard case .refused(.objectState(.present))? = missing?.end else {
      Issue.record("\(String(describing: missing?.end))")
      return
    }
  }

  @Test("goes on where it was interrupted, the phrase given again")
  func interrupted() async throws {
    let tenant = TenantHandsTests.rich()
    let probe = try TenantRoom(tenant)
    let rehearsed = try await Self.plan(.replace, Self.replacing, in: probe)
    let before = probe.transport.seen.requests
    _ = try await Self.apply(rehearsed, in: probe, saying: rehearsed.confirmation)
    let after = await probe.inside()
    let kinds = probe.transport.seen.kinds
    let writes = kinds.indices.filter { $0 >= before && kinds[$0].isWrite }
    #expect(writes.count > 4)
    // As each request that changes something leaves, and right after it.
    for crash in Set(writes.flatMap { [$0 + 1, $0 + 2] }).sorted() {
      let room = try TenantRoom(tenant)
      let plan = try await Self.plan(.replace, Self.replacing, in: room)
      room.transport.crash(at: crash)
      let first = try await Self.apply(plan, in: room, saying: plan.confirmation)
      #expect(!Self.isResolved(first), "\(crash)")
      try room.restart()
      let second = try await Self.apply(plan, in: room, saying: plan.confirmation)
      #expect(Self.isResolved(second), "\(crash): \(second)")
      #expect(await room.inside() == after, "\(crash)")
    }
  }
}
