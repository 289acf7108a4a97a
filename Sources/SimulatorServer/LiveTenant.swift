import HTTPTypes
import Simulator

/// The one owner of a served tenant: answers one request after the other, while its time goes on.
actor LiveTenant {
  var tenant: SimulatedTenant
  /// Who is signing in, and with what they may go on.
  var desk = TokenDesk()
  private let uptime: @Sendable () -> Double
  private var last: Double

  init(_ tenant: SimulatedTenant, uptime: @escaping @Sendable () -> Double) {
    (self.tenant, self.uptime) = (tenant, uptime)
    last = uptime()
  }

  func act<Value: Sendable>(
    _ deed: @Sendable (inout SimulatedTenant) throws -> Value
  ) rethrows -> Value {
    moveClock()
    return try deed(&tenant)
  }

  /// Answers a request of Graph.
  func answer(_ request: HTTPRequest, body: [UInt8]) throws(LostConnection) -> Answer {
    moveClock()
    return try tenant.answer(request, body: body)
  }

  /// Lets as much time pass in the tenant as has passed outside.
  func moveClock() {
    let now = uptime()
    tenant.advance(bySeconds: now - last)
    last = now
  }
}
