/// Why Regrant's own sign-in did not come about, by what can be done about it.
///
/// A user's sign-in to the application is another matter: ``SignInError``.
public enum SignInObstacle: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody is signed in yet, or whoever was may go on no longer.
  case signInNeeded
  /// Somebody pressed Cancel, or "no" to the question whether they meant to sign in here.
  case declined
  /// The code ran out before anybody typed it.
  case codeExpired
  /// A policy of the customer's: Conditional Access, security defaults, MFA.
  case blockedByPolicy
  /// The client application has no consent in this tenant, and whoever signs in may give none.
  case consentNeeded
  /// The client application requires assignment, and whoever signs in has none.
  case notAssigned
  /// The client application is unknown, switched off, or no public client.
  case clientRefused
  /// The client secret is wrong or has expired.
  case secretRefused
  /// There is no such tenant in this cloud.
  case tenantUnknown
  /// The account is unknown here, disabled or locked, or its password was wrong.
  case accountRefused
  /// The permissions that were asked for are not to be had by this client.
  case permissionsRefused
  /// The session has ended: revoked, its password changed, or unused for too long.
  case sessionEnded
  /// Another program that should give a token is not installed.
  case toolMissing
  /// That program has nobody signed in.
  case toolSignedOut
  /// That program failed, or said what cannot be understood.
  case toolFailed
  /// The token is for another cloud.
  case otherCloud
  /// The token is for another tenant.
  case otherTenant
  /// The token that was given has expired.
  case tokenExpired
  /// What was given is no token.
  case tokenUnreadable
  /// The sign-in service cannot be reached, or is too busy.
  case unreachable
  /// Nothing that is known.
  case unknown

  /// What a code of the sign-in service amounts to when Regrant itself gets it.
  public init(_ error: SignInError) {
    self = Self.codes[error.code] ?? Self(error.kind)
  }

  private init(_ kind: SignInError.Kind) {
    self =
      switch kind {
      case .applicationMissing, .applicationDisabled, .vendorFault, .recreationPending:
        .clientRefused
      case .consentMissing: .consentNeeded
      case .consentDeclined: .declined
      case .notAssigned: .notAssigned
      case .accountUnknown, .accountBlocked, .credentials: .accountRefused
      case .policyBlocked: .blockedByPolicy
      case .tenantWrong: .tenantUnknown
      case .resourceMissing: .permissionsRefused
      case .interrupted: .sessionEnded
      case .ownSignIn, .unknown: .unknown
      }
  }

  /// Codes that say more here than they do of a user's sign-in.
  private static let codes: [Int: Self] = [
    7_000_215: .secretRefused, 7_000_222: .secretRefused, 7_000_218: .clientRefused,
    700_025: .clientRefused, 1_002_012: .permissionsRefused, 65_002: .permissionsRefused,
    70_019: .codeExpired, 9_001_023: .tenantUnknown, 1_000_031: .clientRefused,
  ]
}
