public import Entra
public import Graph
public import Journal
public import Remediation

/// Walks a case that nobody watches on a screen: answers what was decided beforehand, and lets
/// Regrant do the rest.
///
/// Every step goes through the case's ``CaseRunner``; what the machine refuses ends the run.
public final class PlanRun {
  let runner: CaseRunner
  let act: PlannedAct
  let wishes: PlanWishes
  let client: GraphClient
  let now: @Sendable () -> Int
  let telling: @Sendable (PlanNews) -> Void
  private let hands: any Hands
  /// On what the plan rests; nil for a rehearsal.
  private let expected: PlanBasis?
  /// What is left out where it does not come back, and why.
  let waivers: [LossParts: ForeignText]
  /// The phrase that was given for a delete; each is used once.
  let phrase: String?

  /// On what it rests, once it was read.
  public private(set) var basis: PlanBasis?
  /// Whether the tenant may have been changed by this case: then it no longer is as the plan says.
  private var isBegun: Bool
  /// Whether what the plan is for was done.
  private(set) var isReached: Bool
  /// Whether this run itself recorded what a deletion takes.
  private var isRecorded = false
  private var pauses = 0
  private var chosen: [Act: Int] = [:]

  /// What a run is told beside its plan.
  public struct Orders: Sendable {
    /// The phrase for a delete.
    public var phrase: String?
    /// What is left out where it does not come back, and why.
    public var waivers: [LossParts: ForeignText] = [:]
    /// Told of what goes on.
    public var telling: @Sendable (PlanNews) -> Void = { _ in }

    /// Nothing to be told.
    public init() {}
  }

  /// A rehearsal: it ends before anything would be changed.
  public convenience init(
    rehearsing act: PlannedAct, _ wishes: PlanWishes, by runner: CaseRunner,
    through client: GraphClient, telling: @escaping @Sendable (PlanNews) -> Void = { _ in },
    now: @escaping @Sendable () -> Int
  ) throws(JournalError) {
    var orders = Orders()
    orders.telling = telling
    try self.init(act, wishes, expecting: nil, by: runner, through: client, orders, now)
  }

  /// The run of a plan, from its beginning or from where it was interrupted.
  public convenience init(
    _ plan: PlanFile, by runner: CaseRunner, through client: GraphClient, _ orders: Orders,
    now: @escaping @Sendable () -> Int
  ) throws(JournalError) {
    try self.init(
      plan.act, plan.wishes, expecting: plan.basis, by: runner, through: client, orders, now)
  }

  private init(
    _ act: PlannedAct, _ wishes: PlanWishes, expecting expected: PlanBasis?,
    by runner: CaseRunner, through client: GraphClient, _ orders: Orders,
    _ now: @escaping @Sendable () -> Int
  ) throws(JournalError) {
    (self.act, self.wishes, self.expected) = (act, wishes, expected)
    (self.runner, self.client, self.now) = (runner, client, now)
    (phrase, waivers, telling) = (orders.phrase, orders.waivers, orders.telling)
    hands = TenantHands(
      client, for: runner.journal, of: runner.opened.profile, person: wishes.user, now: now)
    let past = Past(of: act, in: try runner.journal.entries())
    (isBegun, isReached) = (past.isBegun, past.isReached)
  }

  private static let mostTurns = 1_000
  private static let mostPauses = 90
  private static let pause = Duration.seconds(20)
  private static let mostChoices = 100

  /// Walks until the case is closed, or until there is no going on.
  public func walk() async -> PlanEnd {
    do throws(PlanEnd) {
      for _ in 0..<Self.mostTurns { try await turn() }
      return .unanswered(runner.opened.prompt)
    } catch { return error }
  }

  private func turn() async throws(PlanEnd) {
    if let closing = runner.opened.closing { throw .closed(closing) }
    // After an interruption nothing was read yet, and what was known may be so no longer.
    if runner.reading == nil, runner.opened.unsettled.isEmpty, runner.opened.hasSymptom {
      return try await perform(.diagnose)
    }
    if let work = runner.work { return try await perform(work) }
    try await answer()
  }

