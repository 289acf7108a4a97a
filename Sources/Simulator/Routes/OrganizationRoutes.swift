import Entra
import HTTPTypes

extension SimulatedTenant {
  /// `/organization`, `/subscribedSkus` and `/policies`.
  func organization(_ call: Call) throws(Failure) -> Reply {
    guard call.method == .get else { throw .verbNotAllowed }
    switch call.path {
    case ["organization"]:
      try call.needs(Permissions.readOrganization)
      return try page(
        Listing("organization", .plain, rows: [Row(0, .plain) { self.organizationMembers }]), call)
    case ["organization", "\(id)"]:
      try call.needs(Permissions.readOrganization)
      return .ok(try single("organization", .plain, organizationMembers, call))
    case ["subscribedSkus"]:
      try call.needs(Permissions.readOrganization)
      var listing = Listing("subscribedSkus", .plain, rows: [Row(0, .plain) { self.licence }])
      listing.allowsTop = false
      return try page(listing, call)
    case ["policies", "authorizationPolicy"]:
      try call.needs(Permissions.readPolicies)
      try demand(.readPolicies, of: call.caller)
      return .ok(
        try single("policies/authorizationPolicy", .plain, authorizationPolicy, call))
    case ["policies", "adminConsentRequestPolicy"]:
      try call.needs(Permissions.readPolicies)
      try demand(.readPolicies, of: call.caller)
      return .ok(
        try single("policies/adminConsentRequestPolicy", .plain, requestPolicy, call))
    default: throw .unknownSegment(call.path.last ?? "")
    }
  }

  private var organizationMembers: [JSON.Member] {
    let state = settings.isPremium ? "Enabled" : "Deleted"
    let initial = settings.domain == "contoso.example" ? "contoso.onmicrosoft.com" : nil
    var domains: [JSON] = [domain(settings.domain, isDefault: true, isInitial: initial == nil)]
    if let initial { domains.append(domain(initial, isDefault: false, isInitial: true)) }
    return JSON.members([
      ("id", .string("\(id)")), ("deletedDateTime", nil), ("businessPhones", []), ("city", nil),
      ("country", nil), ("countryLetterCode", "FI"),
      ("createdDateTime", .string(settings.now.adding(seconds: -86_400 * 1500).text)),
      ("displayName", .string(settings.name)), ("preferredLanguage", "en"),
      ("tenantType", "AAD"), ("technicalNotificationMails", []),
      (
        "assignedPlans",
        [
          [
            "assignedDateTime": "2024-01-02T03:04:05Z", "capabilityStatus": .string(state),
            "service": "AADPremiumService",
            "servicePlanId": "41781fb2-bc02-4b7c-bd55-b576c07bb09d",
          ],
          [
            "assignedDateTime": "2024-01-02T03:04:05Z", "capabilityStatus": "Enabled",
            "service": "exchange", "servicePlanId": "9aaf7827-d63c-4b61-89c3-182f06f82e5c",
          ],
        ]
      ), ("verifiedDomains", .array(domains)),
    ])
  }

  private func domain(_ name: String, isDefault: Bool, isInitial: Bool) -> JSON {
    [
      "capabilities": "Email, OfficeCommunicationsOnline", "isDefault": .bool(isDefault),
      "isInitial": .bool(isInitial), "name": .string(name), "type": "Managed",
    ]
  }

  private var licence: [JSON.Member] {
    JSON.members([
      ("id", .string("\(id)_078d2b04-f1bd-4111-bbd4-b4b1b354cef4")),
      ("capabilityStatus", settings.isPremium ? "Enabled" : "Suspended"),
      ("skuId", "078d2b04-f1bd-4111-bbd4-b4b1b354cef4"), ("skuPartNumber", "AAD_PREMIUM"),
      (
        "servicePlans",
        [
          [
            "servicePlanId": "41781fb2-bc02-4b7c-bd55-b576c07bb09d",
            "servicePlanName": "AAD_PREMIUM", "provisioningStatus": "Success",
            "appliesTo": "User",
          ]
        ]
      ),
    ])
  }

  private var authorizationPolicy: [JSON.Member] {
    JSON.members([
      ("id", "authorizationPolicy"), ("deletedDateTime", nil),
      ("description", "Used to manage authorization related settings across the company."),
      ("displayName", "Authorization Policy"),
      ("guestUserRoleId", "10dae51f-b6af-4016-8d66-8c2a99b929b3"),
      ("allowInvitesFrom", "adminsAndGuestInviters"),
      ("allowedToSignUpEmailBasedSubscriptions", true), ("allowedToUseSSPR", true),
      ("allowEmailVerifiedUsersToJoinOrganization", false), ("blockMsolPowerShell", false),
      ("allowUserConsentForRiskyApps", nil),
      (
        "defaultUserRolePermissions",
        [
          "allowedToCreateApps": .bool(settings.peopleMayCreateApplications),
          "allowedToCreateSecurityGroups": true, "allowedToCreateTenants": true,
          "allowedToReadBitlockerKeysForOwnedDevice": true, "allowedToReadOtherUsers": true,
          "permissionGrantPoliciesAssigned": .strings(
            settings.userConsent.assigned + [
              "ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-"
                + "for-team"
            ]),
        ]
      ),
    ])
  }

