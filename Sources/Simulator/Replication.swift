/// How long the directory's replicas take to learn of what is new.
///
/// Until then a request may reach one that knows and the next one that doesn't.
public struct Replication: Sendable, Hashable {
  /// How old an object is when every replica knows it, in seconds.
  public var seconds: Double
  /// Of a hundred requests, how many reach a replica that lags.
  public var stalePercent: Int

  /// At once everywhere, unless told otherwise.
  public init(seconds: Double = 0, stalePercent: Int = 50) {
    (self.seconds, self.stalePercent) = (seconds, stalePercent)
  }

  /// Whether the request with that number reaches a replica that lags.
  func isStale(request: Int, seed: UInt64) -> Bool {
    seconds > 0 && mixed(seed ^ 0x5EED ^ UInt64(request)) % 100 < UInt64(stalePercent)
  }

  /// Whether a replica that lags has heard of what `appeared`.
  func hasReached(_ appeared: Moment, at now: Moment) -> Bool {
    now.seconds(since: appeared) >= seconds
  }
}
