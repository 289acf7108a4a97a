/// What may be asked of one type's properties.
struct Schema: Sendable {
  /// `#microsoft.graph.user`.
  let type: String
  /// The properties a list gives without `$select`; `nil` for all.
  var defaults: [String]?
  /// Properties that Graph declares and this tenant leaves out unless they are asked for.
  var others: Set<String> = []
  /// The properties that may stand in `$filter`, by path.
  var filters: Set<String> = []
  /// Those of them that are GUIDs, and so stand without quotation marks.
  var guids: Set<String> = []
  /// The properties that may stand in `$search`.
  var searches: Set<String> = []
  /// The properties that may stand in `$orderby`.
  var orders: Set<String> = []
}

extension Schema {
  static let servicePrincipal = Schema(
    type: "#microsoft.graph.servicePrincipal",
    others: [
      "customSecurityAttributes", "createdByAppId", "appManagementPolicies",
    ],
    filters: [
      "id", "appId", "displayName", "servicePrincipalType", "tags", "accountEnabled",
      "appOwnerOrganizationId", "servicePrincipalNames", "homepage", "deletedDateTime",
      "signInAudience", "appRoleAssignmentRequired",
    ], guids: ["appOwnerOrganizationId"], searches: ["displayName", "description"],
    orders: ["displayName", "deletedDateTime", "appId"])
  static let appRoleAssignment = Schema(
    type: "#microsoft.graph.appRoleAssignment",
    filters: ["principalDisplayName", "resourceId"],
    guids: ["resourceId", "principalId", "appRoleId"])
  static let grant = Schema(
    type: "#microsoft.graph.oAuth2PermissionGrant",
    filters: ["clientId", "consentType", "principalId", "resourceId", "scope"])
  static let user = Schema(
    type: "#microsoft.graph.user",
    defaults: [
      "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone",
      "officeLocation", "preferredLanguage", "surname", "userPrincipalName", "id",
    ],
    others: [
      "city", "companyName", "country", "employeeId", "usageLocation", "mailNickname",
      "onPremisesImmutableId", "onPremisesSamAccountName", "postalCode", "state", "otherMails",
      "proxyAddresses", "identities", "creationType", "externalUserStateChangeDateTime",
    ],
    filters: [
      "id", "displayName", "userPrincipalName", "mail", "givenName", "surname", "department",
      "accountEnabled", "userType", "jobTitle", "createdDateTime", "externalUserState",
    ],
    searches: ["displayName", "userPrincipalName", "mail", "givenName", "surname", "department"],
    orders: ["displayName", "userPrincipalName"])
  static let group = Schema(
    type: "#microsoft.graph.group",
    others: [
      "classification", "expirationDateTime", "onPremisesSyncEnabled", "proxyAddresses",
      "preferredLanguage", "theme", "assignedLicenses",
    ],
    filters: [
      "id", "displayName", "description", "securityEnabled", "mailEnabled", "groupTypes", "mail",
      "mailNickname", "isAssignableToRole",
    ], searches: ["displayName", "description", "mail", "mailNickname"], orders: ["displayName"])
  static let directoryRole = Schema(
    type: "#microsoft.graph.directoryRole", filters: ["roleTemplateId", "displayName"])
  static let roleAssignment = Schema(
    type: "#microsoft.graph.unifiedRoleAssignment",
    filters: ["principalId", "roleDefinitionId", "directoryScopeId"])
  static let directoryAudit = Schema(
    type: "#microsoft.graph.directoryAudit",
    filters: [
      "activityDisplayName", "activityDateTime", "category", "correlationId", "result",
      "loggedByService", "targetResources", "initiatedBy/user/id",
      "initiatedBy/user/userPrincipalName", "initiatedBy/user/displayName", "operationType",
    ], orders: ["activityDateTime"])
  static let signIn = Schema(
    type: "#microsoft.graph.signIn",
    filters: [
      "id", "appId", "appDisplayName", "createdDateTime", "userId", "userPrincipalName",
      "userDisplayName", "status/errorCode", "conditionalAccessStatus", "resourceId",
    ], orders: ["createdDateTime"])
  static let plain = Schema(type: "#microsoft.graph.entity")
}