  private var requestPolicy: [JSON.Member] {
    JSON.members([
      ("isEnabled", .bool(settings.hasConsentRequests)), ("notifyReviewers", true),
      ("remindersEnabled", true), ("requestDurationInDays", 30), ("reviewers", []),
      ("version", 0),
    ])
  }

  /// `/directoryRoles` and `/roleManagement/directory`.
  func roles(_ call: Call) throws(Failure) -> Reply {
    guard call.method == .get else { throw .verbNotAllowed }
    try call.needs(Permissions.readRoles)
    // A role exists in the tenant only once somebody was given it.
    let existing = AdminRole.allCases.filter { role in roles.values.contains { $0.has(role) } }
    if call.path == ["directoryRoles"] {
      let rows = existing.enumerated().map { position, role in
        Row(position, .directoryRole) { self.roleMembers(role) }
      }
      var listing = Listing("directoryRoles", .directoryRole, rows: rows)
      listing.allowsTop = false
      return try page(listing, call)
    }
    if call.path.first == "directoryRoles", call.path.count == 3, call.path[2] == "members" {
      return try roleHolders(existing, call)
    }
    guard call.path.count == 3, call.path[1] == "directory" else {
      throw .unknownSegment(call.path.last ?? "")
    }
    switch call.path[2] {
    case "roleAssignments": break
    case "roleEligibilityScheduleInstances": return try eligibleRoles(call)
    case "transitiveRoleAssignments":
      guard call.query.isAdvanced else { throw .unsupportedQuery }
    default: throw .unknownSegment(call.path[2])
    }
    var rows: [Row] = []
    for (index, held) in roles.sorted(by: { $0.key < $1.key }) {
      for role in held.active.sorted(by: { $0.rawValue < $1.rawValue }) {
        rows.append(
          Row(rows.count, .roleAssignment) { self.roleAssignment(role, of: index) })
      }
    }
    return try page(
      Listing("roleManagement/directory/\(call.path[2])", .roleAssignment, rows: rows), call)
  }

  /// The roles that somebody may activate: kept by Entra ID P2's Privileged Identity Management.
  private func eligibleRoles(_ call: Call) throws(Failure) -> Reply {
    var rows: [Row] = []
    for (index, held) in roles.sorted(by: { $0.key < $1.key }) {
      for role in held.eligible.sorted(by: { $0.rawValue < $1.rawValue }) {
        rows.append(
          Row(rows.count, .roleAssignment) {
            self.roleAssignment(role, of: index) + [JSON.Member("memberType", "Direct")]
          })
      }
    }
    return try page(
      Listing("roleManagement/directory/\(call.path[2])", .roleAssignment, rows: rows), call)
  }

  private func roleHolders(_ existing: [AdminRole], _ call: Call) throws(Failure) -> Reply {
    let key = call.path[1]
    let template = Call.key("roleTemplateId", in: key)
    let role = existing.first { role in
      template.map { role.templateID == $0.lowercased() } ?? ("\(roleID(role))" == key)
    }
    guard let role else { throw .missing(key) }
    let rows = roles.filter { $0.value.active.contains(role) }.keys.sorted().map {
      personRow($0, cursor: $0)
    }
    return try page(Listing("directoryObjects", .user, isMixed: true, rows: rows), call)
  }

  private func roleID(_ role: AdminRole) -> ObjectID {
    mint.id(.directoryRole, AdminRole.allCases.firstIndex(of: role) ?? 0)
  }

  func roleMembers(_ role: AdminRole) -> [JSON.Member] {
    JSON.members([
      ("id", .string("\(roleID(role))")), ("deletedDateTime", nil),
      ("description", .string(role.rawValue)), ("displayName", .string(role.rawValue)),
      ("roleTemplateId", .string(role.templateID)),
    ])
  }

  private func roleAssignment(_ role: AdminRole, of index: Int) -> [JSON.Member] {
    let number = index * 64 + (AdminRole.allCases.firstIndex(of: role) ?? 0)
    return JSON.members([
      ("id", .string(Base64URL.text(of: mint.id(.other, 1 << 45 + number).dotNetBytes))),
      ("principalId", .string("\(people.id(at: index))")), ("directoryScopeId", "/"),
      ("roleDefinitionId", .string(role.templateID)),
    ])
  }
}

extension HeldRoles {
  func has(_ role: AdminRole) -> Bool { active.contains(role) || eligible.contains(role) }
}
