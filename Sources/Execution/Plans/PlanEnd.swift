public import Journal
public import Remediation

/// Where a plan's case came to.
public enum PlanEnd: Error, Sendable {
  /// The case is closed.
  case closed(Closing)
  /// A rehearsal came to where the tenant would be changed: all that is needed is there.
  case due
  /// The machine refuses it.
  case refused(Refusal)
  /// What it would open is open already.
  case needless(Gate)
  /// Consent is missing too, and nobody said who gives it.
  case consentUndecided
  /// The tenant, the application or what hangs on it is not as it was.
  case changed([PlanBasis.Change])
  /// A delete asks for this phrase, and it was not given, or another was.
  case unconfirmed(phrase: String, isWrong: Bool)
  /// A command ended so, and there is no use in going on.
  case ended(Order, Outcome)
  /// The work stopped; started again, it goes on.
  case stopped(Hitch)
  /// What was lost is neither back nor left out.
  case outstanding(LossParts)
  /// Only a person can answer this.
  case unanswered(Prompt)
  /// A list was not taken.
  case list(IntakeFailure)
  /// The journal could not remember it.
  case unremembered(JournalError)

  init(_ hindrance: Hindrance) {
    switch hindrance {
    case .refused(let refusal): self = .refused(refusal)
    case .unremembered(let error): self = .unremembered(error)
    }
  }
}

/// What a plan's case tells while it goes.
public enum PlanNews: Sendable {
  /// A piece of work begins.
  case begins(Work)
  /// How far it is.
  case progress(WorkProgress)
  /// A command ended so.
  case ended(Order, Outcome)
  /// It is not possible yet; it is tried again after a pause.
  case pauses(Order)
}
