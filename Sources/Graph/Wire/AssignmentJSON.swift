public import Entra

/// `appRoleAssignment` as Graph sends it: who may use what.
///
/// Everything is optional here, so that one odd row does not hide the others; ``assignment()`` is
/// strict.
/// - Source: Graph, `resources/approleassignment.md`.
public struct AssignmentJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The row's own ID, opaque.
  public let id: String?
  /// Which role.
  public let appRoleId: String?
  /// When it was assigned, as Graph wrote it.
  public let createdDateTime: String?
  /// A copy of the principal's name, which may lag behind a rename.
  public let principalDisplayName: String?
  /// Who holds the role.
  public let principalId: String?
  /// `User`, `Group`, `ServicePrincipal`, or what is added one day.
  public let principalType: String?
  /// A copy of the application's name.
  public let resourceDisplayName: String?
  /// The service principal whose role it is.
  public let resourceId: String?

  /// The row as a value.
  /// - Throws: ``WireError`` naming the first field that stands against it.
  public func assignment() throws(WireError) -> AppRoleAssignment {
    let principal = Principal(
      id: try WireError.objectID(principalId, "principalId"),
      kind: try WireError.member(principalType, "principalType"),
      name: ForeignText(principalDisplayName ?? ""))
    return AppRoleAssignment(
      id: id, principal: principal,
      roleID: try WireError.objectID(appRoleId, "appRoleId"),
      resourceID: try WireError.objectID(resourceId, "resourceId"))
  }
}
