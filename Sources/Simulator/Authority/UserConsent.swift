import Entra

extension SimulatedTenant {
  /// Permissions that Microsoft's own policies count as low-impact.
  private static let basic: Set = ["openid", "profile", "email", "offline_access", "user.read"]

  /// The consent prompt that `person` sees, or why they see none.
  func prompt(
    _ person: Int, _ registered: RegisteredApplication, _ found: InstalledApplication?,
    _ scopes: [String]
  ) throws(SignInRefusal) -> ConsentPrompt {
    let all = registered.wants.flatMap(\.scopes)
    if holdsRole(person, allowing: .consentForAll) {
      return ConsentPrompt(
        scopes: all, showsCheckbox: holdsRole(person, allowing: .seeCheckbox))
    }
    let mayConsent = found?.requiresAssignment != true && allowsOwnConsent(to: registered, scopes)
    guard mayConsent else { throw needsAdministrator(registered) }
    if isRisky(registered, scopes) {
      throw SignInRefusal(
        code: 900_941, text: "Administrator consent is required. App is considered risky.")
    }
    return ConsentPrompt(scopes: all, showsCheckbox: false)
  }

  private func needsAdministrator(_ registered: RegisteredApplication) -> SignInRefusal {
    settings.hasConsentRequests
      ? SignInRefusal(
        code: 90095,
        text: "Admin consent is required for the permissions requested by this application. An "
          + "admin consent request may be sent to the admin.")
      : SignInRefusal(
        code: 90094,
        text: "\(registered.name) needs permission to access resources in your organization that "
          + "only an admin can grant. Please ask an admin to grant permission to this app before "
          + "you can use it.")
  }

  private func allowsOwnConsent(
    to registered: RegisteredApplication, _ scopes: [String]
  ) -> Bool {
    switch settings.userConsent {
    case .off, .custom: false
    case .legacy: !needsAdministrator(registered, scopes)
    case .low: registered.isVerified && isBasic(scopes)
    case .recommended:
      settings.switches.recommendedPolicyAllowsLowImpact && registered.isVerified
        && isBasic(scopes)
    }
  }

  private func isBasic(_ scopes: [String]) -> Bool {
    scopes.allSatisfy { Self.basic.contains($0.lowercased()) }
  }

  /// Unverified applications of other tenants may ask of people only what is basic.
  private func isRisky(_ registered: RegisteredApplication, _ scopes: [String]) -> Bool {
    registered.owner != id && !registered.isVerified && !isBasic(scopes)
  }

  private func needsAdministrator(
    _ registered: RegisteredApplication, _ scopes: [String]
  ) -> Bool {
    let wanted = Set(scopes.map { $0.lowercased() })
    return registered.wants.contains { want in
      (registry[want.resource]?.scopes ?? []).contains {
        $0.needsAdministrator && wanted.contains($0.value.lowercased())
      }
    }
  }
}
