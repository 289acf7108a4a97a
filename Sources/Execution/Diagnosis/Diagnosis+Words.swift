import Entra
public import Remediation
public import Wording

extension Diagnosis {
  /// A new case that was told all of it.
  public func told(in words: Words) -> Case {
    var opened = Case(id: CaseID(bits: 0), mode: .connect, profile: words.profile)
    // Without a symptom the case would ask for one, and not for the answer that is missing.
    for input in [.reported(.other)] + observations.map(Input.observed) {
      // An observation is always accepted; what a new case refused would leave a gate unknown.
      do { _ = try opened.handle(input) } catch { continue }
    }
    return opened
  }

  /// What it comes to: the gates with their reasons, and the machine's plan.
  public func explanation(in words: Words) -> Explanation {
    words.explanation(of: told(in: words), because: reasons(in: words))
  }

  /// Why each gate is judged as it is.
  public func reasons(in words: Words) -> [Gate: String] {
    var reasons: [Gate: String] = [:]
    reasons[.object] =
      object == .unknown
      ? "The list of applications could not be read." : words.because(object, deleted: deleted)
    if object.isPresent {
      reasons[.consent] =
        person?.hasConsented == true && consentJudgement != .open
        ? "They consented for themselves; the organization has not." : words.because(consent)
    } else if object != .unknown {
      reasons[.consent] = "Where the application is not there, nothing is granted to it."
    }
    let isRequired = object.isPresent ? application?.isAssignmentRequired : nil
    if let person, isRequired != nil {
      reasons[.assignment] = words.because(person, isRequired: isRequired)
    } else {
      reasons[.assignment] = words.because(assigned, isRequired: isRequired)
    }
    reasons[.user] = words.because(accountOf: person)
    return reasons
  }
}
