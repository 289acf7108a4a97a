/// Somebody or something that can be given an app role.
public struct Principal: Sendable, Hashable, Codable {
  /// Its object ID in this tenant.
  public let id: ObjectID
  /// What kind of object it is.
  public let kind: Kind
  /// Its name as the tenant has it: foreign text.
  public let name: ForeignText

  /// A principal by its ID, kind and name.
  public init(id: ObjectID, kind: Kind, name: ForeignText) {
    (self.id, self.kind, self.name) = (id, kind, name)
  }

  /// `principalType` of an app role assignment.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A person.
    case user = "User"
    /// A group: only its direct members are covered.
    case group = "Group"
    /// Another application.
    case servicePrincipal = "ServicePrincipal"
  }
}

/// A principal's right to one role: what deleting destroys and 2B restores.
public struct AppRoleAssignment: Sendable, Hashable, Codable {
  /// The assignment's own ID, opaque.
  public let id: String?
  /// Who holds the role.
  public let principal: Principal
  /// Which role; ``defaultAccess`` where the application declares none.
  public let roleID: ObjectID
  /// The object ID of the service principal that grants it.
  public let resourceID: ObjectID?

  /// An assignment by its parts.
  public init(id: String?, principal: Principal, roleID: ObjectID, resourceID: ObjectID?) {
    (self.id, self.principal, self.roleID, self.resourceID) = (id, principal, roleID, resourceID)
  }

  /// The role of applications that declare none: "Default Access".
  public static let defaultAccess = ObjectID(bits: 0)
}

/// A delegated permission grant: what "consent" writes.
public struct PermissionGrant: Sendable, Hashable, Codable {
  /// The grant's own ID, opaque.
  public let id: String?
  /// The object ID of the client service principal: ours.
  public let clientID: ObjectID
  /// For whom it was given.
  public let consentType: ConsentType
  /// The user, for a personal grant.
  public let principalID: ObjectID?
  /// The object ID of the API's service principal.
  public let resourceID: ObjectID
  /// What it permits.
  public let permitted: Scopes

  /// A grant by its parts; `scope` is split at white space.
  public init(
    id: String?, clientID: ObjectID, consentType: ConsentType, principalID: ObjectID?,
    resourceID: ObjectID, scope: String
  ) {
    (self.id, self.clientID, self.consentType) = (id, clientID, consentType)
    (self.principalID, self.resourceID) = (principalID, resourceID)
    permitted = Scopes(scope)
  }

  /// Whether it covers the whole tenant.
  public var isOrganizationWide: Bool { consentType == .allPrincipals }

  /// `consentType` of a grant.
  public enum ConsentType: String, Sendable, Hashable, Codable {
    /// On behalf of the organization.
    case allPrincipals = "AllPrincipals"
    /// One user's own.
    case principal = "Principal"
  }
}
