public import Entra

/// A question that judges a gate, answerable with "don't know".
public enum Question: Sendable, Hashable, Codable {
  /// Is the application in the list, and enabled?
  case object
  /// Why is it not there?
  case absence
  /// Is there an organization-wide consent?
  case consent
  /// Is "Assignment required?" set?
  case requirement
  /// Was "Assignment required?" set on the one that was deleted?
  case formerRequirement
  /// Is this person, or a group they are a direct member of, assigned?
  case assignment(person: Int)
  /// Does this person's account get through elsewhere?
  case account(person: Int)
  /// Does Nexetic show No Access after signing in?
  case nexeticRole
  /// Which directory roles does the admin at hand hold, active now?
  case roles

  /// The gate it judges; the roles judge none.
  public var gate: Gate? {
    switch self {
    case .object, .absence: .object
    case .consent: .consent
    case .requirement, .formerRequirement, .assignment: .assignment
    case .account: .user
    case .nexeticRole: .rbac
    case .roles: nil
    }
  }

  /// What can be said to it, besides "don't know".
  public var choices: [Observation] {
    switch self {
    case .object:
      [.object(.present), .object(.disabled), .object(.disabledByVendor), .object(.notSeen)]
    case .absence:
      [.object(.deleted), .object(.gone), .object(.neverInstalled), .object(.readded)]
    case .consent: [.consent(.open), .consent(.shut)]
    case .requirement: [.assignmentRequired(true), .assignmentRequired(false)]
    case .formerRequirement: [.formerRequirement(true), .formerRequirement(false)]
    case .assignment(let person):
      [.assignment(person: person, .open), .assignment(person: person, .shut)]
    case .account(let person): [.account(person: person, .open), .account(person: person, .shut)]
    case .nexeticRole: [.nexeticRole(.open), .nexeticRole(.shut)]
    case .roles: Question.roleChoices.map { .roles($0) }
    }
  }

  /// The sets of roles that differ in what they may do.
  public static let roleChoices: [RoleSet] = [
    [.globalAdministrator],
    [.privilegedRoleAdministrator, .cloudApplicationAdministrator],
    [.privilegedRoleAdministrator],
    [.cloudApplicationAdministrator],
    [.userAdministrator],
    [],
  ]

  /// Whether an observation is an answer to it.
  public func takes(_ observation: Observation) -> Bool {
    switch (self, observation) {
    case (.object, .object), (.absence, .object), (.consent, .consent),
      (.requirement, .assignmentRequired), (.formerRequirement, .formerRequirement),
      (.nexeticRole, .nexeticRole), (.roles, .roles):
      true
    case (.assignment(let asked), .assignment(let person, _)),
      (.account(let asked), .account(let person, _)):
      asked == person
    case (_, _): false
    }
  }
}

extension Facts {
  /// What is asked next: the fewest questions that decide what to do, nearest gate first.
  ///
  /// A gate behind a shut one of ours is asked only where the plan depends on it, and what is not
  /// ours only when ours are open.
  func nextQuestion(passing unknown: Set<Question>, judgingOthers: Bool) -> Question? {
    candidates(judgingOthers: judgingOthers).first { !unknown.contains($0) }
  }

  private func candidates(judgingOthers: Bool) -> [Question] {
    switch object {
    case .unknown: return [.object]
    case .notSeen: return [.absence]
    case .deleted, .gone, .neverInstalled, .disabled, .disabledByVendor: return []
    case .present, .readded, .readdedForGood: break
    }
    var questions: [Question] = []
    if consent == .unknown { questions.append(.consent) }
    if isAssignmentRequired == nil { questions.append(.requirement) }
    if isAssignmentRequired == true {
      questions += people.indices.filter { people[$0].assignment == .unknown }
        .map { .assignment(person: $0) }
    }
    guard questions.isEmpty, areOurGatesOpen, judgingOthers else { return questions }
    questions += people.indices.filter { people[$0].account == .unknown }
      .map { .account(person: $0) }
    if nexeticRole == .unknown { questions.append(.nexeticRole) }
    return questions
  }

  private var areOurGatesOpen: Bool {
    Gate.allCases.allSatisfy { !$0.isOurs || judgement(of: $0) == .open }
  }
}
