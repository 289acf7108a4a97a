import Entra

extension State {
  mutating func take(
    _ answer: Answer, to prompt: Prompt, _ guards: Guards
  ) throws(Refusal) -> [Order] {
    if case .question(let question) = prompt {
      try take(answer, to: question, guards)
      return []
    }
    try guards.require(
      .answerNamesPrompt, prompt == self.prompt(asking: guards) || canReask(prompt))
    switch (prompt, answer) {
    case (.identification, _): try identify(answer)
    case (.appearance, .appearance(let appearance)): describe(appearance)
    case (.tenant, .domain(let domain)): place(in: domain, guards)
    case (.phrase, .phrase(let typed)): return try delete(saying: typed, guards)
    case (.access, .access(let need)): answers.access = need
    case (_, _): throw .misfit
    }
    return []
  }

  private mutating func take(
    _ answer: Answer, to question: Question, _ guards: Guards
  ) throws(Refusal) {
    let isAsked = prompt(asking: guards) == .question(question)
    try guards.require(.answerNamesPrompt, isAsked || canRevise(question))
    switch answer {
    case .unknown:
      guard isAsked else { throw .misfit }
      passed.insert(question)
      // Without the roles nothing is deleted: back to the findings, losing nothing.
      if question == .roles, intent?.isDestructive == true { try putAside() }
    case .fact(let observation):
      guard question.takes(observation) else { throw .misfit }
      if !isAsked, loss.isOurs, question != .roles { throw .irreversible }
      passed.remove(question)
      observe(observation, guards)
    case .lastBlock, .pasted, .compared, .appearance, .domain, .phrase, .access: throw .misfit
    }
  }

  /// Whether an earlier answer to it can be looked at again.
  func canRevise(_ question: Question) -> Bool {
    switch question {
    case .object, .absence: facts.object != .unknown
    case .consent: facts.consent != .unknown || passed.contains(.consent)
    case .requirement: facts.isAssignmentRequired != nil || passed.contains(.requirement)
    case .formerRequirement:
      isEmptyAndUnlisted
        && (loss.outstanding.contains(.requirement) || passed.contains(.formerRequirement))
    case .assignment(let person):
      facts.people.indices.contains(person)
        && (facts.people[person].assignment != .unknown || passed.contains(question))
    case .account(let person):
      facts.people.indices.contains(person)
        && (facts.people[person].account != .unknown || passed.contains(question))
    case .nexeticRole: facts.nexeticRole != .unknown || passed.contains(question)
    case .roles: facts.roles != nil || passed.contains(.roles)
    }
  }

  private func canReask(_ prompt: Prompt) -> Bool {
    switch prompt {
    case .access: answers.access != nil
    case .tenant: answers.domain != nil
    case .appearance: answers.appearance != nil && !loss.isOurs && underWay == nil
    case .symptom, .question, .act, .route, .identification, .snapshot, .phrase,
      .list, .confirmation, .outcome, .settlement, .verification, .closing, .nothing:
      false
    }
  }

  /// Another tenant holds another object: what was said of that one dies.
  mutating func place(in domain: DomainName, _ guards: Guards) {
    if answers.domain != nil, answers.domain != domain, guards.contains(.answersExpire) {
      answers.isIdentified = false
      snapshot = nil
    }
    answers.domain = domain
  }

  private mutating func identify(_ answer: Answer) throws(Refusal) {
    switch answer {
    case .lastBlock(let typed):
      guard typed.lowercased() == application.lastBlock else { throw .wrongApplication(found: nil) }
    case .pasted(let found), .compared(let found):
      guard found == application else { throw .wrongApplication(found: found) }
    case .fact, .unknown, .appearance, .domain, .phrase, .access: throw .misfit
    }
    answers.isIdentified = true
  }
}
