import Entra

/// A directory role that a person of the tenant may hold.
///
/// - Source: Microsoft, "Microsoft Entra built-in roles".
public enum AdminRole: String, Sendable, Hashable, CaseIterable {
  /// May do everything.
  case globalAdministrator = "Global Administrator"
  /// Consents to everything and assigns, but does not create, edit, delete or restore.
  case privilegedRoleAdministrator = "Privileged Role Administrator"
  /// Administers applications; sees no consent checkbox.
  case applicationAdministrator = "Application Administrator"
  /// The same without application proxy.
  case cloudApplicationAdministrator = "Cloud Application Administrator"
  /// Administers people; may assign them.
  case userAdministrator = "User Administrator"
  /// Administers hybrid sign-in.
  case hybridIdentityAdministrator = "Hybrid Identity Administrator"
  /// Administers identity governance.
  case identityGovernanceAdministrator = "Identity Governance Administrator"
  /// Writes basic directory objects.
  case directoryWriter = "Directory Writers"
  /// Reads basic directory objects.
  case directoryReader = "Directory Readers"
  /// Reads what a Global Administrator reads.
  case globalReader = "Global Reader"
  /// Reads security's reports.
  case securityReader = "Security Reader"
  /// Reads sign-in and audit reports.
  case reportsReader = "Reports Reader"

  /// The template's id, the same in every tenant.
  public var templateID: String {
    switch self {
    case .globalAdministrator: "62e90394-69f5-4237-9190-012177145e10"
    case .privilegedRoleAdministrator: "e8611ab8-c189-46e8-94e1-60213ab1f814"
    case .applicationAdministrator: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"
    case .cloudApplicationAdministrator: "158c047a-c907-4556-b7ef-446551a6b5f7"
    case .userAdministrator: "fe930be7-5e62-47db-91af-98c3a49a38b1"
    case .hybridIdentityAdministrator: "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"
    case .identityGovernanceAdministrator: "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"
    case .directoryWriter: "9360feb5-f418-4baa-8175-e2a00bac4301"
    case .directoryReader: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"
    case .globalReader: "f2ef992c-3afb-46b9-b7cf-a126ee74c451"
    case .securityReader: "5d6b6bb7-de71-4623-b4af-96380a352509"
    case .reportsReader: "4a5d8f65-41da-4de4-8968-e035b65339cf"
    }
  }
}

/// What a request or a consent does, and a role allows or not.
enum Act: Sendable, Hashable, CaseIterable {
  case seeCheckbox
  case consentForAll
  case consentForAllToGraphRoles
  case giveRolesOfOtherAPIs
  case assign
  case changeApplication
  case deleteApplication
  case createApplication
  case restoreApplication
  case readGrants
  case writeGrants
  case readSignIns
  case readAudits
  case readPolicies
}

extension AdminRole {
  /// Whether the role alone allows `act`.
  func allows(_ act: Act, _ switches: Switches) -> Bool {
    if self == .globalAdministrator { return true }
    let administersApplications =
      self == .applicationAdministrator || self == .cloudApplicationAdministrator
    let consents = administersApplications || self == .privilegedRoleAdministrator
    switch act {
    case .seeCheckbox, .consentForAllToGraphRoles: return self == .privilegedRoleAdministrator
    case .consentForAll, .giveRolesOfOtherAPIs, .writeGrants: return consents
    case .assign:
      return consents || self == .userAdministrator || self == .identityGovernanceAdministrator
        || self == .directoryWriter || self == .hybridIdentityAdministrator
    case .changeApplication, .restoreApplication:
      return administersApplications || self == .hybridIdentityAdministrator
    case .deleteApplication, .createApplication: return administersApplications
    case .readGrants: return self != .reportsReader
    case .readSignIns:
      return isReader || self == .applicationAdministrator
        || self == .cloudApplicationAdministrator && switches.cloudAppAdminReadsSignIns
    case .readAudits: return isReader || administersApplications
    case .readPolicies:
      return self == .globalReader || self == .privilegedRoleAdministrator
        || administersApplications && switches.appAdminsReadPolicies
    }
  }

  private var isReader: Bool {
    self == .globalReader || self == .securityReader || self == .reportsReader
  }
}
