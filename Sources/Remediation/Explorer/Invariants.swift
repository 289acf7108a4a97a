import Entra

/// What must hold in every reachable state, whatever is said and whatever happens.
public enum Invariant: Int, Sendable, Hashable, CaseIterable {
  /// A delete rests on W1, W4, W5 and a complete snapshot of this very object.
  case deletionAnswered = 1
  /// Assignments go to the application of the profile only.
  case assignmentOnOurs
  /// Resolved means W6 answered and access verified, by no administrator.
  case resolvedVerified
  /// After a delete, resolved means everything is back or waived.
  case resolvedRestored
  /// Consent is never ordered by a route that the role is known not to allow.
  case routeWithinRole
  /// An answer dies when what it spoke of changes.
  case answersFresh
  /// Every state leads to a closing; while deleted, only handing over does.
  case closable
  /// Replacing is the last resort; swapping back needs a loss that can't be listed.
  case replaceLast
  /// One confirmation, one command.
  case orderedOnce
  /// A delete needs the roles for the whole way, before it.
  case rolesBeforeDelete
  /// "Assignment required" is back before anybody is let in.
  case requirementFirst
  /// Restore before re-adding; no second delete while a re-add is awaited.
  case restoreFirst
  /// An answer names the prompt that stands.
  case answersNamed

  /// The guards that hold it; the explorer's tests remove each and see it break.
  public var guards: [Guard] {
    switch self {
    case .deletionAnswered: [.deletionIdentified, .snapshotStored, .lossAcknowledged]
    case .assignmentOnOurs: [.assignmentIdentified]
    case .resolvedVerified: [.accessDecided, .accessVerified, .ordinaryUserOnly]
    case .resolvedRestored: [.lossSettled]
    case .routeWithinRole: [.routeAllowed]
    case .answersFresh: [.answersExpire]
    case .closable: [.applicationPresent]
    case .replaceLast:
      [
        .consentShut, .promptDescribed, .gentlerRoutesTried, .noRouteRefused, .swapBackJustified,
      ]
    case .orderedOnce: [.nothingUnderWay]
    case .rolesBeforeDelete: [.rolesAtHand]
    case .requirementFirst: [.requirementPutBack]
    case .restoreFirst: [.restoreFirst, .noReaddAwaited]
    case .answersNamed: [.answerNamesPrompt]
    }
  }
}

/// What the explorer itself saw being said, apart from what the machine remembers.
struct Witness: Sendable, Hashable {
  /// An answer, and whether its subject has changed since.
  enum Answer: Sendable, Hashable { case none, fresh, stale }

  var identification = Answer.none
  var snapshot = Answer.none
  var appearance = Answer.none
  var isVerifiedByAdmin = false

  /// Follows one accepted step.
  mutating func see(_ input: Input, from before: State, to after: State) {
    let isOtherObject = before.facts.object.identity != after.facts.object.identity
    let isOtherAdmin = before.facts.roles != nil && before.facts.roles != after.facts.roles
    if isOtherObject, before.facts.object.identity != .unknown {
      if identification == .fresh { identification = .stale }
      if snapshot == .fresh { snapshot = .stale }
      if appearance == .fresh { appearance = .stale }
    }
    if isOtherAdmin, appearance == .fresh { appearance = .stale }
    switch input {
    case .answered(.identification, _): identification = .fresh
    case .snapshotCompleted: snapshot = .fresh
    case .observed(.contentChanged): if snapshot == .fresh { snapshot = .stale }
    case .answered(.appearance, _), .outcome(_, .appeared): appearance = .fresh
    case .verified(let verification): isVerifiedByAdmin = verification == .administrator
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .listCompleted, .confirmed, .outcome, .resumed, .settled, .closed:
      break
    }
    // What the machine has let go of cannot mislead it.
    if !after.answers.isIdentified { identification = .none }
    if after.snapshot == nil { snapshot = .none }
    if after.answers.appearance == nil { appearance = .none }
    if after.verification == nil { isVerifiedByAdmin = false }
  }
}

extension ApplicationObject {
  /// Which object it is, as far as a deletion makes another of it.
  enum Identity: Sendable, Hashable { case unknown, none, original, second }

  var identity: Identity {
    switch self {
    case .unknown, .notSeen: .unknown
    case .present, .disabled, .disabledByVendor: .original
    case .readded, .readdedForGood: .second
    case .deleted, .gone, .neverInstalled: .none
    }
  }
}

/// One accepted step, as the invariants look at it.
struct Step {
  let before: State
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
    if prompt == before.prompt { return true }
    switch prompt {
    case .question(let question): return before.canRevise(question)
    case .access: return before.answers.access != nil
    case .tenant: return before.answers.domain != nil
    case .symptom, .act, .route, .identification, .appearance, .snapshot, .phrase, .list,
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
    route != .graph || (before.loss.snapshot?.grants ?? before.snapshot?.grants ?? 0) > 0
  }

  private func isForbidden(_ route: ConsentRoute) -> Bool {
    guard let roles = before.facts.roles else { return route == .portal || route == .graph }
    return !roles.may(route == .signIn ? .seeConsentCheckbox : .consentForOrganization)
  }

  private var isOpenWindow: Bool {
    before.facts.object.isReadded && before.loss.outstanding.contains(.requirement)
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
