import Entra
public import Remediation

extension Diagnosis {
  /// How the application stands, for whoever signs in.
  public var standing: Standing {
    Standing(
      object: object, isAssignmentRequired: application?.isAssignmentRequired,
      consent: consentJudgement, userConsent: userConsent)
  }

  /// The consent gate for everybody: the organization's grants.
  ///
  /// A permission that only users' own grants hold leaves it unknown: the application may ask for
  /// it now, or may have once.
  public var consentJudgement: Judgement {
    guard let consent else { return .unknown }
    if consent.organization.isEmpty || !consent.lacking.isEmpty { return .shut }
    return consent.doubtful.isEmpty ? .open : .unknown
  }

  /// The assignment gate of those affected as a whole, where assignment is required.
  ///
  /// Shut when nobody is assigned, or nobody but the one who consented. Whoever else is assigned,
  /// who is affected can't be told from here: then it is unknown, and the machine asks for a name
  /// or an answer.
  public var assignmentJudgement: Judgement {
    if let person {
      switch person.assignment {
      case .direct, .group: return .open
      case .nestedOnly, .none: return .shut
      case .unknown: return .unknown
      }
    }
    guard let assigned, assigned.unreadable == 0 || assigned.principals > 0 else {
      return .unknown
    }
    return assigned.principals == 0 || assigned.isConsenterAlone ? .shut : .unknown
  }

  /// The account of the person asked about; unknown as long as Conditional Access may refuse it.
  public var accountJudgement: Judgement {
    guard let person else { return .unknown }
    switch person.account {
    case .missing, .disabled: return .shut
    case .unknown: return .unknown
    case .enabled:
      guard let last = person.lastSignIn else { return .unknown }
      if last.isRefusedByPolicy { return .shut }
      return last.code == 0 ? .open : .unknown
    }
  }

  /// Writes down what the machine is told, in the order in which it understands it.
  ///
  /// What speaks of the application comes after what it is; with a person every gate is judged for
  /// that person alone, whose own consent and whose role as Global Administrator count.
  mutating func judge(areScopesKnown: Bool) {
    var observations: [Observation] = domain.map { [.tenant($0)] } ?? []
    if object != .unknown { observations.append(.object(object)) }
    // Eligible roles count for nothing: only what is active now is told.
    if let active = admin?.active { observations.append(.roles(active)) }
    if let application, object.isPresent {
      let isCovered = person?.hasConsented == true
      observations += [
        .consent(isCovered ? .open : consentJudgement),
        .assignmentRequired(application.isAssignmentRequired),
      ]
      if object == .readded, let wasRequired = deleted.first?.isAssignmentRequired {
        observations.append(.formerRequirement(wasRequired))
      }
      let passes = person?.roles.contains(.globalAdministrator) == true
      observations.append(.assignment(person: 0, passes ? .open : assignmentJudgement))
    }
    if person != nil { observations.append(.account(person: 0, accountJudgement)) }
    if object.isPresent { observations.append(.scopes(isKnown: areScopesKnown)) }
    self.observations = observations
    access = person.map { standing.access(of: $0) }
  }
}
