import Entra
import HTTPTypes
import Remediation

/// A change to the tenant, described; a ``GraphRequest`` is made of it only beside a command that
/// orders it.
enum Write: Sendable {
  case enable(Identified)
  case require(Identified)
  case delete(Identified)
  case restore(Identified)
  case add
  case grant(Identified, resource: ObjectID, scope: String)
  case widen(Identified, grantID: String, scope: String)
  case assign(Identified, principal: ObjectID, role: ObjectID)
  case permit(Identified, resource: ObjectID, role: ObjectID)
  case addOwner(Identified, owner: ObjectID)
  case putBack(Identified, RecordedProperties)

  /// Whether `order` asks for it.
  func isOrdered(by order: Order) -> Bool {
    switch order {
    case .enableServicePrincipal: if case .enable = self { true } else { false }
    case .requireAssignment: if case .require = self { true } else { false }
    case .deleteServicePrincipal: if case .delete = self { true } else { false }
    case .restoreServicePrincipal: if case .restore = self { true } else { false }
    case .addServicePrincipal: if case .add = self { true } else { false }
    case .assignPrincipals: if case .assign = self { true } else { false }
    case .assignSnapshot:
      switch self {
      case .assign, .permit, .addOwner, .putBack: true
      case .enable, .require, .delete, .restore, .add, .grant, .widen: false
      }
    case .consent(.graph):
      switch self {
      case .grant, .widen: true
      case .enable, .require, .delete, .restore, .add, .assign, .permit, .addOwner, .putBack: false
      }
    // An admin's browser does these.
    case .consent(.signIn), .consent(.link), .consent(.portal): false
    }
  }

  /// The object that was identified for it; only adding has none yet.
  var object: Identified? {
    switch self {
    case .enable(let object), .require(let object), .delete(let object), .restore(let object),
      .grant(let object, _, _), .widen(let object, _, _), .assign(let object, _, _),
      .permit(let object, _, _), .addOwner(let object, _), .putBack(let object, _):
      object
    case .add: nil
    }
  }

  var kind: RequestKind {
    switch self {
    case .enable: .enableServicePrincipal
    case .require: .requireAssignment
    case .delete: .deleteServicePrincipal
    case .restore: .restoreServicePrincipal
    case .add: .addServicePrincipal
    case .grant: .grantPermissions
    case .widen: .widenGrant
    case .assign: .assign
    case .permit: .permit
    case .addOwner: .addOwner
    case .putBack: .putBackProperties
    }
  }

  var method: HTTPRequest.Method {
    switch self {
    case .enable, .require, .widen, .putBack: .patch
    case .delete: .delete
    case .restore, .add, .grant, .assign, .permit, .addOwner: .post
    }
  }

  /// Path below the service's root.
  var target: String {
    switch self {
    case .enable(let object), .require(let object), .delete(let object), .putBack(let object, _):
      "/servicePrincipals/\(object.id)"
    case .restore(let object): "/directory/deletedItems/\(object.id)/restore"
    case .add: "/servicePrincipals"
    case .grant: "/oauth2PermissionGrants"
    case .widen(_, let id, _): "/oauth2PermissionGrants/" + ODataText.segment(id)
    case .assign(let object, _, _): "/servicePrincipals/\(object.id)/appRoleAssignedTo"
    case .permit(let object, _, _): "/servicePrincipals/\(object.id)/appRoleAssignments"
    case .addOwner(let object, _): "/servicePrincipals/\(object.id)/owners/$ref"
    }
  }

  func body(for application: AppID, at service: GraphService) -> [UInt8] {
    switch self {
    case .enable: RequestBody.encode(["accountEnabled": true])
    case .require: RequestBody.encode(["appRoleAssignmentRequired": true])
    case .delete, .restore: []
    case .add:
      // Without the tag the portal does not list what Graph created.
      RequestBody.encode(
        NewServicePrincipal(
          appId: application.description, tags: [ServicePrincipal.Tag.integrated]))
    case .grant(let object, let resource, let scope):
      RequestBody.encode(
        NewGrant(
          clientId: object.id.description, resourceId: resource.description, scope: scope))
    case .widen(_, _, let scope): RequestBody.encode(["scope": scope])
    case .assign(let object, let principal, let role):
      RequestBody.encode(
        [
          "principalId": principal.description, "resourceId": object.id.description,
          "appRoleId": role.description,
        ])
    case .permit(let object, let resource, let role):
      RequestBody.encode(
        [
          "principalId": object.id.description, "resourceId": resource.description,
          "appRoleId": role.description,
        ])
    case .addOwner(_, let owner):
      RequestBody.encode(["@odata.id": service.address(of: owner)])
    case .putBack(let object, let properties):
      RequestBody.encode(properties.joined(with: object.read.settings))
    }
  }
}

private struct NewServicePrincipal: Encodable {
  let appId: String
  let tags: [String]
}

private struct NewGrant: Encodable {
  let clientId: String
  let resourceId: String
  let scope: String

  private enum CodingKeys: String, CodingKey {
    case clientId
    case consentType
    case principalId
    case resourceId
    case scope
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(clientId, forKey: .clientId)
    try fields.encode(PermissionGrant.ConsentType.allPrincipals.rawValue, forKey: .consentType)
    try fields.encodeNil(forKey: .principalId)
    try fields.encode(resourceId, forKey: .resourceId)
    try fields.encode(scope, forKey: .scope)
  }
}
