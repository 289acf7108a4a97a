public import Entra
public import Remediation

extension Words {
  /// What a case comes to that was told what a tenant holds, with a reason for each gate.
  ///
  /// The plan is the machine's own: a diagnosis, an explanation and the screens never disagree.
  /// Before it comes `activating`, one of the roles that must be activated first.
  public func explanation(
    of opened: Case, because: [Gate: String], activating roles: RoleSet? = nil
  ) -> Explanation {
    let facts = opened.facts
    let plan = opened.plan
    return Explanation(
      readings: [],
      findings: facts.findings.map {
        JudgedGate(
          gate: $0.gate, state: $0.judgement,
          because: because[$0.gate] ?? self.because($0.gate, in: facts))
      },
      acts: (roles.map { [activationStep($0)] } ?? [])
        + plan.acts.map {
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

  private func activationStep(_ roles: RoleSet) -> Explanation.Step {
    Explanation.Step(act: .ask, title: activationTitle, because: activation(of: roles))
  }

  /// What stands in the place of a plan when every gate of ours is open.
  public var everythingIsOpen: String { "Nothing to do in Entra: everything is open." }

  /// The same, where who is affected may be somebody who is not assigned.
  public func nothingToDo(forThe assigned: AssignmentStanding) -> NothingToDo {
    NothingToDo(
      verdict: "Nothing to do in Entra for whoever is assigned: \(counts(of: assigned)).",
      say: "In Entra everything is open for those who are assigned to \(app). Who exactly can't "
        + "get in? Please tell me the name they sign in with.")
  }

  /// What comes next when nothing is to be done in Entra: the gate that is the vendor's.
  public var roleIsNext: String {
    "Next: whoever signs in and sees \(shutRole) lacks \(vendor)'s own role. Ask who needs "
      + "\(feature): nobody, people by name, or the customer decides later (W6)."
  }
}

/// That nothing is to be done in Entra.
public struct NothingToDo: Sendable, Hashable {
  /// It in a sentence.
  public let verdict: String
  /// What to tell the customer.
  public let say: String

  /// A verdict, and how it is told.
  public init(verdict: String, say: String) { (self.verdict, self.say) = (verdict, say) }
}
