import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Simulator
import Testing

/// Random small tenants, each option: a plan is made and applied, and everybody's sign-in is then as
/// was foreseen; nobody gets in meanwhile who is not foreseen to.
@Suite("A plan on random small tenants", .timeLimit(.minutes(60))) struct PlannedTenantTests {
  /// How many of each; `REGRANT_TENANTS` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["REGRANT_TENANTS"].flatMap { UInt64($0) } ?? 25
  private static let parts: UInt64 = 2

  @Test(
    "each option does what it is foreseen to do", arguments: PlannedAct.allCases.dropLast())
  func planned(_ act: PlannedAct) async throws {
    let applied = try await withThrowingTaskGroup(of: Int.self) { group in
      for part in 0..<Self.parts {
        group.addTask {
          var applied = 0
          for seed in 1...Self.count where seed % Self.parts == part {
            if try await Self.isApplied(act, seed) { applied += 1 }
          }
          return applied
        }
      }
      return try await group.reduce(0, +)
    }
    // Nobody is to be assigned in a few.
    #expect(applied > Int(Self.count) * (act == .assign ? 8 : 10) / 10 - 1)
  }

  /// Whether there was anything to plan for; then it was carried out.
  private static func isApplied(_ act: PlannedAct, _ seed: UInt64) async throws -> Bool {
    let made = ChanceTenant(seed: seed, for: act)
    if act == .assign, made.proposed.isEmpty { return false }
    let room = try TenantRoom(made.tenant)
    let visit = Visit(made.tenant, as: 0)
    var standing = try await visit.diagnose().standing
    let application = made.tenant.applicationID
    let crowd = try await CrowdReading(client: visit.client).crowd(
      around: application, proposed: made.proposed)
    // What the plan brings along.
    standing.consent = .open
    let foreseen = Prospect(made.option, for: crowd, in: standing)
    room.transport.allow(Set(foreseen.changes.filter { $0.after.letsIn == true }.map(\.id)))
    let wishes = PlanRunTests.wishes { wishes in
      if act == .replace { wishes = PlanRunTests.replacing }
      wishes.principals = made.proposed.sorted { $0.description < $1.description }.compactMap {
        id in
        let index = made.tenant.people.index(of: id)
        return PlanWishes.Assignee(
          LedgerEntry(
            part: .assignment, name: ForeignText("somebody"), objectID: id,
            kind: index == nil ? .group : .user, roleID: AppRoleAssignment.defaultAccess))
      }
    }
    let plan = try await PlanRunTests.plan(act, wishes, in: room)
    let end = try await PlanRunTests.apply(plan, in: room, saying: plan.confirmation)
    // Where nobody was assigned and somebody has to be, a person says who.
    if case .unanswered(.list) = end, crowd.assigned.isEmpty {
      #expect(standing.isAssignmentRequired == true, "\(act), seed \(seed)")
    } else {
      #expect(PlanRunTests.isResolved(end), "\(act), seed \(seed): \(end)")
    }
    #expect(room.transport.seen.intruders.isEmpty, "\(act), seed \(seed)")
    let tenant = await room.act { $0 }
    for change in foreseen.changes {
      let verdict = tenant.verdict(for: change.id)
      #expect(
        change.after.letsIn == verdict.letsIn, "\(act), seed \(seed): \(change.after), \(verdict)")
    }
    return true
  }
}
