public import Remediation

extension Words {
  /// A gate's name.
  public func name(of gate: Gate) -> String {
    switch gate {
    case .object: "Application"
    case .consent: "Consent"
    case .assignment: "Assignment"
    case .user: "Account"
    case .rbac: "\(vendor) role"
    }
  }

  /// What must be so for the gate to be open.
  public func meaning(of gate: Gate) -> String {
    switch gate {
    case .object: "\(app) exists in the tenant, and sign-in is enabled."
    case .consent: "Consent was given on behalf of the organization."
    case .assignment: "Assignment is not required, or the user is assigned."
    case .user: "The account, the tenant and Conditional Access let the user through."
    case .rbac: "The user's role in \(vendor)'s own system is \(openRole)."
    }
  }

  /// Who can open the gate.
  public func owner(of gate: Gate) -> String {
    switch gate {
    case .object, .consent, .assignment: "We open this one, with the customer's admin."
    case .user: "The customer's admin opens this one, outside \(app)."
    case .rbac: "This one is opened in \(vendor)'s own system, not in Entra."
    }
  }

  /// One word for a judgement.
  public func name(of judgement: Judgement) -> String {
    switch judgement {
    case .open: "open"
    case .shut: "shut"
    case .unknown: "not known"
    }
  }

  /// How a gate stands, in one sentence.
  public func sentence(for gate: Gate, _ judgement: Judgement) -> String {
    switch (gate, judgement) {
    case (.object, .open): "The application is there and enabled."
    case (.object, .shut): "The application is missing or disabled."
    case (.object, .unknown): "Nobody has looked whether the application is there."
    case (.consent, .open): "Consent for the organization is there."
    case (.consent, .shut): "Consent for the organization is missing."
    case (.consent, .unknown): "It is not known whether consent is there."
    case (.assignment, .open): "Assignment keeps nobody out."
    case (.assignment, .shut): "Assignment is required, and somebody is not assigned."
    case (.assignment, .unknown): "It is not known whether everybody is assigned."
    case (.user, .open): "The accounts get through."
    case (.user, .shut): "An account, a policy or the tenant blocks somebody."
    case (.user, .unknown): "It is not known whether the accounts get through."
    case (.rbac, .open): "The \(vendor) role is \(openRole)."
    case (.rbac, .shut): "The \(vendor) role is \(shutRole)."
    case (.rbac, .unknown): "The \(vendor) role is not known."
    }
  }

  /// What is known of the application, as the reason for a finding.
  public func because(_ object: ApplicationObject) -> String {
    switch object {
    case .unknown: "Nobody has looked."
    case .present: "It is in the list, and enabled."
    case .disabled: "\"Enabled for users to sign-in?\" is No."
    case .disabledByVendor: "\(vendor) or Microsoft disabled it. The customer cannot switch it on."
    case .readded: "It was deleted and added again: empty. The old one is restorable."
    case .readdedForGood: "It was deleted and added again: empty. The old one is gone."
    case .deleted: "Deleted; restorable for 30 days."
    case .gone: "Deleted, and no longer restorable."
    case .neverInstalled: "Never installed here. The first consent creates it."
    case .notSeen: "Not in the list. Perhaps deleted, perhaps the wrong tenant."
    }
  }

  /// What keeps people out, in one sentence.
  public func verdict(on facts: Facts) -> String {
    let shut = names(of: .shut, in: facts)
    if !shut.isEmpty { return "What keeps them out: \(Quantity.listed(shut))." }
    if Gate.allCases.filter(\.isOurs).allSatisfy({ facts.judgement(of: $0) == .open }) {
      return everythingIsOpen
    }
    let unknown = names(of: .unknown, in: facts)
    guard !unknown.isEmpty else { return "Nothing is known that keeps them out." }
    return "Not known yet: \(Quantity.listed(unknown))."
  }

  /// That the application lets in whom it did not before; nil where it doesn't, or nobody knows.
  public func openToAll(in opened: Case) -> String? {
    guard opened.facts.object.isReadded, opened.loss.outstanding.contains(.requirement) else {
      return nil
    }
    return "It was added again and stands open to everybody; the old one required assignment."
  }

  private func names(of judgement: Judgement, in facts: Facts) -> [String] {
    Gate.allCases.filter { facts.judgement(of: $0) == judgement }.map { gate in
      switch gate {
      case .object: "the application"
      case .consent: "consent"
      case .assignment: "assignment"
      case .user: "the account"
      case .rbac: "the \(vendor) role"
      }
    }
  }

  /// Why a gate is judged so, from what is known.
  public func because(_ gate: Gate, in facts: Facts) -> String {
    let judgement = facts.judgement(of: gate)
    switch gate {
    case .object: return because(facts.object)
    case .consent:
      switch judgement {
      case .open: return "A grant for the whole organization is listed."
      case .shut: return "No consent for the organization that works."
      case .unknown: return "Nobody has looked at the Permissions page."
      }
    case .assignment: return becauseAssignment(facts)
    case .user:
      switch judgement {
      case .open: return "They sign in elsewhere without an error."
      case .shut: return "The error names the account, a policy or the tenant."
      case .unknown: return "Nobody has tried the account elsewhere."
      }
    case .rbac:
      switch judgement {
      case .open: return "\(vendor) shows \(openRole)."
      case .shut: return "\(vendor) shows \(shutRole) after signing in."
      case .unknown: return "Nobody has looked at the role in \(vendor)."
      }
    }
  }

  private func becauseAssignment(_ facts: Facts) -> String {
    switch (facts.isAssignmentRequired, facts.judgement(of: .assignment)) {
    case (false?, _): "\"Assignment required?\" is No."
    case (true?, .open): "Required, and everybody affected is assigned."
    case (true?, .shut) where facts.people.count == 1:
      "Required, and those affected are not assigned."
    case (true?, .shut):
      "Required, and \(Quantity.counted(facts.unassigned, "entry", plural: "entries"))"
        + " of those affected \(facts.unassigned == 1 ? "is" : "are") not assigned."
    case (true?, .unknown): "Required. Nobody has looked who is assigned."
    case (nil, .open): "Everybody affected is assigned."
    case (nil, .shut), (nil, .unknown): "Nobody has looked at \"Assignment required?\"."
    }
  }

  /// A finding in one line: gate, state and reason.
  public func line(for finding: Finding, in facts: Facts) -> String {
    "\(name(of: finding.gate)): \(name(of: finding.judgement)). "
      + because(finding.gate, in: facts)
  }
}

extension Facts {
  /// How many of those affected are known not to be assigned.
  fileprivate var unassigned: Int { people.count { $0.assignment == .shut } }
}
