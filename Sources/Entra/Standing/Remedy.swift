/// The article's options, by what they ask of the admin's role.
public enum Remedy: String, Sendable, Hashable, Codable, CaseIterable {
  /// Option 1: assign users and groups.
  case assign
  /// Option 2A: consent again.
  case reconsent
  /// Option 2B: delete, add again, consent and put back.
  case replace
  /// Take the application out of the recycle bin.
  case restore

  /// What has to be done for it; of several ways to do one thing, each.
  public var deeds: [Deed] {
    switch self {
    case .assign: [.assign]
    case .reconsent: [.seeConsentCheckbox, .consentForOrganization]
    case .replace:
      [
        .readAssignments, .delete, .readdThroughGraph, .readdByConsent, .changeProperties,
        .consentForOrganization, .assign,
      ]
    case .restore: [.restore]
    }
  }
}
