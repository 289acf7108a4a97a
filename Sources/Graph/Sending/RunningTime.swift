/// How time passes, seen from the moment this was made: a clock whose own type nobody need know.
public struct RunningTime: Sendable {
  /// How long it has run.
  public let now: @Sendable () -> Duration
  /// Passes time; throws when the task is cancelled meanwhile.
  public let sleep: @Sendable (Duration) async throws -> Void

  /// Time as `clock` tells it.
  public init<C: Clock>(on clock: C) where C.Duration == Duration {
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
  }
}
