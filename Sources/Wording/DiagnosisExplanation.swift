import Entra
public import Remediation

extension Words {
  /// What a case comes to that was told what a tenant holds, with a reason for each gate.
  ///
  /// The plan is the machine's own: a diagnosis, an explanation and the screens never disagree.
  public func explanation(of opened: Case, because: [Gate: String]) -> Explanation {
    let facts = opened.facts
    let plan = opened.plan
    return Explanation(
      readings: [],
      findings: facts.findings.map {
        JudgedGate(
          gate: $0.gate, state: $0.judgement,
          because: because[$0.gate] ?? self.because($0.gate, in: facts))
      },
      acts: plan.acts.map {
        Explanation.Step(
          act: $0, title: title(of: $0), because: $0 == .ask ? missing(in: opened) : opens($0))
      },
      never: plan.never.map {
        Explanation.Step(act: $0.act, title: never($0), because: self.because($0.because))
      },
      application: Explanation.Application(
        id: profile.appID, isOurs: true, meaning: "This is \(app), the sign-in application."),
      unless: plan.acts.map(unless) + ["Something was changed since this was read."])
  }

  /// What stands in the place of a plan when every gate of ours is open.
  public var nothingToDo: String {
    "Nothing to do in Entra. If people sign in and see \(shutRole), the \(vendor) role is it."
  }
}
