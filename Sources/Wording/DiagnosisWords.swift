public import Entra
public import Remediation

extension Words {
  /// Why the application is judged as it is, with what was deleted.
  public func because(_ object: ApplicationObject, deleted: [DeletedApplication]) -> String {
    guard let best = deleted.first else { return because(object) }
    switch object {
    case .deleted:
      let others = deleted.count - 1
      let more =
        others == 0
        ? "" : " \(Quantity.counted(others, "other")) \(others == 1 ? "lies" : "lie") beside it."
      return "Deleted on \(day(best.deletedAt)); restorable for \(days(best.daysLeft)).\(more)"
    case .readded:
      return "Deleted on \(day(best.deletedAt)) and added again, empty. The old one is restorable "
        + "for \(days(best.daysLeft))."
    case .unknown, .present, .disabled, .disabledByVendor, .readdedForGood, .gone, .neverInstalled,
      .notSeen:
      return because(object)
    }
  }

  /// Why the consent gate is judged as it is; `nil` stands for grants that could not be read.
  public func because(_ consent: ConsentStanding?) -> String {
    guard let consent else { return "The grants could not be read." }
    guard !consent.organization.isEmpty else { return becauseOwn(consent) }
    let scopes = consent.organizationScopes.values.count
    let given = "Granted for the organization: \(Quantity.counted(scopes, "permission"))."
    if !consent.lacking.isEmpty { return "\(given) Missing: \(consent.lacking)." }
    if !consent.doubtful.isEmpty {
      return "\(given) Users granted for themselves what it lacks: \(consent.doubtful)."
    }
    return given
  }

  private func becauseOwn(_ consent: ConsentStanding) -> String {
    let proof = consent.record.flatMap { self.proof(of: $0) }.map { " \($0)" } ?? ""
    guard consent.ownConsents > 0 else {
      return consent.individual.isEmpty && proof.isEmpty
        ? "Nothing is granted, neither for the organization nor for a user."
        : "Nothing is granted for the organization.\(proof)"
    }
    let number =
      (consent.hasMoreOwnConsents ? "more than " : "")
      + Quantity.counted(consent.ownConsents, "user")
    return "Nothing is granted for the organization, only by \(number) for themselves.\(proof)"
  }

  /// What the audit log proves of a consent without the box; nil where it proves nothing.
  public func proof(of record: ConsentStanding.Record) -> String? {
    guard record.isForOrganization == false else { return nil }
    return "The audit log: \(record.by.safe) consented on \(day(record.at)) without the box."
  }

  /// Why the assignment gate is judged as it is for everybody.
  public func because(_ assigned: AssignmentStanding?, isRequired: Bool?) -> String {
    guard let isRequired else { return "The application is not there: nobody is assigned." }
    guard isRequired else { return "\"Assignment required?\" is No." }
    guard let assigned else { return "Required. Who is assigned could not be read." }
    if assigned.principals == 0 { return "Required, and nobody is assigned." }
    let verb = assigned.principals == 1 ? "is" : "are"
    var text = "Required; \(counts(of: assigned)) \(verb) assigned."
    if assigned.isConsenterAlone { return text + " It is the one who consented, and nobody else." }
    let nested = assigned.nested.count
    if nested > 0 {
      let verb = nested == 1 ? "is" : "are"
      text += " \(Quantity.counted(nested, "group")) inside them \(verb) not covered."
    }
    return text + " Whether those affected are among them, a user's name tells."
  }

  /// "11 users and 3 groups".
  func counts(of assigned: AssignmentStanding) -> String {
    Quantity.listed(
      [
        assigned.users > 0 ? Quantity.counted(assigned.users, "user") : nil,
        assigned.groups > 0 ? Quantity.counted(assigned.groups, "group") : nil,
      ].compactMap(\.self))
  }

  /// Why the assignment gate is judged as it is for one person.
  public func because(_ person: PersonStanding, isRequired: Bool?) -> String {
    if isRequired == false { return "\"Assignment required?\" is No." }
    let required = isRequired == true ? "Required; " : ""
    switch person.assignment {
    case .direct: return "\(required)assigned directly.".capitalizedFirst
    case .group(let group):
      return "\(required)assigned by the group \(quoted(group)).".capitalizedFirst
    case .nestedOnly(let group):
      return "\(required)in the assigned group \(quoted(group)) only through another group, which "
        .capitalizedFirst + "does not count."
    case .none:
      if person.roles.contains(.globalAdministrator) {
        return "Not assigned; a Global Administrator gets in without."
      }
      return "\(required)not assigned, neither directly nor by a group.".capitalizedFirst
    case .unknown: return "Whether they are assigned could not be read."
    }
  }