  private func perform(_ work: Work) async throws(PlanEnd) {
    telling(.begins(work))
    let result = await hands.perform(work) { [telling] in telling(.progress($0)) }
    let order = runner.opened.unsettled.first?.order
    do throws(Hindrance) { try runner.take(result) } catch { throw PlanEnd(error) }
    switch result {
    case .stopped(let hitch): throw .stopped(hitch)
    case .ended(_, let outcome, _):
      if let order { try await judge(outcome, of: order, after: work) }
    case .diagnosed: try checkTenant()
    case .snapshot: isRecorded = true
    case .compared, .counted: break
    }
  }

  /// Another tenant is noticed before anything is asked of it.
  private func checkTenant() throws(PlanEnd) {
    if let expected, let reading = runner.reading, reading.tenant != expected.tenantID {
      throw .changed([.tenant])
    }
  }

  private func judge(
    _ outcome: Outcome, of order: Order, after work: Work
  ) async throws(PlanEnd) {
    if case .reconcile = work, !outcome.isAchieved { return }
    telling(.ended(order, outcome))
    if order.belongs(to: act), outcome.isAchieved || outcome == .appeared(.acceptedForOrganization)
    {
      isReached = true
    }
    switch outcome {
    case .done, .alreadyDone, .appeared(.acceptedForOrganization): return
    case .notYet: return try await pause(for: order)
    case .partly, .refused, .appeared, .notDone: break
    }
    switch order {
    case .assignSnapshot: try await compareAtOnce()
    // What does not come back is settled by word.
    case .requireAssignment: return
    case .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal,
      .addServicePrincipal, .consent, .assignPrincipals:
      throw .ended(order, outcome)
    }
  }

  /// Not everything could be put back: what is there now is read, and settled.
  private func compareAtOnce() async throws(PlanEnd) {
    try await perform(.compare)
    guard !runner.opened.loss.outstanding.contains(.assignments) else { return }
    // Those the plan is about are those who were assigned before, and they are again.
    try submit(.observed(.assignment(person: 0, .open)), from: .observed)
  }

  private func pause(for order: Order) async throws(PlanEnd) {
    pauses += 1
    guard pauses <= Self.mostPauses else { throw .ended(order, .notYet) }
    telling(.pauses(order))
    do { try await client.time.sleep(Self.pause) } catch { throw .stopped(.cancelled) }
  }

  /// Before the first change: everything is as the plan has it, or a rehearsal is over.
  func checkBasis() async throws(PlanEnd) {
    guard !isBegun else { return }
    guard let reading = runner.reading else { throw .unanswered(runner.opened.prompt) }
    // One that an earlier run took tells nothing of now.
    var snapshot = isRecorded ? runner.opened.snapshot : nil
    if snapshot == nil, reading.application != nil {
      do throws(Hitch) {
        snapshot = try await Survey.read(through: client, of: runner.opened.profile, now: now)
          .snapshot
      } catch { throw .stopped(error) }
    }
    let basis = PlanBasis(reading, of: runner.opened.profile.appID, holding: snapshot)
    self.basis = basis
    guard let expected else { throw .due }
    let changes = expected.changes(to: basis)
    guard changes.isEmpty else { throw .changed(changes) }
    isBegun = true
  }

  /// Begins to prepare an act, unless it was begun again and again.
  func choose(_ next: Act) throws(PlanEnd) {
    let count = chosen[next, default: 0]
    guard count < Self.mostChoices else { throw .unanswered(runner.opened.prompt) }
    chosen[next] = count + 1
    try submit(.chosen(next))
  }

  /// What the plan says, unless it was read.
  func submit(_ input: Input, from source: JournalEntry.Source = .planned) throws(PlanEnd) {
    do throws(Hindrance) { try runner.submit(input, from: source) } catch { throw PlanEnd(error) }
  }

  func remember(
    _ content: JournalEntry.Content, from source: JournalEntry.Source = .planned
  ) throws(PlanEnd) {
    do throws(Hindrance) { try runner.remember(content, from: source) } catch {
      throw PlanEnd(error)
    }
  }
}

extension Order {
  /// Whether it is what a plan is for.
  fileprivate func belongs(to act: PlannedAct) -> Bool {
    switch (self, act) {
    case (.assignPrincipals, .assign), (.consent, .reconsent), (.restoreServicePrincipal, .restore),
      (.deleteServicePrincipal, .replace):
      true
    case (_, _): false
    }
  }
}

extension Outcome {
  /// Whether it is there, whoever brought it about.
  var isAchieved: Bool { self == .done || self == .alreadyDone }
}
