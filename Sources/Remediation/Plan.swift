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

  /// The gentlest plan for these facts.
  ///
  /// - Parameters:
  ///   - facts: what is known.
  ///   - wasRequired: whether "Assignment required" was set before this case's own 2B; nil when
  ///     it deleted nothing.
  ///   - gentlerFailed: whether every gentler consent route was ineffective.
  public init(_ facts: Facts, wasRequired: Bool? = nil, gentlerFailed: Bool = false) {
    acts = Plan.acts(facts, wasRequired: wasRequired, gentlerFailed: gentlerFailed)
    never = Plan.prohibitions(facts, acts: acts)
  }

  private static func acts(_ facts: Facts, wasRequired: Bool?, gentlerFailed: Bool) -> [Act] {
    if facts.isReaddAwaited {
      var settled = facts
      settled.isReaddAwaited = false
      return [.wait] + acts(settled, wasRequired: wasRequired, gentlerFailed: gentlerFailed)
    }
    switch facts.object {
    case .unknown, .notSeen: return [.ask]
    case .disabledByVendor: return [.elsewhere]
    case .deleted where wasRequired == nil: return [.restore]
    case .deleted, .gone:
      return wasRequired == true
        ? [.readd, .require, .reconsent, .assign] : [.readd, .reconsent]
    case .neverInstalled: return [.reconsent]
    case .disabled: return [.enable]
    case .present, .readded, .readdedForGood: break
    }
    var acts: [Act] = []
    let isRequirementLost = facts.object.isReadded && wasRequired == true
    if isRequirementLost && facts.isAssignmentRequired != true { acts.append(.require) }
    switch facts.consent {
    case .shut: acts.append(gentlerFailed ? .replace : .reconsent)
    case .unknown: acts.append(.ask)
    case .open: break
    }
    let isReplaced = acts.contains(.replace)
    switch facts.judgement(of: .assignment) {
    case .shut: acts.append(.assign)
    case .unknown where !acts.contains(.ask): acts.append(.ask)
    case .unknown, .open: if isReplaced || isRequirementLost { acts.append(.assign) }
    }
    if facts.judgement(of: .user) == .shut { acts.append(.elsewhere) }
    if facts.nexeticRole == .shut { acts.append(.rbac) }
    return acts
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
    return never
  }
}
