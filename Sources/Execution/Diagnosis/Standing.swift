public import Entra
public import Remediation

/// What lets people in or keeps them out, all of them alike: the application and its settings.
public struct Standing: Sendable, Hashable {
  /// How the application is.
  public var object: ApplicationObject
  /// Whether assignment is required.
  public var isAssignmentRequired: Bool?
  /// Whether the organization has consented.
  public var consent: Judgement
  /// What users may consent to by themselves.
  public var userConsent: UserConsentSetting?

  /// How an application stands.
  public init(
    object: ApplicationObject, isAssignmentRequired: Bool?, consent: Judgement,
    userConsent: UserConsentSetting?
  ) {
    (self.object, self.isAssignmentRequired) = (object, isAssignmentRequired)
    (self.consent, self.userConsent) = (consent, userConsent)
  }

  /// Whether `person` gets in: the first gate that is shut, in the order in which sign-in asks.
  ///
  /// Conditional Access is not known from here; the log's last refusal by it counts, and
  /// an admin's own prompt does, which they may accept for themselves.
  public func access(of person: PersonStanding) -> Access {
    switch person.account {
    case .missing: return .out(.accountMissing)
    case .disabled: return .out(.accountDisabled)
    case .unknown: return .unknown(.account)
    case .enabled: break
    }
    switch object {
    case .unknown: return .unknown(.application)
    case .disabled, .disabledByVendor: return .out(.applicationDisabled)
    case .deleted, .gone, .neverInstalled, .notSeen: return .out(.applicationMissing)
    case .present, .readded, .readdedForGood: break
    }
    if let refused = access(byAssignmentOf: person) { return refused }
    if person.lastSignIn?.isRefusedByPolicy == true { return .out(.blockedByPolicy) }
    return access(byConsentOf: person)
  }

  /// What assignment says against it; `nil` when it lets the person through.
  private func access(byAssignmentOf person: PersonStanding) -> Access? {
    // Sign-in asks no Global Administrator for an assignment.
    if isAssignmentRequired == false || person.roles.contains(.globalAdministrator) { return nil }
    switch person.assignment {
    case .direct, .group: return nil
    case .unknown: return .unknown(.assignment)
    case .nestedOnly: return isAssignmentRequired == nil ? .unknown(.assignment) : .out(.nestedOnly)
    case .none: return isAssignmentRequired == nil ? .unknown(.assignment) : .out(.notAssigned)
    }
  }

  private func access(byConsentOf person: PersonStanding) -> Access {
    if consent == .open || person.hasConsented == true { return .admitted }
    if person.roles.may(.consentForOrganization) { return .asked }
    if consent == .unknown || person.hasConsented == nil { return .unknown(.consent) }
    // Required assignment switches users' own consent off for the application.
    if isAssignmentRequired == true { return .out(.consentMissing) }
    switch userConsent {
    case .off?: return .out(.consentMissing)
    case .low?, .legacy?, .recommended?, .custom?, nil: return .unknown(.ownConsent)
    }
  }
}

extension PersonStanding.SignIn {
  /// Whether Conditional Access refused it; its other codes only ask for a second factor.
  public var isRefusedByPolicy: Bool { (53_000...53_011).contains(code) }
}
