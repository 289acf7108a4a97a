/// What may be done about a finding, from the gentlest to the harshest.
public enum Act: String, Sendable, Hashable, Codable, CaseIterable {
  /// Switch "Enabled for users to sign-in?" on again.
  case enable
  /// Leave the tenant alone until a deletion has settled (650051).
  case wait
  /// Bring a deleted service principal back, with what it had.
  case restore
  /// Create the service principal again: a new object, empty.
  case readd
  /// Put "Assignment required" back.
  case require
  /// Have the admin consent on behalf of the organization: the article's Option 2A.
  case reconsent
  /// Give people or groups the application: the article's Option 1.
  case assign
  /// Delete, re-add, consent and put back: the article's Option 2B.
  case replace
  /// Delete the re-added service principal to restore the old one.
  case swapBack
  /// The customer's admin must act: an account, Conditional Access, another tenant.
  case elsewhere
  /// Nexetic's own role must be raised from No Access to Full Access.
  case rbac
  /// Something must be found out first.
  case ask

  /// The gate it opens, when it opens one.
  public var opens: Gate? {
    switch self {
    case .enable, .wait, .restore, .readd, .swapBack: .object
    case .reconsent, .replace: .consent
    case .assign: .assignment
    case .elsewhere: .user
    case .rbac: .rbac
    case .require, .ask: nil
    }
  }

  /// Whether it destroys something that then has to be put back.
  public var isDestructive: Bool { self == .replace || self == .swapBack }

  /// Whether Regrant's hands, or the admin's at our word, change the tenant by it.
  public var changesTenant: Bool {
    switch self {
    case .enable, .restore, .readd, .require, .reconsent, .assign, .replace, .swapBack: true
    case .wait, .elsewhere, .rbac, .ask: false
    }
  }
}

/// One of several ways to give consent on behalf of the organization.
public enum ConsentRoute: String, Sendable, Hashable, Codable, CaseIterable {
  /// The admin signs in and ticks "Consent on behalf of your organization" (the article's 2A).
  case signIn
  /// The admin-consent link, which has no checkbox: accepting is always for the organization.
  case link
  /// *Grant admin consent* on the application's Permissions page.
  case portal
  /// A grant written through Graph, of scopes that are known.
  case graph
}

/// How far a consent route has been tried with this admin on this object.
public enum RouteStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// Not tried yet.
  case untried
  /// It reported success, and nobody has yet seen otherwise.
  case worked
  /// It reported success, or the consent is listed, and the gate stayed shut.
  case ineffective
  /// The role, a policy or the person said no; it would after re-adding, too.
  case refused
  /// Not tried, for a reason that the journal holds.
  case setAside
}

/// What a consent prompt did in front of the admin: the answer to W2 and W3.
public enum Appearance: String, Sendable, Hashable, Codable, CaseIterable {
  /// Accepted for the organization: the box was ticked, or the page had no box and said so.
  case acceptedForOrganization
  /// Accepted without the box: only this admin gets in (W2).
  case acceptedForSelf
  /// No prompt at all: consent was already given (W3).
  case noPrompt
  /// A prompt without a box: the role in force is not one that sees it.
  case noCheckbox
  /// "Approval required" or "Need admin approval": this account cannot consent.
  case approvalPage
  /// Cancelled.
  case declined
  /// An error page.
  case error
  /// 650051: a deletion has not settled yet.
  case notYet
  /// Not tried, because of a reason that the journal holds.
  case notTried
}
