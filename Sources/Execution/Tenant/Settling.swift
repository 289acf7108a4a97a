import Entra
import Graph
import Journal
import Synchronization

/// Writes what becomes of entries into the ledger while they are under way: one transaction a batch.
final class Settling: Sendable {
  private let ledger: Ledger
  private let list: Int
  /// Which rows each entry stands for.
  private let rows: [[Int]]
  private let now: @Sendable () -> Int
  private let telling: Telling
  private let trouble = Mutex<JournalError?>(nil)

  init(
    _ rows: [[Int]], of list: Int, in ledger: Ledger, now: @escaping @Sendable () -> Int,
    telling: Telling
  ) {
    (self.rows, self.list, self.ledger) = (rows, list, ledger)
    (self.now, self.telling) = (now, telling)
  }

  /// What kept a batch from being written, if anything did.
  var failure: JournalError? { trouble.withLock { $0 } }

  /// Requests for all of them are about to leave.
  func send() throws(JournalError) {
    try ledger.settle(
      list, Dictionary(uniqueKeysWithValues: rows.joined().map { ($0, .sent) }), at: now())
  }

  /// What became of some.
  func take(_ outcomes: [Int: EntryOutcome]) {
    guard !outcomes.isEmpty else { return }
    write(outcomes)
    telling.update { progress in
      progress.done += outcomes.count
      progress.failed += outcomes.values.count { !$0.isDone }
    }
  }

  /// What became of all: also of those that nobody was told of.
  func finish(_ outcomes: [EntryOutcome]) {
    write(Dictionary(uniqueKeysWithValues: outcomes.enumerated().map { ($0, $1) }))
    telling.update { progress in
      progress.done = outcomes.count
      progress.failed = outcomes.count { !$0.isDone }
    }
  }

  private func write(_ outcomes: [Int: EntryOutcome]) {
    var states: [Int: LedgerRow.State] = [:]
    for (index, outcome) in outcomes where rows.indices.contains(index) {
      for row in rows[index] { states[row] = LedgerRow.State(outcome) }
    }
    do throws(JournalError) { try ledger.settle(list, states, at: now()) } catch {
      trouble.withLock { $0 = $0 ?? error }
    }
  }
}

extension LedgerRow.State {
  /// What an outcome leaves behind.
  init(_ outcome: EntryOutcome) {
    self =
      switch outcome {
      case .done, .alreadyDone: .done
      case .notYet(let error), .failed(let error): .failed(ForeignText(error.sentence))
      case .uncertain: .sent
      case .untried: .planned
      }
  }
}
