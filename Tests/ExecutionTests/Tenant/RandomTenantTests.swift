import Entra
import Execution
import Foundation
import Graph
import Remediation
import Simulator
import Testing

@Suite("On random small tenants") struct RandomTenantTests {
  /// How many of each; `REGRANT_TENANTS` asks for more.
  private static let seeds =
    0..<(ProcessInfo.processInfo.environment["REGRANT_TENANTS"].flatMap { UInt64($0) } ?? 25)

  /// A tenant in which who gets in is a matter of chance.
  private struct Made {
    var tenant: SimulatedTenant
    var chance: Chance

    init(_ seed: UInt64, isRequired: Bool? = nil, isConsented: Bool) {
      chance = Chance(seed)
      var settings = TenantSettings()
      settings.seed = seed
      settings.size = 6 + chance.next(8)
      settings.otherApplications = 1
      tenant = SimulatedTenant(settings)
      tenant.configure(requiresAssignment: isRequired ?? (chance.next(2) == 0))
      let group = tenant.addGroup("Backup Testers", people: some())
      if chance.next(2) == 0 { tenant.assign(group) }
      for index in some() { tenant.assign(tenant.people.id(at: index)) }
      if isConsented {
        tenant.grant()
      } else {
        tenant.grant(to: tenant.people.id(at: 0))
        for index in some() where chance.next(3) == 0 {
          tenant.grant(to: tenant.people.id(at: index))
        }
      }
    }

    mutating func some() -> [Int] {
      (0..<tenant.people.size).filter { _ in chance.next(3) == 0 }
    }
  }

  /// Numbers that follow from a seed.
  private struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  /// Walks to the end; everybody's sign-in is then as in `ideal`, and was never opened further.
  private func walk(
    _ goal: Operator.Goal, _ tenant: SimulatedTenant, toward ideal: SimulatedTenant,
    seeing symptom: Symptom, _ what: String
  ) async throws {
    let before = WatchedTransport.inside(tenant)
    let wanted = WatchedTransport.inside(ideal)
    guard
      let person = tenant.people.index(
        of: wanted.subtracting(before).min(by: {
          $0.description < $1.description
        }) ?? ObjectID(bits: 0))
    else { return }
    let room = try TenantRoom(tenant, person: person)
    room.transport.allow(wanted)
    var walk = Operator(goal, in: room, seeing: symptom)
    let admin = tenant.people.id(at: 0)
    walk.browser = { try? $0.adminConsent(by: admin) }
    do { try await walk.walk() } catch { Issue.record("\(what): \(error)") }
    #expect(walk.closing == .resolved, "\(what)")
    let inside = await room.inside()
    #expect(inside == wanted.union(before), "\(what)")
    #expect(room.transport.seen.intruders.isEmpty, "\(what)")
  }

  @Test("Option 1 lets in whom the list names") func assigning() async throws {
    for seed in Self.seeds {
      var made = Made(seed, isRequired: true, isConsented: true)
      let named = made.some()
      guard !named.isEmpty else { continue }
      var ideal = made.tenant
      for index in named { ideal.assign(ideal.people.id(at: index)) }
      let list = named.map { made.tenant.people.userPrincipalName(at: $0) }
        .joined(separator: "\n")
      try await walk(
        .assign(list + "\n"), made.tenant, toward: ideal, seeing: .notAssigned, "tenant \(seed)")
    }
  }

  @Test("Option 2A lets in whom only the missing consent kept out") func consenting() async throws {
    for seed in Self.seeds {
      let made = Made(seed, isConsented: false)
      var ideal = made.tenant
      ideal.grant()
      try await walk(
        .reconsent(.link), made.tenant, toward: ideal, seeing: .adminApproval, "tenant \(seed)")
    }
  }

  @Test("Option 2B does the same, and gives everybody back what they had")
  func replacing() async throws {
    for seed in Self.seeds {
      let made = Made(seed, isConsented: false)
      var ideal = made.tenant
      ideal.grant()
      try await walk(
        .replace, made.tenant, toward: ideal, seeing: .onlyTheAdminGetsIn, "tenant \(seed)")
    }
  }
}
