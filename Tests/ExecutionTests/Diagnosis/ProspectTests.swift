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

  /// A tenant of a handful of people, arranged by chance.
  private struct Made {
    var tenant: SimulatedTenant
    var option: Proposal

    init(seed: UInt64) {
      var random = Seeded(seed)
      var settings = TenantSettings()
      (settings.seed, settings.size) = (seed, Int.random(in: 8...16, using: &random))
      settings.otherApplications = 0
      settings.limits.areOn = false
      tenant = SimulatedTenant(settings)
      let people = settings.size
      func some(_ most: Int) -> [Int] {
        (0..<people).filter { _ in Int.random(in: 0..<4, using: &random) < most }
      }
      let inner = tenant.addGroup("Inner", people: some(1))
      let outer = tenant.addGroup("Outer", people: some(1), groups: [inner])
      let other = tenant.addGroup("Other", people: some(1))
      // Not the first, who reads.
      for index in some(1) where index > 0 {
        tenant.setEnabled(Bool.random(using: &random), personAt: index)
      }
      if Bool.random(using: &random) { tenant.grant() }
      for index in some(1) { tenant.grant(to: tenant.people.id(at: index)) }
      for index in some(1) { tenant.assign(tenant.people.id(at: index)) }
      for group in [inner, outer, other] where Bool.random(using: &random) { tenant.assign(group) }
      tenant.configure(
        isEnabled: Int.random(in: 0..<8, using: &random) > 0,
        requiresAssignment: Bool.random(using: &random))
      for index in 5..<people where Int.random(in: 0..<6, using: &random) == 0 {
        tenant.setRoles(
          [AdminRole.allCases.randomElement(using: &random) ?? .globalAdministrator],
          eligible: [.globalAdministrator], ofPersonAt: index)
      }
      let principals = Set(
        some(1).map { [people = tenant.people] in people.id(at: $0) }
          + [inner, outer, other].filter { _ in Bool.random(using: &random) })
      option = [.assign(principals), .reconsent, .replace][Int(seed % 3)]
    }
  }

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
    var made = Made(seed: seed)
    let visit = Visit(made.tenant, as: 0)
    let diagnosis = try await visit.diagnose()
    let proposed: Set<ObjectID> =
      if case .assign(let principals) = made.option { principals } else { [] }
    let crowd = try await CrowdReading(client: visit.client).crowd(
      around: diagnosis.application?.id, proposed: proposed)
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

extension ProspectTests {
  /// A generator that is the same for the same seed.
  fileprivate struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
