import Entra
import Journal
public import Remediation
import Wording

/// What a runner knows of the work that Regrant does by itself, beside the case.
struct OwnWork {
  /// The last reading of the tenant.
  var reading: Diagnosis?
  /// Whether it was read since something was changed.
  var isRead = false
  /// Whether what was lost was compared since something was changed.
  var isCompared = false
  /// Whether access counts as verified once the reading that was asked for finds everything open.
  var isReadingBack = false
  /// Why the last work stopped; nothing is begun by itself until somebody says so.
  var hitch: Hitch?
  /// How far an interrupted command got, where it is not done.
  var found: Outcome?
  /// Whether an interrupted command goes on as soon as it was looked at.
  var isGoingOn = false

  /// An input was accepted: what was found out before it may be so no longer.
  mutating func take(_ input: Input) {
    switch input {
    case .outcome:
      (isRead, isCompared, isReadingBack) = (false, false, false)
      (hitch, found, isGoingOn) = (nil, nil, false)
    case .resumed: (hitch, found, isGoingOn) = (nil, nil, false)
    case .observed(.adminChanged): (isRead, hitch) = (false, nil)
    case .observed, .settled: break
    case .reported, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .confirmed, .verified, .closed:
      hitch = nil
    }
  }
}

extension CaseRunner {
  /// What Regrant does next by itself; nil when it is a person's turn, and in the guide always.
  ///
  /// Never twice the same without something in between: what a reading leaves unknown is asked.
  public var work: Work? {
    guard opened.mode != .guide, opened.closing == nil, standing.hitch == nil else { return nil }
    if let unsettled = opened.unsettled.first {
      guard let command else { return standing.found == nil ? .reconcile(unsettled) : nil }
      return command.order.isWatched ? .watch(command) : .carryOut(command)
    }
    switch opened.prompt {
    case .question, .identification: return standing.isRead ? nil : .diagnose
    case .verification:
      guard standing.isRead else { return .diagnose }
      // What was put back is seen to be there, entry by entry, before anybody says that it works.
      return opened.loss.snapshot == nil || standing.isCompared ? nil : .compare
    case .act:
      // While something is lost every minute counts, and what is missing is known.
      let isKnown = standing.isRead || standing.reading != nil && opened.loss.isOutstanding
      return isKnown ? nil : .diagnose
    case .snapshot: return .takeSnapshot
    case .settlement: return standing.isCompared ? nil : .compare
    case .symptom, .route, .appearance, .tenant, .phrase, .list, .confirmation, .outcome, .access,
      .closing, .nothing:
      return nil
    }
  }

  /// The last reading of the tenant.
  public var reading: Diagnosis? { standing.reading }

  /// Why the last work stopped; nil once something went on.
  public var hitch: Hitch? { standing.hitch }

  /// How far an interrupted command got; nil when it was not looked at, or when it was done.
  public var found: Outcome? { standing.found }

  /// Goes on after a hitch: what was under way is looked at, and taken up again if it is not done.
  public func tryAgain() {
    standing.isGoingOn = standing.hitch != nil && !opened.unsettled.isEmpty
    standing.hitch = nil
  }

  /// Takes up an interrupted command that was looked at, unless it is a deletion: that is only
  /// confirmed anew.
  ///
  /// - Throws: ``Hindrance`` when a guard no longer allows it.
  public func goOn() throws(Hindrance) {
    guard standing.found != nil, let unsettled = opened.unsettled.first else {
      throw .refused(.unknownCommand)
    }
    try submit(.resumed(unsettled.id))
  }

  /// Reads the tenant again before anything else.
  public func readAgain() { standing.isRead = false }

  /// Reads the tenant once more and compares what was put back; where all of it is open and there,
  /// that verifies access.
  public func readBack() {
    (standing.isRead, standing.isCompared, standing.isReadingBack) = (false, false, true)
    standing.hitch = nil
  }

  /// Answers W1: the machine's own comparison of the Application ID, from the last reading.
  ///
  /// - Throws: ``Hindrance`` when the reading found none, or another.
  public func compareApplication() throws(Hindrance) {
    guard let application = standing.reading?.application else { throw .refused(.outOfPlace) }
    try submit(
      .answered(.identification, .compared(application.appID)), from: .observed)
  }

