import Entra
import Execution
import Graph
import Simulator
import Testing
import Training

@Suite("What an option is foreseen to do") struct ProspectTests {
  /// Small tenants, each of another seed.
  private static let tenants = 1_000
  /// So many at a time.
  private static let parts = 4

  @Test("is what sign-in says afterwards, of everybody, in a thousand tenants")
  func foreseen() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for remainder in 0..<UInt64(Self.parts) {
        group.addTask {
          for seed in 1...UInt64(Self.tenants) where seed % UInt64(Self.parts) == remainder {
            try await Self.check(seed)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func check(_ seed: UInt64) async throws {
    var made = ChanceTenant(seed: seed)
    let visit = Visit(made.tenant, as: 0)
    let diagnosis = try await visit.diagnose()
    let crowd = try await CrowdReading(client: visit.client).crowd(
      around: diagnosis.application?.id, proposed: made.proposed)
    let prospect = Prospect(made.option, for: crowd, in: diagnosis.standing)
    #expect(prospect.changes.count == made.tenant.settings.size, "seed \(seed)")
    compare(prospect.changes.map { ($0.id, $0.before) }, made.tenant, "before, \(seed)")
    take(made.option, in: &made.tenant, diagnosis, crowd.assigned)
    compare(prospect.changes.map { ($0.id, $0.after) }, made.tenant, "after, \(seed)")
  }

  @Test("tells who gains, who stays out and why")
  func sorted() async throws {
    let visit = try Visit("nested-group")
    let diagnosis = try await visit.diagnose()
    let crowd = try await CrowdReading(client: visit.client).crowd(
      around: diagnosis.application?.id)
    let hero = try #require(try await visit.client.user(visit.hero)?.objectID())
    let nothing = Prospect(.reconsent, for: crowd, in: diagnosis.standing)
    #expect(nothing.gaining.isEmpty)
    #expect(nothing.losing.isEmpty)
    #expect(nothing.out.first { $0.id == hero }?.after == .out(.nestedOnly))
    #expect(nothing.reasons.values.reduce(0, +) == nothing.out.count)
    let assigned = Prospect(.assign([hero]), for: crowd, in: diagnosis.standing)
    #expect(assigned.gaining.map(\.id) == [hero])
    #expect(assigned.out.count == nothing.out.count - 1)
    #expect(assigned.staying == nothing.staying)
  }

  private static func compare(
    _ foreseen: [(ObjectID, Access)], _ tenant: SimulatedTenant, _ when: String
  ) {
    for (id, access) in foreseen {
      let verdict = tenant.verdict(for: id)
      #expect(access.letsIn == verdict.letsIn, "\(when): \(access), \(verdict)")
    }
  }

  /// Takes the option whole, as an admin would without an error.
  private static func take(
    _ option: Proposal, in tenant: inout SimulatedTenant, _ diagnosis: Diagnosis,
    _ assigned: Set<ObjectID>
  ) {
    switch option {
    case .assign(let principals): for id in principals { tenant.assign(id) }
    case .reconsent: tenant.grant()
    case .replace:
      tenant.deleteApplication()
      tenant.recreateApplication()
      tenant.configure(requiresAssignment: diagnosis.application?.isAssignmentRequired)
      tenant.grant()
      for id in assigned { tenant.assign(id) }
    }
  }
}
