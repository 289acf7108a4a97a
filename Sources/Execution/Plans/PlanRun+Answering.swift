import Entra
import Journal
import Remediation
import Wording

extension PlanRun {
  /// Answers what is asked, from what was decided beforehand.
  func answer() async throws(PlanEnd) {
    let opened = runner.opened
    switch opened.prompt {
    case .symptom: try submit(.reported(.other))
    case .question(let question): try answer(question)
    case .act: try choose()
    case .route: try chooseRoute()
    case .identification:
      do throws(Hindrance) { try runner.compareApplication() } catch { throw PlanEnd(error) }
    case .appearance:
      guard let said = wishes.tried.first(where: { $0.route == .signIn }) else {
        throw .refused(.guarded(.promptDescribed))
      }
      try submit(.answered(.appearance, .appearance(said.appearance)))
    case .phrase(let count): try await confirmDeletion(of: count)
    case .list: try giveList()
    case .confirmation(let act):
      try await checkBasis()
      try submit(.confirmed(act))
    case .outcome:
      do throws(Hindrance) { try runner.goOn() } catch { throw PlanEnd(error) }
    case .settlement(let parts): try settle(parts)
    case .verification: try submit(.verified(.readBack), from: .observed)
    case .access: try decideAccess()
    case .closing: try submit(.closed(.resolved))
    case .tenant, .snapshot, .nothing: throw .unanswered(opened.prompt)
    }
  }

  private func answer(_ question: Question) throws(PlanEnd) {
    guard runner.opened.intent == nil, question != .formerRequirement else {
      return try submit(.answered(.question(question), .unknown))
    }
    guard isReached else { return try choose() }
    let assigned = runner.reading?.assigned?.principals ?? 0
    if question == .assignment(person: 0), wishes.user == nil, assigned > 0 {
      // The plan is about those who are assigned: they are, as was counted.
      try remember(
        .evidence(["The plan is about those who are assigned: \(assigned), as was read."]),
        from: .observed)
      return try submit(
        .answered(.question(question), .fact(.assignment(person: 0, .open))), from: .observed)
    }
    try submit(.answered(.question(question), .unknown))
  }

  /// The plan's own act, or what is still needed after it.
  private func choose() throws(PlanEnd) {
    guard isReached else { return try chooseGoal() }
    let next = runner.opened.plan.acts.first { $0.changesTenant && !$0.isDestructive }
    guard let next else { throw .unanswered(runner.opened.prompt) }
    if next == .reconsent, wishes.consent == nil { throw .consentUndecided }
    try choose(next)
  }

  private func chooseGoal() throws(PlanEnd) {
    let facts = runner.opened.facts
    // Found out now, and not when the application is deleted.
    if wishes.consent == .grant, facts.consent == .shut, !facts.areScopesKnown, act != .restore {
      throw .refused(.scopesUnknown)
    }
    switch act {
    case .assign:
      if facts.isAssignmentRequired == false { throw .needless(.assignment) }
      if facts.consent == .shut, wishes.consent == nil { throw .consentUndecided }
    case .reconsent:
      if facts.consent == .open { throw .needless(.consent) }
      if wishes.consent == nil { throw .consentUndecided }
    case .restore: break
    case .replace:
      if facts.consent == .open { throw .needless(.consent) }
      if wishes.consent == nil { throw .consentUndecided }
      if try tellOfGentlerWays() { return }
    }
    try choose(act.act)
  }

  /// Tells the machine of one gentler way after the other; whether there was one to tell of.
  ///
  /// What a way did is an answer to its own order, which is thereby carried out by nobody.
  private func tellOfGentlerWays() throws(PlanEnd) -> Bool {
    let opened = runner.opened
    for attempt in wishes.tried where opened.status(of: attempt.route) == .untried {
      try submit(.chosen(.reconsent))
      try submit(.routeChosen(attempt.route))
      try submit(.confirmed(.reconsent))
      guard let id = runner.opened.unsettled.first?.id else { throw .refused(.unknownCommand) }
      try submit(.outcome(id, .appeared(attempt.appearance)))
      return true
    }
    for reason in wishes.setAside where opened.status(of: reason.route) == .untried {
      try remember(.particular(.routeReason(reason.route), reason.reason.text))
      try submit(.routeSetAside(reason.route))
      return true
    }
    return false
  }

  private func chooseRoute() throws(PlanEnd) {
    guard runner.opened.intent == .reconsent else {
      throw .refused(.guarded(.gentlerRoutesTried))
    }
    guard let consent = wishes.consent else { throw .consentUndecided }
    try submit(.routeChosen(consent.route))
  }

  private func confirmDeletion(of count: Int) async throws(PlanEnd) {
    guard let asked = runner.opened.phrase else { throw .unanswered(runner.opened.prompt) }
    try await checkBasis()
    guard let phrase else { throw .unconfirmed(phrase: asked, isWrong: false) }
    guard phrase == asked else { throw .unconfirmed(phrase: asked, isWrong: true) }
    try submit(.answered(.phrase(count), .phrase(phrase)), from: .person)
  }

  private func giveList() throws(PlanEnd) {
    guard act == .assign, !wishes.principals.isEmpty else {
      throw .unanswered(runner.opened.prompt)
    }
    let heading = "principalId,principalDisplayName,principalType,appRoleId"
    let lines = wishes.principals.map { one in
      [one.id.description, one.name.text.safe, one.kind.rawValue, one.role.description]
        .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    do throws(IntakeFailure) {
      _ = try runner.takeList(([heading] + lines).joined(separator: "\n") + "\n")
    } catch { throw .list(error) }
  }

  private func settle(_ parts: LossParts) throws(PlanEnd) {
    for part in parts.each {
      guard let reason = waivers[part] else { continue }
      try remember(.particular(.waiverReason(part), reason))
      return try submit(.settled(part, .waivedOther))
    }
    throw .outstanding(parts)
  }

  private func decideAccess() throws(PlanEnd) {
    if let people = wishes.accessPeople { try remember(.particular(.accessPeople, people.text)) }
    try submit(.answered(.access, .access(wishes.access)))
  }
}
