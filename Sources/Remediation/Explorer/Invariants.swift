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
