/// The least that a request needs: what the token permits, and who has signed in.
public struct Permission: Sendable, Hashable {
  /// What a signed-in admin's token must hold, all of it.
  public let delegated: [String]
  /// What an application's own token must hold, all of it; `nil` where it can't ask.
  public let application: [String]?
  /// The roles of the signed-in user, any of them; Global Administrator may do all.
  public let roles: [String]
}

extension RequestKind {
  /// The request as documentation writes it.
  public var template: String { row.template }

  /// The least that it needs.
  public var permission: Permission { row.permission }

  /// - Source: Graph's permissions reference and the pages of each request.
  private var row: (template: String, permission: Permission) {
    if isWrite { return Self.write(self) }
    if isAboutApplication { return Self.application(self) }
    return Self.search(self) ?? Self.people(self)
  }

  private var isAboutApplication: Bool {
    switch self {
    case .servicePrincipal, .servicePrincipalByID, .lookAlikes, .deletedServicePrincipals,
      .deletedServicePrincipal, .assignments, .assignmentCount, .grants, .organizationGrants,
      .applicationPermissions, .owners, .policies, .ownGrants, .ownGrantsOfUser:
      true
    default: false
    }
  }

  private typealias Row = (template: String, permission: Permission)

  private static func application(_ kind: Self) -> Row {
    let id = "/servicePrincipals/{id}"
    let bin = "/directory/deletedItems"
    return switch kind {
    case .servicePrincipal: ("GET /servicePrincipals(appId='{appId}')", .applications)
    case .servicePrincipalByID: ("GET \(id)", .applications)
    case .lookAlikes:
      ("GET /servicePrincipals?$filter=startswith(displayName,'{name}')", .applications)
    case .deletedServicePrincipals:
      ("GET \(bin)/microsoft.graph.servicePrincipal?$filter=appId eq '{appId}'", .bin)
    case .deletedServicePrincipal: ("GET \(bin)/{id}", .bin)
    case .assignments: ("GET \(id)/appRoleAssignedTo", .applications)
    case .assignmentCount: ("GET \(id)/appRoleAssignedTo/$count", .applications)
    case .grants: ("GET \(id)/oauth2PermissionGrants", .directory)
    case .organizationGrants:
      (
        "GET /oauth2PermissionGrants?$filter=clientId eq '{id}' and consentType eq 'AllPrincipals'",
        .directory
      )
    case .ownGrants:
      (
        "GET /oauth2PermissionGrants?$filter=clientId eq '{id}' and consentType eq 'Principal'",
        .directory
      )
    case .ownGrantsOfUser:
      (
        "GET /oauth2PermissionGrants?$filter=clientId eq '{id}' and principalId eq '{user}'",
        .directory
      )
    case .applicationPermissions: ("GET \(id)/appRoleAssignments", .applications)
    case .policies:
      (
        "GET \(id)/claimsMappingPolicies",
        Permission(
          delegated: ["Policy.Read.All", "Application.Read.All"],
          application: ["Policy.Read.All", "Application.Read.All"],
          roles: RequestKind.applicationRoles + ["Global Reader"])
      )
    default: ("GET \(id)/owners", .applications)
    }
  }

  /// What looks for people and groups, or into groups; `nil` for everything else.
  private static func search(_ kind: Self) -> Row? {
    let users = Permission("User.Read.All", roles: [anyMember])
    let groups = Permission("GroupMember.Read.All", roles: [anyMember])
    return switch kind {
    case .usersByName: ("GET /users?$filter=displayName eq '{name}'", users)
    case .usersByMail: ("GET /users?$filter=mail eq '{address}'", users)
    case .users: ("GET /users", users)
    case .groupsByName: ("GET /groups?$filter=displayName eq '{name}'", groups)
    case .group: ("GET /groups/{id}", groups)
    case .memberCount: ("GET /groups/{id}/members?$count=true", groups)
    case .nestedGroups: ("GET /groups/{id}/members/microsoft.graph.group", groups)
    case .transitiveGroups: ("GET /users/{id}/transitiveMemberOf/microsoft.graph.group", .directory)
    case .groupAssignments:
      ("GET /groups/{id}/appRoleAssignments?$filter=resourceId eq {servicePrincipal}", .directory)
    case .readBatch:
      (
        "POST /$batch (questions)",
        Permission(
          delegated: ["what each question needs"], application: ["what each question needs"],
          roles: [anyMember])
      )
    default: nil
    }
  }

