import Entra

extension State {
  /// The state as the explorer tells states apart: answers are kept only in the phase that asks
  /// them, and what no guard can ask any more is forgotten.
  ///
  /// Forgetting an answer can only make the machine ask again; it never permits an order.
  func abstracted(asking guards: Guards) -> State {
    guard closing == nil else { return abstractedClosed }
    var state = self
    state.passed = abstractedPassed
    state.loss.happened = loss.isOutstanding
    state.loss.isOurs = false
    if facts.isAssignmentRequired == false { state.facts.people[0].assignment = .unknown }
    if !areOurGatesOpen || intent != nil || underWay != nil {
      state.facts.people[0].account = .unknown
      state.facts.nexeticRole = .unknown
      state.hasActed = false
    }
    if intent == nil || underWay != nil { state.forgetPreparation() }
    if intent?.isDestructive != true { state.forgetDeletion() }
    if intent == .reconsent { state.answers.isIdentified = false }
    if loss.snapshot != nil, !loss.outstanding.contains(.requirement) {
      state.loss.snapshot = Alphabet.snapshot(
        isAssignmentRequired: false, isConnected: isConnected)
    }
    if intent != .assign, underWay?.isAssignment != true { state.listed = 0 }
    switch prompt(asking: guards) {
    case .access, .closing: break
    case .symptom, .question, .act, .route, .identification, .appearance, .snapshot, .tenant,
      .phrase, .list, .confirmation, .outcome, .settlement, .verification, .nothing:
      state.answers.access = nil
      state.verification = nil
    }
    state.routes[.portal] = .setAside
    if facts.consent == .unknown || !facts.object.isPresent || loss.isOutstanding {
      state.routes = .abstract
    }
    if facts.object == .present || facts.consent == .open { state.facts.isReaddAwaited = false }
    return state
  }

  private mutating func forgetPreparation() {
    facts.roles = nil
    facts.areScopesKnown = false
    passed.remove(.roles)
    answers.isIdentified = false
    routes[.graph] = .untried
  }

  private mutating func forgetDeletion() {
    answers.domain = nil
    answers.appearance = nil
    snapshot = nil
  }

  private var abstractedClosed: State {
    var state = State(application: application, isConnected: isConnected)
    state.closing = closing
    state.facts.object = facts.object.isDeleted ? .deleted : .unknown
    return state
  }

  private var abstractedPassed: Set<Question> {
    passed.filter { question in
      switch question {
      case .absence: facts.object == .notSeen
      case .consent: facts.consent == .unknown && facts.object.isPresent
      case .roles: facts.roles == nil
      case .formerRequirement: isFormerRequirementUnknown
      case .object, .requirement, .assignment, .account, .nexeticRole: false
      }
    }
  }
}

extension Routes {
  /// The portal's button opens the same gate as the link: the explorer leaves it aside.
  static let abstract: Routes = {
    var routes = Routes()
    routes[.portal] = .setAside
    return routes
  }()
}
