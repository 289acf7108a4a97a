import Entra

extension State {
  mutating func choose(_ route: ConsentRoute, _ guards: Guards) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard intent == .reconsent || prompt == .route else { throw .outOfPlace }
    try allow(route, guards)
    self.intent = .reconsent
    self.route = route
  }

  mutating func setAside(_ route: ConsentRoute) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard hasSymptom, facts.object.isPresent, routes[route] == .untried else { throw .outOfPlace }
    routes[route] = .setAside
    if self.route == route { self.route = nil }
  }

  /// W3, said before 2B when no attempt of this case showed it, or said anew.
  mutating func describe(_ appearance: Appearance) {
    let isRevised = answers.appearance != nil && answers.appearance != appearance
    answers.appearance = appearance
    if routes[.signIn] == .untried || isRevised { record(appearance, of: .signIn) }
  }

  /// The route's own conditions: the role at hand may, and what to grant is known.
  func allow(_ route: ConsentRoute, _ guards: Guards) throws(Refusal) {
    try guards.require(.routeAllowed, isWithinRole(route))
    if route == .graph, !areScopesKnown { throw .scopesUnknown }
  }

  /// Whether the route can be used: the role may, and what to grant is known.
  func isAllowed(_ route: ConsentRoute) -> Bool {
    isWithinRole(route) && (route != .graph || areScopesKnown)
  }

  /// Whether the acting admin's role is known to allow the route, or not known to forbid it (W7).
  private func isWithinRole(_ route: ConsentRoute) -> Bool {
    guard let roles = facts.roles else { return route == .signIn || route == .link }
    switch route {
    case .signIn: return roles.may(.seeConsentCheckbox)
    case .link, .portal, .graph: return roles.may(consentDeed)
    }
  }

  /// Application permissions of Microsoft Graph ask for more than delegated ones.
  private var consentDeed: Deed {
    let permissions = max(snapshot?.permissions ?? 0, loss.snapshot?.permissions ?? 0)
    return permissions > 0 ? .consentIncludingGraphAppOnly : .consentForOrganization
  }

  private var areScopesKnown: Bool {
    facts.areScopesKnown || (loss.snapshot?.grants ?? snapshot?.grants ?? 0) > 0
  }

  private var availableRoutes: [ConsentRoute] { ConsentRoute.allCases.filter(isAllowed) }

  /// Whether every gentler route that is available was tried in vain or set aside.
  var areGentlerRoutesTried: Bool {
    let available = availableRoutes.filter { routes[$0] != .refused }
    return available.contains { routes[$0] == .ineffective }
      && available.allSatisfy { routes[$0] == .ineffective || routes[$0] == .setAside }
  }

  /// A route that was refused would be after re-adding, too.
  var isAnyRouteRefused: Bool { availableRoutes.contains { routes[$0] == .refused } }

  /// What a consent prompt did, taken in.
  mutating func consented(_ appearance: Appearance, by route: ConsentRoute) {
    if appearance == .notYet {
      facts.isReaddAwaited = true
      return
    }
    let isAccepted = appearance == .acceptedForOrganization || appearance == .acceptedForSelf
    if !isAccepted, appearance != .notTried { answers.appearance = appearance }
    if isAccepted, !facts.object.isPresent { created() }
    if isAccepted { facts.isReaddAwaited = false }
    if appearance == .acceptedForOrganization {
      facts.consent = .open
      loss.outstanding.remove(.grants)
    } else if route == .signIn, appearance.showsThatConsentIsMissing, facts.consent == .unknown {
      facts.consent = .shut
    }
    record(appearance, of: route)
  }

  private mutating func record(_ appearance: Appearance, of route: ConsentRoute) {
    switch appearance {
    case .acceptedForOrganization: routes[route] = facts.consent == .shut ? .ineffective : .worked
    case .noPrompt: routes[route] = .ineffective
    case .noCheckbox, .approvalPage, .declined, .error: routes[route] = .refused
    case .notTried: routes[route] = .setAside
    case .acceptedForSelf, .notYet: break
    }
  }

  /// A service principal came into being: by adding it, or by the consent itself.
  mutating func created() {
    facts.isReaddAwaited = false
    switch facts.object {
    case .deleted: facts.object = .readded
    case .gone: facts.object = .readdedForGood
    case .neverInstalled: facts.object = .present
    case .unknown, .notSeen:
      // Perhaps it was there all the time: nothing is known of it but that it is there.
      facts.object = .present
      expireObjectAnswers()
      forgetAccess()
      return
    case .present, .disabled, .disabledByVendor, .readded, .readdedForGood: return
    }
    expireObjectAnswers()
    resetToEmpty()
  }
}

extension Appearance {
  /// Whether a sign-in that does this shows that nobody consented for the organization.
  ///
  /// Who has consented is not asked again; the link and the portal ask in any case.
  fileprivate var showsThatConsentIsMissing: Bool {
    switch self {
    case .acceptedForSelf, .noCheckbox, .approvalPage, .declined: true
    case .acceptedForOrganization, .noPrompt, .error, .notYet, .notTried: false
    }
  }
}
