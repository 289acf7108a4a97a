import Simulator
import Synchronization
import Training

/// A clock that stands still until somebody sleeps: then it is later at once, in the tenant too.
final class TenantClock: Clock, Sendable {
  struct Instant: InstantProtocol, Sendable {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  private let offset = Mutex(Duration.zero)
  private let tenant = Mutex<TenantTransport?>(nil)
  private let planned = Mutex<(at: Duration, deed: Deed)?>(nil)

  /// What somebody else does in the tenant.
  typealias Deed = @Sendable (inout SimulatedTenant) -> Void

  var now: Instant { Instant(offset: offset.withLock { $0 }) }
  var minimumResolution: Duration { .nanoseconds(1) }
  /// As journals count it.
  var milliseconds: Int { 1_772_442_000_000 + Int(now.offset / .milliseconds(1)) }

  /// Somebody else does something in the tenant, so much later.
  func plan(after pause: Duration, _ deed: @escaping Deed) {
    planned.withLock { $0 = (now.offset + pause, deed) }
  }

  func move(_ transport: TenantTransport) { tenant.withLock { $0 = transport } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let pause = offset.withLock { offset -> Duration in
      let pause = deadline.offset - offset
      if pause > .zero { offset = deadline.offset }
      return pause
    }
    guard pause > .zero else { return }
    let due = planned.withLock { planned -> Deed? in
      guard let plan = planned, plan.at <= deadline.offset else { return nil }
      planned = nil
      return plan.deed
    }
    await tenant.withLock { $0 }?.act { tenant in
      tenant.advance(bySeconds: pause / .seconds(1))
      due?(&tenant)
    }
  }
}
