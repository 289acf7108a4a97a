public import Entra
public import Remediation

extension Words {
  /// The answer that every question takes.
  public var dontKnow: String { "Don't know" }

  /// Something that nobody says is so.
  public var notAsFarAsKnown: String { "Not as far as anybody knows" }

  /// An observation, as the answer to a question and as a line of the report.
  public func label(of observation: Observation) -> String {
    switch observation {
    case .object(let object): label(of: object)
    case .consent(.open): "Yes, consent for the organization is listed"
    case .consent(.shut): "No, none is listed"
    case .consent(.unknown): "Consent: not known"
    case .assignmentRequired(true): "Yes, assignment is required"
    case .assignmentRequired(false): "No, assignment is not required"
    case .formerRequirement(true): "Yes, the old one required assignment"
    case .formerRequirement(false): "No, the old one was open to everybody"
    case .assignment(let person, let judgement): assignmentLabel(person, judgement)
    case .account(let person, let judgement): accountLabel(person, judgement)
    case .person: "One more person is named"
    case .nexeticRole(.open): "They get to the backup: \(openRole)"
    case .nexeticRole(.shut): "It shows \(shutRole)"
    case .nexeticRole(.unknown): "The \(vendor) role: not known"
    case .roles(let roles): name(of: roles)
    case .scopes(true): "The permissions to consent to are known"
    case .scopes(false): "The permissions to consent to are not known"
    case .tenant(let domain): "The tenant is \(domain)"
    case .adminChanged: "Another admin acts now"
    case .contentChanged: "Assignments or properties changed meanwhile"
    case .restoreWindowClosed: "The 30 days are over"
    case .deletionSettled: "Adding again no longer fails with 650051"
    }
  }

  private func label(of object: ApplicationObject) -> String {
    switch object {
    case .unknown: "The application: not known"
    case .present: "Yes, and it is enabled"
    case .disabled: "Yes, but \"Enabled for users to sign-in?\" is No"
    case .disabledByVendor: "Yes, but \(vendor) or Microsoft disabled it"
    case .readded: "It was deleted, and added again since"
    case .readdedForGood: "It was deleted over 30 days ago, and added again"
    case .deleted: "It was deleted, less than 30 days ago"
    case .gone: "It was deleted, more than 30 days ago"
    case .neverInstalled: "It was never there"
    case .notSeen: "No, it is not in the list"
    }
  }

  private func assignmentLabel(_ person: Int, _ judgement: Judgement) -> String {
    let subject = person == 0 ? "" : "Person \(person): "
    return switch judgement {
    case .open: subject + Self.begin(subject, "Yes, assigned")
    case .shut: subject + Self.begin(subject, "No, not assigned")
    case .unknown: subject + Self.begin(subject, "Assignment not known")
    }
  }

  private func accountLabel(_ person: Int, _ judgement: Judgement) -> String {
    let subject = person == 0 ? "" : "Person \(person): "
    return switch judgement {
    case .open: subject + Self.begin(subject, "Yes, other apps work")
    case .shut: subject + Self.begin(subject, "No, other apps fail too")
    case .unknown: subject + Self.begin(subject, "Account not known")
    }
  }

  private static func begin(_ subject: String, _ text: String) -> String {
    subject.isEmpty ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The roles of one admin: `Privileged Role Administrator and User Administrator`.
  public func name(of roles: RoleSet) -> String {
    roles.isEmpty ? "None of these roles" : Quantity.listed(roles.roles.map(name))
  }

  /// A directory role, in the portal's words.
  public func name(of role: DirectoryRole) -> String {
    switch role {
    case .globalAdministrator: "Global Administrator"
    case .privilegedRoleAdministrator: "Privileged Role Administrator"
    case .cloudApplicationAdministrator: "Cloud Application Administrator"
    case .applicationAdministrator: "Application Administrator"
    case .userAdministrator: "User Administrator"
    case .owner: "Owner of the application"
    case .other: "Another role"
    }
  }

  /// What a set of roles may do here, in one sentence.
  public func powers(of roles: RoleSet) -> String {
    let deeds: [(Deed, String)] = [
      (.seeConsentCheckbox, "see the checkbox"), (.consentForOrganization, "consent by link"),
      (.assign, "assign"), (.changeProperties, "change properties"), (.delete, "delete"),
      (.restore, "restore"),
    ]
    let (may, mayNot) = (
      deeds.filter { roles.may($0.0) }.map(\.1), deeds.filter { !roles.may($0.0) }.map(\.1)
    )
    if mayNot.isEmpty { return "May do everything here." }
    if may.isEmpty { return "May do nothing here." }
    return "May \(Quantity.listed(may)); may not \(Quantity.listed(mayNot, by: "or"))."
  }

  /// W6's answer.
  public func label(of need: AccessNeed) -> String {
    switch need {
    case .nobody: "Nobody: signing in is all they need"
    case .namedPeople: "These people, named one by one"
    case .customerDecides: "The customer will decide"
    }
  }
}
