public import Entra

/// `oAuth2PermissionGrant` as Graph sends it: what consent wrote.
///
/// - Source: Graph, `resources/oauth2permissiongrant.md`.
public struct GrantJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The row's own ID, opaque.
  public let id: String?
  /// The service principal that was granted something, by object ID.
  public let clientId: String?
  /// `AllPrincipals` or `Principal`.
  public let consentType: String?
  /// The user of a personal grant, null otherwise.
  public let principalId: String?
  /// The API's service principal, by object ID.
  public let resourceId: String?
  /// Claim values between spaces; a leading space occurs.
  public let scope: String?

  /// The row as a value.
  /// - Throws: ``WireError`` naming the first field that stands against it.
  public func grant() throws(WireError) -> PermissionGrant {
    let consentType: PermissionGrant.ConsentType = try WireError.member(consentType, "consentType")
    // Null on behalf of everybody, required for one user.
    let principal =
      consentType == .principal ? try WireError.objectID(principalId, "principalId") : nil
    guard let scope else { throw .missing(field: "scope") }
    return PermissionGrant(
      id: id, clientID: try WireError.objectID(clientId, "clientId"), consentType: consentType,
      principalID: principal, resourceID: try WireError.objectID(resourceId, "resourceId"),
      scope: scope)
  }
}
