import Entra

/// One accepted step, as the invariants look at it.
struct Step {
  let before: State
  /// What the explored machine asked there.
  let prompt: Prompt
  let witness: Witness
  let input: Input
  let orders: [Order]
  let after: State

  /// The invariants it breaks.
  var violations: [Invariant] {
    var broken: [Invariant] = orders.flatMap(self.broken(byOrder:))
    if let closing = after.closing { broken += self.broken(byClosing: closing) }
    if !orders.isEmpty, !isConfirmed { broken.append(.orderedOnce) }
    if case .answered(let prompt, _) = input, !isAsked(prompt) { broken.append(.answersNamed) }
    return broken
  }

  private var isConfirmed: Bool {
    switch input {
    case .confirmed, .answered(.phrase, _): before.underWay == nil
    case .resumed: true
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .outcome, .settled, .verified, .closed:
      false
    }
  }

  private func isAsked(_ prompt: Prompt) -> Bool {
    if prompt == self.prompt { return true }
    switch prompt {
    case .question(let question): return before.canRevise(question)
    case .access: return before.answers.access != nil
    case .tenant: return before.answers.domain != nil
    case .appearance: return before.answers.appearance != nil
    case .symptom, .act, .route, .identification, .snapshot, .phrase, .list,
      .confirmation, .outcome, .settlement, .verification, .closing, .nothing:
      return false
    }
  }

  private func broken(byOrder order: Order) -> [Invariant] {
    switch order {
    case .deleteServicePrincipal: return brokenByDelete
    case .assignPrincipals, .assignSnapshot:
      return [
        witness.identification == .none ? .assignmentOnOurs : nil,
        witness.identification == .stale ? .answersFresh : nil,
        isOpenWindow ? .requirementFirst : nil,
      ].compactMap(\.self)
    case .consent(let route):
      return [
        isForbidden(route) ? .routeWithinRole : nil,
        isOpenWindow ? .requirementFirst : nil,
        isRestorableUntried ? .restoreFirst : nil,
      ].compactMap(\.self)
    case .addServicePrincipal: return isRestorableUntried ? [.restoreFirst] : []
    case .enableServicePrincipal, .restoreServicePrincipal, .requireAssignment: return []
    }
  }

  private var brokenByDelete: [Invariant] {
    var broken: [Invariant] = []
    if witness.identification == .none || witness.snapshot == .none || !isPhraseRight {
      broken.append(.deletionAnswered)
    }
    if witness.identification == .stale || witness.snapshot == .stale
      || witness.appearance == .stale
    {
      broken.append(.answersFresh)
    }
    if !isReplaceLast { broken.append(.replaceLast) }
    if before.facts.isReaddAwaited { broken.append(.restoreFirst) }
    let roles = before.facts.roles ?? []
    let deeds: [Deed] = [.delete, .readdThroughGraph, .changeProperties, .assign]
    let canConsent = ConsentRoute.allCases.contains {
      !isForbidden($0) && before.routes[$0] != .refused
    }
    if !deeds.allSatisfy({ roles.may($0) }) || !canConsent { broken.append(.rolesBeforeDelete) }
    return broken
  }

  private var isPhraseRight: Bool {
    guard case .answered(.phrase(let count), .phrase(let typed)) = input,
      let domain = before.answers.domain, let snapshot = before.snapshot
    else { return false }
    return count == snapshot.assignments && typed == "delete \(count) \(domain)"
  }

  private var isReplaceLast: Bool {
    if before.intent == .swapBack {
      return before.facts.object == .readded && before.loss.outstanding.contains(.unlisted)
    }
    let available = ConsentRoute.allCases.filter { !isForbidden($0) && isWithinReach($0) }
    return before.facts.consent == .shut && witness.appearance != .none
      && available.contains { before.routes[$0] == .ineffective }
      && available.allSatisfy {
        before.routes[$0] == .ineffective || before.routes[$0] == .setAside
      }
  }

  private func isWithinReach(_ route: ConsentRoute) -> Bool {
    route != .graph || before.facts.areScopesKnown
      || (before.loss.snapshot?.grants ?? before.snapshot?.grants ?? 0) > 0
  }

  private func isForbidden(_ route: ConsentRoute) -> Bool {
    guard let roles = before.facts.roles else { return route == .portal || route == .graph }
    return !roles.may(route == .signIn ? .seeConsentCheckbox : .consentForOrganization)
  }

  private var isOpenWindow: Bool {
    before.loss.outstanding.contains(.requirement)
      && (before.facts.object.isReadded || before.facts.isAssignmentRequired == false)
  }

  private var isRestorableUntried: Bool {
    before.facts.object == .deleted && !before.isRestoringVain
      && (before.loss.snapshot == nil || before.loss.outstanding.contains(.unlisted))
  }

  private func broken(byClosing closing: Closing) -> [Invariant] {
    var broken: [Invariant] = []
    if closing != .handedOver, before.facts.object.isDeleted { broken.append(.closable) }
    guard closing == .resolved else { return broken }
    if before.answers.access == nil || before.verification == nil || witness.isVerifiedByAdmin {
      broken.append(.resolvedVerified)
    }
    if before.loss.isOutstanding { broken.append(.resolvedRestored) }
    return broken
  }
}
