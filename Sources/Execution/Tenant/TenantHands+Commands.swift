import Entra
import Graph
import Journal
import Remediation
import Wording

extension TenantHands {
  /// Carries a command out, once.
  func carryOut(_ command: Command) async throws(Hitch) -> WorkResult {
    switch command.order {
    case .enableServicePrincipal, .requireAssignment: return try await change(command)
    case .deleteServicePrincipal(let snapshot): return try await delete(command, snapshot)
    case .restoreServicePrincipal: return try await restore(command)
    case .addServicePrincipal: return try await add(command)
    case .consent(.graph): return try await grant(command)
    case .consent: return try await watch(command)
    case .assignPrincipals: return try await assignPrincipals(command)
    case .assignSnapshot: return try await assignSnapshot(command)
    }
  }

  private func change(_ command: Command) async throws(Hitch) -> WorkResult {
    let isRecent = try situation().opened.isRecent
    guard let id = try await living(isRecent: isRecent)?.known else { return missing(command) }
    return try await perform(
      command, with: .object(Particulars.Target(id, isRecent: isRecent)),
      expecting: command.order == .requireAssignment
        ? [.assignmentRequired(true)] : [.object(.present)])
  }

  /// Deletes what the snapshot is of, if it is still as the snapshot has it.
  private func delete(_ command: Command, _ snapshot: Int) async throws(Hitch) -> WorkResult {
    let recorded = try situation().particulars[.objectID].flatMap { ObjectID($0.safe) }
    guard let object = try await living(isRecent: false), let id = object.known else {
      guard let recorded else { return missing(command) }
      return try await perform(
        command, with: .object(Particulars.Target(recorded)), expecting: [.object(.deleted)])
    }
    guard recorded == nil || recorded == id, try await isUnchanged(object, since: snapshot) else {
      throw .changedMeanwhile
    }
    return try await perform(
      command, with: .object(Particulars.Target(id)), expecting: [.object(.deleted)])
  }

  /// Whether the application gives nobody anything more or less than the snapshot says.
  private func isUnchanged(
    _ object: ServicePrincipalJSON, since snapshot: Int
  ) async throws(Hitch) -> Bool {
    let ledger = journal.ledger
    let list = try remembered { () throws(JournalError) in
      try ledger.begin(.comparison, at: now())
    }
    let result: Bool
    do throws(Hitch) {
      _ = try await reading(object).read(object, into: list.number)
      result = try remembered { () throws(JournalError) in
        let gone = try ledger.rows(of: snapshot, missingFrom: list.number, limit: 1)
        let new = try ledger.rows(of: list.number, missingFrom: snapshot, limit: 1)
        return gone.isEmpty && new.isEmpty
      }
    } catch {
      try remembered { () throws(JournalError) in try ledger.discard(list.number) }
      throw error
    }
    try remembered { () throws(JournalError) in try ledger.discard(list.number) }
    return result
  }

  private func restore(_ command: Command) async throws(Hitch) -> WorkResult {
    guard let id = try await restorable() else { return missing(command) }
    return try await perform(
      command, with: .object(Particulars.Target(id, isRecent: true)),
      expecting: [.object(.present)])
  }

  /// Which of the deleted ones people used: never the one that was deleted to make room for it.
  func restorable() async throws(Hitch) -> ObjectID? {
    let deleted = try await graph { [client, profile] () async throws(GraphError) in
      try await client.deletedServicePrincipals(of: profile.appID).whole().rows
    }
    let replayed = try situation()
    let recorded = replayed.particulars[.objectID].flatMap { ObjectID($0.safe) }
    let isSwappedBack = try isSwappedBack()
    // The best first, as people were shown it.
    let best = DiagnosisReading.deleted(deleted, at: now(), isAlive: false).map(\.id)
    if isSwappedBack { return best.first { $0 != recorded } }
    if let recorded, best.contains(recorded) { return recorded }
    return best.first
  }

  /// Whether the last deletion of this case was one that made room.
  private func isSwappedBack() throws(Hitch) -> Bool {
    let entries = try remembered { () throws(JournalError) in try journal.entries() }
    var (chosen, deleting) = (Act?.none, Act?.none)
    for case .input(let input) in entries.map(\.content) {
      switch input {
      case .chosen(let act): chosen = act
      case .answered(.phrase, .phrase): deleting = chosen
      default: break
      }
    }
    return deleting == .swapBack
  }

  private func add(_ command: Command) async throws(Hitch) -> WorkResult {
    try await perform(command, with: .creation, expecting: [.object(.present)])
  }

  /// Consents through Graph to what is known to have been granted, or to be needed.
  private func grant(_ command: Command) async throws(Hitch) -> WorkResult {
    let opened = try situation().opened
    guard let object = try await living(isRecent: opened.isRecent), let id = object.known else {
      return missing(command)
    }
    let wanted = try await wantedGrants(of: id, opened)
    let lines = wanted.map {
      "To be granted for the organization, of the API \($0.resource): \($0.scope)"
    }
    try remembered { () throws(JournalError) in
      _ = try journal.append(.evidence(lines), from: .program, at: now())
    }
    return try await perform(
      command,
      with: .grants(wanted, to: Particulars.Target(id, isRecent: opened.isRecent)),
      expecting: [.consent(.open)])
  }

  func missing(_ command: Command) -> WorkResult {
    .ended(
      command.id, .refused(.notFound),
      proof: .observed([
        "There is no service principal of the application \(profile.appID) to do it on."
      ]))
  }

  /// Performs a command that has one outcome, or one an API.
  private func perform(
    _ command: Command, with particulars: Particulars, expecting: [Observation]
  ) async throws(Hitch) -> WorkResult {
    var evidence = Evidence()
    let outcomes: [EntryOutcome]
    let writer = try await write()
    do throws(WriteRefusal) {
      outcomes = try await writer.perform(command, with: particulars)
    } catch {
      guard case .unseen(let why) = error else { throw .write(error) }
      guard why.kind == .notFound else { throw Hitch(why) }
      return .ended(command.id, .refused(.notFound), proof: .observed([why.sentence]))
    }
    let deed = Words().name(of: command.order)
    for outcome in outcomes {
      evidence.add(outcome, of: deed.prefix(1).uppercased() + deed.dropFirst())
    }
    let outcome = try Outcome(of: outcomes)
    if outcome == .done || outcome == .alreadyDone { recent.note(expecting, at: client.time.now()) }
    return .ended(command.id, outcome, proof: .executed(evidence.lines))
  }
}

extension Outcome {
  /// What several outcomes amount to, where all have to be done.
  ///
  /// - Throws: ``Hitch`` when nobody knows, or when asking again may help.
  init(of outcomes: [EntryOutcome]) throws(Hitch) {
    var result = Outcome.alreadyDone
    for outcome in outcomes {
      switch outcome {
      case .alreadyDone: break
      case .done: if result == .alreadyDone { result = .done }
      case .notYet: result = .notYet
      case .failed(let error):
        guard let obstacle = error.kind.obstacle else { throw Hitch(error) }
        self = .refused(obstacle)
        return
      case .uncertain(let error): throw Hitch(error)
      case .untried: throw .cancelled
      }
    }
    self = result
  }
}

extension Case {
  /// Whether the application was added or restored in this case, so that "not there" means "not yet".
  var isRecent: Bool { facts.object.isReadded || loss.happened && facts.object.isPresent }
}

extension ServicePrincipalJSON {
  /// Its object ID, where it has one.
  var known: ObjectID? { id.flatMap { ObjectID($0) } }
}
