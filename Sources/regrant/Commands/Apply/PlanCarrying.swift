import Entra
import Execution
import Graph
import Journal
import Remediation
import Wording

/// A plan on its way: its case in the journal, and the run.
struct PlanCarrying: Sendable {
  let plan: PlanFile
  let store: JournalStore
  let connection: Connection
  let orders: PlanRun.Orders
  let words: Words

  /// Carries it out, as far as it goes.
  func carryOut() async throws(Failure) -> PlanOutcome {
    let now: @Sendable () -> Int = { Composition.now }
    do throws(JournalError) {
      guard let runner = try runner(now) else { return PlanOutcome(plan, closed: try known()) }
      let number = runner.journal.number
      StandardStream.complain(["Case \(number)."])
      var orders = orders
      let (told, links) = (orders.telling, consentLinks)
      orders.telling = { news in
        if case .begins(.watch) = news { StandardStream.complain(links) }
        told(news)
      }
      let run = try PlanRun(plan, by: runner, through: connection.client, orders, now: now)
      let end = await run.walk()
      return PlanOutcome(plan, end, runner.opened, case: number, words)
    } catch { throw Failure(error) }
  }

  /// The plan's case, begun or opened again; nil when it is closed.
  private func runner(_ now: @escaping @Sendable () -> Int) throws(JournalError) -> CaseRunner? {
    guard let known = try journal() else {
      var mode = Mode.connect
      if case .embedded = connection.place { mode = .train }
      let runner = try CaseRunner(
        beginning: Case(id: plan.caseID, mode: mode, profile: words.profile), in: store, now: now)
      try runner.journal.append(
        .note("Carries out the plan \(plan.id): \(words.title(of: plan.act.act))"), at: now())
      if case .reached(let site) = connection.place, site != .cloud(.global) {
        try runner.journal.append(.particular(.site, ForeignText(site.description)), at: now())
      }
      return runner
    }
    if try known.replay(as: words.profile).opened.closing != nil { return nil }
    return try CaseRunner(opening: known.number, in: store, as: words.profile, now: now)
  }

  private func journal() throws(JournalError) -> CaseJournal? {
    do throws(JournalError) { return try store.journal(of: plan.caseID) } catch {
      if case .noSuchCase = error { return nil }
      throw error
    }
  }

  private func known() throws(JournalError) -> Int {
    try store.journal(of: plan.caseID).number
  }

  /// Where the admin consents, a line for each way.
  private var consentLinks: [String] {
    guard case .reached(let site) = connection.place else { return [] }
    let (application, tenant) = (words.profile.appID, TenantReference.id(plan.basis.tenantID))
    let prompt = site.promptLink(for: application, in: tenant)
    return ["For the admin, to accept: \(site.consentLink(for: application, in: tenant))"]
      + (prompt.map { ["Or signing in, ticking the checkbox: \($0)"] } ?? [])
  }
}

/// What became of a plan.
struct PlanOutcome: Encodable, Sendable {
  let plan: String
  let act: String
  let number: Int
  let phase: String?
  let closed: Bool
  let assignments: Int?
  let open: [String]
  /// Why it did not come to its end.
  let failure: Failure?
  let lines: [String]

  private enum CodingKeys: String, CodingKey {
    case plan, act
    case number = "case"
    case phase, closed, assignments, open, because
  }

  init(_ plan: PlanFile, closed number: Int) {
    (self.plan, act, self.number) = (plan.id.description, plan.act.rawValue, number)
    (phase, closed, assignments, open, failure) = (nil, true, nil, [], nil)
    lines = ["This plan was carried out: case \(number)."]
  }

  init(_ plan: PlanFile, _ end: PlanEnd, _ opened: Case, case number: Int, _ words: Words) {
    (self.plan, act, self.number) = (plan.id.description, plan.act.rawValue, number)
    phase = opened.phase.rawValue
    assignments = opened.loss.snapshot?.assignments
    open = PartReason.typed(opened.loss.outstanding)
    if case .closed(let closing) = end {
      (closed, failure) = (true, nil)
      lines = ["Case \(number): \(words.label(of: closing))."]
    } else {
      let failure = PlanFailure(end, in: opened, words).failure
      (closed, self.failure) = (false, failure)
      let stake = words.atStake(in: opened).map { [$0] } ?? []
      let isLost = opened.facts.object.isDeleted || opened.loss.isOutstanding
      lines =
        ["Case \(number) stays open."] + stake
        + (isLost ? ["Apply the same plan again to go on."] : [])
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(plan, forKey: .plan)
    try container.encode(act, forKey: .act)
    try container.encode(number, forKey: .number)
    try container.encode(phase, forKey: .phase)
    try container.encode(closed, forKey: .closed)
    try container.encode(assignments, forKey: .assignments)
    try container.encode(open, forKey: .open)
    try container.encode(failure?.lines, forKey: .because)
  }
}
