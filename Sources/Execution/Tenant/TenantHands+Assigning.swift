import Entra
import Graph
import Journal
import Remediation

extension TenantHands {
  /// Assigns who is on the list (Option 1): people and groups that are still to be.
  func assignPrincipals(_ command: Command) async throws(Hitch) -> WorkResult {
    let opened = try situation().opened
    guard let object = try await living(isRecent: opened.isRecent), let id = object.known else {
      return missing(command)
    }
    let list = try latestList()
    let open = try rows(of: list, RowFilter(part: .assignment, isOpen: true))
    var finding = PrincipalFinding(client: client, roles: RoleMatching(declared: object.appRoles))
    var (entries, numbers) = ([Particulars.AssignmentEntry](), [[Int]]())
    var unknown: [Int: LedgerRow.State] = [:]
    for row in try await ordered(open) {
      switch try await finding.find(row.entry) {
      case .found(let entry):
        entries.append(entry)
        numbers.append([row.number])
      case .not(let why): unknown[row.number] = .failed(ForeignText(why))
      }
    }
    try settle(unknown, of: list)
    guard !entries.isEmpty else {
      let outcome: Outcome = open.isEmpty ? .alreadyDone : .refused(.notFound)
      return .ended(
        command.id, outcome, proof: .executed(["Nobody of the list could be assigned."]))
    }
    let outcomes = try await write(
      .assignments(entries, to: Particulars.Target(id, isRecent: opened.isRecent)), as: numbers,
      of: list, by: command)
    var evidence = Evidence()
    evidence.add(outcomes, of: "Assigned")
    if !unknown.isEmpty { evidence.add("\(unknown.count) entries name nobody in this tenant.") }
    let outcome = try Outcome(ofMany: outcomes, beside: unknown.count)
    // Whom the case is about need not be on the list: that is waited for only so long.
    expect(outcome, within: opened.isRecent ? Recent.longest : .seconds(60))
    return .ended(command.id, outcome, proof: .executed(evidence.lines))
  }

  /// Puts back what the snapshot holds and no other act brings, and reads it back.
  func assignSnapshot(_ command: Command) async throws(Hitch) -> WorkResult {
    let opened = try situation().opened
    guard let snapshot = opened.loss.snapshot else { throw .write(.misfit) }
    guard let object = try await living(isRecent: opened.isRecent), let id = object.known else {
      return missing(command)
    }
    var restoring = Restoration(roles: RoleMatching(declared: object.appRoles))
    for row in try await ordered(try rows(of: snapshot.id, RowFilter(isOpen: true))) {
      restoring.take(row)
    }
    try settle(restoring.impossible, of: snapshot.id)
    var outcomes: [EntryOutcome] = []
    if restoring.entries.count > 0 {
      outcomes = try await write(
        .recorded(restoring.entries, to: Particulars.Target(id, isRecent: opened.isRecent)),
        as: restoring.numbers, of: snapshot.id, by: command)
    }
    var evidence = Evidence()
    evidence.add(outcomes, of: "Put back")
    for reason in restoring.reasons { evidence.add(reason) }
    let outcome = try Outcome(ofMany: outcomes, beside: restoring.impossible.count)
    expect(outcome, within: Recent.longest)
    return .ended(command.id, outcome, proof: .executed(evidence.lines))
  }

  /// Who was assigned is seen to be, once every server knows.
  private func expect(_ outcome: Outcome, within window: Duration) {
    guard outcome == .done || outcome == .alreadyDone else { return }
    let assigned = Observation.assignment(person: 0, .open)
    recent.note([.object(.present), assigned], at: client.time.now(), within: window)
  }

  /// In the order of people per write: groups first, where the tenant's plan lets groups be assigned.
  private func ordered(_ rows: [LedgerRow]) async throws(Hitch) -> [LedgerRow] {
    let groups = rows.filter { $0.entry.kind == .group }
    guard !groups.isEmpty else { return rows }
    let rest = rows.filter { $0.entry.kind != .group }
    let organization = try await graph { [client] () async throws(GraphError) in
      try await client.organization()
    }
    // Refused for its first twenty, a command ends: who can be assigned comes before who perhaps can't.
    return organization.isPremium ? groups + rest : rest + groups
  }

  private func write(
    _ particulars: Particulars, as numbers: [[Int]], of list: Int, by command: Command
  ) async throws(Hitch) -> [EntryOutcome] {
    let settling = Settling(
      numbers, of: list, in: journal.ledger, now: now, telling: telling)
    telling.update { $0.total = particulars.count }
    try remembered { () throws(JournalError) in try settling.send() }
    let outcomes: [EntryOutcome]
    let writer = try await write()
    do throws(WriteRefusal) {
      outcomes = try await writer.perform(command, with: particulars) { settling.take($0) }
    } catch {
      // Nothing was written.
      settling.finish(numbers.map { _ in .untried })
      if case .unseen(let why) = error { throw Hitch(why) }
      throw .write(error)
    }
    settling.finish(outcomes)
    if let failure = settling.failure { throw .unremembered(failure) }
    return outcomes
  }

  func rows(of list: Int, _ filter: RowFilter) throws(Hitch) -> [LedgerRow] {
    try remembered { () throws(JournalError) in
      try journal.ledger.rows(of: list, matching: filter)
    }
  }

  private func settle(_ states: [Int: LedgerRow.State], of list: Int) throws(Hitch) {
    guard !states.isEmpty else { return }
    try remembered { () throws(JournalError) in
      try journal.ledger.settle(list, states, at: now())
    }
  }

  func latestList() throws(Hitch) -> Int {
    let lists = try remembered { () throws(JournalError) in try journal.ledger.lists() }
    guard let last = lists.last(where: { $0.purpose == .assignees && $0.isComplete }) else {
      throw .unremembered(.noSuchList)
    }
    return last.number
  }
}

extension Outcome {
  /// What the outcomes of many entries amount to; `others` could not be tried.
  ///
  /// - Throws: ``Hitch`` when some are not known, or when asking again may help.
  init(ofMany outcomes: [EntryOutcome], beside others: Int) throws(Hitch) {
    let done = outcomes.count(where: \.isDone)
    for outcome in outcomes {
      switch outcome {
      case .uncertain(let error): throw Hitch(error)
      case .failed(let error): if error.kind.obstacle == nil { throw Hitch(error) }
      case .done, .alreadyDone, .notYet, .untried: break
      }
    }
    if done == outcomes.count, others == 0 {
      let isNew = outcomes.contains { if case .done = $0 { true } else { false } }
      self = isNew ? .done : .alreadyDone
      return
    }
    if done > 0 {
      self = .partly(done)
      return
    }
    let first = outcomes.lazy.compactMap(\.error).first
    guard let first else {
      if outcomes.contains(.untried) { throw .cancelled }
      self = .refused(.other)
      return
    }
    let isAwaited = outcomes.allSatisfy { if case .notYet = $0 { true } else { false } }
    self = isAwaited ? .notYet : .refused(first.kind.obstacle ?? .other)
  }
}
