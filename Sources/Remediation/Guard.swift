public import Entra

/// One condition of an order, an answer or a closing; the machine asks all that apply.
public enum Guard: UInt8, Sendable, Hashable, CaseIterable {
  /// W1 was answered for this very object before a delete.
  case deletionIdentified
  /// W1 was answered for this very object before an assignment.
  case assignmentIdentified
  /// A complete snapshot of this very object is stored.
  case snapshotStored
  /// The phrase holds the snapshot's number and the tenant's domain (W4, W5).
  case lossAcknowledged
  /// The roles for every step of a replacement are known, active and at hand (W8).
  case rolesAtHand
  /// The consent gate is shut.
  case consentShut
  /// W3 was answered: what the prompt did.
  case promptDescribed
  /// Every gentler route that is available is ineffective or set aside.
  case gentlerRoutesTried
  /// No available route was refused: it would be after re-adding, too.
  case noRouteRefused
  /// A restorable and a re-added one exist, and what was lost cannot be listed.
  case swapBackJustified
  /// No re-add is awaited (650051).
  case noReaddAwaited
  /// A deleted one that can be restored is restored first, or restoring was tried in vain.
  case restoreFirst
  /// The acting admin's role is not known to forbid the route (W7).
  case routeAllowed
  /// "Assignment required" is back before anybody is let in.
  case requirementPutBack
  /// No command is under way.
  case nothingUnderWay
  /// An answer dies with what it spoke of.
  case answersExpire
  /// An answer names the prompt that stands.
  case answerNamesPrompt
  /// W6 was answered.
  case accessDecided
  /// Access was verified.
  case accessVerified
  /// An administrator's own sign-in verifies nothing.
  case ordinaryUserOnly
  /// Everything lost is back or waived.
  case lossSettled
  /// The application is not missing.
  case applicationPresent

  var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// The guards that are asked: all of them by every ``Case``, fewer only by the explorer's tests.
struct Guards: Sendable, Hashable {
  private var bits: UInt32

  static let all = Guards(bits: .max)

  func without(_ removed: Guard) -> Guards { Guards(bits: bits & ~removed.bit) }

  /// Refuses unless the condition holds, if this guard is asked at all.
  func require(_ asked: Guard, _ holds: @autoclosure () -> Bool) throws(Refusal) {
    if bits & asked.bit != 0, !holds() { throw .guarded(asked) }
  }

  func contains(_ asked: Guard) -> Bool { bits & asked.bit != 0 }
}

/// Why an input was not accepted; nothing changed.
public enum Refusal: Error, Sendable, Hashable {
  /// A guard says no; what would satisfy it is the guard's own meaning.
  case guarded(Guard)
  /// The input does not belong to this state.
  case outOfPlace
  /// The answer does not fit the prompt.
  case misfit
  /// W1: another application.
  case wrongApplication(found: AppID?)
  /// The phrase differs from the one that is asked for.
  case wrongPhrase
  /// The act is not possible with the application as it is.
  case objectState(ApplicationObject)
  /// The role at hand does not allow it.
  case roleForbids(Act)
  /// Which consents to write is not known: no list at hand holds any.
  case scopesUnknown
  /// The answer can't be edited any more: something irreversible happened.
  case irreversible
  /// The case is closed.
  case closed
  /// No such command is under way.
  case unknownCommand
  /// A delete is never resumed, only confirmed anew.
  case deleteNotResumable
  /// A limit of the case.
  case tooMany
}