  /// Why the account gate is judged as it is.
  public func because(accountOf person: PersonStanding?) -> String {
    guard let person else { return "Ask about a user by name. Conditional Access is not read." }
    switch person.account {
    case .missing: return "There is no such account in this tenant."
    case .disabled: return "The account is blocked."
    case .unknown: return "The account could not be read."
    case .enabled: break
    }
    let kind = person.isGuest ? "The guest's account is enabled." : "The account is enabled."
    guard let last = person.lastSignIn else { return "\(kind) \(policiesUnread)" }
    let on = last.at.isEmpty ? "" : " on \(day(last.at))"
    if last.code == 0 { return "\(kind) The last sign-in\(on) worked." }
    let name = SignInError(code: last.code).name
    if (53_000...53_011).contains(last.code) {
      return "\(kind) Conditional Access refused the last sign-in\(on): \(name)."
    }
    return "\(kind) The last sign-in\(on) ended with \(name). \(policiesUnread)"
  }

  /// What a diagnosis can't tell of anybody.
  public var policiesUnread: String { "What Conditional Access would say is not known." }

  /// What keeps somebody out, in a sentence about them.
  public func sentence(for access: Access, _ person: PersonStanding) -> String {
    let who = quoted(person.userPrincipalName)
    switch access {
    case .admitted:
      return "\(who) can sign in: this is not single sign-on. If \(feature) shows \(shutRole), "
        + "\(vendor)'s own role must be raised. \(policiesUnread)"
    case .asked:
      return "\(who) can sign in after accepting a consent prompt for themselves. "
        + policiesUnread
    case .out(let obstruction): return "\(who) can't sign in: \(reason(obstruction))"
    case .unknown(let doubt): return "Whether \(who) can sign in is not known: \(reason(doubt))"
    }
  }

  /// What keeps somebody out, as the end of a sentence.
  public func reason(_ obstruction: Access.Obstruction) -> String {
    switch obstruction {
    case .accountMissing: "there is no such account in this tenant."
    case .accountDisabled: "the account is blocked."
    case .blockedByPolicy: "Conditional Access refused the last sign-in."
    case .applicationMissing: "\(app) is not in this tenant."
    case .applicationDisabled: "sign-in to \(app) is switched off."
    case .notAssigned: "assignment is required, and they are not assigned."
    case .nestedOnly: "assignment is required, and a group inside an assigned one does not count."
    case .consentMissing: "nobody consented for the organization, and they may not themselves."
    }
  }

  /// What could not be told, as the end of a sentence.
  public func reason(_ doubt: Access.Doubt) -> String {
    switch doubt {
    case .application: "\(app) could not be read."
    case .assignment: "their assignment could not be read."
    case .consent: "the grants could not be read."
    case .ownConsent: "the tenant's settings may let them consent for themselves, or not."
    case .account: "the account could not be read."
    }
  }

  /// A name that others chose, made harmless and shortened so that it ends where it ends.
  public func quoted(_ text: ForeignText) -> String {
    let safe = text.safe
    let shown = safe.count > Self.longestName ? safe.prefix(Self.longestName) + "..." : safe[...]
    return "\"\(shown)\""
  }

  private static let longestName = 64

  private func days(_ number: Int) -> String {
    number == 0 ? "less than a day" : Quantity.counted(number, "day")
  }

  /// The day of a time as Graph writes it.
  func day(_ time: String) -> String { ForeignText(String(time.prefix(10))).safe }
}

extension String {
  /// With a capital first letter.
  fileprivate var capitalizedFirst: String { Quantity.capitalized(self) }
}

extension Access {
  /// The gate that it is about.
  public var gate: Gate {
    switch self {
    case .admitted, .asked: .rbac
    case .out(let obstruction):
      switch obstruction {
      case .accountMissing, .accountDisabled, .blockedByPolicy: .user
      case .applicationMissing, .applicationDisabled: .object
      case .notAssigned, .nestedOnly: .assignment
      case .consentMissing: .consent
      }
    case .unknown(let doubt):
      switch doubt {
      case .application: .object
      case .assignment: .assignment
      case .consent, .ownConsent: .consent
      case .account: .user
      }
    }
  }
}
