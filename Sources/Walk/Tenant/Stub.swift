public import Execution
import Remediation

extension CaseRunner {
  var work: Work? { nil }
  func take(_ result: WorkResult) throws(Hindrance) {}
}
/// Nothing.
public struct IdleHands: Hands {
  /// Nothing.
  public init() {}
  /// Nothing.
  public func perform(_ work: Work, telling: @escaping @Sendable (WorkProgress) -> Void) async -> WorkResult { .stopped(.cancelled) }
}
