import Entra
import Execution
import Remediation
import Testing

@testable import Journal

/// Somebody who walks a case to its end: answers what is asked and lets Regrant do the rest.
struct Operator {
  /// What is to be done.
  enum Goal: Sendable {
    case assign(String)
    case reconsent(ConsentRoute)
    case replace
    case restore
    case enable
    case swapBack
    /// Deleted, and thought better of.
    case undo
  }

  let goal: Goal
  let room: TenantRoom
  var symptom: Symptom
  /// How many turns a case may take.
  var mostTurns = 60
  /// What the admin does in the browser once a consent is under way.
  var browser: TenantClock.Deed?
  private(set) var closing: Closing?
  private(set) var works: [Work] = []
  private(set) var hitches: [Hitch] = []
  var restarts = false

  init(_ goal: Goal, in room: TenantRoom, seeing symptom: Symptom = .onlyTheAdminGetsIn) {
    (self.goal, self.room, self.symptom) = (goal, room, symptom)
  }

  private var runner: CaseRunner { room.runner }

  struct Stuck: Error {
    let prompt: Prompt
    var works: [Work] = []
    var hitches: [Hitch] = []
    var facts: Facts?
    var last: [String] = []
  }

  /// Walks until the case is closed.
  mutating func walk() async throws {
    for _ in 0..<mostTurns {
      if let work = runner.work {
        works.append(work)
        let hands = room.hands
        if case .watch = work, let browser { room.clock.plan(after: .seconds(10), browser) }
        try runner.take(await hands.perform(work, telling: { _ in }))
        if let hitch = runner.hitch {
          hitches.append(hitch)
          if hitch == .cancelled, restarts { try room.restart() } else { runner.tryAgain() }
        }
        continue
      }
      if runner.opened.closing != nil {
        closing = runner.opened.closing
        return
      }
      try answer()
    }
    throw Stuck(
      prompt: runner.opened.prompt, works: works.suffix(3), hitches: hitches.suffix(2),
      facts: runner.opened.facts,
      last: try runner.journal.entries().suffix(8).map { "\($0.content)" })
  }

  private mutating func answer() throws {
    let opened = runner.opened
    switch opened.prompt {
    case .symptom: try runner.submit(.reported(symptom))
    case .question(let question): try runner.submit(.answered(.question(question), .unknown))
    case .act: try choose()
    case .route:
      if case .reconsent(let route) = goal {
        try runner.submit(.routeChosen(route))
      } else {
        try runner.submit(.routeChosen(.graph))
      }
    case .identification: try runner.compareApplication()
    case .appearance: try runner.submit(.answered(.appearance, .appearance(.noPrompt)))
    case .tenant:
      let domain = try #require(DomainName(TenantRoom.domain))
      try runner.submit(.answered(.tenant, .domain(domain)))
    case .phrase(let count):
      let phrase = try #require(opened.phrase)
      try runner.submit(.answered(.phrase(count), .phrase(phrase)))
    case .list:
      guard case .assign(let list) = goal else { throw Stuck(prompt: opened.prompt) }
      _ = try runner.takeList(list)
    case .confirmation(let act): try runner.submit(.confirmed(act))
    case .outcome: try runner.goOn()
    case .settlement(let part): try runner.submit(.settled(part, .waivedImpossible))
    case .verification: try runner.submit(.verified(.readBack))
    case .access: try runner.submit(.answered(.access, .access(.nobody)))
    case .closing: try runner.submit(.closed(.resolved))
    case .snapshot, .nothing: throw Stuck(prompt: opened.prompt)
    }
  }

  /// The next act of the plan; on the way to 2B, the gentler routes are gone first.
  private mutating func choose() throws {
    let opened = runner.opened
    switch goal {
    case .replace, .undo: if !opened.loss.happened { return try chooseReplacing() }
    case .swapBack: if !opened.loss.isOurs { return try submit(.swapBack) }
    case .assign, .reconsent, .restore, .enable: break
    }
    if case .undo = goal, opened.facts.object == .deleted { return try submit(.restore) }
    if opened.facts.isReaddAwaited { try runner.submit(.observed(.deletionSettled)) }
    let act = try #require(
      opened.plan.acts.first { $0.changesTenant }, "\(opened.facts) \(opened.loss)")
    try runner.submit(.chosen(act))
  }

  private func submit(_ act: Act) throws { try runner.submit(.chosen(act)) }

  private mutating func chooseReplacing() throws {
    let opened = runner.opened
    if opened.status(of: .signIn) == .untried {
      for input in [Input.chosen(.reconsent), .routeChosen(.signIn), .confirmed(.reconsent)] {
        try runner.submit(input)
      }
      let id = try #require(runner.opened.unsettled.first?.id)
      try runner.submit(.outcome(id, .appeared(.noPrompt)))
    }
    for route in [ConsentRoute.link, .portal, .graph] where opened.status(of: route) == .untried {
      try runner.submit(.routeSetAside(route))
    }
    try runner.submit(.chosen(.replace))
  }
}
