import Entra
import Graph
import Remediation

/// What was changed a moment ago: until every server of Graph's knows of it, a reading that says
/// otherwise is asked again.
struct Recent: Sendable {
  /// What should be seen by now.
  private(set) var expected: [Observation] = []
  /// When it was changed.
  private var changedAt: Duration?
  /// For how long a reading may say otherwise.
  private var window = Self.longest

  /// How long a new object may be unknown somewhere.
  static let longest = Duration.seconds(RetryPolicy.replicationSeconds)

  /// Something was changed; what was changed before it stays so.
  mutating func note(
    _ observations: [Observation], at time: Duration, within window: Duration = Self.longest
  ) {
    expected.removeAll { one in observations.contains { Self.isOther(one, than: $0) } }
    expected += observations
    (changedAt, self.window) = (time, window)
  }

  /// Something was changed before these hands were made, perhaps a moment ago.
  mutating func begin(at time: Duration) { changedAt = changedAt ?? time }

  /// Whether a reading says something else.
  func contradicts(_ diagnosis: Diagnosis) -> Bool {
    expected.contains { one in
      diagnosis.observations.contains { Self.isOther(one, than: $0) }
    }
  }

  private static func isOther(_ expected: Observation, than seen: Observation) -> Bool {
    switch (expected, seen) {
    case (.object(let one), .object(let other)): one.isPresent != other.isPresent
    case (.consent(.open), .consent(let other)): other != .open
    case (.assignmentRequired(let one), .assignmentRequired(let other)): one != other
    case (.assignment(let one, .open), .assignment(let other, .shut)): one == other
    case (_, _): false
    }
  }

  /// Makes the pause of that number, if there is time left for it; false when there is not.
  func pause(_ number: Int, on time: RunningTime) async throws(Hitch) -> Bool {
    guard let changedAt else { return false }
    let pause = Duration.seconds(min(1 << min(number, 5), RetryPolicy.longestPauseSeconds))
    guard time.now() - changedAt + pause <= window else { return false }
    do { try await time.sleep(pause) } catch { throw .cancelled }
    return true
  }
}
