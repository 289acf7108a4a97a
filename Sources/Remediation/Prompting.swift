extension State {
  /// What is asked now: derived, so that no state can ask one thing and wait for another.
  var prompt: Prompt { prompt(asking: .all) }

  /// What is asked by a machine that has these guards: what no guard wants is not asked.
  func prompt(asking guards: Guards) -> Prompt {
    if closing != nil { return .nothing }
    if underWay != nil { return .outcome(CommandID(input: 0, index: 0)) }
    if let intent { return prompt(preparing: intent, guards) }
    if !hasSymptom { return .symptom }
    if isFormerRequirementAsked { return .question(.formerRequirement) }
    if let question = facts.nextQuestion(passing: passed, judgingOthers: !hasActed) {
      return .question(question)
    }
    if guards.contains(.lossSettled), let part = nextSettlement { return .settlement(part) }
    if areOurGatesOpen || isNotOurs, !facts.isReaddAwaited,
      !loss.isOutstanding || !guards.contains(.lossSettled)
    {
      if verification == nil, isAccessToVerify { return .verification }
      if answers.access == nil { return .access }
      return .closing
    }
    return .act
  }

  /// Whether every gate of ours is open, so that there is nothing left to do in Entra.
  var areOurGatesOpen: Bool {
    Gate.allCases.allSatisfy { !$0.isOurs || facts.judgement(of: $0) == .open }
  }

  /// Whether what keeps people out belongs to somebody else.
  var isNotOurs: Bool {
    facts.object == .disabledByVendor
      || areOurGatesOpen
        && (facts.judgement(of: .user) == .shut || facts.judgement(of: .rbac) == .shut)
  }

  /// Whether somebody could get in now: not everybody is kept out by what is not ours.
  private var isAccessToVerify: Bool {
    facts.object != .disabledByVendor && facts.nexeticRole != .shut
      && !facts.people.allSatisfy { $0.account == .shut }
  }

  /// The first thing that still keeps the act from being carried out, else its confirmation.
  private func prompt(preparing act: Act, _ guards: Guards) -> Prompt {
    switch act {
    case .enable, .require, .restore, .readd:
      if needsRoles { return .question(.roles) }
    case .reconsent:
      if needsRoles { return .question(.roles) }
      if route == nil { return .route }
    case .assign:
      if guards.contains(.assignmentIdentified), !answers.isIdentified { return .identification }
      if owesEntries { return .confirmation(.assign) }
      if listed == 0 { return .list }
    case .replace, .swapBack:
      return prompt(deletingBy: act, guards)
    case .wait, .elsewhere, .rbac, .ask: break
    }
    return .confirmation(act)
  }

  private func prompt(deletingBy act: Act, _ guards: Guards) -> Prompt {
    if guards.contains(.rolesAtHand), !areRolesAtHand { return .question(.roles) }
    if act == .replace, guards.contains(.promptDescribed), answers.appearance == nil {
      return .appearance
    }
    if guards.contains(.deletionIdentified), !answers.isIdentified { return .identification }
    if guards.contains(.snapshotStored), snapshot == nil { return .snapshot }
    if act == .replace, guards.contains(.gentlerRoutesTried), !areGentlerRoutesTried {
      return .route
    }
    if answers.domain == nil { return .tenant }
    return .phrase(snapshot?.assignments ?? 0)
  }

  private var needsRoles: Bool {
    facts.roles == nil && !passed.contains(.roles)
  }

  /// The next part of a loss that only words can settle: nothing of ours puts it back, or an act
  /// that was to do it could not.
  private var nextSettlement: LossParts? {
    guard facts.object.isPresent, loss.isOutstanding else { return nil }
    if !facts.object.isReadded { return loss.outstanding }
    if loss.outstanding.intersection(triedInVain).contains(.requirement) { return .requirement }
    guard areOurGatesOpen, !mustRequireFirst else { return nil }
    let byAct = putBackByAssigning.union(.requirement)
    return loss.outstanding.subtracting(byAct.subtracting(triedInVain)).each.first
  }

  /// The phrase that a delete asks for: the number it destroys and where.
  var phrase: String? {
    answers.domain.map { "delete \(snapshot?.assignments ?? 0) \($0)" }
  }
}
