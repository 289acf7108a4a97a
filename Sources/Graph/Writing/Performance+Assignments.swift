import Entra
import Remediation

extension Performance {
  /// Assigns entry by entry, twenty in a request, in the order given.
  func assign(
    _ entries: [Particulars.AssignmentEntry], to target: Particulars.Target,
    _ report: GraphWriter.Report
  ) async throws(WriteRefusal) -> [EntryOutcome] {
    let object = try await present(target)
    try intend(target.id)
    var round = AssignmentRound(count: entries.count, isRecent: target.isRecent)
    round.began = sender.time.now()
    while !round.pending.isEmpty {
      let chunk = round.pending.prefix(Batch.requestsPerBatch)
      round.pending.removeFirst(chunk.count)
      // Made as they are needed: a tenant's worth of requests is never held.
      var parts: [GraphRequest] = []
      for index in chunk {
        let entry = entries[index]
        parts.append(
          try request(.assign(object, principal: entry.principal, role: entry.role)))
      }
      do throws(GraphError) {
        let answers = try await Batch.send(parts[...], by: sender)
        await round.settle(Array(zip(chunk, answers)), parts, at: sender)
      } catch {
        round.stop(chunk, error, parts)
      }
      await report(round.takeSettled())
      if round.pending.isEmpty, let pause = round.nextRound(at: sender.time.now()) {
        _ = await rest(pause)
      }
    }
    await report(round.takeSettled())
    return round.outcomes
  }
}

/// Assignments under way: which are settled, and which are to be sent again.
struct AssignmentRound {
  private(set) var outcomes: [EntryOutcome]
  /// To be sent in this round, by their place among the entries.
  var pending: ArraySlice<Int>
  var began = Duration.zero
  private let isRecent: Bool
  private var again: [Int] = []
  private var unclear: Set<Int> = []
  private var last: [Int: GraphError] = [:]
  private var settled: [Int] = []
  private var attempts: [Int: Attempts] = [:]
  private var pause = Duration.zero

  init(count: Int, isRecent: Bool) {
    outcomes = Array(repeating: .untried, count: count)
    pending = Array(0..<count)[...]
    self.isRecent = isRecent
  }

  /// What was settled since this was asked last.
  mutating func takeSettled() -> [Int: EntryOutcome] {
    defer { settled = [] }
    return Dictionary(uniqueKeysWithValues: settled.map { ($0, outcomes[$0]) })
  }

  /// Ends with a batch that failed as a whole: the next would, too.
  mutating func stop(
    _ chunk: ArraySlice<Int>, _ error: GraphError, _ requests: [GraphRequest]
  ) {
    for (index, request) in zip(chunk, requests) {
      let error = error.retold(of: request)
      settle(index, .stopped(by: error.uncertain(unclear.contains(index))))
    }
    abandon()
  }

  /// Leaves the rest as it is: what may have happened is uncertain.
  private mutating func abandon() {
    for index in Array(pending) + again {
      settle(index, last[index].map(EntryOutcome.stopped) ?? .untried)
    }
    (pending, again) = ([], [])
  }

  /// What a batch's answers make of its entries.
  mutating func settle(
    _ answers: [(Int, Batch.Outcome)], _ requests: [GraphRequest], at sender: Sender
  ) async {
    for ((index, answer), request) in zip(answers, requests) {
      switch answer {
      case .success(let answer): settle(index, .done(Receipt(answer.response, to: request)))
      case .failure(let error): await settle(index, error, at: sender)
      }
    }
    // What refuses all of a batch refuses everybody: nothing is gained by asking for each.
    if answers.allSatisfy({ outcomes[$0.0].isRefusalOfEverybody }) { abandon() }
  }

  private mutating func settle(_ index: Int, _ error: GraphError, at sender: Sender) async {
    if error.mayHaveHappened { unclear.insert(index) }
    let error = error.uncertain(unclear.contains(index))
    last[index] = error
    if error.kind == .alreadyAssigned {
      let receipt = Receipt(error)
      return settle(index, unclear.contains(index) ? .done(receipt) : .alreadyDone(receipt))
    }
    let now = sender.time.now()
    let advice = RetryPolicy.advice(in: error.situation, for: .assign, isRecent: isRecent)
    guard
      let wait = attempts[index, default: Attempts(began: began)].pause(advice, error, at: now)
    else {
      let isWaitedFor = advice == .untilKnown && !error.mayHaveHappened
      return settle(index, isWaitedFor ? .notYet(error) : .stopped(by: error))
    }
    again.append(index)
    pause = max(pause, wait)
    if advice == .wait { await sender.pacer.hold(error.scope, for: wait) }
    sender.waiting(Waiting(seconds: wait / .seconds(1), because: error))
  }

  private mutating func settle(_ index: Int, _ outcome: EntryOutcome) {
    outcomes[index] = outcome
    settled.append(index)
  }

  /// Begins the next round with what is to be sent again; the pause before it, if there is one.
  mutating func nextRound(at now: Duration) -> Duration? {
    guard !again.isEmpty else { return nil }
    defer { pause = .zero }
    (pending, again) = (again[...], [])
    return pause
  }
}

extension EntryOutcome {
  /// Whether every further entry would meet the same.
  fileprivate var isRefusalOfEverybody: Bool {
    guard case .failed(let error) = self else { return false }
    return switch error.kind {
    case .insufficientPrivileges, .signInNeeded, .claimsChallenge, .quotaExceeded: true
    case .alreadyAssigned, .alreadyGranted, .conflict, .concurrentChange, .foreignApplication,
      .notFound, .notYet, .noSuchApplication, .invalidIdentifier, .invalidProperties,
      .unsupportedQuery, .malformed, .unknownPath, .throttled, .notLicensed, .unavailable,
      .serverFault, .redirected, .unreachable, .lost, .unreadable, .foreignLink, .cancelled,
      .unknown:
      false
    }
  }
}
