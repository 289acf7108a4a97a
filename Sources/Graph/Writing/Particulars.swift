public import Entra

/// What a command's order leaves open: on which object, which entries.
public enum Particulars: Sendable, Hashable {
  /// The service principal to enable, to require assignment of, to delete or to restore.
  case object(Target)
  /// Nothing: a service principal is created from the command's own application ID.
  case creation
  /// The permissions to grant on behalf of the organization, an entry an API.
  case grants([GrantEntry], to: Target)
  /// Who is to be assigned.
  case assignments([AssignmentEntry], to: Target)
  /// What a snapshot holds and no other act brings back.
  case recorded(RecordedEntries, to: Target)

  /// A service principal, addressed by its object ID.
  public struct Target: Sendable, Hashable {
    /// Its object ID.
    public let id: ObjectID
    /// Whether it was created or restored a moment ago, so that "not there" means "not yet".
    public let isRecent: Bool

    /// A service principal by its object ID.
    public init(_ id: ObjectID, isRecent: Bool = false) {
      (self.id, self.isRecent) = (id, isRecent)
    }
  }

  /// Permissions of one API.
  public struct GrantEntry: Sendable, Hashable {
    /// The API's service principal, by object ID.
    public let resource: ObjectID
    /// The permissions' claim values as the API spells them, between spaces.
    public let scope: String

    /// Permissions of one API.
    public init(resource: ObjectID, scope: String) {
      (self.resource, self.scope) = (resource, scope)
    }
  }

  /// One principal and one role.
  public struct AssignmentEntry: Sendable, Hashable {
    /// Who.
    public let principal: ObjectID
    /// Which role.
    public let role: ObjectID

    /// One principal and one role; Default Access where none is named.
    public init(principal: ObjectID, role: ObjectID = AppRoleAssignment.defaultAccess) {
      (self.principal, self.role) = (principal, role)
    }
  }

  /// How many entries it has.
  public var count: Int {
    switch self {
    case .object, .creation: 1
    case .grants(let entries, _): entries.count
    case .assignments(let entries, _): entries.count
    case .recorded(let entries, _): entries.count
    }
  }

  /// On which object.
  public var target: Target? {
    switch self {
    case .object(let target), .grants(_, let target), .assignments(_, let target),
      .recorded(_, let target):
      target
    case .creation: nil
    }
  }
}
