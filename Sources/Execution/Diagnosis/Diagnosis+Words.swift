public import Entra
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
    let opened = told(in: words)
    return words.explanation(
      of: opened, because: reasons(in: words), activating: activation(in: words))
  }

  /// The roles of which one must be activated before the plan can be carried out, or before
  /// everything can be read that it rests on.
  public func activation(in words: Words) -> RoleSet? {
    admin?.activation(for: told(in: words).plan.acts.flatMap(\.needs)) ?? activationToRead
  }

  /// The roles of which one would let more be read than was; nil where none is eligible.
  public var activationToRead: RoleSet? {
    guard unread.contains(where: { UnreadReason($0) == .notPermitted }) else { return nil }
    return admin?.eligible.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// That nothing is to be done in Entra, and what to tell the customer; nil while something is.
  public func nothingToDo(in words: Words) -> NothingToDo? {
    let opened = told(in: words)
    if opened.plan.acts.isEmpty {
      return words.nothingToDo(in: opened).map {
        NothingToDo(verdict: words.everythingIsOpen, say: $0)
      }
    }
    guard person == nil, let assigned, isOpenForTheAssigned(opened) else { return nil }
    return words.nothingToDo(forThe: assigned)
  }

  /// Whether nothing is shut, but for whoever is not assigned on purpose: a name tells of them.
  private func isOpenForTheAssigned(_ opened: Case) -> Bool {
    guard let assigned, assigned.principals > 0, assigned.unreadable == 0,
      !assigned.isConsenterAlone, assigned.nested.isEmpty, assigned.inside.count == assigned.groups
    else { return false }
    return Gate.allCases.filter(\.isOurs).allSatisfy { gate in
      switch opened.facts.judgement(of: gate) {
      case .open: true
      case .unknown: gate == .assignment
      case .shut: false
      }
    }
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
