import Entra
import Remediation

/// Everything that can be said to a case, sensible or not.
enum Lexicon {
  /// Inputs in a case as it is: some name what stands, most don't.
  static func inputs(for opened: Case) -> [Input] {
    observations.map(Input.observed) + fixed + answersToAll + answersStanding(in: opened)
      + outcomes(for: opened)
  }

  static let observations: [Observation] = {
    var observations = ApplicationObject.allCases.map(Observation.object)
    observations += Judgement.allCases.flatMap { judgement -> [Observation] in
      [.consent(judgement), .nexeticRole(judgement)]
        + [-1, 0, 1, 99].flatMap { person -> [Observation] in
          [.assignment(person: person, judgement), .account(person: person, judgement)]
        }
    }
    observations += [true, false].flatMap { [.assignmentRequired($0), .formerRequirement($0)] }
    observations += Question.roleChoices.map(Observation.roles)
    return observations + [
      .person, .adminChanged, .contentChanged, .restoreWindowClosed, .deletionSettled,
    ]
  }()

  static let snapshots: [Snapshot] = [
    .some(), .some(assignments: 0, grants: 0, owners: 0, isAssignmentRequired: false),
    .some(assignments: 2, permissions: 1, isAssignmentRequired: false),
  ]

  private static let fixed: [Input] = {
    var inputs = Symptom.allCases.map(Input.reported)
    inputs += Act.allCases.flatMap { [.chosen($0), .confirmed($0)] }
    inputs += ConsentRoute.allCases.flatMap { [.routeChosen($0), .routeSetAside($0)] }
    inputs += snapshots.map(Input.snapshotCompleted)
    inputs += [-1, 0, 5].map(Input.listCompleted)
    let parts: [LossParts] = [
      [], .assignments, .grants, .owners, .requirement, .unlisted, [.assignments, .grants],
      LossParts(rawValue: 255),
    ]
    inputs += parts.flatMap { parts in Settlement.allCases.map { .settled(parts, $0) } }
    inputs += Verification.allCases.map(Input.verified)
    return inputs + Closing.allCases.map(Input.closed) + [.putAside]
  }()

  static let prompts: [Prompt] = {
    let questions: [Question] = [
      .object, .absence, .consent, .requirement, .formerRequirement, .assignment(person: 0),
      .assignment(person: 1), .account(person: 0), .account(person: -1), .nexeticRole, .roles,
    ]
    return questions.map(Prompt.question) + [
      .symptom, .act, .route, .identification, .appearance, .snapshot, .tenant, .phrase(240),
      .phrase(0), .list, .confirmation(.assign), .outcome(CommandID(input: 0, index: 0)),
      .settlement(.owners), .verification, .access, .closing, .nothing,
    ]
  }()

  private static let answers: [Answer] = {
    var answers: [Answer] = [
      .unknown, .lastBlock(Call.lastBlock), .lastBlock("000000000000"),
      .compared(ApplicationProfile.nexeticBackup.appID), .pasted(AppID(bits: 1)),
      .phrase("delete 240 yes"), .access(.nobody), .fact(.consent(.shut)),
    ]
    answers += Appearance.allCases.map(Answer.appearance)
    return answers
      + ["contoso.example", "fabrikam.example"].compactMap { DomainName($0) }.map(Answer.domain)
  }()

  private static let answersToAll = prompts.flatMap { prompt in
    answers.map { Input.answered(prompt, $0) }
  }

  /// Every answer to what stands, fitting or not.
  private static func answersStanding(in opened: Case) -> [Input] {
    let asked = opened.prompt
    var fitting = answers
    if let phrase = opened.phrase { fitting.append(.phrase(phrase)) }
    if case .question(let question) = asked { fitting += question.choices.map(Answer.fact) }
    return fitting.map { .answered(asked, $0) }
  }

  private static func outcomes(for opened: Case) -> [Input] {
    let ids = [CommandID(input: 0, index: 3)] + opened.unsettled.map(\.id)
    let outcomes =
      [.done, .alreadyDone, .partly(-1), .partly(1), .notYet, .notDone]
      + Obstacle.allCases.map(Outcome.refused) + Appearance.allCases.map(Outcome.appeared)
    return ids.flatMap { id in outcomes.map { .outcome(id, $0) } + [.resumed(id)] }
  }

  /// What carries a case on: answers to what stands, acts, outcomes.
  static func sensible(in opened: Case) -> [Input] {
    if !opened.unsettled.isEmpty { return outcomes(for: opened) }
    if !opened.hasSymptom { return Symptom.allCases.map(Input.reported) }
    switch opened.prompt {
    case .snapshot: return snapshots.map(Input.snapshotCompleted)
    case .list: return [.listCompleted(5)]
    case .settlement(let parts): return Settlement.allCases.map { .settled(parts, $0) }
    case .confirmation(let act): return [.confirmed(act)]
    case .act: return (opened.plan.acts + Act.allCases).map(Input.chosen)
    case .route:
      return ConsentRoute.allCases.flatMap { [.routeChosen($0), .routeSetAside($0)] }
    case .verification: return Verification.allCases.map(Input.verified)
    case .closing: return Question.roleChoices.map { .observed(.roles($0)) }
    case .symptom, .question, .identification, .appearance, .tenant, .phrase, .outcome, .access,
      .nothing:
      return answersStanding(in: opened)
    }
  }
}

/// Chance with a seed: the same walk every time.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
