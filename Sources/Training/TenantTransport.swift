import Entra
public import Graph
import HTTPTypes
public import Simulator

/// A simulated tenant as Graph's transport: the same client, and no network.
///
/// It owns the tenant; whoever else acts in it, such as an admin in a browser, does so through
/// ``act(_:)``.
public actor TenantTransport: Transport {
  private var tenant: SimulatedTenant
  private var elapsed = Duration.zero
  private let running: (@Sendable () -> Duration)?
  private let pause: @Sendable (Duration) async throws -> Void

  /// A transport into `tenant`.
  ///
  /// - Parameters:
  ///   - tenant: The tenant as it is at the beginning.
  ///   - running: How long it has run, from now on; `nil` where its clock is moved by hand.
  ///   - pause: How answers that take their time wait.
  public init(
    _ tenant: SimulatedTenant, running: (@Sendable () -> Duration)? = nil,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    (self.tenant, self.running, self.pause) = (tenant, running, pause)
  }

  /// Lets the tenant's clock catch up: replication, budgets and tokens go by it.
  private func keepTime() {
    guard let now = running?(), now > elapsed else { return }
    tenant.advance(bySeconds: (now - elapsed) / .seconds(1))
    elapsed = now
  }

  /// Sends the request into the tenant, once.
  public func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    keepTime()
    var head = request.head
    head.headerFields[.authorization] = "Bearer \(token.secret)"
    let answer: Answer
    do throws(LostConnection) {
      answer = try tenant.answer(head, body: request.body)
    } catch { throw .lost(ForeignText("The connection was reset.")) }
    if answer.delaySeconds > 0 {
      do { try await pause(.seconds(answer.delaySeconds)) } catch { throw .cancelled }
    }
    if answer.isCutOff { throw .lost(ForeignText("The connection ended within the answer.")) }
    return GraphResponse(
      status: answer.response.status.code, fields: answer.response.headerFields, body: answer.body)
  }

  /// Does something in the tenant that no request of Regrant's does, or looks at it.
  public func act<Value: Sendable>(_ deed: (inout SimulatedTenant) throws -> Value) rethrows
    -> Value
  {
    keepTime()
    return try deed(&tenant)
  }
}
