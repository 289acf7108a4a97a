public import Entra

extension Words {
  /// Why Regrant's own sign-in did not come about, what that means, and what comes next.
  public func trouble(with obstacle: SignInObstacle) -> Trouble {
    Trouble(happened: happened(obstacle), meaning: meaning(obstacle), next: next(obstacle))
  }

  private func happened(_ obstacle: SignInObstacle) -> String {
    switch obstacle {
    case .signInNeeded: "Nobody is signed in to the tenant."
    case .declined: "The sign-in was declined in the browser."
    case .codeExpired: "Nobody typed the code in time."
    case .blockedByPolicy: "A policy of the customer's blocks this way of signing in."
    case .consentNeeded: "The client application has no consent in this tenant."
    case .notAssigned: "The client application requires assignment, and this account has none."
    case .clientRefused: "The tenant does not take the client application."
    case .secretRefused: "The client secret is wrong or has expired."
    case .tenantUnknown: "There is no such tenant in this cloud."
    case .accountRefused: "The account cannot sign in: unknown here, disabled, locked or mistyped."
    case .permissionsRefused: "The client application cannot get the permissions that are needed."
    case .sessionEnded: "The session has ended: revoked, password changed, or more is asked for."
    case .toolMissing: "Azure CLI is not installed: there is no az on the path."
    case .toolSignedOut: "Nobody is signed in to Azure CLI."
    case .toolFailed: "Azure CLI gave no token."
    case .otherCloud: "The token is for another cloud."
    case .otherTenant: "The token is for another tenant."
    case .tokenExpired: "The token has expired, or is accepted no longer."
    case .tokenUnreadable: "What was given is no access token."
    case .unreachable: "The sign-in service cannot be reached, or is too busy."
    case .unknown: "The sign-in was refused for a reason that is not known here."
    }
  }

  private func meaning(_ obstacle: SignInObstacle) -> String {
    switch obstacle {
    case .blockedByPolicy:
      "Nothing is sent without a token. The policy is the customer's: do not ask to weaken it."
    case .consentNeeded, .notAssigned, .clientRefused:
      "Nothing is sent without a token. This is about Regrant's own client, not about \(app)."
    case .signInNeeded, .declined, .codeExpired, .secretRefused, .tenantUnknown, .accountRefused,
      .permissionsRefused, .sessionEnded, .toolMissing, .toolSignedOut, .toolFailed, .otherCloud,
      .otherTenant, .tokenExpired, .tokenUnreadable, .unreachable, .unknown:
      "Nothing is sent to the tenant without a token; what was done before stays done."
    }
  }

  private func next(_ obstacle: SignInObstacle) -> String {
    switch obstacle {
    case .signInNeeded: "Sign in, then go on: nothing is lost."
    case .declined: "If it was a slip, sign in again. Otherwise guide the admin in the portal."
    case .codeExpired: "Start again; a code is good for about 15 minutes."
    case .blockedByPolicy: "Sign in with --sign-in azure-cli or token, or guide the admin instead."
    case .consentNeeded: "Let an admin consent to it, or name another with --client-id."
    case .notAssigned: "Let an admin assign the account to it, or name another with --client-id."
    case .clientRefused: "Check --client-id and --tenant: it may be switched off or not public."
    case .secretRefused: "Make a new secret in App registrations, and give its value, not its ID."
    case .tenantUnknown: "Check --tenant (an ID or a verified domain) and --cloud."
    case .accountRefused: "Sign in with an account of this tenant; the customer's admin can help."
    case .permissionsRefused: "Use --sign-in azure-cli, or a --client-id of your own."
    case .sessionEnded: "Sign in again, then go on where this stopped."
    case .toolMissing: "Install Azure CLI, or use --sign-in device-code."
    case .toolSignedOut: "Run az login, with --tenant for the customer's, then repeat."
    case .toolFailed: "Run az account get-access-token and see what it says."
    case .otherCloud: "Check --cloud; for Azure CLI, az cloud set chooses it."
    case .otherTenant: "Check --tenant, or get a token for the tenant that is meant."
    case .tokenExpired: "Get a new token, and give it as the old one was."
    case .tokenUnreadable: "Give the token alone, in REGRANT_ACCESS_TOKEN or on standard input."
    case .unreachable: "Check the connection, then repeat."
    case .unknown: "Look its code up with regrant explain, or sign in another way."
    }
  }

  /// What to know before signing in as an application of somebody's.
  public func sentence(for caveat: SignInCaveat) -> String {
    switch caveat {
    case .ownConsentPage:
      "It may show a consent page with the same checkbox: that one is for it, not for \(app)."
    case .grantStays: "What is accepted there stays in the tenant, as a grant to that client."
    case .mayBeShut: "The tenant may have switched it off, or require assignment to it (50105)."
    case .sharedBudget: "It shares its budget of requests with whoever else uses it in the tenant."
    case .fixedPermissions: "Its permissions are fixed; policies and roles may not be readable."
    case .consentOnce: "The customer's admin consents to it once."
    case .codesMayBeBlocked:
      "Many tenants block signing in by code (53003): then use --sign-in azure-cli or token."
    }
  }

  /// What to do with a code, and how long it is good.
  public func invitation(toType code: ForeignText, at address: ForeignText, seconds: Int) -> String
  {
    "To sign in, open \(address.safe) and type the code \(code.safe)"
      + " (good for \(max(1, seconds / 60)) minutes)."
  }
}
