import Entra
import Testing

@testable import Simulator

@Suite("A tenant's own answers") struct TenantTests {
  /// Graph's own property names, by what is asked for.
  private static let types: [(path: String, names: Set<String>)] = [
    (
      "/servicePrincipals",
      [
        "id", "deletedDateTime", "accountEnabled", "addIns", "alternativeNames", "appDescription",
        "appDisplayName", "appId", "applicationTemplateId", "appOwnerOrganizationId",
        "appRoleAssignmentRequired", "appRoles", "createdByAppId", "customSecurityAttributes",
        "description", "disabledByMicrosoftStatus", "displayName", "homepage", "info",
        "isDisabled", "keyCredentials", "loginUrl", "logoutUrl", "notes",
        "notificationEmailAddresses", "oauth2PermissionScopes", "passwordCredentials",
        "preferredSingleSignOnMode", "preferredTokenSigningKeyThumbprint", "replyUrls",
        "resourceSpecificApplicationPermissions", "samlSingleSignOnSettings",
        "servicePrincipalNames", "servicePrincipalType", "signInAudience", "tags",
        "tokenEncryptionKeyId", "verifiedPublisher",
        // Sent in practice, though the schema lacks it.
        "createdDateTime",
      ]
    ),
    (
      "/servicePrincipals/{app}/appRoleAssignedTo",
      [
        "id", "deletedDateTime", "appRoleId", "createdDateTime", "principalDisplayName",
        "principalId", "principalType", "resourceDisplayName", "resourceId",
      ]
    ),
    (
      "/oauth2PermissionGrants",
      ["id", "clientId", "consentType", "principalId", "resourceId", "scope"]
    ),
    (
      "/users",
      [
        "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone",
        "officeLocation", "preferredLanguage", "surname", "userPrincipalName",
      ]
    ),
    (
      "/groups",
      [
        "id", "deletedDateTime", "createdDateTime", "description", "displayName", "groupTypes",
        "isAssignableToRole", "mail", "mailEnabled", "mailNickname", "membershipRule",
        "membershipRuleProcessingState", "securityEnabled", "visibility",
      ]
    ),
    ("/directoryRoles", ["id", "deletedDateTime", "description", "displayName", "roleTemplateId"]),
    (
      "/roleManagement/directory/roleAssignments",
      ["id", "principalId", "directoryScopeId", "roleDefinitionId"]
    ),
    (
      "/auditLogs/directoryAudits",
      [
        "id", "activityDateTime", "activityDisplayName", "additionalDetails", "category",
        "correlationId", "initiatedBy", "loggedByService", "operationType", "result",
        "resultReason", "targetResources",
      ]
    ),
    (
      "/auditLogs/signIns",
      [
        "id", "appDisplayName", "appId", "appliedConditionalAccessPolicies", "clientAppUsed",
        "conditionalAccessStatus", "correlationId", "createdDateTime", "deviceDetail",
        "ipAddress", "isInteractive", "location", "resourceDisplayName", "resourceId",
        "riskDetail", "riskEventTypes", "riskEventTypes_v2", "riskLevelAggregated",
        "riskLevelDuringSignIn", "riskState", "status", "userDisplayName", "userId",
        "userPrincipalName",
      ]
    ),
  ]

