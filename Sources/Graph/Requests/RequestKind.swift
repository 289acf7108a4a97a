/// Every request that Regrant ever sends to Graph, by its purpose.
public enum RequestKind: String, Sendable, Hashable, CaseIterable {
  /// The application in this tenant, by its appId.
  case servicePrincipal
  /// One service principal by its object ID: which application it is.
  case servicePrincipalByID
  /// Service principals whose name begins alike.
  case lookAlikes
  /// The application's service principals in the recycle bin.
  case deletedServicePrincipals
  /// One object of the recycle bin.
  case deletedServicePrincipal
  /// Who is assigned.
  case assignments
  /// How many are assigned, by an index that lags.
  case assignmentCount
  /// The delegated grants, users' own ones included.
  case grants
  /// The grants on behalf of the organization.
  case organizationGrants
  /// The application permissions.
  case applicationPermissions
  /// The owners.
  case owners
  /// The policies that hang on the application, by kind: claims mapping, home realm discovery,
  /// token issuance and token lifetime.
  case policies
  /// One user, by name or object ID.
  case user
  /// A user's assignments to one application, by the groups they are direct members of, too.
  case userAssignments
  /// The groups a user is a direct member of.
  case userGroups
  /// The direct members of a group.
  case groupMembers
  /// Objects by their IDs.
  case objectsByID
  /// The signed-in admin.
  case signedInUser
  /// The signed-in admin's active roles.
  case activeRoles
  /// The tenant, its domains and plans.
  case organization
  /// What users may consent to.
  case authorizationPolicy
  /// Whether users may ask an admin for consent.
  case adminConsentRequestPolicy
  /// The audit records of consents to the application.
  case consentRecords
  /// Users by what is typed.
  case userSearch
  /// Groups by what is typed.
  case groupSearch
  /// Users by their exact name.
  case usersByName
  /// Users by their mail address: how guests are listed elsewhere.
  case usersByMail
  /// Groups by their exact name.
  case groupsByName
  /// One group.
  case group
  /// How many direct members a group has.
  case memberCount
  /// The groups that are direct members of a group.
  case nestedGroups
  /// The groups that a user is in, through other groups too.
  case transitiveGroups
  /// A group's assignments to one application.
  case groupAssignments
  /// Everybody in the tenant.
  case users
  /// The roles that the signed-in admin could activate.
  case eligibleRoles
  /// Who holds which role.
  case roleAssignments
  /// Users' own grants of the application.
  case ownGrants
  /// One user's own grant of the application.
  case ownGrantsOfUser
  /// A user's sign-ins to the application.
  case signIns
  /// The audit records of deletions for good.
  case removalRecords
  /// Several questions in one request.
  case readBatch
  /// Switch sign-in on.
  case enableServicePrincipal
  /// Put "Assignment required" back.
  case requireAssignment
  /// Delete the service principal, into the recycle bin.
  case deleteServicePrincipal
  /// Take the service principal out of the recycle bin.
  case restoreServicePrincipal
  /// Create the service principal from its appId.
  case addServicePrincipal
  /// Consent on behalf of the organization.
  case grantPermissions
  /// Add permissions to a grant that exists.
  case widenGrant
  /// Give one principal a role.
  case assign
  /// Give the application a permission of an API.
  case permit
  /// Make somebody an owner.
  case addOwner
  /// Put recorded properties back.
  case putBackProperties
  /// Up to twenty assignments in one request.
  case batch

  /// The column of the retry table that it belongs to.
  public var deed: RetryDeed {
    switch self {
    case .enableServicePrincipal, .requireAssignment, .widenGrant, .putBackProperties, .addOwner:
      .patch
    case .deleteServicePrincipal: .delete
    case .restoreServicePrincipal: .restore
    case .addServicePrincipal: .add
    case .grantPermissions: .grant
    case .assign, .permit, .batch: .assign
    case .servicePrincipal, .servicePrincipalByID, .lookAlikes, .deletedServicePrincipals,
      .deletedServicePrincipal, .assignments, .assignmentCount, .grants, .organizationGrants,
      .applicationPermissions, .owners, .policies, .user, .userAssignments, .userGroups,
      .groupMembers,
      .objectsByID, .signedInUser, .activeRoles, .organization, .authorizationPolicy,
      .adminConsentRequestPolicy, .consentRecords, .userSearch, .groupSearch, .usersByName,
      .usersByMail, .groupsByName, .group, .transitiveGroups, .groupAssignments, .memberCount,
      .nestedGroups, .users, .eligibleRoles,
      .roleAssignments, .ownGrants, .ownGrantsOfUser, .signIns, .removalRecords, .readBatch:
      .read
    }
  }

  /// Whether it changes the tenant.
  public var isWrite: Bool { deed != .read }

  /// Whether it falls under the narrow limit of audit and sign-in records.
  public var isReport: Bool {
    self == .consentRecords || self == .removalRecords || self == .signIns
  }

  /// The one status that says it was carried out.
  public var success: Int {
    if self == .batch { return 200 }
    return switch deed {
    case .read, .restore: 200
    case .assign, .grant, .add: 201
    case .delete, .patch: 204
    }
  }
}
