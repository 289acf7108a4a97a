public import Remediation

/// What the options page says of one act: one line each.
public struct ActText: Sendable, Hashable {
  /// What it is called: `Assign users (Option 1)`.
  public let title: String
  /// What it opens.
  public let opens: String
  /// What it costs.
  public let costs: String
  /// What it will not fix.
  public let leaves: String
  /// Whether it can be undone, by what and until when.
  public let undo: String
}

extension Words {
  /// Everything the options page says of an act.
  public func text(of act: Act) -> ActText {
    ActText(
      title: title(of: act), opens: opens(act), costs: costs(act), leaves: leaves(act),
      undo: undo(of: act))
  }

  /// An act's title.
  public func title(of act: Act) -> String {
    switch act {
    case .enable:
      "Enable sign-in again"
    case .wait:
      "Wait until the deletion has settled"
    case .restore:
      "Restore the deleted application"
    case .readd:
      "Add the application again"
    case .require:
      "Put \"Assignment required\" back"
    case .reconsent:
      "Consent again (Option 2A)"
    case .assign:
      "Assign users (Option 1)"
    case .replace:
      "Remove and re-add (Option 2B)"
    case .swapBack:
      "Swap back to the deleted application"
    case .elsewhere:
      "For the customer's admin: account or policy"
    case .rbac:
      "Raise the \(vendor) role"
    case .ask:
      "Find out first"
    }
  }

  /// An act's title without its number in the article, for a sentence or a row of names.
  public func shortTitle(of act: Act) -> String {
    let title = title(of: act)
    return title.firstRange(of: " (Option").map { String(title[..<$0.lowerBound]) } ?? title
  }

  /// What an act opens.
  func opens(_ act: Act) -> String {
    switch act {
    case .enable:
      "Opens the application: \"Enabled for users to sign-in?\" becomes Yes."
    case .wait:
      "Lets the application be added again (650051)."
    case .restore:
      "Opens the application: the same object comes back."
    case .readd:
      "Opens the application: a new, empty object."
    case .require:
      "Opens nothing. It shuts the door that re-adding left open."
    case .reconsent:
      "Opens consent, for everybody in the organization."
    case .assign:
      "Opens assignment, for those who are assigned."
    case .replace:
      "Opens consent, when no gentler way did."
    case .swapBack:
      "Opens the application with what it had before the deletion."
    case .elsewhere:
      "Opens the account gate: account, password, Conditional Access, tenant."
    case .rbac:
      "Opens \(feature): \(shutRole) becomes \(openRole)."
    case .ask:
      "Opens nothing: one answer is missing."
    }
  }

  /// What an act costs.
  func costs(_ act: Act) -> String {
    switch act {
    case .enable:
      "One click. Nobody loses anything."
    case .wait:
      "Some minutes. Until then nobody can sign in."
    case .restore:
      "One command. Nobody loses anything."
    case .readd:
      "All assignments and consent must be given again."
    case .require:
      "One click. People who are not assigned stay out, as before."
    case .reconsent:
      "A sign-in or a link, by an admin. Nobody loses anything."
    case .assign:
      "A few clicks. Groups need Entra ID P1; nested groups do not count."
    case .replace:
      "Everybody is out until the end. All assignments and consent are lost."
    case .swapBack:
      "Deletes the re-added one. Nobody signs in until the old one is back."
    case .elsewhere:
      "Nothing of ours. The customer's admin decides."
    case .rbac:
      "One change in \(vendor)'s own system, by its admin."
    case .ask:
      "One question to the customer."
    }
  }

  /// What an act will not fix.
  func leaves(_ act: Act) -> String {
    switch act {
    case .enable, .wait, .readd, .require:
      "It gives no consent and assigns nobody."
    case .restore:
      "Policies do not come back. Count grants and assignments afterwards."
    case .reconsent:
      "It assigns nobody. Where assignment is required, 50105 stays."
    case .assign:
      "It gives no consent. Without consent, 65001 and 90094 stay."
    case .replace:
      "It does not fix roles, policies, accounts or assignment."
    case .swapBack:
      "What was set on the re-added one is lost. Policies do not come back."
    case .elsewhere:
      "Nothing in \(app) changes."
    case .rbac:
      "It changes nothing in Entra."
    case .ask:
      "It changes nothing."
    }
  }

  /// Whether an act can be undone, by what and until when.
  func undo(of act: Act) -> String {
    switch act {
    case .enable, .require:
      "Yes: set it to No again."
    case .wait, .ask:
      "Nothing to undo."
    case .restore:
      "Not needed: it brings back what was there."
    case .readd:
      "The old one stays restorable for 30 days from its deletion."
    case .reconsent:
      "Yes: revoke it on the Permissions page."
    case .assign:
      "Yes: remove the assignment again."
    case .replace:
      "Yes, for 30 days: restore brings it back, but no policies."
    case .swapBack:
      "Restore, for 30 days. The deleted one stays in the recycle bin."
    case .elsewhere:
      "As the customer's admin did it."
    case .rbac:
      "Yes: set the role to \(shutRole) again."
    }
  }
}
