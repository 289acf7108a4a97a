import Entra
public import Remediation

/// The page before something changes: what, how much, and what can be undone.
public struct Stop: Sendable, Hashable {
  /// What it is about.
  public let title: String
  /// What will happen.
  public let willHappen: String
  /// To what.
  public let toWhat: String
  /// How many are affected.
  public let howMany: String
  /// Whether it can be undone, by what and until when.
  public let undo: String
  /// What asks for the phrase; empty where none is asked.
  public let phrasePrompt: String
  /// The button that goes on, with a verb.
  public let goOn: String
  /// The button that goes back.
  public let goBack: String
}

extension Words {
  /// The typed stop before a delete (W4, W5).
  public func deletionStop(in opened: Case, _ sizes: GroupSizes = .unknown) -> Stop {
    let snapshot = opened.snapshot
    let tenant = opened.domain.map { " in \($0)" } ?? ""
    return Stop(
      title: "STOP: this deletes \(app)",
      willHappen: "The application is deleted, and all consent with it. Nobody signs in until "
        + "it is back.",
      toWhat: "\(app)\(tenant), \(profile.appID)",
      howMany: lossSentence(for: snapshot, sizes),
      undo: "Yes, for 30 days: restore brings it back, but no policies.",
      phrasePrompt: opened.phrase.map { "To delete it, type: \($0)" }
        ?? "The phrase needs the list and the domain first.",
      goOn: "Delete and go on", goBack: "Go back")
  }

  /// What Regrant's own hands do after a deletion without asking again; nil where there is none.
  public func wayBack(in opened: Case) -> String? {
    switch opened.intent {
    case .swapBack: return "With the same phrase, Regrant restores the old one."
    case .replace:
      guard let snapshot = opened.snapshot else { return nil }
      let entries =
        snapshot.assignments + snapshot.permissions + snapshot.owners + snapshot.properties
      let deeds = [
        "adds it again", snapshot.isAssignmentRequired ? "requires assignment" : nil,
        entries > 0
          ? "puts \(Quantity.counted(entries, "entry", plural: "entries")) back" : nil,
      ].compactMap(\.self)
      return "With the same phrase, Regrant \(Quantity.listed(deeds)). Then consent is given."
    case .enable, .wait, .restore, .readd, .require, .reconsent, .assign, .elsewhere, .rbac, .ask,
      nil:
      return nil
    }
  }

  /// The page before any other act.
  public func stop(before act: Act, in opened: Case) -> Stop {
    if act.isDestructive { return deletionStop(in: opened) }
    let tenant = opened.domain.map { " in \($0)" } ?? ""
    return Stop(
      title: title(of: act), willHappen: willHappen(act, in: opened), toWhat: app + tenant,
      howMany: howMany(act, in: opened), undo: undo(of: act), phrasePrompt: "",
      goOn: goOn(with: act), goBack: "Go back")
  }

  /// What an act does; consent without an application creates one.
  private func willHappen(_ act: Act, in opened: Case) -> String {
    let object = opened.facts.object
    guard act == .reconsent, object.isDeleted || object == .neverInstalled else {
      return opens(act)
    }
    let creates = "Consenting creates the application as a new, empty object."
    if opened.loss.outstanding.contains(.requirement) {
      return "\(creates) Until \"Assignment required\" is put back, it stands open to everybody."
    }
    guard opened.loss.outstanding.contains(.unlisted) else { return creates }
    return "\(creates) If \"Assignment required\" was set, it stands open until that is put back."
  }

  private func howMany(_ act: Act, in opened: Case) -> String {
    switch act {
    case .assign:
      if opened.loss.outstanding.contains(.assignments), let snapshot = opened.loss.snapshot {
        Quantity.counted(snapshot.assignments, "assignment") + " as before the deletion"
      } else {
        Quantity.counted(opened.listed, "person or group", plural: "people and groups")
      }
    case .reconsent: "Everybody in the tenant"
    case .enable, .wait, .restore, .readd, .require, .replace, .swapBack: "One application"
    case .elsewhere, .rbac, .ask: "Those affected"
    }
  }

  /// The button that carries an act out.
  public func goOn(with act: Act) -> String {
    switch act {
    case .enable: "Enable it"
    case .wait: "Wait"
    case .restore: "Restore it"
    case .readd: "Add it again"
    case .require: "Require assignment"
    case .reconsent: "Consent"
    case .assign: "Assign them"
    case .replace: "Delete and go on"
    case .swapBack: "Delete and swap back"
    case .elsewhere: "Tell the customer"
    case .rbac: "Raise the role"
    case .ask: "Ask"
    }
  }
}
