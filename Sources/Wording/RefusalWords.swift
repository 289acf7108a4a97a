import Entra
public import Remediation

/// Why something is not possible now, and what would make it so.
public struct Denial: Sendable, Hashable {
  /// Why.
  public let why: String
  /// What would satisfy it.
  public let remedy: String

  /// A reason, and its remedy where there is one.
  public init(why: String, remedy: String = "") { (self.why, self.remedy) = (why, remedy) }
}

extension Words {
  /// Why a guard says no, and what would satisfy it.
  public func denial(by asked: Guard) -> Denial {
    Denial(why: why(asked), remedy: remedy(asked))
  }

  /// Why an input was not accepted, and what would make it so.
  public func denial(of refusal: Refusal) -> Denial {
    switch refusal {
    case .guarded(let asked): denial(by: asked)
    case .outOfPlace:
      Denial(why: "That does not belong here.", remedy: "Answer what is asked now, or go back.")
    case .misfit:
      Denial(why: "That is no answer to this question.", remedy: "Choose one of the answers shown.")
    case .wrongApplication(let found):
      Denial(why: wrongApplication(found), remedy: "Leave it alone. Open \(app), and read again.")
    case .wrongPhrase:
      Denial(
        why: "The phrase differs from the one on the screen.",
        remedy: "Type it as it stands there, or go back.")
    case .objectState(let object):
      Denial(
        why: "Not with the application as it is: \(lowered(because(object)))",
        remedy: remedy(for: object))
    case .roleForbids(let act):
      Denial(
        why: "The role at hand does not allow it: \(lowered(title(of: act))).",
        remedy: "Have an admin with a role that does, or activate it: \(roles(for: act)).")
    case .scopesUnknown:
      Denial(
        why: "The scopes are not known: no list holds consents to write.",
        remedy: "Take the list of what was there, or consent in another way.")
    case .irreversible:
      Denial(
        why: "Something was deleted since: that answer can no longer be changed.",
        remedy: "Say what is so now instead.")
    case .closed:
      Denial(why: "The case is closed.", remedy: "Open a new case.")
    case .unknownCommand:
      Denial(
        why: "Nothing of that number is under way.", remedy: "Look at what the case asks now.")
    case .deleteNotResumable:
      Denial(
        why: "A deletion is never taken up again by itself.",
        remedy: "Say whether it happened. If not, type the phrase again.")
    case .tooMany:
      Denial(
        why: "A case names at most \(Facts.mostPeople) people.",
        remedy: "Put the others into a group, or open another case.")
    }
  }

  private func wrongApplication(_ found: AppID?) -> String {
    if let found, let other = profile.lookAlikes.first(where: { $0.appID == found }) {
      return "This is \(other.name): not the sign-in application."
    }
    return "This is not the sign-in application."
  }

  private func remedy(for object: ApplicationObject) -> String {
    switch object {
    case .unknown: "Look first whether the application is there."
    case .present: "Nothing to do here: it is there and enabled."
    case .disabled: "Enable sign-in first."
    case .disabledByVendor: "Escalate to \(vendor)."
    case .readded: "Go on with the new one, or swap back."
    case .readdedForGood: "Go on with the new one."
    case .deleted: "Restore it first."
    case .gone: "Add it again first."
    case .neverInstalled: "Consent first: that creates it."
    case .notSeen: "Find out why it is not in the list."
    }
  }

  /// The roles that allow an act, beside Global Administrator.
  public func roles(for act: Act) -> String {
    switch act {
    case .enable, .restore, .readd, .require:
      "Cloud Application or Application Administrator"
    case .replace, .swapBack: "Cloud Application or Application Administrator, all along"
    case .reconsent:
      "Privileged Role, Cloud Application or Application Administrator"
    case .assign: "Cloud Application, Privileged Role or User Administrator"
    case .elsewhere: "whoever manages accounts and policies"
    case .rbac: "an admin of \(vendor)'s own system"
    case .wait, .ask: "no role"
    }
  }

  private func why(_ asked: Guard) -> String {
    switch asked {
    case .deletionIdentified: "It is not certain that this is the sign-in application (W1)."
    case .assignmentIdentified: "W1 is not answered: which application is it?"
    case .snapshotStored: "What the deletion takes away is not recorded yet."
    case .lossAcknowledged: "The phrase is not typed as it stands there (W4, W5)."
    case .rolesAtHand: "The roles for every step are not known to be at hand (W8)."
    case .consentShut: "Consent is not known to be missing: deleting would destroy it for nothing."
    case .promptDescribed: "It is not said what the consent prompt did (W3)."
    case .gentlerRoutesTried: "A gentler way to consent has not been tried."
    case .noRouteRefused: "A way to consent was refused. It would be after re-adding, too."
    case .swapBackJustified: "Swapping back is not needed here: nothing unlisted was lost."
    case .noReaddAwaited: "A deletion has not settled yet (650051)."
    case .restoreFirst: "A deleted one can be restored, with what it had."
    case .routeAllowed: "The admin's role does not allow this way to consent (W7)."
    case .requirementPutBack: "\"Assignment required\" is off: everybody would get in."
    case .nothingUnderWay: "A step is under way and has not ended."
    case .answersExpire: "What that answer spoke of has changed."
    case .answerNamesPrompt: "That answers a question which is not asked now."
    case .accessDecided: "W6 is not answered: who needs \(feature)?"
    case .accessVerified: "Nobody has shown that access works."
    case .ordinaryUserOnly: "An administrator's own sign-in proves nothing."
    case .lossSettled: "Something the deletion took away is neither back nor left out."
    case .applicationPresent: "The application is missing: nobody can sign in."
    }
  }

  private func remedy(_ asked: Guard) -> String {
    switch asked {
    case .deletionIdentified: "Have the last block of its Application ID read out."
    case .assignmentIdentified: "Type the last block of the Application ID, as read out."
    case .snapshotStored: "List assignments, grants and properties, all of them."
    case .lossAcknowledged: "Type the phrase, or go back."
    case .rolesAtHand: "Name the roles, active now, that cover deleting to assigning."
    case .consentShut: "Look at Permissions, tab Admin consent."
    case .promptDescribed: "Have the admin sign in again, and say what appeared."
    case .gentlerRoutesTried: "Try each way to consent, or set it aside with a reason."
    case .noRouteRefused: "Have another admin consent, or have the policy changed."
    case .swapBackJustified: "Go on with the application that is there."
    case .noReaddAwaited: "Wait some minutes, then try adding it again."
    case .restoreFirst: "Restore it. If that fails, say so; then it can be added again."
    case .routeAllowed: "Choose another way, or have another admin act."
    case .requirementPutBack: "Set \"Assignment required?\" to Yes first."
    case .nothingUnderWay: "Say how it ended."
    case .answersExpire: "Answer again, for what is there now."
    case .answerNamesPrompt: "Answer the question on the screen."
    case .accessDecided: "Ask the customer: nobody, named people, or to be decided."
    case .accessVerified: "Have an ordinary user sign in, or read grants and assignments."
    case .ordinaryUserOnly: "Have somebody without an admin role sign in."
    case .lossSettled: "Put it back, or leave it out for a reason."
    case .applicationPresent: "Bring it back, or hand the case over and say so."
    }
  }
}
