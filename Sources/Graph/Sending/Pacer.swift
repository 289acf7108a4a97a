/// The budget of requests: what Graph allows one client in one tenant, spent no faster.
///
/// - Source: Graph, "Microsoft Graph service-specific throttling limits", identity and access:
///   a token bucket of writes per application and tenant, and one of reports.
public actor Pacer {
  /// Writes at once, when none were made lately.
  static let writes = 3_000.0
  /// Seconds in which that many writes come back.
  static let secondsOfWrites = 150.0
  /// Readings of audit and sign-in records at once.
  static let reports = 5.0
  /// Seconds in which that many readings come back.
  static let secondsOfReports = 10.0

  private let time: RunningTime
  private var writing = Bucket(capacity: writes, seconds: secondsOfWrites)
  private var reporting = Bucket(capacity: reports, seconds: secondsOfReports)
  private var readsHeldUntil = Duration.zero
  private var writesHeldUntil = Duration.zero

  /// A full budget.
  public init(time: RunningTime) { self.time = time }

  /// What a refusal for too many requests was about.
  public enum Scope: Sendable, Hashable {
    /// Requests that only read.
    case reads
    /// Requests that change something.
    case writes
    /// All of them.
    case all

    /// Reads `x-ms-throttle-scope`, as in `Tenant_Application/Write/{appId}/{tenantId}`.
    init(field: String?) {
      switch field?.split(separator: "/").dropFirst().first {
      case "Read": self = .reads
      case "Write": self = .writes
      default: self = .all
      }
    }
  }

  /// Nothing of this scope is sent for so long.
  func hold(_ scope: Scope, for wait: Duration) {
    let until = time.now() + wait
    if scope != .writes { readsHeldUntil = max(readsHeldUntil, until) }
    if scope != .reads { writesHeldUntil = max(writesHeldUntil, until) }
  }

  /// Returns when the request may go; it is paid for then.
  ///
  /// - Throws: when the task is cancelled meanwhile.
  func admit(writes: Int, isReport: Bool = false) async throws {
    let now = time.now()
    // Paid in advance: whoever comes next waits for what this one left.
    let paid = max(
      writes > 0 ? writing.take(Double(writes), at: now) : .zero,
      isReport ? reporting.take(1, at: now) : .zero)
    if paid > .zero { try await time.sleep(paid) }
    while true {
      let held = (writes > 0 ? writesHeldUntil : readsHeldUntil) - time.now()
      guard held > .zero else { return }
      try await time.sleep(held)
    }
  }

  private struct Bucket {
    let capacity: Double
    let perSecond: Double
    private var level: Double
    private var filledAt = Duration.zero

    init(capacity: Double, seconds: Double) {
      (self.capacity, level, perSecond) = (capacity, capacity, capacity / seconds)
    }

    /// Takes what is asked, and says how long until it was there.
    mutating func take(_ amount: Double, at now: Duration) -> Duration {
      level = min(capacity, level + (now - filledAt) / .seconds(1) * perSecond)
      filledAt = now
      level -= amount
      return level >= 0 ? .zero : .seconds(-level / perSecond)
    }
  }
}
