import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Simulator
import Testing

@Suite("A plan") struct PlanWalkTests {
  private static func plan(
    _ option: PlanFile.Option, for tenant: SimulatedTenant
  ) -> PlanFile {
    var plan = PlanFile(option, of: TenantRoom.profile.appID, as: CaseID(bits: 7))
    (plan.tenant, plan.object) = (tenant.id, tenant.applicationID)
    plan.tried = [PlanFile.Trial(.signIn, .noPrompt)]
    plan.setAside = [ConsentRoute.link, .portal, .graph].map { PlanFile.Waiver($0, "no time") }
    (plan.consent, plan.access) = (.graph, .nobody)
    return plan
  }

  private static let phrase = "delete 5 contoso.example"

  /// Applies a plan until the case is closed.
  private func apply(
    _ plan: PlanFile, in room: TenantRoom, saying phrase: String?
  ) async throws -> Closing {
    var walk = PlanWalk(plan, in: room.runner, saying: phrase, isDraft: false)
    while true {
      switch try walk.next() {
      case .work(let work):
        let hands = room.hands
        try room.runner.take(await hands.perform(work, telling: { _ in }))
      case .pause(let seconds):
        let clock = room.clock
        try await clock.sleep(
          until: clock.now.advanced(by: .seconds(seconds)), tolerance: nil)
      case .closed(let closing): return closing
      }
    }
  }

  @Test("of a removal is applied to its end, with the phrase")
  func replacing() async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant, person: 5)
    let closing = try await apply(
      Self.plan(.replace, for: tenant), in: room, saying: Self.phrase)
    #expect(closing == .resolved)
  }

  @Test("deletes nothing without the phrase, or with another", arguments: [nil, "delete 5"])
  func phrases(_ phrase: String?) async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant, person: 5)
    await #expect(throws: PlanWalk.Stop.self) {
      _ = try await apply(Self.plan(.replace, for: tenant), in: room, saying: phrase)
    }
    #expect(room.transport.seen.writes == 0)
  }

  @Test("deletes nothing while a gentler way was neither tried nor set aside")
  func gentler() async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant, person: 5)
    var plan = Self.plan(.replace, for: tenant)
    plan.setAside.removeLast()
    await #expect(
      throws: PlanWalk.Stop.hindered(.refused(.guarded(.gentlerRoutesTried)))
    ) { _ = try await apply(plan, in: room, saying: Self.phrase) }
    #expect(room.transport.seen.writes == 0)
  }

  @Test("is refused where the tenant, the object or what it holds is another", arguments: 0..<4)
  func changes(_ row: Int) async throws {
    let tenant = TenantHandsTests.rich()
    let room = try TenantRoom(tenant)
    var plan = Self.plan(.replace, for: tenant)
    switch row {
    case 0: plan.tenant = TenantID(bits: 1)
    case 1: plan.object = ObjectID(bits: 1)
    case 2: plan.counts.assignments = 6
    default: plan.counts.digest = "another"
    }
    let stop = await #expect(throws: PlanWalk.Stop.self) {
      _ = try await apply(plan, in: room, saying: Self.phrase)
    }
    guard case .changed? = stop else {
      Issue.record("\(String(describing: stop))")
      return
    }
    #expect(room.transport.seen.writes == 0)
  }

  @Test("goes on after the program was gone at any change")
  func interruptions() async throws {
    let tenant = TenantHandsTests.rich()
    let plan = Self.plan(.replace, for: tenant)
    let whole = try TenantRoom(tenant, person: 5)
    _ = try await apply(plan, in: whole, saying: Self.phrase)
    for number in stride(from: 1, through: whole.transport.seen.requests, by: 3) {
      let room = try TenantRoom(tenant, person: 5)
      room.transport.crash(at: number)
      do { _ = try await apply(plan, in: room, saying: Self.phrase) } catch is PlanWalk.Stop {
        try room.restart()
      }
      let closing = try await apply(plan, in: room, saying: Self.phrase)
      #expect(closing == .resolved, "gone at \(number)")
    }
  }

  @Test("is the same when it was written and read")
  func written() throws {
    var plan = Self.plan(.replace, for: TenantHandsTests.rich())
    plan.confirmation = Self.phrase
    let data = try JSONEncoder().encode(plan)
    let read = try JSONDecoder().decode(PlanFile.self, from: data)
    #expect(read == plan)
  }
}