  @Test("hold only what Graph's types have", arguments: types)
  func shapes(_ type: (path: String, names: Set<String>)) throws {
    var desk = Desk()
    _ = try desk.assign(desk.user(9))
    _ = try desk.grant("openid")
    desk.tenant.signIn(desk.user(9))
    let reply = try desk.get(type.path.replacing("{app}", with: "\(desk.application)"))
    #expect(reply.json["@odata.context"]?.text?.contains("/v1.0/$metadata#") == true)
    #expect(!reply.rows.isEmpty)
    for row in reply.rows { #expect(row.names.isSubset(of: type.names)) }
  }

  @Test("tell who asks and which roles are active, and not which are eligible")
  func me() throws {
    var desk = Desk()
    desk.tenant.setRoles(
      [.applicationAdministrator], eligible: [.globalAdministrator], ofPersonAt: 9)
    desk.token = desk.tenant.issueToken(toPersonAt: 9)
    #expect(try desk.get("/me?$select=id").id == "\(desk.user(9))")
    let path =
      "/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=roleTemplateId&$count=true"
    let roles = try desk.get(path, isEventual: true).rows
    #expect(
      roles.compactMap { $0["roleTemplateId"]?.text } == ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"])
    let plain = try desk.get("/me/memberOf").rows
    #expect(plain.count { $0["@odata.type"] == "#microsoft.graph.directoryRole" } == 1)
    let held = try desk.get(
      "/roleManagement/directory/roleAssignments?$filter=principalId eq '\(desk.user(9))'")
    #expect(held.rows.count == 1)
    desk.token = desk.tenant.issueToken(toApplication: AppID(bits: 3), permissions: ["User.Read"])
    let refused = try desk.get("/me")
    #expect(refused.status == 400)
    #expect(refused.message.contains("only valid with delegated authentication flow"))
  }

  @Test("tell whether there is P1", arguments: [true, false])
  func premium(_ isPremium: Bool) throws {
    var desk = Desk { $0.isPremium = isPremium }
    let organization = try #require(try desk.get("/organization").rows.first)
    #expect(organization["id"]?.text == "\(desk.tenant.id)")
    let plan = organization["assignedPlans"]?.elements?.first {
      $0["servicePlanId"] == "41781fb2-bc02-4b7c-bd55-b576c07bb09d"
    }
    #expect((plan?["capabilityStatus"] == "Enabled") == isPremium)
    let domains = organization["verifiedDomains"]?.elements ?? []
    #expect(domains.count { $0["isDefault"] == true } == 1)
    #expect(domains.count { $0["isInitial"] == true } == 1)
  }

  @Test(
    "tell what people may consent to",
    arguments: [
      (UserConsentPolicy.off, nil), (.low, "microsoft-user-default-low"),
      (.legacy, "microsoft-user-default-legacy"),
      (.recommended, "microsoft-user-default-recommended"), (.custom("ours"), "ours"),
    ] as [(UserConsentPolicy, String?)])
  func policies(_ policy: UserConsentPolicy, _ name: String?) throws {
    var desk = Desk {
      $0.userConsent = policy
      $0.hasConsentRequests = policy == .off
    }
    let read = try desk.get("/policies/authorizationPolicy").json
    let assigned =
      read["defaultUserRolePermissions"]?["permissionGrantPoliciesAssigned"]?.elements ?? []
    let own = assigned.compactMap(\.text).filter { $0.contains("GrantsForSelf.") }
    #expect(own.first?.split(separator: ".").last.map(String.init) == name)
    let requests = try desk.get("/policies/adminConsentRequestPolicy").json["isEnabled"]
    #expect(requests == .bool(policy == .off))
  }

  @Test("record what is done, the newest first")
  func audits() throws {
    var desk = Desk()
    let made = try desk.assign(desk.user(9))
    _ = try desk.delete(desk.path + "/appRoleAssignedTo/\(made.id)")
    _ = try desk.grant("openid")
    _ = try desk.patch(desk.path, "{\"notes\":\"n\"}")
    let old = desk.application
    _ = try desk.readd()
    _ = try desk.delete(desk.path)
    _ = try desk.post("/directory/deletedItems/\(old)/restore")
    let rows = try desk.get("/auditLogs/directoryAudits").rows
    #expect(
      rows.compactMap { $0["activityDisplayName"]?.text } == [
        "Restore service principal", "Remove service principal", "Add service principal",
        "Remove service principal", "Update service principal", "Add delegated permission grant",
        "Remove app role assignment from user", "Add app role assignment grant to user",
      ])
    let user = rows.first?["initiatedBy"]?["user"]
    #expect(user?["id"]?.text == "\(desk.user(0))")
    let paged = try desk.all("/auditLogs/directoryAudits?$top=3")
    #expect(paged.compactMap { $0["id"] } == rows.compactMap { $0["id"] })
  }

  @Test("record late where the logs lag, and forget after thirty days or seven")
  func retention() throws {
    for (isPremium, days) in [(true, 30.0), (false, 7.0)] {
      var desk = Desk { ($0.isPremium, $0.logDelay, $0.limits) = (isPremium, 300, .none) }
      _ = try desk.grant("openid")
      #expect(try desk.get("/auditLogs/directoryAudits").rows.isEmpty)
      desk.tenant.advance(bySeconds: 300)
      #expect(try desk.get("/auditLogs/directoryAudits").rows.count == 1)
      desk.tenant.advance(bySeconds: days * 86_400)
      desk.token = desk.tenant.issueToken(toPersonAt: 0)
      #expect(try desk.get("/auditLogs/directoryAudits").rows.isEmpty)
    }
  }

  @Test("are not for guests without a role")
  func guests() throws {
    var desk = Desk()
    let guest = try #require((5..<50).first { desk.tenant.people.isGuest($0) })
    desk.token = desk.tenant.issueToken(toPersonAt: guest)
    #expect(try desk.get("/me").status == 200)
    #expect(try desk.get("/users").status == 403)
    #expect(try desk.get("/groups").status == 403)
  }
}
