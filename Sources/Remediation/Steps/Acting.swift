import Entra

extension State {
  /// Carries the chosen act out: the one place where orders other than a delete are given.
  mutating func confirm(_ act: Act, _ guards: Guards) throws(Refusal) -> [Order] {
    try guards.require(.nothingUnderWay, underWay == nil)
    guard intent == act, !act.isDestructive else { throw .outOfPlace }
    let order = try order(for: act)
    try permit(order, guards)
    underWay = order
    verification = nil
    return [order]
  }

  private func order(for act: Act) throws(Refusal) -> Order {
    switch act {
    case .enable: return .enableServicePrincipal
    case .restore: return .restoreServicePrincipal
    case .readd: return .addServicePrincipal
    case .require: return .requireAssignment
    case .reconsent:
      guard let route else { throw .outOfPlace }
      return .consent(route)
    case .assign:
      if let snapshot = loss.snapshot, owesEntries {
        return .assignSnapshot(snapshot.count(of: putBackByAssigning))
      }
      guard listed > 0 else { throw .outOfPlace }
      return .assignPrincipals(listed)
    case .wait, .replace, .swapBack, .elsewhere, .rbac, .ask: throw .outOfPlace
    }
  }

  /// Every guard of an order that does not destroy.
  private func permit(_ order: Order, _ guards: Guards) throws(Refusal) {
    if let intent { try allow(intent) }
    switch order {
    case .addServicePrincipal:
      try guards.require(.restoreFirst, mayCreate)
    case .consent(let route):
      try allow(route, guards)
      try guards.require(.restoreFirst, facts.object.isPresent || mayCreate)
      try guards.require(.requirementPutBack, !mustRequireFirst)
    case .assignPrincipals, .assignSnapshot:
      try guards.require(.assignmentIdentified, answers.isIdentified)
      try guards.require(.requirementPutBack, !mustRequireFirst)
      guard facts.object.isPresent else { throw .objectState(facts.object) }
    case .restoreServicePrincipal:
      guard facts.object == .deleted else { throw .objectState(facts.object) }
    case .enableServicePrincipal:
      guard facts.object == .disabled else { throw .objectState(facts.object) }
    case .requireAssignment, .deleteServicePrincipal: break
    }
  }

  mutating func list(_ count: Int) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard intent == .assign else { throw .outOfPlace }
    guard count > 0 else { throw .misfit }
    listed = count
  }

  /// Takes a command up again after an interruption, if every guard still allows it.
  mutating func resume(_ guards: Guards) throws(Refusal) -> [Order] {
    guard let underWay else { throw .unknownCommand }
    guard !underWay.isDelete else { throw .deleteNotResumable }
    try permit(underWay, guards)
    return [underWay]
  }

  /// Takes in how the command under way ended.
  mutating func settle(_ outcome: Outcome, _ guards: Guards) throws(Refusal) {
    guard let order = underWay else { throw .unknownCommand }
    switch order {
    case .enableServicePrincipal: if outcome.isAchieved { facts.object = .present }
    case .restoreServicePrincipal: restored(outcome, guards)
    case .deleteServicePrincipal: if outcome.isAchieved { observe(.object(.deleted), guards) }
    case .addServicePrincipal: added(outcome)
    case .requireAssignment:
      if outcome.isAchieved { observe(.assignmentRequired(true), guards) }
      if case .refused = outcome { triedInVain.insert(.requirement) }
    case .consent(let route):
      if case .appeared(let appearance) = outcome {
        consented(appearance, by: route)
      } else if outcome.isAchieved {
        consented(.acceptedForOrganization, by: route)
      } else if outcome == .notYet {
        consented(.notYet, by: route)
      } else if case .refused = outcome {
        consented(.error, by: route)
      }
    case .assignPrincipals: assigned(outcome, from: .list)
    case .assignSnapshot: assigned(outcome, from: .snapshot)
    }
    if outcome == .refused(.role), !order.isConsent { doubtRoles(guards) }
    if outcome != .notDone { hasActed = true }
    underWay = nil
    intent = nil
    route = nil
  }

  private mutating func restored(_ outcome: Outcome, _ guards: Guards) {
    switch outcome {
    case .done, .alreadyDone: observe(.object(.present), guards)
    case .refused(.notFound): observe(.object(.gone), guards)
    case .refused(.conflict): observe(.object(.readded), guards)
    case .refused(.policy), .refused(.licence), .refused(.other):
      isRestoringVain = facts.object == .deleted
    case .refused(.role), .partly, .notYet, .appeared, .notDone: break
    }
  }

  private mutating func added(_ outcome: Outcome) {
    switch outcome {
    case .done, .alreadyDone, .refused(.conflict): created()
    case .notYet: facts.isReaddAwaited = true
    case .refused, .partly, .appeared, .notDone: break
    }
  }

  private enum Source { case list, snapshot }

  private mutating func assigned(_ outcome: Outcome, from source: Source) {
    switch outcome {
    case .done, .alreadyDone:
      if source == .snapshot { loss.outstanding.subtract(putBackByAssigning) }
      listed = 0
      for person in facts.people.indices { facts.people[person].assignment = .open }
    case .partly(let done):
      listed = max(0, listed - max(0, done))
      if source == .snapshot { triedInVain.formUnion(putBackByAssigning) }
      // Whether those affected are among the ones that worked has to be looked at.
      for person in facts.people.indices where facts.people[person].assignment == .shut {
        facts.people[person].assignment = .unknown
        passed.remove(.assignment(person: person))
      }
    case .refused: if source == .snapshot { triedInVain.formUnion(putBackByAssigning) }
    case .notYet, .appeared, .notDone: break
    }
  }

  /// What assigning again puts back: in the portal who may use the application; through Graph
  /// whatever else the snapshot holds that no other act brings.
  var putBackByAssigning: LossParts {
    isConnected ? [.assignments, .permissions, .owners, .properties] : .assignments
  }

  /// Whether a snapshot holds something that assigning again puts back.
  var owesEntries: Bool {
    loss.snapshot != nil && !loss.outstanding.isDisjoint(with: putBackByAssigning)
  }

  /// The tenant said that the roles do not allow it: what was said of them is contradicted.
  private mutating func doubtRoles(_ guards: Guards) {
    observe(.adminChanged, guards)
  }
}

extension Outcome {
  /// Whether the deed's effect is there, whoever brought it about.
  var isAchieved: Bool { self == .done || self == .alreadyDone }
}
