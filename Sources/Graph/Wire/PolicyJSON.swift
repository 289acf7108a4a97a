/// `authorizationPolicy` as Graph sends it: of it, what users may consent to by themselves.
public struct AuthorizationPolicyJSON: Sendable, Hashable, Decodable {
  /// What every user may do, where it was told.
  public let defaultUserRolePermissions: Permissions?

  /// What every user may do.
  public struct Permissions: Sendable, Hashable, Decodable {
    /// The policies for consent, some of which are about something else.
    public let permissionGrantPoliciesAssigned: [String]?
  }

  /// What users may consent to by themselves, as the portal offers it.
  public enum UserConsent: Sendable, Hashable {
    /// Do not allow user consent.
    case off
    /// Allow user consent for apps from verified publishers, for selected permissions.
    case low
    /// Allow user consent for apps.
    case legacy
    /// Let Microsoft manage your consent settings.
    case recommended
    /// A custom policy, or one added since.
    case custom
  }

  /// What users may consent to; `nil` where it was not told.
  public var userConsent: UserConsent? {
    guard let assigned = defaultUserRolePermissions?.permissionGrantPoliciesAssigned else {
      return nil
    }
    let prefix = "managepermissiongrantsforself."
    let own = assigned.map { $0.lowercased() }.filter { $0.hasPrefix(prefix) }
      .map { $0.dropFirst(prefix.count) }
    if own.isEmpty { return .off }
    // Beside another stands what Microsoft lets through; alone it is nothing we know.
    if own.contains("microsoft-user-default-recommended") { return .recommended }
    if own.contains("microsoft-user-default-legacy") { return .legacy }
    return own == ["microsoft-user-default-low"] ? .low : .custom
  }
}

/// `adminConsentRequestPolicy` as Graph sends it.
public struct AdminConsentRequestPolicyJSON: Sendable, Hashable, Decodable {
  /// Whether users see a form ("Approval required") instead of "Need admin approval".
  public let isEnabled: Bool?
}
