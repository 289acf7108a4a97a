/// A sentence of the article that must be answered, not clicked away, before a step.
public enum Warning: String, Sendable, Hashable, Codable, CaseIterable {
  /// The look-alike application runs backups and lets nobody sign in.
  case w1 = "W1"
  /// Consent that is not on behalf of the organization admits that one admin only.
  case w2 = "W2"
  /// If consent was given before, the checkbox may not appear; then, if necessary, 2B.
  case w3 = "W3"
  /// Deleting removes the application and revokes all admin consent.
  case w4 = "W4"
  /// It removes all user assignments; users must be reassigned afterwards.
  case w5 = "W5"
  /// Entra ID backup stays closed until Nexetic's own role is raised.
  case w6 = "W6"
  /// Who is shown the checkbox, and who else may consent.
  case w7 = "W7"
  /// Who may delete, restore and re-add.
  case w8 = "W8"
}

extension Input {
  /// The warnings it answers, when it is accepted.
  public var answeredWarnings: [Warning] {
    switch self {
    case .answered(.identification, _): [.w1]
    case .answered(.appearance, _): [.w3]
    case .answered(.phrase, _): [.w4, .w5]
    case .answered(.access, _): [.w6]
    case .answered(.question(.roles), .fact): [.w7, .w8]
    case .observed(.roles): [.w7, .w8]
    case .outcome(_, .appeared(let appearance)):
      switch appearance {
      case .acceptedForOrganization, .acceptedForSelf: [.w2]
      case .noPrompt, .noCheckbox, .approvalPage, .declined, .error: [.w2, .w3]
      case .notYet, .notTried: []
      }
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .confirmed, .outcome, .resumed, .settled, .verified,
      .closed:
      []
    }
  }

  /// Its name, as the exported graph has it.
  public var name: String {
    switch self {
    case .reported: "reported"
    case .observed: "observed"
    case .answered: "answered"
    case .chosen: "chosen"
    case .putAside: "putAside"
    case .routeChosen: "routeChosen"
    case .routeSetAside: "routeSetAside"
    case .snapshotCompleted: "snapshotCompleted"
    case .listCompleted: "listCompleted"
    case .confirmed: "confirmed"
    case .outcome: "outcome"
    case .resumed: "resumed"
    case .settled: "settled"
    case .verified: "verified"
    case .closed: "closed"
    }
  }
}
