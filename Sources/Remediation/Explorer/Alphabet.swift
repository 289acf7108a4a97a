import Entra

/// What can be said in a state, abstracted: two principals, one grant, one domain.
///
/// Whatever the machine asks is answered in every way that differs in effect; what can happen by
/// itself happens where it still matters; and a few answers to prompts that do not stand are tried.
struct Alphabet: Sendable {
  static let domain = DomainName("contoso.example")

  /// Whether Regrant's own hands reach the tenant.
  let isConnected: Bool

  static func snapshot(isAssignmentRequired: Bool, isConnected: Bool) -> Snapshot {
    Snapshot(
      id: 1, digest: "", assignments: 2, groups: 0, grants: 1, permissions: 0,
      owners: isConnected ? 1 : 0, isAssignmentRequired: isAssignmentRequired, properties: 0)
  }

  static let roles: [RoleSet] = [
    [.globalAdministrator], [.privilegedRoleAdministrator], [],
  ]

  func inputs(in state: State, asking guards: Guards) -> [Input] {
    guard state.closing == nil else { return [] }
    var inputs = Closing.allCases.map(Input.closed)
    guard state.hasSymptom else { return inputs + Symptom.allCases.map(Input.reported) }
    inputs += events(in: state)
    if state.underWay != nil {
      inputs += outcomes(in: state)
    }
    inputs += answers(in: state, guards)
    if state.intent == nil { inputs += Act.allCases.filter(\.changesTenant).map(Input.chosen) }
    inputs += [Verification.ordinaryUser, .readBack, .administrator].map(Input.verified)
    if let intent = state.intent {
      inputs += [.putAside, .confirmed(intent)]
    }
    if state.intent == .reconsent {
      // A refusal by role shows in every route; the others differ in what they need.
      inputs += [ConsentRoute.signIn, .link, .graph].filter { $0 != state.route }
        .map(Input.routeChosen)
    }
    return inputs
  }

  /// What happens by itself, or is done by somebody else.
  private func events(in state: State) -> [Input] {
    var events: [Observation] = []
    let object = state.facts.object
    if object.isPresent, !state.loss.isOutstanding || state.underWay?.isDelete == true {
      events.append(.object(.deleted))
    }
    if object.isPresent, state.facts.consent == .open { events.append(.consent(.shut)) }
    if object == .deleted { events += [.object(.present), .object(.readded)] }
    if object.isRestorable, state.intent == nil, state.loss.outstanding.contains(.unlisted) {
      events.append(.restoreWindowClosed)
    }
    if state.facts.isReaddAwaited { events.append(.deletionSettled) }
    if state.snapshot != nil { events.append(.contentChanged) }
    if state.facts.roles != nil { events.append(.adminChanged) }
    if isConnected, !state.facts.areScopesKnown { events.append(.scopes(isKnown: true)) }
    return events.map(Input.observed)
  }

  private func outcomes(in state: State) -> [Input] {
    let outcomes: [Outcome] =
      switch state.underWay {
      case .consent:
        [
          .appeared(.acceptedForOrganization), .appeared(.noPrompt), .appeared(.declined),
          .notDone,
        ] + (state.facts.object.isPresent ? [] : [.appeared(.notYet)])
      case .restoreServicePrincipal:
        [.done, .refused(.conflict), .refused(.notFound), .refused(.policy)]
      case .addServicePrincipal: [.done, .notYet, .notDone]
      case .enableServicePrincipal, .requireAssignment, .deleteServicePrincipal,
        .assignPrincipals, .assignSnapshot:
        [.done, .notDone]
      case nil: []
      }
    let id = CommandID(input: 0, index: 0)
    return outcomes.map { .outcome(id, $0) } + [.resumed(id)]
  }

  private func answers(in state: State, _ guards: Guards) -> [Input] {
    var inputs: [Input] = []
    switch state.prompt(asking: guards) {
    case .question(let question):
      inputs += choices(of: question).map { .answered(.question(question), .fact($0)) }
      if question == .consent || question == .roles || question == .absence {
        inputs.append(.answered(.question(question), .unknown))
      }
    case .appearance:
      inputs += [Appearance.noPrompt, .noCheckbox, .notTried].map {
        .answered(.appearance, .appearance($0))
      }
    case .snapshot:
      let settings = state.intent == .replace ? [true, false] : [false]
      inputs += settings.map {
        .snapshotCompleted(Self.snapshot(isAssignmentRequired: $0, isConnected: isConnected))
      }
    case .list: inputs.append(.listCompleted(2))
    case .settlement(let parts):
      inputs += [.settled(parts, .counted), .settled(parts, .waivedListLost)]
      inputs.append(.settled(parts, .waivedNotNeeded))
    case .route where state.intent == .replace:
      inputs += [.routeSetAside(.graph), .routeChosen(.graph)]
    case .symptom, .act, .route, .identification, .tenant, .phrase, .confirmation, .outcome,
      .verification, .access, .closing, .nothing:
      break
    }
    // The same answer once more would change nothing.
    if let domain = Self.domain, state.answers.domain == nil {
      inputs.append(.answered(.tenant, .domain(domain)))
    }
    if state.answers.access == nil { inputs.append(.answered(.access, .access(.nobody))) }
    inputs.append(.answered(.identification, .compared(state.application)))
    for count in [2, 0] {
      let phrases = ["delete \(count) contoso.example", "delete 1 contoso.example"]
      inputs += phrases.map { .answered(.phrase(count), .phrase($0)) }
    }
    return inputs
  }

  private func choices(of question: Question) -> [Observation] {
    question == .roles ? Self.roles.map { .roles($0) } : question.choices
  }
}
