/// What consent an application has in a tenant, as its grants tell.
public struct ConsentStanding: Sendable, Hashable {
  /// What was granted on behalf of the organization, API by API.
  public var organization: [Granted] = []
  /// What users granted for themselves, API by API, all of them together.
  public var individual: [Granted] = []
  /// How many users have consented for themselves.
  public var ownConsents = 0
  /// Whether there are more of those than were counted.
  public var hasMoreOwnConsents = false
  /// Permissions that the vendor says are asked for, and the organization's grants lack.
  public var lacking = Scopes([])
  /// Permissions that users granted for themselves, and the organization's grants lack: perhaps
  /// the application asks for more than it did.
  public var doubtful = Scopes([])
  /// The last consent that the audit log tells of.
  public var record: Record?

  /// Nothing was granted.
  public init() {}

  /// What was granted of one API.
  public struct Granted: Sendable, Hashable {
    /// The API's object ID.
    public var resource: ObjectID
    /// Its name, where it was read.
    public var api: ForeignText?
    /// The permissions.
    public var scopes: Scopes

    /// Permissions of one API.
    public init(resource: ObjectID, api: ForeignText?, scopes: Scopes) {
      (self.resource, self.api, self.scopes) = (resource, api, scopes)
    }
  }

  /// What the audit log says of a consent.
  public struct Record: Sendable, Hashable {
    /// Who consented.
    public var by: ForeignText
    /// When, as Graph wrote it.
    public var at: String
    /// Whether it was on behalf of the organization; `false` proves that the box was not ticked.
    public var isForOrganization: Bool?

    /// A record by its parts.
    public init(by: ForeignText, at: String, isForOrganization: Bool?) {
      (self.by, self.at, self.isForOrganization) = (by, at, isForOrganization)
    }
  }

  /// Everything granted on behalf of the organization.
  public var organizationScopes: Scopes {
    organization.reduce(Scopes([])) { $0.union($1.scopes) }
  }
}
