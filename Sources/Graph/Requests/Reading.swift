import Entra
import Foundation
import HTTPTypes

/// A question to Graph, as ``GraphClient``'s functions ask it.
enum Reading: Sendable, Hashable {
  case servicePrincipal(AppID)
  case servicePrincipalByID(ObjectID)
  case lookAlikes(name: String)
  case deletedServicePrincipals(AppID)
  case deletedServicePrincipal(ObjectID)
  case assignments(ObjectID)
  case assignmentCount(ObjectID)
  case grants(ObjectID)
  case organizationGrants(client: ObjectID)
  case applicationPermissions(ObjectID)
  case owners(ObjectID)
  case policies(PolicyKind, of: ObjectID)
  case user(String)
  case userAssignments(ObjectID, to: ObjectID)
  case userGroups(ObjectID)
  case groupMembers(ObjectID)
  case objects([ObjectID])
  case signedInUser
  case activeRoles
  case organization
  case authorizationPolicy
  case adminConsentRequestPolicy
  case consentRecords(ObjectID)
  case userSearch(String)
  case groupSearch(String)

  /// Rows of a page: the most the directory gives.
  static let rowsPerPage = 999  // Graph, "Paging": `$top` of the directory's collections
  /// Rows of a search as one types.
  static let rowsPerSearch = 25

  var kind: RequestKind {
    switch self {
    case .servicePrincipal: .servicePrincipal
    case .servicePrincipalByID: .servicePrincipalByID
    case .lookAlikes: .lookAlikes
    case .deletedServicePrincipals: .deletedServicePrincipals
    case .deletedServicePrincipal: .deletedServicePrincipal
    case .assignments: .assignments
    case .assignmentCount: .assignmentCount
    case .grants: .grants
    case .organizationGrants: .organizationGrants
    case .applicationPermissions: .applicationPermissions
    case .owners: .owners
    case .policies: .policies
    case .user: .user
    case .userAssignments: .userAssignments
    case .userGroups: .userGroups
    case .groupMembers: .groupMembers
    case .objects: .objectsByID
    case .signedInUser: .signedInUser
    case .activeRoles: .activeRoles
    case .organization: .organization
    case .authorizationPolicy: .authorizationPolicy
    case .adminConsentRequestPolicy: .adminConsentRequestPolicy
    case .consentRecords: .consentRecords
    case .userSearch: .userSearch
    case .groupSearch: .groupSearch
    }
  }

  /// Whether it is one of the directory's advanced queries, which an index answers.
  var isAdvanced: Bool {
    switch self {
    case .assignmentCount, .activeRoles, .userSearch, .groupSearch: true
    default: false
    }
  }

  var method: HTTPRequest.Method { if case .objects = self { .post } else { .get } }

  func body() -> [UInt8] {
    guard case .objects(let ids) = self else { return [] }
    return RequestBody.encode(
      ObjectsBody(
        ids: ids.map(\.description), types: ["user", "group", "servicePrincipal"]))
  }

  /// Path and query below the service's root.
  var target: String {
    switch self {
    case .servicePrincipal(let app):
      return "/servicePrincipals(appId='\(app)')" + query([("$select", Self.fields)])
    case .servicePrincipalByID(let id):
      return "/servicePrincipals/\(id)" + query([("$select", Self.fields)])
    case .lookAlikes(let name):
      return "/servicePrincipals"
        + query([
          ("$filter", "startswith(displayName,\(ODataText.literal(name)))"),
          ("$select", Self.fields),
        ])
    case .deletedServicePrincipals(let app):
      return "/directory/deletedItems/microsoft.graph.servicePrincipal"
        + query([("$filter", "appId eq '\(app)'")])
    case .deletedServicePrincipal(let id): return "/directory/deletedItems/\(id)"
    case .assignments(let id):
      return "/servicePrincipals/\(id)/appRoleAssignedTo" + query([("$top", "\(Self.rowsPerPage)")])
    case .assignmentCount(let id): return "/servicePrincipals/\(id)/appRoleAssignedTo/$count"
    case .grants(let id): return "/servicePrincipals/\(id)/oauth2PermissionGrants"
    case .organizationGrants(let id):
      return "/oauth2PermissionGrants"
        + query([("$filter", "clientId eq '\(id)' and consentType eq 'AllPrincipals'")])
    case .applicationPermissions(let id): return "/servicePrincipals/\(id)/appRoleAssignments"
    case .owners(let id): return "/servicePrincipals/\(id)/owners"
    case .policies(let kind, let id): return "/servicePrincipals/\(id)/\(kind.rawValue)"
    case .user, .userAssignments, .userGroups, .groupMembers, .objects, .userSearch, .groupSearch:
      return peopleTarget
    case .signedInUser, .activeRoles, .organization, .authorizationPolicy,
      .adminConsentRequestPolicy, .consentRecords:
      return tenantTarget
    }
  }

