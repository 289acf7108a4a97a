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
  case usersByName(String)
  case usersByMail(String)
  case groupsByName(String)
  case group(ObjectID)
  case memberCount(ObjectID)
  case nestedGroups(ObjectID)
  case transitiveGroups(ObjectID)
  case groupAssignments(ObjectID, to: ObjectID)
  case users
  case eligibleRoles(ObjectID)
  case roleAssignments
  case ownGrants(ObjectID)
  case ownGrantsOfUser(ObjectID, to: ObjectID)
  case signIns(ObjectID, AppID)
  case removalRecords

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
    case .usersByName: .usersByName
    case .usersByMail: .usersByMail
    case .groupsByName: .groupsByName
    case .group: .group
    case .memberCount: .memberCount
    case .nestedGroups: .nestedGroups
    case .transitiveGroups: .transitiveGroups
    case .groupAssignments: .groupAssignments
    case .users: .users
    case .eligibleRoles: .eligibleRoles
    case .roleAssignments: .roleAssignments
    case .ownGrants: .ownGrants
    case .ownGrantsOfUser: .ownGrantsOfUser
    case .signIns: .signIns
    case .removalRecords: .removalRecords
    }
  }

  /// Whether it is one of the directory's advanced queries, which an index answers.
  var isAdvanced: Bool {
    switch self {
    case .assignmentCount, .activeRoles, .userSearch, .groupSearch, .memberCount, .nestedGroups,
      .transitiveGroups:
      true
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
    case .ownGrants(let id):
      return "/oauth2PermissionGrants"
        + query([
          ("$filter", "clientId eq '\(id)' and consentType eq 'Principal'"),
          ("$top", "\(Self.rowsPerPage)"),
        ])
    case .ownGrantsOfUser(let user, let id):
      return "/oauth2PermissionGrants"
        + query([("$filter", "clientId eq '\(id)' and principalId eq '\(user)'")])
    case .user, .userAssignments, .userGroups, .groupMembers, .objects, .userSearch, .groupSearch,
      .usersByName, .usersByMail, .groupsByName, .group, .memberCount, .nestedGroups,
      .transitiveGroups, .groupAssignments, .users:
      return peopleTarget
    case .signedInUser, .activeRoles, .organization, .authorizationPolicy,
      .adminConsentRequestPolicy, .consentRecords, .eligibleRoles, .roleAssignments, .signIns,
      .removalRecords:
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
    case .usersByName(let name):
      return "/users" + named(name, in: "displayName", selecting: Self.userFields)
    case .usersByMail(let mail):
      return "/users" + named(mail, in: "mail", selecting: Self.userFields)
    case .groupsByName(let name):
      return "/groups" + named(name, in: "displayName", selecting: Self.groupFields)
    case .group(let id): return "/groups/\(id)" + query([("$select", Self.groupFields)])
    case .memberCount(let group):
      return "/groups/\(group)/members"
        + query([("$select", "id"), ("$top", "1"), ("$count", "true")])
    case .nestedGroups(let group):
      return "/groups/\(group)/members/microsoft.graph.group"
        + query([
          ("$select", "id,displayName"), ("$top", "\(Self.rowsPerPage)"), ("$count", "true"),
        ])
    case .transitiveGroups(let user):
      return "/users/\(user)/transitiveMemberOf/microsoft.graph.group"
        + query([
          ("$select", "id,displayName"), ("$top", "\(Self.rowsPerPage)"), ("$count", "true"),
        ])
    case .groupAssignments(let group, let resource):
      return "/groups/\(group)/appRoleAssignments"
        + query([("$filter", "resourceId eq \(resource)")])
    case .users:
      return "/users" + query([("$select", Self.userFields), ("$top", "\(Self.rowsPerPage)")])
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
    case .eligibleRoles(let user):
      "/roleManagement/directory/roleEligibilityScheduleInstances"
        + query([("$filter", "principalId eq '\(user)'")])
    case .roleAssignments: "/roleManagement/directory/roleAssignments"
    case .signIns(let user, let app):
      "/auditLogs/signIns"
        + query([
          ("$filter", "appId eq '\(app)' and userId eq '\(user)'"),
          ("$top", "\(Self.signInsRead)"),
        ])
    case .removalRecords:
      "/auditLogs/directoryAudits"
        + query([("$filter", "activityDisplayName eq 'Hard delete service principal'")])
    default: ""
    }
  }

  private static let fields = ServicePrincipalJSON.Field.allCases.map(\.rawValue)
    .joined(separator: ",")
  private static let userFields =
    "id,displayName,userPrincipalName,department,accountEnabled,userType,mail"
  private static let groupFields =
    "id,displayName,description,securityEnabled,mailEnabled,groupTypes"

  /// Enough to tell a name that is one's own from one that several have.
  private static let rowsPerName = 5
  /// The newest ones: the last is asked for, and some before it.
  private static let signInsRead = 5

  private func named(_ name: String, in field: String, selecting selected: String) -> String {
    query([
      ("$filter", "\(field) eq \(ODataText.literal(name))"), ("$select", selected),
      ("$top", "\(Self.rowsPerName)"),
    ])
  }

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
