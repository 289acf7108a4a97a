/// An ordered list of acts that opens every shut gate that is ours, by the gentlest means.
public struct Plan: Sendable, Hashable {
  /// The acts, in order.
  public let acts: [Act]
  /// What must not be done, and why.
  public let never: [Prohibition]

  /// An act that would do harm or no good, and the finding that rules it out.
  public struct Prohibition: Sendable, Hashable {
    /// The act.
    public let act: Act
    /// Why not.
    public let because: Reason
  }

  /// Why an act is ruled out.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Consent is there, or not known to be missing: deleting would destroy it for nothing.
    case consentNotShut
    /// A gentler way to consent has not been tried.
    case gentlerFirst
    /// It can be restored, which brings back what re-adding cannot.
    case restorable
    /// Assignment is not required: assigning opens nothing.
    case assignmentNotRequired
    /// The gate is not one that Entra's application pages can open.
    case notOurs
    /// There is no service principal to do it on.
    case nothingThere
    /// Consent alone does not admit anybody while assignment is required and missing.
    case assignmentMissing
    /// Assignment alone does not admit anybody while consent is missing.
    case consentMissing
  }

  /// What the case went through, as far as a plan depends on it.
  public struct Past: Sendable, Hashable {
    /// Whether restoring is no way back: the deletion was this case's own, or it was in vain.
    public var isRestoringOver = false
    /// What its deletion took and an act of ours puts back: assignments, "Assignment required".
    public var owes: LossParts = []
    /// Whether Regrant's own hands put back what was taken: that needs no consent, nor waits for one.
    public var isPuttingBackFirst = false
    /// Whether every gentler consent route was ineffective or set aside.
    public var isEveryRouteVain = false
    /// Whether nobody can say how consent stands.
    public var isConsentUnknowable = false

    /// Nothing happened yet.
    public init() {}
  }

  /// The gentlest plan for these facts.
  public init(_ facts: Facts, after past: Past = Past()) {
    acts = Plan.acts(facts, past)
    never = Plan.prohibitions(facts, acts: acts)
  }

  private static func acts(_ facts: Facts, _ past: Past) -> [Act] {
    // What can be restored needn't be created: no wait for that.
    let isRestoring = facts.object == .deleted && !past.isRestoringOver
    if facts.isReaddAwaited, !isRestoring {
      var settled = facts
      settled.isReaddAwaited = false
      return [.wait] + acts(settled, past)
    }
    switch facts.object {
    case .unknown, .notSeen: return [.ask]
    case .disabledByVendor: return [.elsewhere]
    case .deleted where !past.isRestoringOver: return [.restore]
    case .deleted, .gone:
      let isRequired = past.owes.contains(.requirement)
      let owesAssignments = past.owes.contains(.assignments)
      let shutting: [Act] = isRequired ? [.readd, .require] : [.readd]
      if owesAssignments, past.isPuttingBackFirst { return shutting + [.assign, .reconsent] }
      return shutting + [.reconsent] + (isRequired || owesAssignments ? [.assign] : [])
    case .neverInstalled: return [.reconsent]
    case .disabled: return [.enable] + acts(onExisting: facts, past).filter { $0 != .ask }
    case .present, .readded, .readdedForGood: return acts(onExisting: facts, past)
    }
  }

  /// What to do with a service principal that is there.
  private static func acts(onExisting facts: Facts, _ past: Past) -> [Act] {
    var acts: [Act] = []
    let isRequirementLost = past.owes.contains(.requirement) && facts.isAssignmentRequired != true
    if isRequirementLost { acts.append(.require) }
    let isPuttingBack = past.isPuttingBackFirst && past.owes.contains(.assignments)
    if isPuttingBack { acts.append(.assign) }
    // What is known to be shut can be opened before everything else is known.
    var isAsking = false
    switch facts.consent {
    case .shut: acts.append(past.isEveryRouteVain ? .replace : .reconsent)
    case .unknown:
      if past.isConsentUnknowable { acts.append(.reconsent) } else { isAsking = true }
    case .open: break
    }
    switch facts.judgement(of: .assignment) {
    case _ where isPuttingBack: break
    case _ where acts.contains(.replace) || past.owes.contains(.assignments), .shut:
      acts.append(.assign)
    case .open where isRequirementLost && !facts.people.allSatisfy({ $0.assignment == .open }):
      acts.append(.assign)
    case .unknown: isAsking = true
    case .open: break
    }
    if facts.judgement(of: .user) == .shut { acts.append(.elsewhere) }
    if facts.nexeticRole == .shut { acts.append(.rbac) }
    return isAsking ? acts + [.ask] : acts
  }

  private static func prohibitions(_ facts: Facts, acts: [Act]) -> [Prohibition] {
    var never: [Prohibition] = []
    if !acts.contains(.replace) {
      let because: Reason =
        !facts.object.isPresent && facts.object != .unknown
        ? .nothingThere : facts.consent == .shut ? .gentlerFirst : .consentNotShut
      never.append(Prohibition(act: .replace, because: because))
    }
    if facts.object == .deleted, !acts.contains(.readd) {
      never.append(Prohibition(act: .readd, because: .restorable))
    }
    if facts.isAssignmentRequired == false, !acts.contains(.assign) {
      never.append(Prohibition(act: .assign, because: .assignmentNotRequired))
    }
    if facts.consent == .shut, facts.judgement(of: .assignment) == .shut {
      never.append(Prohibition(act: .assign, because: .consentMissing))
      never.append(Prohibition(act: .reconsent, because: .assignmentMissing))
    }
    // What belongs to the plan is not forbidden; that each alone is too little, the plan shows.
    return never.filter { !acts.contains($0.act) }
  }
}
