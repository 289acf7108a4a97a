/// A column of the retry table: what a request does to the tenant.
public enum RetryDeed: String, Sendable, Hashable, CaseIterable {
  /// It only reads.
  case read
  /// It gives a principal a role; a second time changes nothing.
  case assign
  /// It writes a delegated grant.
  case grant
  /// It deletes the service principal.
  case delete
  /// It creates the service principal.
  case add
  /// It sets values; a second time sets the same.
  case patch
  /// It takes the service principal out of the recycle bin.
  case restore
}

/// A row of the retry table: what came instead of success.
public enum RetrySituation: String, Sendable, Hashable, CaseIterable {
  /// 429: refused, not executed.
  case throttled
  /// 503.
  case unavailable
  /// 500, 502, 504, a connection that broke, no answer in time: nobody knows.
  case unclear
  /// No connection: nothing was sent.
  case unsent
  /// 401.
  case unauthorized
  /// 404.
  case notFound
  /// 400 that after re-adding means "not yet".
  case notYet
  /// Any other refusal.
  case refused
}

/// What to do about it.
public enum RetryAdvice: String, Sendable, Hashable {
  /// Wait as long as Graph says, then repeat.
  case wait
  /// Get a new token, then repeat.
  case renew
  /// Repeat after a pause: a few times.
  case again
  /// Repeat after a pause: until a new object had time to be known everywhere.
  case untilKnown
  /// Look what became of it; only then repeat.
  case look
  /// It is final.
  case stop
}

/// When a request is repeated, and how often.
public struct RetryPolicy: Sendable, Hashable {
  /// Repetitions after a fault.
  public static let repetitions = 5
  /// Repetitions after a refusal for too many requests.
  public static let throttledRepetitions = 20
  /// The longest wait that Graph is granted, in seconds; a longer one is an error that shows it.
  public static let longestWaitSeconds = 300
  /// How long a new object may be unknown, in seconds.
  public static let replicationSeconds = 300
  /// The first pause, in seconds; each further one is twice as long.
  public static let firstPauseSeconds = 1
  /// The longest pause, in seconds.
  public static let longestPauseSeconds = 20

  /// The table: what to do in a situation.
  ///
  /// `isRecent`: the object was created a moment ago, so that not everybody knows it yet.
  public static func advice(
    in situation: RetrySituation, for deed: RetryDeed, isRecent: Bool
  ) -> RetryAdvice {
    switch situation {
    case .throttled: .wait
    case .unsent: .again
    case .unauthorized: .renew
    case .refused: .stop
    case .unavailable:
      switch deed {
      case .read, .assign, .grant, .delete, .patch: .again
      case .add, .restore: .look
      }
    case .unclear:
      switch deed {
      case .read, .assign, .patch: .again
      case .grant, .delete, .add, .restore: .look
      }
    case .notFound:
      switch deed {
      case .assign, .grant, .patch, .restore: isRecent ? .untilKnown : .stop
      case .read, .delete, .add: .stop
      }
    case .notYet: deed == .assign && isRecent ? .untilKnown : .stop
    }
  }

  /// The pause before the repetition of that number, counted from 0.
  static func pause(before repetition: Int) -> Duration {
    let seconds = firstPauseSeconds << min(repetition, 10)
    return .seconds(min(seconds, longestPauseSeconds))
  }
}
