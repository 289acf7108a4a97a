import Entra
public import Remediation

extension Words {
  /// What can be lost now, in one sentence; nil while nothing is.
  public func atStake(in opened: Case, _ sizes: GroupSizes = .unknown) -> String? {
    if opened.facts.object.isDeleted {
      return "The application is missing: nobody can sign in."
    }
    if opened.intent?.isDestructive == true {
      return lossSentence(for: opened.snapshot, sizes)
    }
    if opened.loss.outstanding.contains(.requirement), opened.facts.object.isReadded {
      return "\"Assignment required\" is off: once consented, everybody gets in."
    }
    if opened.loss.isOutstanding {
      return "Not back yet: \(name(of: opened.loss.outstanding))."
    }
    return nil
  }

  /// What can still be undone, by which act and until when; nil where nothing was changed.
  ///
  /// `deleted` is when the application was deleted, where the journal knows it.
  public func undo(in opened: Case, deleted: Moment? = nil) -> String? {
    let until = deleted.map { "until \($0.endOfRestoreWindow)" } ?? "within 30 days of deleting"
    switch opened.facts.object {
    case .deleted: return "Restore brings it back, \(until)."
    case .readded where opened.refusal(of: .chosen(.swapBack)) == nil:
      return "Swap back, \(until)."
    case .readded: return "The old one is kept, \(until)."
    case .gone, .readdedForGood: return "The deletion can no longer be undone."
    case .unknown, .present, .disabled, .disabledByVendor, .neverInstalled, .notSeen: break
    }
    if opened.status(of: .link) == .worked || opened.status(of: .signIn) == .worked
      || opened.status(of: .portal) == .worked || opened.status(of: .graph) == .worked
    {
      return "Consent can be revoked on the Permissions page, at any time."
    }
    return nil
  }

  /// That nothing is to be done in Entra, and what to tell the customer; nil while something is.
  public func nothingToDo(in opened: Case) -> String? {
    let facts = opened.facts
    guard facts.object != .disabledByVendor else {
      return "Your tenant is set up rightly. \(vendor) or Microsoft has disabled \(app) for "
        + "everybody. I pass this on to \(vendor) and come back to you."
    }
    let ours = Gate.allCases.filter(\.isOurs)
    guard ours.allSatisfy({ facts.judgement(of: $0) == .open }) else { return nil }
    if facts.judgement(of: .user) == .shut {
      return "\(app) is there, consented and assigned. What blocks the user is the account or a "
        + "policy of your own tenant: your admin finds it in the sign-in logs, under the code."
    }
    if facts.judgement(of: .rbac) == .shut { return accessHandOff(in: opened) }
    return "In Entra everything is open: \(app) is there, consented and assigned. Please have "
      + "the user sign in once more, in a private window."
  }

  /// The list at hand, among what is known.
  public var listOfLoss: String { "The list of what goes" }

  /// The answer that the list at hand is not true any more.
  public var changedSince: String { "Something was changed since: take the list anew" }

  /// W6 as a text to send: how people get from signing in to the backup itself.
  public func accessHandOff(in opened: Case) -> String {
    let signsIn =
      opened.verification == .readBack
      ? "Signing in to \(app) is open, as read; nobody has tried it yet."
      : "Signing in to \(app) works."
    return "\(signsIn) \(feature) itself has roles of its own: by default only Global "
      + "and Privileged Role Administrators get in. To let others in, change their role from "
      + "\(shutRole) to \(openRole) in \(vendor)'s own system. The article \"\(profile.roleArticle)\" "
      + "shows how."
  }
}
