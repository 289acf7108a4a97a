import Entra

extension InstalledApplication {
  /// Its properties as Graph sends them.
  var members: [JSON.Member] { identity + settings + offer }

  private var identity: [JSON.Member] {
    JSON.members([
      ("id", .string("\(id)")), ("deletedDateTime", .optional(deleted?.text)),
      ("accountEnabled", .bool(isEnabled)), ("alternativeNames", []), ("appDescription", nil),
      ("appDisplayName", .string(application.name)), ("appId", .string("\(appID)")),
      ("applicationTemplateId", nil),
      ("appOwnerOrganizationId", .string("\(application.owner)")),
      ("appRoleAssignmentRequired", .bool(requiresAssignment)),
      ("createdDateTime", .string(created.text)), ("description", .optional(description)),
      ("disabledByMicrosoftStatus", nil), ("displayName", .string(name)),
    ])
  }

  private var settings: [JSON.Member] {
    JSON.members([
      ("homepage", .optional(homepage)), ("isDisabled", application.isDeactivated ? true : nil),
      ("loginUrl", .optional(loginURL)), ("logoutUrl", .optional(logoutURL)),
      ("notes", .optional(notes)),
      ("notificationEmailAddresses", .strings(notificationAddresses)),
      ("preferredSingleSignOnMode", .optional(signOnMode)),
      ("preferredTokenSigningKeyThumbprint", nil),
      ("replyUrls", .strings(application.homepage.map { ["\($0)/auth"] } ?? [])),
      ("servicePrincipalNames", .strings(["\(appID)"])),
      ("servicePrincipalType", "Application"),
      (
        "signInAudience",
        .string(application.isMultitenant ? "AzureADMultipleOrgs" : "AzureADMyOrg")
      ),
      ("tags", .strings(tags)), ("tokenEncryptionKeyId", nil), ("samlSingleSignOnSettings", nil),
    ])
  }

  private var offer: [JSON.Member] {
    let publisher: JSON = application.isVerified ? .string(application.name) : .null
    return JSON.members([
      ("addIns", []), ("appRoles", .array(application.roles.map(\.json))),
      (
        "info",
        [
          "logoUrl": nil, "marketingUrl": nil, "privacyStatementUrl": nil, "supportUrl": nil,
          "termsOfServiceUrl": nil,
        ]
      ), ("keyCredentials", []),
      ("oauth2PermissionScopes", .array(application.scopes.map(\.json))),
      ("passwordCredentials", []), ("resourceSpecificApplicationPermissions", []),
      (
        "verifiedPublisher",
        [
          "displayName": publisher,
          "verifiedPublisherId": application.isVerified ? "1234567" : nil,
          "addedDateTime": application.isVerified ? "2024-05-06T07:08:09Z" : nil,
        ]
      ),
    ])
  }
}

extension ApplicationRole {
  var json: JSON {
    let kinds = (isForUsers ? ["User"] : []) + (isForApplications ? ["Application"] : [])
    return [
      "allowedMemberTypes": .strings(kinds), "description": .string(name),
      "displayName": .string(name), "id": .string("\(id)"), "isEnabled": .bool(isEnabled),
      "origin": "Application", "value": .string(value),
    ]
  }
}

extension DelegatedPermission {
  var json: JSON {
    [
      "adminConsentDescription": .string(value), "adminConsentDisplayName": .string(value),
      "id": .string("\(id)"), "isEnabled": true,
      "type": .string(needsAdministrator ? "Admin" : "User"),
      "userConsentDescription": .string(value), "userConsentDisplayName": .string(value),
      "value": .string(value),
    ]
  }
}

extension Assignment {
  func members(resourceName: String) -> [JSON.Member] {
    JSON.members([
      ("id", .string(id)), ("deletedDateTime", nil), ("appRoleId", .string("\(role)")),
      ("createdDateTime", .string(created.text)),
      ("principalDisplayName", .string(String(principalName.prefix(256)))),
      ("principalId", .string("\(principal)")), ("principalType", .string(kind.rawValue)),
      ("resourceDisplayName", .string(resourceName)), ("resourceId", .string("\(resource)")),
    ])
  }
}

extension Grant {
  var members: [JSON.Member] {
    JSON.members([
      ("clientId", .string("\(client)")),
      ("consentType", .string(principal == nil ? "AllPrincipals" : "Principal")),
      ("id", .string(id)), ("principalId", .optional(principal.map { "\($0)" })),
      ("resourceId", .string("\(resource)")), ("scope", .string(scope)),
    ])
  }
}
