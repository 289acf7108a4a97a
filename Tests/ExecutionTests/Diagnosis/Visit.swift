import Entra
import Execution
import Foundation
import Graph
import Simulator
import Synchronization
import Testing
import Training

/// A visit to a simulated tenant, whose requests are counted.
struct Visit {
  let transport: CountingTransport
  let client: GraphClient
  let hero: UserPrincipalName
  let now: @Sendable () -> Int

  /// Opens a scenario, as whoever is its admin.
  init(_ name: String, _ change: (inout Scenario.Wishes) -> Void = { _ in }) throws {
    let scenario = try #require(Scenario.named(name))
    var wishes = Scenario.Wishes()
    change(&wishes)
    self.init(scenario.tenant(wishes))
  }

  /// Opens a tenant; its first person reads.
  init(_ tenant: SimulatedTenant, as admin: Int = Scenario.admin) {
    var tenant = tenant
    let token = tenant.issueToken(toPersonAt: admin, seconds: 1_000_000)
    let milliseconds = Int(tenant.now.ticks / 10_000)
    now = { milliseconds }
    let name = tenant.people.userPrincipalName(at: Scenario.hero(among: tenant.people))
    hero = UserPrincipalName(name) ?? .nobody
    transport = CountingTransport(tenant)
    client = GraphClient(
      of: GraphService(.global), through: transport, signedInBy: OneToken(AccessToken(token)),
      time: RunningTime(on: ImpatientClock()), newRequestID: { UUID() })
  }

  func diagnose(_ person: UserPrincipalName? = nil) async throws -> Diagnosis {
    try await Diagnosing(client: client, profile: .nexeticBackup, now: now).diagnose(person)
  }

  func diagnoseHero() async throws -> Diagnosis { try await diagnose(hero) }
}

extension UserPrincipalName {
  /// Somebody who is in no tenant.
  static let nobody = UserPrincipalName("nobody@contoso.example") ?? { preconditionFailure() }()
}

/// A tenant behind a transport that remembers what was asked.
final class CountingTransport: Transport {
  let tenant: TenantTransport
  private let kinds = Mutex<[RequestKind]>([])

  init(_ tenant: SimulatedTenant) { self.tenant = TenantTransport(tenant, pause: { _ in }) }

  /// The requests that were sent.
  var sent: [RequestKind] { kinds.withLock { $0 } }

  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    kinds.withLock { $0.append(request.kind) }
    return try await tenant.send(request, bearing: token)
  }
}

/// One token for ever.
struct OneToken: TokenSource {
  let token: AccessToken

  init(_ token: AccessToken) { self.token = token }

  func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    guard refusal == nil else { throw .signInNeeded }
    return token
  }
}

/// A clock on which every wait is over at once.
final class ImpatientClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  private let time = Mutex(Duration.zero)
  var now: Instant { Instant(offset: time.withLock { $0 }) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    time.withLock { $0 = max($0, deadline.offset) }
  }
}
