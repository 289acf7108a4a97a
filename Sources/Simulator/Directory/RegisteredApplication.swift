public import Entra

/// An application as its vendor registered it, outside the tenant.
///
/// What it asks for is known here and nowhere in the tenant.
public struct RegisteredApplication: Sendable, Hashable {
  /// Its application ID.
  public var appID: AppID
  /// Its name.
  public var name: String
  /// The tenant it is registered in.
  public var owner: TenantID
  /// Whether other tenants may use it.
  public var isMultitenant = true
  /// Whether the vendor has switched it off for every tenant.
  public var isDeactivated = false
  /// Whether the publisher is verified.
  public var isVerified = false
  /// The roles it declares.
  public var roles: [ApplicationRole] = []
  /// The delegated permissions it offers as an API.
  public var scopes: [DelegatedPermission] = []
  /// What it asks for.
  public var wants: [Wanted] = []
  /// Where its users go.
  public var homepage: String?

  /// An application by its parts.
  public init(appID: AppID, name: String, owner: TenantID) {
    (self.appID, self.name, self.owner) = (appID, name, owner)
  }

  /// What an application asks of one API.
  public struct Wanted: Sendable, Hashable {
    /// The API.
    public var resource: AppID
    /// Delegated permissions, by value.
    public var scopes: [String]
    /// Application permissions, by value.
    public var roles: [String]

    /// What is asked of `resource`.
    public init(of resource: AppID, scopes: [String], roles: [String] = []) {
      (self.resource, self.scopes, self.roles) = (resource, scopes, roles)
    }
  }
}

/// A role that an application declares.
public struct ApplicationRole: Sendable, Hashable {
  /// Its id, the same in every tenant.
  public var id: ObjectID
  /// Its claim value.
  public var value: String
  /// Its name.
  public var name: String
  /// Whether it can be given.
  public var isEnabled = true
  /// Whether people and groups may hold it.
  public var isForUsers = true
  /// Whether applications may hold it.
  public var isForApplications = false

  /// A role by its parts.
  public init(id: ObjectID, value: String, name: String) {
    (self.id, self.value, self.name) = (id, value, name)
  }
}

/// A delegated permission that an API offers.
public struct DelegatedPermission: Sendable, Hashable {
  /// Its id, the same in every tenant.
  public var id: ObjectID
  /// Its claim value.
  public var value: String
  /// Whether only an administrator may consent to it.
  public var needsAdministrator: Bool

  /// A permission by its parts.
  public init(id: ObjectID, value: String, needsAdministrator: Bool) {
    (self.id, self.value, self.needsAdministrator) = (id, value, needsAdministrator)
  }
}