  private var peopleTarget: String {
    switch self {
    case .user(let name): return Self.path(ofUser: name) + query([("$select", Self.userFields)])
    case .userAssignments(let user, let resource):
      // A GUID in a GUID-typed field stands without quotes.
      return "/users/\(user)/appRoleAssignments" + query([("$filter", "resourceId eq \(resource)")])
    case .userGroups(let user):
      return "/users/\(user)/memberOf" + query([("$top", "\(Self.rowsPerPage)")])
    case .groupMembers(let group):
      return "/groups/\(group)/members" + query([("$top", "\(Self.rowsPerPage)")])
    case .userSearch(let term):
      let fields = ["displayName", "userPrincipalName", "mail"]
      return "/users" + query(search(term, in: fields, selecting: Self.userFields))
    case .groupSearch(let term):
      let fields = ["displayName", "description"]
      return "/groups" + query(search(term, in: fields, selecting: Self.groupFields))
    default: return "/directoryObjects/getByIds"
    }
  }

  private var tenantTarget: String {
    switch self {
    case .signedInUser: "/me" + query([("$select", "id,displayName,userPrincipalName")])
    case .activeRoles:
      "/me/transitiveMemberOf/microsoft.graph.directoryRole"
        + query([("$select", "id,displayName,roleTemplateId"), ("$count", "true")])
    case .organization: "/organization"
    case .authorizationPolicy: "/policies/authorizationPolicy"
    case .adminConsentRequestPolicy: "/policies/adminConsentRequestPolicy"
    case .consentRecords(let id):
      "/auditLogs/directoryAudits"
        + query([
          (
            "$filter",
            "activityDisplayName eq 'Consent to application'"
              + " and targetResources/any(t:t/id eq '\(id)')"
          )
        ])
    default: ""
    }
  }

  private static let fields = ServicePrincipalJSON.Field.allCases.map(\.rawValue)
    .joined(separator: ",")
  private static let userFields =
    "id,displayName,userPrincipalName,department,accountEnabled,userType"
  private static let groupFields =
    "id,displayName,description,securityEnabled,mailEnabled,groupTypes"

  private func search(
    _ term: String, in fields: [String], selecting selected: String
  ) -> [(String, String)] {
    [
      ("$search", ODataText.search(term, in: fields)), ("$select", selected),
      ("$top", "\(Self.rowsPerSearch)"), ("$count", "true"),
    ]
  }

  /// A name that begins with `$` can't be a segment of its own.
  private static func path(ofUser name: String) -> String {
    name.hasPrefix("$")
      ? "/users(" + ODataText.query(ODataText.literal(name)) + ")"
      : "/users/" + ODataText.segment(name)
  }

  private func query(_ options: [(name: String, value: String)]) -> String {
    "?" + options.map { "\($0.name)=\(ODataText.query($0.value))" }.joined(separator: "&")
  }
}

private struct ObjectsBody: Encodable {
  let ids: [String]
  let types: [String]
}

/// A request's JSON.
enum RequestBody {
  /// Our own values always encode: they are strings and lists of them.
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return [] }
    return Array(data)
  }
}