  /// Takes in what came of a piece of work: the inputs that follow from it.
  ///
  /// - Throws: ``Hindrance``; what was taken in before it stands.
  public func take(_ result: WorkResult) throws(Hindrance) {
    switch result {
    case .diagnosed(let diagnosis): try take(diagnosis)
    case .snapshot(let snapshot): try submit(.snapshotCompleted(snapshot), from: .observed)
    case .ended(let id, let outcome, let proof):
      if !proof.lines.isEmpty { try remember(.evidence(proof.lines), from: proof.source) }
      try end(id, outcome, from: proof.source)
    case .compared(let back, let entries, let missing):
      try remember(
        .evidence([
          missing == 0
            ? "Read afterwards: all \(entries) entries are there."
            : "Read afterwards: \(entries - missing) of \(entries) entries are there, "
              + "\(missing) are missing."
        ]), from: .observed)
      try settle(back: back, from: .observed)
      standing.isCompared = true
      if missing > 0 { standing.isReadingBack = false }
    case .counted(let back, let entries):
      try remember(
        .evidence(["Counted afterwards: \(entries) entries are there, of no known list."]),
        from: .observed)
      try settle(back: back, from: .observed)
      standing.isCompared = true
    case .stopped(let hitch): try stop(hitch)
    }
    try concludeReadingBack()
  }

  private func concludeReadingBack() throws(Hindrance) {
    guard standing.isReadingBack, work == nil else { return }
    standing.isReadingBack = false
    guard opened.prompt == .verification, opened.refusal(of: .verified(.readBack)) == nil else {
      return
    }
    try submit(.verified(.readBack), from: .observed)
  }

  private func take(_ diagnosis: Diagnosis) throws(Hindrance) {
    if standing.reading?.tenant != diagnosis.tenant {
      try remember(
        .particular(.tenantID, ForeignText(diagnosis.tenant.description)), from: .observed)
      try remember(.particular(.tenantName, diagnosis.tenantName), from: .observed)
    }
    if let domain = diagnosis.domain, opened.domain != domain {
      try submit(.observed(.tenant(domain)), from: .observed)
    }
    for observation in diagnosis.observations
    where !observation.isUnknowing && changes(.observed(observation)) {
      try submit(.observed(observation), from: .observed)
    }
    (standing.reading, standing.isRead) = (diagnosis, true)
  }

  /// Whether an observation says anything that the case does not hold already.
  private func changes(_ input: Input) -> Bool {
    var trial = opened
    do throws(Refusal) { _ = try trial.handle(input) } catch { return true }
    return trial.facts != opened.facts || trial.loss != opened.loss
      || trial.snapshot != opened.snapshot || trial.domain != opened.domain
      || trial.isPassed(.formerRequirement) != opened.isPassed(.formerRequirement)
      || trial.verification != opened.verification || trial.intent != opened.intent
      || ConsentRoute.allCases.contains { trial.status(of: $0) != opened.status(of: $0) }
  }

  private func end(
    _ id: CommandID, _ outcome: Outcome, from source: JournalEntry.Source
  ) throws(Hindrance) {
    guard let unsettled = opened.unsettled.first(where: { $0.id == id }) else {
      throw .refused(.unknownCommand)
    }
    let isInterrupted = command == nil
    guard isInterrupted, outcome.isUnfinished, !unsettled.order.isDeletion else {
      try submit(.outcome(id, outcome), from: source)
      return
    }
    let isGoingOn = standing.isGoingOn
    standing.found = outcome
    if isGoingOn { try goOn() }
  }

  private func stop(_ hitch: Hitch) throws(Hindrance) {
    let isDeleting = opened.unsettled.first?.order.isDeletion == true
    if hitch == .changedMeanwhile, isDeleting, command != nil, let id = opened.unsettled.first?.id {
      // Nothing was deleted, and what the phrase spoke of is no longer so.
      try submit(.outcome(id, .notDone), from: .observed)
      try submit(.observed(.contentChanged), from: .observed)
    }
    letGo()
    (standing.hitch, standing.isReadingBack) = (hitch, false)
  }
}

extension Observation {
  /// Whether it says only that nobody knows: that takes nothing away from what is known.
  fileprivate var isUnknowing: Bool {
    switch self {
    case .object(.unknown), .consent(.unknown), .assignment(_, .unknown), .account(_, .unknown),
      .nexeticRole(.unknown):
      true
    case .object, .consent, .assignmentRequired, .formerRequirement, .assignment, .account, .person,
      .nexeticRole, .roles, .scopes, .tenant, .adminChanged, .contentChanged, .restoreWindowClosed,
      .deletionSettled:
      false
    }
  }
}

extension Order {
  /// Whether an admin does it in a browser, and Regrant watches.
  var isWatched: Bool {
    switch self {
    case .consent(.signIn), .consent(.link), .consent(.portal): true
    case .consent(.graph), .enableServicePrincipal, .restoreServicePrincipal,
      .deleteServicePrincipal, .addServicePrincipal, .requireAssignment, .assignPrincipals,
      .assignSnapshot:
      false
    }
  }

  var isDeletion: Bool {
    if case .deleteServicePrincipal = self { true } else { false }
  }
}

extension Outcome {
  /// Whether the command that ended so may be taken up again.
  fileprivate var isUnfinished: Bool {
    switch self {
    case .notDone, .partly: true
    case .done, .alreadyDone, .notYet, .refused, .appeared: false
    }
  }
}
