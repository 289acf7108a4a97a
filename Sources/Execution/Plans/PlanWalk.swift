import Entra
import Journal
public import Remediation
import Wording

/// Walks a case as a plan says, up to what only a person can say.
///
/// It submits the inputs that screens submit, so every guard is asked; it performs nothing.
public struct PlanWalk {
  /// What comes next.
  public enum Step: Sendable {
    /// This work, whose result the runner takes.
    case work(Work)
    /// A pause of so many seconds: a deletion has not settled yet (650051).
    case pause(seconds: Int)
    /// The case is closed.
    case closed(Closing)
  }

  /// Why it can't go on.
  public enum Stop: Error, Sendable, Hashable {
    /// The machine or the journal does not take it.
    case hindered(Hindrance)
    /// The list can't be taken.
    case list(IntakeFailure)
    /// The phrase has to be said: this one.
    case phrase(String)
    /// The tenant is not as the plan has it: what differs.
    case changed(String)
    /// Work stopped.
    case hitch(Hitch)
    /// A person has to decide, at this prompt.
    case open(Prompt)
  }

  private let plan: PlanFile
  private let runner: CaseRunner
  private let phrase: String?
  /// Whether the plan is only being made: then there is nothing to hold it against.
  private let isDraft: Bool
  private var begun: Set<Act> = []
  private var waits = 0
  private var isChecked = false

  /// A walk of a case by a plan; `phrase` is what somebody typed.
  public init(_ plan: PlanFile, in runner: CaseRunner, saying phrase: String?, isDraft: Bool) {
    (self.plan, self.runner, self.phrase, self.isDraft) = (plan, runner, phrase, isDraft)
  }

  /// What comes next; inputs are submitted on the way.
  public mutating func next() throws(Stop) -> Step {
    for _ in 0..<Self.mostInputs {
      if let hitch = runner.hitch { throw .hitch(hitch) }
      if let closing = runner.opened.closing { return .closed(closing) }
      try checkTenant()
      if let work = runner.work { return .work(work) }
      if runner.opened.facts.isReaddAwaited, runner.opened.prompt == .act, !begun.isEmpty {
        guard waits < Self.mostWaits else { throw .open(.act) }
        waits += 1
        begun.remove(.readd)
        try submit(.observed(.deletionSettled))
        return .pause(seconds: 15)
      }
      try answer()
    }
    throw .open(runner.opened.prompt)
  }

  private static let mostInputs = 60
  private static let mostWaits = 80

  private func submit(_ input: Input) throws(Stop) {
    do throws(Hindrance) { try runner.submit(input) } catch { throw .hindered(error) }
  }

  /// Refuses a plan that was made on something else, before anything is changed.
  private mutating func checkTenant() throws(Stop) {
    guard !isDraft, !isChecked, let reading = runner.reading else { return }
    guard reading.tenant == plan.tenant else {
      throw .changed("The plan is for the tenant \(plan.tenant); this is \(reading.tenant).")
    }
    isChecked = true
    guard begun.isEmpty, !runner.opened.loss.happened else { return }
    guard reading.application?.id == plan.object else {
      throw .changed("The application is another object than when the plan was made.")
    }
    if let planned = plan.counts.assignments, let now = reading.assigned?.principals,
      planned != now
    {
      throw .changed("\(planned) were assigned when the plan was made; now \(now) are.")
    }
  }

  private mutating func answer() throws(Stop) {
    let opened = runner.opened
    switch opened.prompt {
    case .symptom: try submit(.reported(.other))
    case .question(let question): try submit(.answered(.question(question), .unknown))
    case .act: try choose()
    case .route:
      guard let route = plan.consent else { throw .open(.route) }
      try submit(.routeChosen(route))
    case .identification:
      do throws(Hindrance) { try runner.compareApplication() } catch { throw .hindered(error) }
    case .appearance:
      guard let trial = plan.tried.first else { throw .open(.appearance) }
      try submit(.answered(.appearance, .appearance(trial.appearance)))
    case .tenant:
      guard let domain = plan.domain ?? runner.reading?.domain else { throw .open(.tenant) }
      try submit(.answered(.tenant, .domain(domain)))
    case .phrase(let count): try confirmDeletion(count)
    case .list: try list()
    case .confirmation(let act):
      begun.insert(act)
      try submit(.confirmed(act))
    case .outcome:
      guard runner.found != nil else { throw .open(opened.prompt) }
      do throws(Hindrance) { try runner.goOn() } catch { throw .hindered(error) }
    case .verification: try submit(.verified(.readBack))
    case .access:
      guard let access = plan.access else { throw .open(.access) }
      try submit(.answered(.access, .access(access)))
    case .closing: try submit(.closed(.resolved))
    case .settlement, .snapshot, .nothing: throw .open(opened.prompt)
    }
  }

  private func confirmDeletion(_ count: Int) throws(Stop) {
    let opened = runner.opened
    if !isDraft, let digest = plan.counts.digest, opened.snapshot?.digest != digest {
      throw .changed("What would be deleted is not what it was when the plan was made.")
    }
    guard let asked = opened.phrase else { throw .open(opened.prompt) }
    guard let phrase else { throw .phrase(asked) }
    try submit(.answered(.phrase(count), .phrase(phrase)))
  }

  private func list() throws(Stop) {
    guard let principals = plan.principals else { throw .open(.list) }
    do throws(IntakeFailure) { _ = try runner.takeList(principals) } catch { throw .list(error) }
  }

  /// The next act that the plan allows, each once; the gentlest first.
  private mutating func choose() throws(Stop) {
    let opened = runner.opened
    if plan.option == .replace, !opened.loss.happened { return try chooseReplacing() }
    var acts = opened.plan.acts.filter(isAllowed)
    // What it was made for is tried even where the findings don't propose it: the machine says why not.
    if !acts.contains(ownAct) { acts.append(ownAct) }
    guard let act = acts.first(where: { !begun.contains($0) }) else { throw .open(.act) }
    try submit(.chosen(act))
    begun.insert(act)
  }

  private var ownAct: Act {
    switch plan.option {
    case .assign: .assign
    case .reconsent: .reconsent
    case .replace: .readd
    case .restore: .restore
    }
  }

  private func isAllowed(_ act: Act) -> Bool {
    switch (plan.option, act) {
    case (.assign, .assign), (.restore, .restore), (.restore, .enable): true
    case (.assign, .reconsent), (.reconsent, .reconsent): plan.consent != nil
    case (.replace, .readd), (.replace, .require), (.replace, .reconsent), (.replace, .assign): true
    case (_, _): false
    }
  }

  /// What was tried and what is not tried is said first: the machine decides whether that is enough.
  private mutating func chooseReplacing() throws(Stop) {
    for trial in plan.tried where runner.opened.status(of: trial.route) == .untried {
      try submit(.chosen(.reconsent))
      try submit(.routeChosen(trial.route))
      try submit(.confirmed(.reconsent))
      guard let id = runner.opened.unsettled.first?.id else { throw .open(.act) }
      try submit(.outcome(id, .appeared(trial.appearance)))
      if runner.opened.prompt != .act { return }
    }
    for waiver in plan.setAside where runner.opened.status(of: waiver.route) == .untried {
      do throws(Hindrance) {
        try runner.remember(.particular(.routeReason(waiver.route), ForeignText(waiver.reason)))
      } catch { throw .hindered(error) }
      try submit(.routeSetAside(waiver.route))
    }
    try submit(.chosen(.replace))
  }
}
