/// An application inside one tenant: what the portal lists under Enterprise apps.
public struct ServicePrincipal: Sendable, Hashable, Codable, Identifiable {
  /// Its object ID in this tenant; another one after re-adding.
  public let id: ObjectID
  /// The application's ID, the same in every tenant.
  public let appID: AppID
  /// Its name as the tenant has it.
  public let name: ForeignText
  /// What the portal calls "Enabled for users to sign-in?".
  public let isEnabled: Bool
  /// What the portal calls "Assignment required?".
  public let isAssignmentRequired: Bool
  /// The tenant where the vendor registered it.
  public let ownerTenant: TenantID?
  /// Its tags, two of which the portal reads.
  public let tags: Set<String>
  /// The roles that may be assigned.
  public let roles: [AppRole]
  /// When it was deleted, as Graph wrote it; `nil` while it is active.
  public let deletedAt: String?

  /// A service principal by its parts.
  public init(
    id: ObjectID, appID: AppID, name: ForeignText, isEnabled: Bool = true,
    isAssignmentRequired: Bool = false, ownerTenant: TenantID? = nil, tags: Set<String> = [],
    roles: [AppRole] = [], deletedAt: String? = nil
  ) {
    (self.id, self.appID, self.name) = (id, appID, name)
    (self.isEnabled, self.isAssignmentRequired) = (isEnabled, isAssignmentRequired)
    (self.ownerTenant, self.tags) = (ownerTenant, tags)
    (self.roles, self.deletedAt) = (roles, deletedAt)
  }

  /// Whether it lies in the recycle bin.
  public var isDeleted: Bool { deletedAt != nil }

  /// Whether the portal counts it among "Enterprise applications".
  public var isListedInPortal: Bool { tags.contains(Tag.integrated) }

  /// What the portal calls "Visible to users?".
  public var isVisibleToUsers: Bool { !tags.contains(Tag.hidden) }

  /// The roles that a user or a group can be given: enabled, and meant for people.
  public var rolesForPeople: [AppRole] { roles.filter(\.isForPeople) }

  /// The tags that the portal reads.
  public enum Tag {
    /// Counted among "Enterprise applications".
    public static let integrated = "WindowsAzureActiveDirectoryIntegratedApp"
    /// Not shown in My Apps.
    public static let hidden = "HideApp"
  }
}

/// A role that an application declares, and that users, groups or applications are assigned to.
public struct AppRole: Sendable, Hashable, Codable, Identifiable {
  /// The role's ID within the application.
  public let id: ObjectID
  /// What the token carries; some roles have none.
  public let value: ForeignText?
  /// Its name in the portal.
  public let name: ForeignText
  /// Whether it can be assigned.
  public let isEnabled: Bool
  /// Who it is meant for: `User` (groups too), `Application`.
  public let allowedMemberTypes: Set<String>

  /// A role by its parts.
  public init(
    id: ObjectID, value: ForeignText?, name: ForeignText, isEnabled: Bool,
    allowedMemberTypes: Set<String>
  ) {
    (self.id, self.value, self.name) = (id, value, name)
    (self.isEnabled, self.allowedMemberTypes) = (isEnabled, allowedMemberTypes)
  }

  /// Whether a user or a group can be given it.
  public var isForPeople: Bool { isEnabled && allowedMemberTypes.contains("User") }
}
