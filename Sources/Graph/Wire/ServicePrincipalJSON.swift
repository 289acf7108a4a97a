public import Entra

/// `servicePrincipal` as Graph sends it, alive or in the recycle bin.
///
/// Of its many fields those that tell which one it is, and those that a deletion resets.
/// - Source: Graph, `resources/serviceprincipal.md`.
public struct ServicePrincipalJSON: Sendable, Hashable {
  /// Its object ID in this tenant.
  public let id: String?
  /// The application's ID.
  public let appId: String?
  /// Its name in this tenant.
  public let displayName: String?
  /// When it was deleted; null while alive.
  public let deletedDateTime: String?
  /// The tenant where the vendor registered it.
  public let appOwnerOrganizationId: String?
  /// When it was created, or created again.
  public let createdDateTime: String?
  /// Why Microsoft disabled it; null while it did not.
  public let disabledByMicrosoftStatus: String?
  /// Whether the vendor switched it off for every tenant.
  public let isDisabled: Bool?
  /// The roles it declares.
  public let appRoles: [AppRoleJSON]
  /// What a deletion resets.
  public let settings: Settings
  /// The fields that were sent, null or not: a reader may have asked for fewer.
  public let present: Set<Field>

  /// What an administrator may have set, and loses with a deletion.
  public struct Settings: Sendable, Hashable {
    /// The portal's "Enabled for users to sign-in?".
    public let accountEnabled: Bool?
    /// The portal's "Assignment required?".
    public let appRoleAssignmentRequired: Bool?
    /// Tags, two of which the portal reads.
    public let tags: [String]
    /// Free text, at most 1024 characters.
    public let notes: String?
    /// Free text.
    public let description: String?
    /// Who hears of expiring certificates.
    public let notificationEmailAddresses: [String]
    /// `saml`, `oidc`, `password`, `notSupported`.
    public let preferredSingleSignOnMode: String?
    /// Where the application starts signing in.
    public let loginUrl: String?
    /// The application's home page.
    public let homepage: String?
  }

  /// The fields read here, as Graph spells them.
  public enum Field: String, CodingKey, Sendable, Hashable, CaseIterable {
    /// Object ID.
    case id
    /// Application ID.
    case appId
    /// Name.
    case displayName
    /// Time of deletion.
    case deletedDateTime
    /// The vendor's tenant.
    case appOwnerOrganizationId
    /// Time of creation.
    case createdDateTime
    /// Microsoft's reason for disabling it.
    case disabledByMicrosoftStatus
    /// The vendor's own switch.
    case isDisabled
    /// Declared roles.
    case appRoles
    /// The portal's "Enabled for users to sign-in?".
    case accountEnabled
    /// The portal's "Assignment required?".
    case appRoleAssignmentRequired
    /// Tags.
    case tags
    /// Notes.
    case notes
    /// Description.
    case description
    /// Addresses for notices.
    case notificationEmailAddresses
    /// Mode of single sign-on.
    case preferredSingleSignOnMode
    /// Sign-in address.
    case loginUrl
    /// Home page.
    case homepage

    /// The fields that a deletion resets.
    public static let reset: [Self] = [
      .accountEnabled, .appRoleAssignmentRequired, .tags, .notes, .description,
      .notificationEmailAddresses, .preferredSingleSignOnMode, .loginUrl, .homepage,
    ]
  }

  /// Its object ID.
  /// - Throws: ``WireError`` if there is none.
  public func objectID() throws(WireError) -> ObjectID { try WireError.objectID(id, "id") }

  /// The application's ID.
  /// - Throws: ``WireError`` if there is none.
  public func applicationID() throws(WireError) -> AppID {
    guard let appId, !appId.isEmpty else { throw .missing(field: "appId") }
    guard let id = AppID(appId) else { throw .unreadable(field: "appId", ForeignText(appId)) }
    return id
  }
}

extension ServicePrincipalJSON {
  /// Whether the vendor or Microsoft switched it off, which no admin of the tenant can change.
  public var isDisabledByOthers: Bool {
    isDisabled == true || !(disabledByMicrosoftStatus ?? "").isEmpty
  }

  /// It as a value; roles without an ID are left out.
  /// - Throws: ``WireError`` naming the first field that stands against it.
  public func servicePrincipal() throws(WireError) -> ServicePrincipal {
    ServicePrincipal(
      id: try objectID(), appID: try applicationID(), name: ForeignText(displayName ?? ""),
      isEnabled: settings.accountEnabled ?? true,
      isAssignmentRequired: settings.appRoleAssignmentRequired ?? false,
      ownerTenant: appOwnerOrganizationId.flatMap { TenantID($0) }, tags: Set(settings.tags),
      roles: appRoles.compactMap(\.role), deletedAt: deletedDateTime)
  }
}

extension AppRoleJSON {
  /// It as a value; `nil` without an ID.
  var role: AppRole? {
    guard let id = id.flatMap({ ObjectID($0) }) else { return nil }
    return AppRole(
      id: id, value: value.map { ForeignText($0) }, name: ForeignText(displayName ?? ""),
      isEnabled: isEnabled ?? true, allowedMemberTypes: Set(allowedMemberTypes ?? []))
  }
}

extension ServicePrincipalJSON: GraphRow {
  /// Reads what is there.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    func text(_ field: Field) throws -> String? {
      try fields.decodeIfPresent(String.self, forKey: field)
    }
    func texts(_ field: Field) throws -> [String] {
      try fields.decodeIfPresent([String].self, forKey: field) ?? []
    }
    present = Set(fields.allKeys)
    id = try text(.id)
    appId = try text(.appId)
    displayName = try text(.displayName)
    deletedDateTime = try text(.deletedDateTime)
    appOwnerOrganizationId = try text(.appOwnerOrganizationId)
    createdDateTime = try text(.createdDateTime)
    disabledByMicrosoftStatus = try text(.disabledByMicrosoftStatus)
    isDisabled = try fields.decodeIfPresent(Bool.self, forKey: .isDisabled)
    appRoles = try fields.decodeIfPresent([AppRoleJSON].self, forKey: .appRoles) ?? []
    settings = Settings(
      accountEnabled: try fields.decodeIfPresent(Bool.self, forKey: .accountEnabled),
      appRoleAssignmentRequired: try fields.decodeIfPresent(
        Bool.self, forKey: .appRoleAssignmentRequired),
      tags: try texts(.tags), notes: try text(.notes), description: try text(.description),
      notificationEmailAddresses: try texts(.notificationEmailAddresses),
      preferredSingleSignOnMode: try text(.preferredSingleSignOnMode),
      loginUrl: try text(.loginUrl), homepage: try text(.homepage))
  }
}

/// `appRole` as Graph sends it: a role that an application declares.
public struct AppRoleJSON: Sendable, Hashable, Decodable {
  /// The role's ID within the application.
  public let id: String?
  /// Its name in the portal.
  public let displayName: String?
  /// What the token carries.
  public let value: String?
  /// Whether it can be assigned.
  public let isEnabled: Bool?
  /// `User`, `Application`.
  public let allowedMemberTypes: [String]?
}
