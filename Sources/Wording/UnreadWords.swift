public import Entra

/// Why something in a tenant could not be read.
public enum UnreadReason: String, Sendable, Hashable, CaseIterable {
  /// The admin's roles or the token's permissions are too small.
  case notPermitted
  /// The tenant's plan does not include it.
  case notLicensed
  /// This Graph does not have it.
  case notOffered
  /// Graph failed, or its answer could not be understood.
  case failed
}

extension Words {
  /// Why something could not be read.
  public func sentence(for reason: UnreadReason) -> String {
    switch reason {
    case .notPermitted: "The signed-in admin's active roles do not allow it."
    case .notLicensed: "The tenant's plan does not include it."
    case .notOffered: "The tenant's Graph does not offer it."
    case .failed: "Graph failed to answer."
    }
  }

  /// Whether somebody may do something.
  public func name(of ability: Ability) -> String {
    switch ability {
    case .can: "now"
    case .afterActivation: "after activating"
    case .cannot: "never with these roles"
    case .unknown: "not known"
    }
  }

  /// What a deed is called beside whoever may do it.
  public func name(of deed: Deed) -> String {
    switch deed {
    case .seeConsentCheckbox: "see the consent checkbox"
    case .consentForOrganization: "consent by link, portal or Graph"
    case .consentIncludingGraphAppOnly: "consent to application permissions"
    case .assign: "assign"
    case .changeProperties: "change the properties"
    case .delete: "delete"
    case .readdThroughGraph: "add again through Graph"
    case .readdByConsent: "add again by consenting"
    case .restore: "restore"
    case .readAssignments: "list the assignments"
    }
  }
}
