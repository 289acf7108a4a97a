import Entra

extension State {
  mutating func report(_ symptom: Symptom) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    hasSymptom = true
    for observation in symptom.observations where !isKnownBetter(observation) {
      observe(observation, .all)
    }
    if symptom == .recreationPending { facts.isReaddAwaited = true }
  }

  /// Whether what a symptom shows of the object is known more exactly: an error page can't tell a
  /// re-added application from the one before, nor a deleted one from one that was never there.
  private func isKnownBetter(_ observation: Observation) -> Bool {
    switch observation {
    case .object(.notSeen): !facts.object.isPresent && facts.object != .unknown
    case .object(.deleted): facts.object == .gone
    case .object, .consent, .assignmentRequired, .formerRequirement, .assignment, .account, .person,
      .nexeticRole, .roles, .scopes, .tenant, .adminChanged, .contentChanged, .restoreWindowClosed,
      .deletionSettled:
      false
    }
  }

  /// Takes in what turned out to be so, and lets every answer die that it contradicts.
  mutating func observe(_ observation: Observation, _ guards: Guards) {
    switch observation {
    case .object(let object): see(object, guards)
    case .consent(let consent): see(consent: consent)
    case .assignmentRequired(let isRequired):
      if let snapshot, snapshot.isAssignmentRequired != isRequired,
        guards.contains(.answersExpire)
      {
        self.snapshot = nil
      }
      facts.isAssignmentRequired = isRequired
      settleRequirement(isRequired)
    case .formerRequirement(let wasRequired): settleFormerRequirement(wasRequired)
    case .assignment(let person, let judgement):
      guard facts.people.indices.contains(person) else { return }
      facts.people[person].assignment = judgement
    case .account(let person, let judgement):
      guard facts.people.indices.contains(person) else { return }
      facts.people[person].account = judgement
    case .person:
      if facts.people.count <= Facts.mostPeople { facts.people.append(Person()) }
    case .nexeticRole(let judgement): facts.nexeticRole = judgement
    case .roles(let roles): changeAdmin(to: roles, guards)
    case .scopes(let isKnown): facts.areScopesKnown = isKnown
    case .tenant(let domain): place(in: domain, guards)
    case .adminChanged:
      passed.remove(.roles)
      changeAdmin(to: nil, guards)
    case .contentChanged: if guards.contains(.answersExpire) { snapshot = nil }
    case .restoreWindowClosed: closeRestoreWindow()
    case .deletionSettled: facts.isReaddAwaited = false
    }
    if observation.mayShut {
      verification = nil
      if case .account = observation { hasActed = false }
    }
  }

  private mutating func see(_ object: ApplicationObject, _ guards: Guards) {
    let before = facts.object
    // That one is there, enabled, says nothing against its being the re-added one.
    guard object != before, !(object == .present && before.isReadded) else { return }
    let taken = before.isPresent ? snapshot : nil
    if underWay?.isDelete == true, object.isDeleted || object.isReadded { lose(snapshot) }
    facts.object = object
    let isSameObject = before.isPresent && object.isPresent && before.isReadded == object.isReadded
    if before != .unknown, before != .notSeen, !isSameObject {
      if guards.contains(.answersExpire) { expireObjectAnswers() }
      if object.isReadded { forgetAccess() }
    }
    let isNews = before.isPresent && !isSameObject
    if object.isDeleted || object.isReadded, !loss.isOutstanding || isNews,
      underWay?.isDelete != true
    {
      // Whoever deleted it: a complete list of it is as good as before our own deletion.
      lose(taken)
    }
    if object.isPresent { facts.isReaddAwaited = false } else { forgetAccess() }
    if underWay == nil, !isSameObject {
      intent = nil
      route = nil
    }
  }

  /// A deletion happened; without a snapshot nobody can say what it took.
  mutating func lose(_ snapshot: Snapshot?) {
    let isListed = snapshot != nil
    loss.outstanding.formUnion(snapshot?.parts ?? .unlisted)
    if isListed || !loss.isOutstanding { loss.snapshot = snapshot }
    loss.happened = true
  }

  /// What was said of the object that is no longer the one.
  mutating func expireObjectAnswers() {
    answers.isIdentified = false
    answers.appearance = nil
    snapshot = nil
    routes = Routes()
    route = nil
    isRestoringVain = false
    triedInVain = []
  }

  mutating func forgetAccess() {
    facts.consent = .unknown
    facts.isAssignmentRequired = nil
    for person in facts.people.indices { facts.people[person].assignment = .unknown }
    passed.subtract([.consent, .requirement, .formerRequirement])
    passed.subtract(facts.people.indices.map { .assignment(person: $0) })
  }

  /// A new service principal has no grants, no assignments, and asks for none.
  mutating func resetToEmpty() {
    forgetAccess()
    facts.consent = .shut
    facts.isAssignmentRequired = false
    for person in facts.people.indices { facts.people[person].assignment = .shut }
  }

  private mutating func see(consent: Judgement) {
    facts.consent = consent
    guard consent == .shut else { return }
    for route in ConsentRoute.allCases where routes[route] == .worked {
      routes[route] = .ineffective
    }
    if let snapshot = loss.snapshot, snapshot.parts.contains(.grants) {
      loss.outstanding.insert(.grants)
    }
  }

  private mutating func settleRequirement(_ isRequired: Bool) {
    if isRequired {
      loss.outstanding.remove(.requirement)
    } else if loss.snapshot?.isAssignmentRequired == true {
      loss.outstanding.insert(.requirement)
    }
  }

  /// Of what nobody listed, one thing is known: whether the application stood open to everybody.
  private mutating func settleFormerRequirement(_ wasRequired: Bool) {
    guard loss.outstanding.contains(.unlisted) else { return }
    if !wasRequired {
      passed.insert(.formerRequirement)
      if loss.snapshot?.isAssignmentRequired != true { loss.outstanding.remove(.requirement) }
    } else if facts.isAssignmentRequired != true {
      loss.outstanding.insert(.requirement)
    }
  }

  private mutating func changeAdmin(to roles: RoleSet?, _ guards: Guards) {
    guard roles != facts.roles || roles == nil else { return }
    let isFirstSaid = facts.roles == nil
    facts.roles = roles
    if guards.contains(.answersExpire), !(isFirstSaid && roles != nil) {
      routes = Routes()
      answers.appearance = nil
    }
    route = nil
  }

  private mutating func closeRestoreWindow() {
    switch facts.object {
    case .deleted: facts.object = .gone
    case .readded: facts.object = .readdedForGood
    case .unknown, .present, .disabled, .disabledByVendor, .readdedForGood, .gone,
      .neverInstalled, .notSeen:
      break
    }
  }
}

extension Observation {
  /// Whether it could contradict that access works.
  fileprivate var mayShut: Bool {
    switch self {
    case .object, .consent(.shut), .assignmentRequired(true), .assignment(_, .shut), .account,
      .person, .contentChanged:
      true
    case .consent, .assignmentRequired, .formerRequirement, .assignment, .nexeticRole, .roles,
      .scopes, .tenant, .adminChanged, .restoreWindowClosed, .deletionSettled:
      false
    }
  }
}
