/// What comes with signing in as an application of somebody's: told before the sign-in begins.
public enum SignInCaveat: String, Sendable, Hashable, CaseIterable {
  /// It may show a consent page of its own, with the same checkbox, for another application.
  case ownConsentPage
  /// What is accepted there stays as a grant on that application.
  case grantStays
  /// A tenant may have switched it off, require assignment to it, or block it.
  case mayBeShut
  /// Its budget of requests is shared with everybody in the tenant who uses it.
  case sharedBudget
  /// Its permissions are Microsoft's choice; policies and roles may not be readable.
  case fixedPermissions
  /// The customer consents to it once.
  case consentOnce
  /// Many tenants block device codes altogether: then another way of signing in is needed.
  case codesMayBeBlocked
}
