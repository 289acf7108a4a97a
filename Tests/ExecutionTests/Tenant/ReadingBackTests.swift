import Execution
import Remediation
import Simulator
import Testing

@Suite("Reading the tenant to verify access") struct ReadingBackTests {
  /// A case in a tenant where everything is open, which waits for somebody to show it.
  private func verifying(_ tenant: SimulatedTenant) async throws -> TenantRoom {
    let room = try TenantRoom(tenant, person: 3)
    try room.runner.submit(.reported(.onlyTheAdminGetsIn))
    try await work(in: room)
    while case .question(let question) = room.runner.opened.prompt {
      try room.runner.submit(.answered(.question(question), .unknown))
      try await work(in: room)
    }
    #expect(room.runner.opened.prompt == .verification)
    return room
  }

  private func work(in room: TenantRoom) async throws {
    let hands = room.hands
    while let work = room.runner.work {
      try room.runner.take(await hands.perform(work, telling: { _ in }))
    }
  }

  private func open() -> SimulatedTenant {
    var tenant = SimulatedTenant()
    tenant.grant()
    tenant.configure(requiresAssignment: true)
    tenant.assign(tenant.people.id(at: 3))
    return tenant
  }

  @Test("verifies it where everything is open now")
  func verified() async throws {
    let room = try await verifying(open())
    let before = room.transport.seen.requests
    room.runner.readBack()
    try await work(in: room)
    #expect(room.transport.seen.requests > before)
    #expect(room.runner.opened.verification == .readBack)
  }

  @Test(
    "verifies nothing where a gate has been shut meanwhile",
    arguments: [
      { $0.configure(isEnabled: false) }, { $0.removeAssignments() }, { $0.revokeGrants() },
    ] as [@Sendable (inout SimulatedTenant) -> Void])
  func shut(_ deed: @Sendable (inout SimulatedTenant) -> Void) async throws {
    let room = try await verifying(open())
    await room.act(deed)
    room.runner.readBack()
    try await work(in: room)
    #expect(room.runner.opened.verification == nil)
    #expect(room.runner.opened.prompt != .verification)
    #expect(room.runner.opened.refusal(of: .closed(.resolved)) != nil)
  }

  @Test("verifies nothing where the tenant could not be read")
  func unread() async throws {
    let room = try await verifying(open())
    await room.act { $0.revokeTokens(ofPersonAt: 0) }
    room.runner.readBack()
    try await work(in: room)
    #expect(room.runner.hitch != nil)
    #expect(room.runner.opened.verification == nil)
  }
}
