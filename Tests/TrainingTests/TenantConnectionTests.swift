import Entra
import Foundation
import Graph
import Simulator
import Synchronization
import Testing
import Training

@Suite("A connection to an embedded tenant") struct TenantConnectionTests {
  /// A time that is moved by hand.
  private final class Hand: Sendable {
    private let time = Mutex(Duration.zero)
    var now: Duration { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  private let hand = Hand()

  private func tenant(_ faults: [Fault] = []) throws -> TenantTransport {
    var wishes = Scenario.Wishes()
    wishes.faults = faults
    let tenant = try #require(Scenario.named("default")).tenant(wishes)
    return TenantTransport(tenant, running: { [hand] in hand.now }, pause: { _ in })
  }

  private func client(_ tenant: TenantTransport) -> GraphClient {
    GraphClient(
      of: GraphService(.global), through: tenant, signedInBy: TenantSignIn(to: tenant),
      time: RunningTime(on: ContinuousClock()), newRequestID: { UUID() })
  }

  @Test("speaks for the scenario's admin, whatever becomes of a token")
  func admin() async throws {
    let tenant = try tenant([Fault(at: 2, .claimsChallenge)])
    let client = client(tenant)
    let admin = await tenant.act { $0.people.userPrincipalName(at: Scenario.admin) }
    #expect(try await client.signedInUser().userPrincipalName == admin)
    #expect(try await client.signedInUser().userPrincipalName == admin)
    hand.pass(.seconds(7_200))
    #expect(try await client.signedInUser().userPrincipalName == admin)
  }

  @Test("lets the tenant's clock go on, and never back")
  func time() async throws {
    let tenant = try tenant()
    let start = await tenant.act { $0.now }
    #expect(await tenant.act { $0.now } == start)
    hand.pass(.milliseconds(1_500))
    #expect(await tenant.act { $0.now } == start.adding(seconds: 1.5))
    hand.pass(.seconds(-1))
    #expect(await tenant.act { $0.now } == start.adding(seconds: 1.5))
  }
}
