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
  private var watch: AccessWatch?
  private var reported = 0
  private var elapsed = Duration.zero
  private let running: (@Sendable () -> Duration)?
  private let pause: @Sendable (Duration) async throws -> Void

  /// A transport into `tenant`.
  ///
  /// - Parameters:
  ///   - tenant: The tenant as it is at the beginning.
  ///   - isWatched: Whether it is asked after every change who gets in.
  ///   - running: How long it has run, from now on; `nil` where its clock is moved by hand.
  ///   - pause: How answers that take their time wait.
  public init(
    _ tenant: SimulatedTenant, isWatched: Bool = false,
    running: (@Sendable () -> Duration)? = nil,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    watch = isWatched ? AccessWatch(tenant) : nil
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
    watch?.count()
    defer { if request.kind.isWrite { watch?.look(at: tenant, after: request.deed) } }
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
    let answered = tenant.answered
    defer {
      if tenant.answered != answered { watch?.look(at: tenant, after: "in somebody's browser") }
    }
    return try deed(&tenant)
  }

  /// What became of people's sign-ins since this was last asked.
  public struct Measurement: Sendable {
    /// How many people are asked after.
    public let people: Int
    /// After how many changes so far.
    public let changes: Int
    /// How many get in now and did not at first.
    public let gained: Int
    /// The outages that began or ended meanwhile.
    public let outages: [AccessWatch.Outage]
  }

  /// What was measured; nil when nothing changed since, or nobody watches.
  public func measured() -> Measurement? {
    guard let news = watch?.takeNews(), let watch, watch.changes > reported else { return nil }
    reported = watch.changes
    return Measurement(
      people: watch.people, changes: watch.changes, gained: watch.gained, outages: news)
  }
}

extension GraphRequest {
  /// What it does, without anybody's ID: method and purpose.
  fileprivate var deed: String { "\(head.method.rawValue) \(kind.rawValue)" }
}
