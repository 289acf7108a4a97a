public import Remediation

extension Words {
  /// A way to end the case.
  public func label(of closing: Closing) -> String {
    switch closing {
    case .resolved: "Resolved"
    case .notOurs: "Not ours"
    case .handedOver: "Handed over"
    case .abandoned: "Abandoned"
    }
  }

  /// What that way says.
  public func meaning(of closing: Closing) -> String {
    switch closing {
    case .resolved: "Access works, and everything that was lost is back or waived."
    case .notOurs: "All is open in Entra; what remains belongs to somebody else."
    case .handedOver: "Somebody else goes on. What is open is listed."
    case .abandoned: "Dropped. Nothing is missing, and nothing has to be put back."
    }
  }

  /// What that way says in a case: whether somebody was seen to get in.
  public func meaning(of closing: Closing, in opened: Case) -> String {
    guard closing == .resolved, opened.verification == .readBack else {
      return meaning(of: closing)
    }
    return "All is open and back, as read. Nobody has signed in yet."
  }

  /// What shows that access works.
  public func label(of verification: Verification) -> String {
    switch verification {
    case .ordinaryUser: "An ordinary user signed in"
    case .readBack: "Grant and assignments were read afterwards"
    case .administrator: "Only an administrator signed in"
    }
  }

  /// What Regrant does for ``Verification/readBack`` where its own hands reach the tenant.
  public var readBackNow: String { "Read grant and assignments once more" }

  /// What that is worth.
  public func meaning(of verification: Verification) -> String {
    switch verification {
    case .ordinaryUser: "Best proof: somebody who was out is in."
    case .readBack: "Read, nobody has signed in yet."
    case .administrator: "Proves nothing: administrators get in anyway."
    }
  }

  /// How something lost was settled.
  public func label(of settlement: Settlement) -> String {
    switch settlement {
    case .compared: "Back: compared entry by entry"
    case .counted: "Back: counted against what was known"
    case .listed: "Back: the customer says the list is complete"
    case .waivedNotNeeded: "Left out: nobody needs it any more"
    case .waivedImpossible: "Left out: it cannot be put back"
    case .waivedListLost: "Left out: the list is not to be had"
    case .waivedOther: "Left out: for another reason"
    }
  }

  /// What a deletion took away: `assignments and consent`.
  public func name(of parts: LossParts) -> String {
    let names = parts.each.map { name(ofSingle: $0) }
    return names.isEmpty ? "nothing" : Quantity.listed(names)
  }

  private func name(ofSingle part: LossParts) -> String {
    switch part {
    case .assignments: "assignments"
    case .grants: "consent"
    case .permissions: "application permissions"
    case .owners: "owners"
    case .requirement: "\"Assignment required\""
    case .properties: "other properties"
    default: "whatever the deleted one held"
    }
  }

  /// The title of a case whose tenant can't be read.
  public var outOfReach: String { "The tenant is out of reach" }

  /// Why it can't be read, and what became of the case.
  public func outOfReach(of mode: Mode) -> String {
    switch mode {
    case .guide: ""
    case .connect: "You are not signed in to this case's tenant. The case stands as it was left."
    case .train: "The practice tenant was in memory and is gone, with what was done in it."
    }
  }

  /// What the journal says when somebody goes on without reaching the tenant.
  public var goesByHandNote: String {
    "Gone on without reaching the tenant: what follows is attested, not read."
  }

  /// Who acts.
  public func name(of mode: Mode) -> String {
    switch mode {
    case .guide: "Guide"
    case .connect: "Connect"
    case .train: "Train"
    }
  }

  /// What that means.
  public func meaning(of mode: Mode) -> String {
    switch mode {
    case .guide: "The customer's admin acts in the portal; you say what they see."
    case .connect: "Regrant acts through Microsoft Graph, after you confirmed a plan."
    case .train: "You practise on a made-up tenant."
    }
  }

  /// A place on the way, for the journey.
  public func name(of phase: Phase) -> String {
    switch phase {
    case .intake: "What the user sees"
    case .diagnosing: "Find the shut gate"
    case .findings: "Choose what to do"
    case .preparing: "Prepare"
    case .preparingReplace: "Prepare to remove"
    case .preparingSwapBack: "Prepare to swap back"
    case .enabling: "Enable sign-in"
    case .restoring: "Restore"
    case .deleting: "Delete"
    case .missing: "The application is missing"
    case .readding: "Add again"
    case .waiting: "Wait for the deletion"
    case .requiring: "Require assignment"
    case .consenting: "Consent"
    case .assigning: "Assign"
    case .settling: "Settle what was lost"
    case .verifying: "Verify"
    case .handingOff: "Backup access (W6)"
    case .ready: "Close"
    case .resolved: "Closed: resolved"
    case .notOurs: "Closed: not ours"
    case .handedOver: "Closed: handed over"
    case .abandoned: "Closed: abandoned"
    }
  }

  /// What a case in this phase waits for: `the admin to consent`.
  public func waitsFor(_ phase: Phase) -> String {
    switch phase {
    case .intake: "waits for what the user sees"
    case .diagnosing: "waits for an answer about a gate"
    case .findings: "waits for the choice of an act"
    case .preparing: "waits for the act to be confirmed"
    case .preparingReplace: "waits for what removing needs"
    case .preparingSwapBack: "waits for what swapping back needs"
    case .enabling: "waits for the admin to enable sign-in"
    case .restoring: "waits for the admin to restore the application"
    case .deleting: "waits for the admin to delete the application"
    case .missing: "the application is missing: nobody gets in"
    case .readding: "waits for the admin to add the application"
    case .waiting: "waits for the deletion to settle (650051)"
    case .requiring: "waits for \"Assignment required\" to be put back"
    case .consenting: "waits for the admin to consent"
    case .assigning: "waits for the admin to assign"
    case .settling: "waits for word on what was lost"
    case .verifying: "waits for an ordinary user to sign in"
    case .handingOff: "waits for who needs \(feature)"
    case .ready: "waits to be closed"
    case .resolved: "closed as resolved"
    case .notOurs: "closed as not ours"
    case .handedOver: "handed over"
    case .abandoned: "abandoned"
    }
  }

  /// One line for the list of cases: what this one waits for.
  public func waitsFor(_ opened: Case) -> String {
    guard opened.loss.isOutstanding, opened.closing == nil, !opened.facts.object.isDeleted else {
      return waitsFor(opened.phase)
    }
    return waitsFor(opened.phase) + "; not back: \(name(of: opened.loss.outstanding))"
  }
}
