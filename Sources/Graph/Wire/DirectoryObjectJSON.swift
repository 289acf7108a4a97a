public import Entra

/// `directoryObject` as Graph sends it: an owner or a member, whatever it is.
public struct DirectoryObjectJSON: Sendable, Hashable, Decodable, GraphRow {
  /// Its object ID.
  public let id: String?
  /// `#microsoft.graph.user` and the like.
  public let type: String?
  /// Its name, null where the reader may not see it.
  public let displayName: String?
  /// A user's sign-in name.
  public let userPrincipalName: String?
  /// A directory role's template, the same in every tenant.
  public let roleTemplateId: String?

  private enum CodingKeys: String, CodingKey {
    case id
    case type = "@odata.type"
    case displayName
    case userPrincipalName
    case roleTemplateId
  }

  /// Its object ID.
  /// - Throws: ``WireError`` if there is none.
  public func objectID() throws(WireError) -> ObjectID { try WireError.objectID(id, "id") }

  /// What it is, where Graph says so and we know the kind.
  public var kind: Principal.Kind? {
    switch type {
    case "#microsoft.graph.user": .user
    case "#microsoft.graph.group": .group
    case "#microsoft.graph.servicePrincipal": .servicePrincipal
    default: nil
    }
  }

  /// Its name, made of what there is.
  public var name: ForeignText { ForeignText(displayName ?? userPrincipalName ?? "") }
}
