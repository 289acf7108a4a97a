import Entra
public import Graph
import Simulator

/// A practice tenant as Graph's transport, whose clock goes as ours does.
public actor PracticeTransport: Transport {
  private let tenant: TenantTransport
  private let clock = ContinuousClock()
  private var seen: ContinuousClock.Instant

  init(_ tenant: SimulatedTenant) {
    self.tenant = TenantTransport(tenant) { try await Task.sleep(for: $0) }
    seen = clock.now
  }

  /// Sends the request into the tenant, once.
  public func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    await catchUp()
    return try await tenant.send(request, bearing: token)
  }

  /// Does something in the tenant that no request of Regrant's does.
  func act<Value: Sendable>(
    _ deed: @Sendable (inout SimulatedTenant) -> Value
  ) async -> Value {
    await catchUp()
    return await tenant.act(deed)
  }

  /// Lets as much time pass in the tenant as has passed here.
  private func catchUp() async {
    let now = clock.now
    let passed = seen.duration(to: now)
    seen = now
    await tenant.act { $0.advance(bySeconds: passed / .seconds(1)) }
  }
}
