public import Remediation

/// A warning: the article's sentences, what they mean now, and how it is answered.
public struct WarningText: Sendable, Hashable {
  /// What it is called: `W5: all assignments go`.
  public let title: String
  /// The article's own sentences.
  public let quotes: [Article]
  /// What it means in this case, now.
  public let meaning: String
  /// Where Microsoft's documentation says something else; empty where it does not.
  public let difference: String
  /// How it is answered.
  public let answeredBy: String
}

extension Words {
  /// What a warning says in a case.
  public func text(of warning: Warning, in opened: Case) -> WarningText {
    WarningText(
      title: title(of: warning), quotes: quotes(for: warning),
      meaning: meaning(of: warning, in: opened), difference: difference(for: warning),
      answeredBy: answeredBy(warning))
  }

  /// A warning's title.
  public func title(of warning: Warning) -> String {
    switch warning {
    case .w1: "W1: the right application"
    case .w2: "W2: consent for everybody"
    case .w3: "W3: the checkbox may not appear"
    case .w4: "W4: deleting revokes all consent"
    case .w5: "W5: deleting removes all assignments"
    case .w6: "W6: \(feature) stays closed"
    case .w7: "W7: who may consent"
    case .w8: "W8: who may delete and re-add"
    }
  }

  /// The article's sentences that a warning rests on.
  public func quotes(for warning: Warning) -> [Article] {
    switch warning {
    case .w1: [.lookAlike, .lookAlikeNoSignIn, .chooseCorrect, .applicationID]
    case .w2: [.consentedForOneAdmin, .othersHaveNoAccess, .tickCheckbox]
    case .w3: [.checkboxMayNotAppear, .proceedToB]
    case .w4: [.delete]
    case .w5: [.removesAssignments, .reassign]
    case .w6: [.backupRestricted, .raiseRole, .noteRestricted, .noteRaiseRole, .instructions]
    case .w7: [.consentedForAll]
    case .w8: [.readd, .consentWhenPrompted]
    }
  }

  private func meaning(of warning: Warning, in opened: Case) -> String {
    switch warning {
    case .w1:
      "\(lookAlikeName) only runs backups. Assigning or deleting it helps nobody, and stops backups."
    case .w2:
      "Without the tick only this admin gets in, and everybody else stays out as before."
    case .w3:
      opened.appearance.map { "Seen in this case: \(lowered(name(of: $0)))." }
        ?? "No prompt or no box is no fault. It tells which way to consent is left."
    case .w4: "Nobody signs in from the deletion until consent is given again."
    case .w5: lossSentence(for: opened.snapshot ?? opened.loss.snapshot)
    case .w6:
      "People who sign in now still see \(shutRole) in \(feature), until their role is raised."
    case .w7:
      opened.facts.roles.map { "The admin at hand: \(name(of: $0)). \(powers(of: $0))" }
        ?? "The role of the admin at hand is not known. What appears will tell."
    case .w8:
      opened.facts.roles.map { "The admin at hand: \(name(of: $0)). \(powers(of: $0))" }
        ?? "Every step needs a role. Have all of them at hand before the first."
    }
  }

  /// What goes with the application, in one sentence.
  public func lossSentence(
    for snapshot: Snapshot?, _ sizes: GroupSizes = .unknown
  ) -> String {
    guard let snapshot else { return "How many there are is not known yet." }
    guard snapshot.assignments > 0 else {
      return "No assignments; users' own consents go."
    }
    let people = snapshot.assignments - snapshot.groups
    let count = Quantity.counted(snapshot.assignments, "assignment")
    guard snapshot.groups > 0 else { return "\(count) go. They must be put back afterwards." }
    return "\(count) go: \(self.people(people, in: snapshot.groups, sizes))."
  }

  private func difference(for warning: Warning) -> String {
    switch warning {
    case .w1: ""
    case .w2: "Microsoft: the admin-consent link has no checkbox and is always for everybody."
    case .w3: "Microsoft: the link and the portal's button work where no checkbox appears."
    case .w4: "Microsoft: a deleted application can be restored for 30 days."
    case .w5: "Microsoft: restoring is meant to bring assignments back; count them."
    case .w6: ""
    case .w7:
      "Microsoft: by link, portal or Graph, Cloud Application and Application Administrators "
        + "consent as well, unless Graph application permissions are asked."
    case .w8:
      "Microsoft: a Privileged Role Administrator cannot delete, restore or edit. The gallery "
        + "makes a different application: we add it by its ID, or by consent."
    }
  }

  private func answeredBy(_ warning: Warning) -> String {
    switch warning {
    case .w1: "Type the last block of the Application ID, as the admin reads it out."
    case .w2: "Say what the admin saw and chose."
    case .w3: "Say what the prompt did."
    case .w4: "Type the phrase that names what is lost."
    case .w5: "The same phrase: it holds the number of assignments."
    case .w6: "Say who needs it: nobody, named people, or the customer will decide."
    case .w7: "Say which role the admin holds, active now."
    case .w8: "Say which roles are at hand, active now."
    }
  }
}
