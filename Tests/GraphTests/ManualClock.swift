import Synchronization

/// A clock that stands still until somebody sleeps: then it is later at once.
final class ManualClock: Clock, Sendable {
  struct Instant: InstantProtocol, Sendable {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  private let state = Mutex((now: Duration.zero, sleeps: [Duration]()))

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  /// Every pause that was made, longer than nothing.
  var sleeps: [Duration] { state.withLock { $0.sleeps } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      let pause = deadline.offset - state.now
      guard pause > .zero else { return }
      state.sleeps.append(pause)
      state.now = deadline.offset
    }
  }
}
