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
    case .servicePrincipal, .servicePrincipalByID, .lookAlikes, .deletedServicePrincipals,
      .deletedServicePrincipal, .assignments, .grants, .organizationGrants,
      .applicationPermissions, .owners, .policies, .user, .userAssignments, .userGroups,
      .groupMembers,
      .objects, .signedInUser, .organization, .authorizationPolicy, .adminConsentRequestPolicy,
      .consentRecords, .usersByName, .usersByMail, .groupsByName, .group, .groupAssignments, .users,
      .eligibleRoles, .roleAssignments, .ownGrants, .ownGrantsOfUser, .signIns, .removalRecords:
      false
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
    let options = options
    return options.isEmpty
      ? path
      : path + "?"
        + options.map { "\($0.name)=\(ODataText.query($0.value))" }.joined(separator: "&")
  }

  private var path: String {
    switch self {
    case .servicePrincipal(let app): "/servicePrincipals(appId='\(app)')"
    case .servicePrincipalByID(let id): "/servicePrincipals/\(id)"
    case .lookAlikes: "/servicePrincipals"
    case .deletedServicePrincipals: "/directory/deletedItems/microsoft.graph.servicePrincipal"
    case .deletedServicePrincipal(let id): "/directory/deletedItems/\(id)"
    case .assignments(let id): "/servicePrincipals/\(id)/appRoleAssignedTo"
    case .assignmentCount(let id): "/servicePrincipals/\(id)/appRoleAssignedTo/$count"
    case .grants(let id): "/servicePrincipals/\(id)/oauth2PermissionGrants"
    case .organizationGrants: "/oauth2PermissionGrants"
    case .applicationPermissions(let id): "/servicePrincipals/\(id)/appRoleAssignments"
    case .owners(let id): "/servicePrincipals/\(id)/owners"
    case .policies(let kind, let id): "/servicePrincipals/\(id)/\(kind.rawValue)"
    case .user(let name): Self.path(ofUser: name)
    case .userAssignments(let user, _): "/users/\(user)/appRoleAssignments"
    case .userGroups(let user): "/users/\(user)/memberOf"
    case .groupMembers(let group): "/groups/\(group)/members"
    case .objects: "/directoryObjects/getByIds"
    case .signedInUser: "/me"
    case .activeRoles: "/me/transitiveMemberOf/microsoft.graph.directoryRole"
    case .organization: "/organization"
    case .authorizationPolicy: "/policies/authorizationPolicy"
    case .adminConsentRequestPolicy: "/policies/adminConsentRequestPolicy"
    case .consentRecords: "/auditLogs/directoryAudits"
    case .userSearch, .usersByName, .usersByMail, .users: "/users"
    case .groupSearch, .groupsByName: "/groups"
    case .group(let id): "/groups/\(id)"
    case .memberCount(let group): "/groups/\(group)/members"
    case .nestedGroups(let group): "/groups/\(group)/members/microsoft.graph.group"
    case .transitiveGroups(let user): "/users/\(user)/transitiveMemberOf/microsoft.graph.group"
    case .groupAssignments(let group, _): "/groups/\(group)/appRoleAssignments"
    case .eligibleRoles: "/roleManagement/directory/roleEligibilityScheduleInstances"
    case .roleAssignments: "/roleManagement/directory/roleAssignments"
    case .ownGrants, .ownGrantsOfUser: "/oauth2PermissionGrants"
    case .signIns: "/auditLogs/signIns"
    case .removalRecords: "/auditLogs/directoryAudits"
    }
  }

  private var options: [(name: String, value: String)] {
    switch self {
    case .servicePrincipal, .servicePrincipalByID: [("$select", Self.fields)]
    case .lookAlikes(let name):
      [
        ("$filter", "startswith(displayName,\(ODataText.literal(name)))"),
        ("$select", Self.fields),
      ]
    case .deletedServicePrincipals(let app): [("$filter", "appId eq '\(app)'")]
    case .assignments, .userGroups, .groupMembers: [("$top", "\(Self.rowsPerPage)")]
    case .organizationGrants(let id):
      [("$filter", "clientId eq '\(id)' and consentType eq 'AllPrincipals'")]
    case .user: [("$select", Self.userFields)]
    // A GUID in a GUID-typed field stands without quotes.
    case .userAssignments(_, let resource): [("$filter", "resourceId eq \(resource)")]
    case .signedInUser: [("$select", "id,displayName,userPrincipalName")]
    case .activeRoles: [("$select", "id,displayName,roleTemplateId"), ("$count", "true")]
    case .consentRecords(let id):
      [
        (
          "$filter",
          "activityDisplayName eq 'Consent to application'"
            + " and targetResources/any(t:t/id eq '\(id)')"
        )
      ]
    case .userSearch(let term):
      search(term, in: ["displayName", "userPrincipalName", "mail"], selecting: Self.userFields)
    case .groupSearch(let term):
      search(term, in: ["displayName", "description"], selecting: Self.groupFields)
    case .usersByName(let name): named(name, in: "displayName", selecting: Self.userFields)
    case .usersByMail(let mail): named(mail, in: "mail", selecting: Self.userFields)
    case .groupsByName(let name): named(name, in: "displayName", selecting: Self.groupFields)
    case .group: [("$select", Self.groupFields)]
    case .memberCount: [("$select", "id"), ("$top", "1"), ("$count", "true")]
    case .nestedGroups, .transitiveGroups:
      [("$select", "id,displayName"), ("$top", "\(Self.rowsPerPage)"), ("$count", "true")]
    case .groupAssignments(_, let resource): [("$filter", "resourceId eq \(resource)")]
    case .users: [("$select", Self.userFields), ("$top", "\(Self.rowsPerPage)")]
    case .eligibleRoles(let user): [("$filter", "principalId eq '\(user)'")]
    case .ownGrants(let id):
      [
        ("$filter", "clientId eq '\(id)' and consentType eq 'Principal'"),
        ("$top", "\(Self.rowsPerPage)"),
      ]
    case .ownGrantsOfUser(let user, let id):
      [("$filter", "clientId eq '\(id)' and principalId eq '\(user)'")]
    case .signIns(let user, let app):
      [
        ("$filter", "appId eq '\(app)' and userId eq '\(user)'"),
        ("$top", "\(Self.signInsRead)"),
      ]
    case .removalRecords:
      [("$filter", "activityDisplayName eq 'Hard delete service principal'")]
    case .deletedServicePrincipal, .assignmentCount, .grants, .applicationPermissions, .owners,
      .policies, .objects, .organization, .authorizationPolicy, .adminConsentRequestPolicy,
      .roleAssignments:
      []
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

  private func named(
    _ name: String, in field: String, selecting selected: String
  ) -> [(name: String, value: String)] {
    [
      ("$filter", "\(field) eq \(ODataText.literal(name))"), ("$select", selected),
      ("$top", "\(Self.rowsPerName)"),
    ]
  }

  private func search(
    _ term: String, in fields: [String], selecting selected: String
  ) -> [(name: String, value: String)] {
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
