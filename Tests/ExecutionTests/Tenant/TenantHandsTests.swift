import Entra
import Execution
import Graph
import Journal
import Remediation
import Simulator
import Testing

@Suite("Regrant's own hands") struct TenantHandsTests {
  /// A tenant in which only the first administrator has consented, for themselves.
  static func consentedForOne(
    size: Int = 12, _ change: (inout TenantSettings) -> Void = { _ in }
  ) -> SimulatedTenant {
    var settings = TenantSettings()
    settings.size = size
    settings.otherApplications = 3
    change(&settings)
    var tenant = SimulatedTenant(settings)
    tenant.grant(to: tenant.people.id(at: 0))
    return tenant
  }

  /// One that requires assignment and has a bit of everything to lose.
  static func rich(
    size: Int = 24, _ change: (inout TenantSettings) -> Void = { _ in }
  ) -> SimulatedTenant {
    var tenant = consentedForOne(size: size, change)
    tenant.configure(requiresAssignment: true)
    let group = tenant.addGroup("Finance", people: [5, 6, 7])
    tenant.assign(group)
    for index in [1, 2, 8, 9] { tenant.assign(tenant.people.id(at: index)) }
    tenant.grant(to: tenant.people.id(at: 8))
    tenant.setOwners([tenant.people.id(at: 2)])
    return tenant
  }

  static func everybody(_ tenant: SimulatedTenant) -> Set<ObjectID> {
    Set((0..<tenant.people.size).map { tenant.people.id(at: $0) })
  }

  @Test("assign whom a list names, and nobody else")
  func optionOne() async throws {
    var tenant = Self.consentedForOne()
    tenant.grant()
    tenant.configure(requiresAssignment: true)
    tenant.addGroup("Backup Testers", people: [5, 6])
    let named = [3, 5, 6].map { tenant.people.id(at: $0) }
    let room = try TenantRoom(tenant, person: 3)
    room.transport.allow(Set(named))
    let list = "\(tenant.people.userPrincipalName(at: 3))\nBackup Testers\n"
    var walk = Operator(.assign(list), in: room, seeing: .notAssigned)
    try await walk.walk()
    #expect(walk.closing == .resolved)
    let inside = await room.inside()
    #expect(inside.isSuperset(of: named))
    #expect(room.transport.seen.intruders.isEmpty)
    #expect(walk.hitches.isEmpty)
    let rows = try room.runner.ledger.rows(of: 1)
    #expect(rows.allSatisfy { $0.state == .done }, "\(rows)")
  }

  @Test("grant through Graph what one admin has")
  func optionTwoA() async throws {
    let tenant = Self.consentedForOne()
    let room = try TenantRoom(tenant)
    room.transport.allow(Self.everybody(tenant))
    var walk = Operator(.reconsent(.graph), in: room)
    try await walk.walk()
    #expect(walk.closing == .resolved)
    #expect(walk.hitches.isEmpty)
    let inside = await room.inside()
    #expect(inside.contains(tenant.people.id(at: 3)))
  }

  @Test("watch until the admin has consented in a browser", arguments: [true, false])
  func watching(isForAll: Bool) async throws {
    let tenant = Self.consentedForOne()
    let room = try TenantRoom(tenant)
    room.transport.allow(Self.everybody(tenant))
    let admin = tenant.people.id(at: 1)
    var walk = Operator(.reconsent(.signIn), in: room)
    walk.mostTurns = isForAll ? 200 : 12
    walk.browser = { tenant in
      try? tenant.consent(by: admin, onBehalfOfOrganization: isForAll, asksAgain: true)
    }
    if isForAll {
      try await walk.walk()
      #expect(walk.closing == .resolved)
    } else {
      try? await walk.walk()
      let outcomes = try room.runner.journal.entries().compactMap { entry -> Outcome? in
        if case .input(.outcome(_, let outcome)) = entry.content { outcome } else { nil }
      }
      #expect(outcomes.first == .appeared(.acceptedForSelf))
    }
  }

  @Test("replace the application and put everything back that can be")
  func optionTwoB() async throws {
    let tenant = Self.rich()
    let room = try TenantRoom(tenant, person: 5)
    room.transport.allow(Set([0, 1, 2, 5, 6, 7, 8, 9].map { tenant.people.id(at: $0) }))
    let before = tenant.applicationID
    var walk = Operator(.replace, in: room)
    try await walk.walk()
    #expect(walk.closing == .resolved)
    #expect(walk.hitches.isEmpty)
    let after = await room.act { $0.applicationID }
    #expect(after != nil && after != before)
    #expect(room.transport.seen.intruders.isEmpty)
    let inside = await room.inside()
    #expect(inside.isSuperset(of: [1, 2, 5, 8].map { tenant.people.id(at: $0) }))
    let snapshot = try #require(room.runner.opened.loss.snapshot)
    let counts = try room.runner.ledger.counts(of: snapshot.id)
    #expect(counts.open == 0 || counts.done == counts.total, "\(counts)")
  }

  @Test("restore what was deleted, as long as nothing took its place")
  func undo() async throws {
    let tenant = Self.rich()
    let room = try TenantRoom(tenant, person: 5)
    room.transport.allow(Set([5, 6, 7, 1, 2, 8, 9].map { tenant.people.id(at: $0) }))
    var walk = Operator(.undo, in: room)
    walk.mostTurns = 40
    // The consent that was missing is missing again: the case is not at its end.
    try? await walk.walk()
    let after = await room.act { $0.applicationID }
    #expect(after == tenant.applicationID)
    #expect(room.runner.opened.loss.happened)
    #expect(!room.runner.opened.loss.isOutstanding)
    let inside = await room.inside()
    #expect(inside.isSuperset(of: WatchedTransport.inside(tenant)))
  }

  @Test("swap the empty one for the deleted one that people used")
  func swapBack() async throws {
    var tenant = Self.rich()
    tenant.grant()
    let (before, inside) = (tenant.applicationID, WatchedTransport.inside(tenant))
    tenant.advance(bySeconds: 3600)
    tenant.deleteApplication()
    tenant.advance(bySeconds: 3600)
    tenant.recreateApplication()
    tenant.advance(bySeconds: 3600)
    let room = try TenantRoom(tenant, person: 5)
    room.transport.allow(inside)
    var walk = Operator(.swapBack, in: room, seeing: .other)
    try await walk.walk()
    #expect(walk.closing == .resolved)
    let after = await room.act { $0.applicationID }
    #expect(after == before)
    let now = await room.inside()
    #expect(now == inside)
    let evidence = try room.runner.journal.entries().compactMap { entry -> String? in
      if case .evidence(let text) = entry.content { text.safe } else { nil }
    }
    // The empty one's list says nothing of what the old one holds.
    let counted = evidence.filter { $0.contains("Counted afterwards") }
    #expect(!counted.isEmpty && counted.allSatisfy { !$0.contains(" 0 entries") }, "\(evidence)")
    #expect(room.transport.seen.intruders.isEmpty)
  }
}
