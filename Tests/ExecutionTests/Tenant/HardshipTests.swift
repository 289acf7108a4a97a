import Entra
import Execution
import Graph
import Journal
import Remediation
import Simulator
import Testing

@Suite("A removal under hardship") struct HardshipTests {
  private static let insiders = [0, 1, 2, 5, 6, 7, 8, 9]

  /// Walks Option 2B to its end, and holds the tenant against what it should be.
  private func replace(
    _ change: (inout TenantSettings) -> Void = { _ in }, crashingAt crash: Int? = nil,
    named what: String
  ) async throws -> TenantRoom {
    var tenant = TenantHandsTests.rich(change)
    // What was there before the case is known everywhere.
    tenant.advance(bySeconds: 3600)
    let room = try TenantRoom(tenant, person: 5)
    let people = Self.insiders.map { tenant.people.id(at: $0) }
    room.transport.allow(Set(people))
    room.transport.crash(at: crash)
    var walk = Operator(.replace, in: room)
    walk.restarts = true
    walk.mostTurns = 120
    do { try await walk.walk() } catch { Issue.record("\(what): \(error)") }
    room.transport.crash(at: nil)
    #expect(walk.closing == .resolved, "\(what)")
    #expect(room.transport.seen.intruders.isEmpty, "\(what)")
    let inside = await room.inside()
    #expect(inside == Set(people), "\(what)")
    let deleted = try await room.client.deletedServicePrincipals(of: TenantRoom.profile.appID)
      .whole()
    #expect(deleted.rows.count == 1, "\(what)")
    return room
  }

  @Test("loses nothing and does nothing twice when any one request fails")
  func faults() async throws {
    let last = try await replace(named: "no fault").transport.seen.requests
    let kinds: [Fault.Kind] = [
      .reset(afterDoing: true), .reset(afterDoing: false), .unavailable(seconds: nil),
      .throttled(seconds: 2),
    ]
    for number in 1...last {
      let kind = kinds[number % kinds.count]
      _ = try await replace(
        { $0.faults = [Fault(at: number, kind)] }, named: "\(kind) at \(number)")
    }
  }

  @Test("goes on after the program was gone at any request")
  func interruptions() async throws {
    let last = try await replace(named: "uninterrupted").transport.seen.requests
    for number in 1...last {
      _ = try await replace(crashingAt: number, named: "gone at \(number)")
    }
  }

  @Test("waits for what not every server knows yet", arguments: [5.0, 60, 200])
  func replication(seconds: Double) async throws {
    _ = try await replace(
      { $0.replication = Replication(seconds: seconds) },
      named: "replicated within \(seconds) seconds")
  }

  @Test("waits until the name of the deleted one is free")
  func heldName() async throws {
    _ = try await replace(
      {
        $0.nameHold = NameHold(requests: 4, seconds: 90)
        $0.switches.heldNameBlocksCreation = true
      }, named: "650051")
  }
}
