public import Remediation

/// A gate, how it stands and why: for screens, reports and other programs.
public struct JudgedGate: Sendable, Hashable, Encodable {
  /// Which gate.
  public let gate: Gate
  /// How it stands.
  public let state: Judgement
  /// Why that is thought.
  public let because: String
}

extension Words {
  /// All five gates, judged.
  public func judged(_ facts: Facts) -> [JudgedGate] {
    facts.findings.map {
      JudgedGate(gate: $0.gate, state: $0.judgement, because: because($0.gate, in: facts))
    }
  }
}
