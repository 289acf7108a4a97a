/// How long and how much the network may take before it counts as failed.
public struct NetworkLimits: Sendable, Hashable {
  /// Until a connection stands, TLS included: nothing was sent when this runs out.
  public var connecting = Duration.seconds(10)
  /// Between two signs of life of the other side.
  public var silence = Duration.seconds(60)
  /// From the request to the end of its answer.
  public var total = Duration.seconds(180)
  /// How long a connection that nobody uses is kept: shorter than servers keep theirs, so that a
  /// request seldom meets one that is being closed.
  public var keptAlive = Duration.seconds(30)
  /// The largest answer, in bytes: 999 service principals with all their fields are a fraction.
  public var answerBytes = 64 << 20

  /// The limits of ordinary work.
  public init() {}
}