  private static func people(_ kind: Self) -> Row {
    switch kind {
    case .user: ("GET /users/{id}", Permission("User.Read.All", roles: [anyMember]))
    case .userAssignments:
      ("GET /users/{id}/appRoleAssignments?$filter=resourceId eq {servicePrincipal}", .directory)
    case .userGroups: ("GET /users/{id}/memberOf", .directory)
    case .groupMembers:
      ("GET /groups/{id}/members", Permission("GroupMember.Read.All", roles: [anyMember]))
    case .objectsByID: ("POST /directoryObjects/getByIds", .directory)
    case .signedInUser: ("GET /me", .ownSelf)
    case .activeRoles: ("GET /me/transitiveMemberOf/microsoft.graph.directoryRole", .ownSelf)
    case .organization:
      (
        "GET /organization",
        Permission(
          delegated: ["User.Read"], application: ["Organization.Read.All"], roles: [anyMember])
      )
    case .authorizationPolicy: ("GET /policies/authorizationPolicy", .policies)
    case .adminConsentRequestPolicy: ("GET /policies/adminConsentRequestPolicy", .policies)
    case .consentRecords:
      (
        "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Consent to application'",
        Permission("AuditLog.Read.All", roles: reporters)
      )
    case .signIns:
      (
        "GET /auditLogs/signIns?$filter=appId eq '{appId}' and userId eq '{user}'",
        Permission("AuditLog.Read.All", roles: reporters)
      )
    case .removalRecords:
      (
        "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Hard delete service "
          + "principal'", Permission("AuditLog.Read.All", roles: reporters)
      )
    case .eligibleRoles:
      (
        "GET /roleManagement/directory/roleEligibilityScheduleInstances",
        Permission("RoleEligibilitySchedule.Read.Directory", roles: [anyMember])
      )
    case .roleAssignments:
      (
        "GET /roleManagement/directory/roleAssignments",
        Permission("RoleManagement.Read.Directory", roles: [anyMember])
      )
    case .userSearch: ("GET /users?$search", Permission("User.Read.All", roles: [anyMember]))
    default: ("GET /groups?$search", Permission("GroupMember.Read.All", roles: [anyMember]))
    }
  }

  private static func write(_ kind: Self) -> Row {
    let id = "/servicePrincipals/{id}"
    return switch kind {
    case .enableServicePrincipal, .requireAssignment, .putBackProperties:
      ("PATCH \(id)", .change)
    case .deleteServicePrincipal: ("DELETE \(id)", .change)
    case .restoreServicePrincipal:
      (
        "POST /directory/deletedItems/{id}/restore",
        Permission("Application.ReadWrite.All", roles: applicationRoles + [hybrid])
      )
    case .addServicePrincipal:
      (
        "POST /servicePrincipals", Permission("Application.ReadWrite.All", roles: applicationRoles)
      )
    case .grantPermissions: ("POST /oauth2PermissionGrants", .consent)
    case .widenGrant: ("PATCH /oauth2PermissionGrants/{id}", .consent)
    case .assign: ("POST \(id)/appRoleAssignedTo", .assign)
    case .permit: ("POST \(id)/appRoleAssignments", .permit)
    case .addOwner: ("POST \(id)/owners/$ref", .change)
    default: ("POST /$batch", .assign)
    }
  }

  fileprivate static let anyMember = "any member"
  fileprivate static let reporters = [
    "Global Reader", "Reports Reader", "Security Administrator", "Security Reader",
  ]
  fileprivate static let hybrid = "Hybrid Identity Administrator"
  fileprivate static let owner = "an owner of the application"
  fileprivate static let applicationRoles = [
    "Cloud Application Administrator", "Application Administrator",
  ]
}

extension Permission {
  /// One permission, the same for a signed-in admin and for an application.
  fileprivate init(_ name: String, roles: [String]) {
    self.init(delegated: [name], application: [name], roles: roles)
  }

  fileprivate static let applications = Permission(
    "Application.Read.All", roles: [RequestKind.anyMember, "Directory Readers"])
  fileprivate static let bin = Permission(
    "Application.Read.All", roles: RequestKind.applicationRoles + [RequestKind.hybrid])
  fileprivate static let directory = Permission(
    "Directory.Read.All", roles: ["Directory Readers"] + RequestKind.applicationRoles)
  fileprivate static let ownSelf = Permission(
    delegated: ["User.Read"], application: nil, roles: [RequestKind.anyMember])
  fileprivate static let policies = Permission(
    "Policy.Read.All",
    roles: ["Global Reader", "Privileged Role Administrator"] + RequestKind.applicationRoles)
  fileprivate static let change = Permission(
    delegated: ["Application.ReadWrite.All"], application: ["Application.ReadWrite.OwnedBy"],
    roles: RequestKind.applicationRoles + [RequestKind.owner])
  fileprivate static let consent = Permission(
    "DelegatedPermissionGrant.ReadWrite.All",
    roles: RequestKind.applicationRoles + ["Privileged Role Administrator"])
  fileprivate static let permit = Permission(
    delegated: ["AppRoleAssignment.ReadWrite.All", "Application.Read.All"],
    application: ["AppRoleAssignment.ReadWrite.All", "Application.Read.All"],
    roles: RequestKind.applicationRoles + ["Privileged Role Administrator"])
  fileprivate static let assign = Permission(
    delegated: ["AppRoleAssignment.ReadWrite.All", "Application.Read.All"],
    application: ["AppRoleAssignment.ReadWrite.All", "Application.Read.All"],
    roles: RequestKind.applicationRoles + [
      "Privileged Role Administrator", "User Administrator", "Identity Governance Administrator",
      "Directory Writers", RequestKind.hybrid, RequestKind.owner,
    ])
}
