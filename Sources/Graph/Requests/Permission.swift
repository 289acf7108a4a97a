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
  public var template: String {
    let id = "/servicePrincipals/{id}"
    let held = "appRoleAssignments?$filter=resourceId eq {servicePrincipal}"
    let granted = "GET /oauth2PermissionGrants?$filter=clientId eq '{id}' and"
    let recorded = "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq"
    return switch self {
    case .servicePrincipal: "GET /servicePrincipals(appId='{appId}')"
    case .servicePrincipalByID: "GET \(id)"
    case .lookAlikes: "GET /servicePrincipals?$filter=startswith(displayName,'{name}')"
    case .deletedServicePrincipals:
      "GET /directory/deletedItems/microsoft.graph.servicePrincipal?$filter=appId eq '{appId}'"
    case .deletedServicePrincipal: "GET /directory/deletedItems/{id}"
    case .assignments: "GET \(id)/appRoleAssignedTo"
    case .assignmentCount: "GET \(id)/appRoleAssignedTo/$count"
    case .grants: "GET \(id)/oauth2PermissionGrants"
    case .organizationGrants: "\(granted) consentType eq 'AllPrincipals'"
    case .applicationPermissions: "GET \(id)/appRoleAssignments"
    case .owners: "GET \(id)/owners"
    case .policies: "GET \(id)/{policies}"
    case .user: "GET /users/{id}"
    case .userAssignments: "GET /users/{id}/\(held)"
    case .userGroups: "GET /users/{id}/memberOf"
    case .groupMembers: "GET /groups/{id}/members"
    case .objectsByID: "POST /directoryObjects/getByIds"
    case .signedInUser: "GET /me"
    case .activeRoles: "GET /me/transitiveMemberOf/microsoft.graph.directoryRole"
    case .organization: "GET /organization"
    case .authorizationPolicy: "GET /policies/authorizationPolicy"
    case .adminConsentRequestPolicy: "GET /policies/adminConsentRequestPolicy"
    case .consentRecords: "\(recorded) 'Consent to application'"
    case .userSearch: "GET /users?$search"
    case .groupSearch: "GET /groups?$search"
    case .usersByName: "GET /users?$filter=displayName eq '{name}'"
    case .usersByMail: "GET /users?$filter=mail eq '{address}'"
    case .groupsByName: "GET /groups?$filter=displayName eq '{name}'"
    case .group: "GET /groups/{id}"
    case .memberCount: "GET /groups/{id}/members?$count=true"
    case .nestedGroups: "GET /groups/{id}/members/microsoft.graph.group"
    case .transitiveGroups: "GET /users/{id}/transitiveMemberOf/microsoft.graph.group"
    case .groupAssignments: "GET /groups/{id}/\(held)"
    case .users: "GET /users"
    case .eligibleRoles: "GET /roleManagement/directory/roleEligibilityScheduleInstances"
    case .roleAssignments: "GET /roleManagement/directory/roleAssignments"
    case .ownGrants: "\(granted) consentType eq 'Principal'"
    case .ownGrantsOfUser: "\(granted) principalId eq '{user}'"
    case .signIns: "GET /auditLogs/signIns?$filter=appId eq '{appId}' and userId eq '{user}'"
    case .removalRecords: "\(recorded) 'Hard delete service principal'"
    case .readBatch: "POST /$batch (of questions)"
    case .enableServicePrincipal, .requireAssignment, .putBackProperties: "PATCH \(id)"
    case .deleteServicePrincipal: "DELETE \(id)"
    case .restoreServicePrincipal: "POST /directory/deletedItems/{id}/restore"
    case .addServicePrincipal: "POST /servicePrincipals"
    case .grantPermissions: "POST /oauth2PermissionGrants"
    case .widenGrant: "PATCH /oauth2PermissionGrants/{id}"
    case .assign: "POST \(id)/appRoleAssignedTo"
    case .permit: "POST \(id)/appRoleAssignments"
    case .addOwner: "POST \(id)/owners/$ref"
    case .batch: "POST /$batch"
    }
  }

  /// The least that it needs.
  ///
  /// - Source: Graph's permissions reference and the pages of each request.
  public var permission: Permission {
    switch self {
    case .servicePrincipal, .servicePrincipalByID, .lookAlikes, .assignments, .assignmentCount,
      .applicationPermissions, .owners:
      .applications
    case .deletedServicePrincipals, .deletedServicePrincipal: .bin
    case .grants, .organizationGrants, .userAssignments, .userGroups, .objectsByID, .ownGrants,
      .ownGrantsOfUser, .transitiveGroups, .groupAssignments:
      .directory
    case .user, .userSearch, .usersByName, .usersByMail, .users:
      Permission("User.Read.All", roles: [Self.anyMember])
    case .groupMembers, .groupSearch, .groupsByName, .group, .memberCount, .nestedGroups:
      Permission("GroupMember.Read.All", roles: [Self.anyMember])
    case .eligibleRoles:
      Permission("RoleEligibilitySchedule.Read.Directory", roles: [Self.anyMember])
    case .roleAssignments: Permission("RoleManagement.Read.Directory", roles: [Self.anyMember])
    case .signedInUser, .activeRoles: .ownSelf
    // A batch needs what each question in it needs; the tenant's name is always among them.
    case .organization, .readBatch:
      Permission(
        delegated: ["User.Read"], application: ["Organization.Read.All"], roles: [Self.anyMember])
    case .authorizationPolicy, .adminConsentRequestPolicy: .policies
    case .consentRecords, .removalRecords, .signIns:
      Permission(
        "AuditLog.Read.All",
        roles: ["Global Reader", "Reports Reader", "Security Administrator", "Security Reader"])
    case .policies:
      Permission(
        delegated: ["Policy.Read.All", "Application.Read.All"],
        application: ["Policy.Read.All", "Application.Read.All"],
        roles: Self.applicationRoles + ["Global Reader"])
    case .enableServicePrincipal, .requireAssignment, .putBackProperties, .deleteServicePrincipal,
      .addOwner:
      .change
    case .restoreServicePrincipal:
      Permission("Application.ReadWrite.All", roles: Self.applicationRoles + [Self.hybrid])
    case .addServicePrincipal:
      Permission("Application.ReadWrite.All", roles: Self.applicationRoles)
    case .grantPermissions, .widenGrant: .consent
    case .assign, .batch: .assign
    case .permit: .permit
    }
  }

  fileprivate static let anyMember = "any member"
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
