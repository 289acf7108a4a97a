public import Entra

/// `user` as Graph sends it: enough to tell namesakes apart.
public struct UserJSON: Sendable, Hashable, Decodable, GraphRow {
  /// Object ID.
  public let id: String?
  /// Name.
  public let displayName: String?
  /// The name to sign in with.
  public let userPrincipalName: String?
  /// Department.
  public let department: String?
  /// Whether the account may sign in at all.
  public let accountEnabled: Bool?
  /// `Member`, `Guest`, or what is added one day.
  public let userType: String?
  /// The mail address, where a guest's own one stands.
  public let mail: String?

  /// Its object ID.
  /// - Throws: ``WireError`` if there is none.
  public func objectID() throws(WireError) -> ObjectID { try WireError.objectID(id, "id") }
}

/// `group` as Graph sends it: enough to tell whether it can be assigned.
public struct GroupJSON: Sendable, Hashable, Decodable, GraphRow {
  /// Object ID.
  public let id: String?
  /// Name.
  public let displayName: String?
  /// Description.
  public let description: String?
  /// Whether it can be given rights; a mail-only group can't.
  public let securityEnabled: Bool?
  /// Whether it has a mailbox or is a list.
  public let mailEnabled: Bool?
  /// `Unified`, `DynamicMembership`, or what is added one day.
  public let groupTypes: [String]?

  /// Its object ID.
  /// - Throws: ``WireError`` if there is none.
  public func objectID() throws(WireError) -> ObjectID { try WireError.objectID(id, "id") }
}

/// `directoryRole` as Graph sends it: a role in force.
public struct RoleJSON: Sendable, Hashable, Decodable, GraphRow {
  /// Object ID, another one in each tenant.
  public let id: String?
  /// Name, localised.
  public let displayName: String?
  /// The same in every tenant: the one thing to match on.
  public let roleTemplateId: String?

  /// The role, where it is one that we know.
  public var role: DirectoryRole? {
    roleTemplateId.flatMap { ObjectID($0) }.flatMap { DirectoryRole(templateID: $0) }
  }
}

/// `unifiedRoleAssignment` and `unifiedRoleEligibilityScheduleInstance` as Graph sends them.
public struct RoleAssignmentJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The row's own ID.
  public let id: String?
  /// Who holds the role, or may activate it.
  public let principalId: String?
  /// Which role: for a built-in one its template's ID.
  public let roleDefinitionId: String?
  /// `/` for the whole tenant.
  public let directoryScopeId: String?

  /// The role, where it is one that we know and it is held for the whole tenant.
  public var role: DirectoryRole? {
    guard directoryScopeId == nil || directoryScopeId == "/" else { return nil }
    return roleDefinitionId.flatMap { ObjectID($0) }.flatMap { DirectoryRole(templateID: $0) }
  }
}
