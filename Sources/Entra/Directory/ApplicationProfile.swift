/// One vendor's application, as its support desk knows it.
///
/// What the article does not say is optional and empty for Nexetic: each step says how it reads
/// without it. Another vendor's desk ships another value.
public struct ApplicationProfile: Sendable, Hashable {
  /// What the portal calls the sign-in application.
  public let name: String
  /// The sign-in application's ID, the same in every tenant.
  public let appID: AppID
  /// Who sells and supports it.
  public let vendor: String
  /// Applications easily taken for it, and what each is for.
  public let lookAlikes: [LookAlike]
  /// The tenant in which the vendor registered it, where known.
  public let ownerTenant: TenantID?
  /// The delegated permissions it asks for, where the vendor says.
  public let expectedScopes: [String]
  /// The address where users sign in, where the vendor says.
  public let signInAddress: String?
  /// What the application guards behind its own roles ("Entra ID backup").
  public let guardedFeature: String
  /// The vendor's role that shuts people out, and the one that lets them in.
  public let roles: (shut: String, open: String)
  /// The article on raising the vendor's role.
  public let roleArticle: String

  /// An application that is not the one to sign in to.
  public struct LookAlike: Sendable, Hashable {
    /// Its name in the portal.
    public let name: String
    /// Its ID, where the vendor says.
    public let appID: AppID?
    /// What it is for, in the article's words.
    public let purpose: String

    /// A look-alike by its parts.
    public init(name: String, appID: AppID?, purpose: String) {
      (self.name, self.appID, self.purpose) = (name, appID, purpose)
    }
  }

  /// A profile by its parts: for the desk of another vendor.
  public init(
    name: String, appID: AppID, vendor: String, lookAlikes: [LookAlike], ownerTenant: TenantID?,
    expectedScopes: [String], signInAddress: String?, guardedFeature: String,
    roles: (shut: String, open: String), roleArticle: String
  ) {
    (self.name, self.appID, self.vendor) = (name, appID, vendor)
    (self.lookAlikes, self.ownerTenant) = (lookAlikes, ownerTenant)
    (self.expectedScopes, self.signInAddress) = (expectedScopes, signInAddress)
    (self.guardedFeature, self.roles, self.roleArticle) = (guardedFeature, roles, roleArticle)
  }

  /// Two profiles are equal when they describe the same application.
  public static func == (one: Self, other: Self) -> Bool { one.appID == other.appID }

  /// Hashes the application's ID.
  public func hash(into hasher: inout Hasher) { hasher.combine(appID) }
}

extension ApplicationProfile {
  /// Nexetic Backup, as the article describes it.
  public static let nexeticBackup = ApplicationProfile(
    name: "Nexetic Backup",
    appID: AppID(bits: 0xFACD_4A2D_CBD2_4095_BFA8_AC9C_819F_843E),
    vendor: "Nexetic",
    lookAlikes: [
      LookAlike(
        name: "Nexetic Backup for Entra ID", appID: nil,
        purpose: "used exclusively for running backup operations")
    ],
    ownerTenant: nil,
    expectedScopes: [],
    signInAddress: nil,
    guardedFeature: "Entra ID backup",
    roles: (shut: "No Access", open: "Full Access"),
    roleArticle: "How to assign admin roles in Entra ID Backup")
}
