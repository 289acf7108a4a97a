import Entra
import Foundation
import Graph
import Journal
import Remediation

extension CaseRunner {
  /// Takes in how a command that the admin ran ended, as its output tells.
  func takeOutcome(
    _ bytes: [UInt8], of unsettled: Case.Unsettled
  ) throws(IntakeFailure) -> Taken {
    let results: AssignmentResults?
    let outcomes: [PastedOutcome]
    do throws(Shortcoming) {
      results = try AssignmentResults.read(bytes, for: opened.profile.appID)
      outcomes = try results == nil ? PastedOutcome.read(bytes) : []
    } catch { throw .snapshot([error]) }
    if let results { return try take(results, of: unsettled) }
    guard let outcome = outcome(of: outcomes, for: unsettled.order) else {
      throw .unclear(Self.words(of: outcomes))
    }
    try take(.outcome(unsettled.id, outcome), from: .pasted)
    return .outcome(outcome, of: Self.object(in: outcomes))
  }

  /// The object that an answer shows: the one that was added or restored.
  private static func object(in outcomes: [PastedOutcome]) -> ObjectID? {
    for case .servicePrincipal(let id, _, _) in outcomes { return id }
    return nil
  }

  /// What several answers amount to; nil when nobody can tell.
  private func outcome(of outcomes: [PastedOutcome], for order: Order) -> Outcome? {
    var isDone = false
    for outcome in outcomes {
      switch outcome {
      case .servicePrincipal(_, let app, _):
        guard app == opened.profile.appID else { return nil }
        isDone = true
      case .granted: isDone = true
      case .assigned, .unknown: return nil
      case .refused(let error):
        if let refused = Self.outcome(of: error.kind, for: order) { return refused }
        return nil
      }
    }
    return isDone ? .done : nil
  }

  private static func outcome(of kind: ErrorJSON.Kind, for order: Order) -> Outcome? {
    switch kind {
    case .alreadyExists:
      if case .consent = order { .alreadyDone } else { .refused(.conflict) }
    case .insufficientPrivileges: .refused(.role)
    case .notFound: .refused(.notFound)
    case .notYet: .notYet
    case .noSuchApplication: .refused(.other)
    case .signInNeeded, .throttled: .notDone
    case .unknown: nil
    }
  }

  private static func words(of outcomes: [PastedOutcome]) -> [String] {
    outcomes.flatMap { outcome -> [String] in
      switch outcome {
      case .servicePrincipal(_, _, let name): [name.safe]
      case .assigned(let assignment): [assignment.principal.name.safe]
      case .granted: []
      case .refused(let error): ForeignText(error.message).safeLines
      case .unknown(let text): text.safeLines
      }
    }
  }
}

extension CaseRunner {
  /// Takes in what became of each entry of an assignment script, in one transaction.
  private func take(
    _ results: AssignmentResults, of unsettled: Case.Unsettled
  ) throws(IntakeFailure) -> Taken {
    let list: Int
    switch unsettled.order {
    case .assignSnapshot: list = opened.loss.snapshot?.id ?? 0
    case .assignPrincipals: list = try latestList(.assignees)
    case .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal,
      .addServicePrincipal, .requireAssignment, .consent:
      throw .unclear([])
    }
    let outcome: Outcome
    do throws(JournalError) {
      let rows = try ledger.rows(of: list, matching: RowFilter(part: .assignment))
      try ledger.settle(list, results.states(of: rows), at: now())
      let after = try ledger.rows(of: list, matching: RowFilter(part: .assignment, isOpen: true))
      outcome = after.isEmpty ? .done : .partly(rows.count - after.count)
    } catch { throw .hindered(.unremembered(error)) }
    try take(.outcome(unsettled.id, outcome), from: .pasted)
    return .outcome(outcome, of: nil)
  }

  func latestList(_ purpose: LedgerList.Purpose) throws(IntakeFailure) -> Int {
    do throws(JournalError) {
      return try ledger.lists().last { $0.purpose == purpose && $0.isComplete }?.number ?? 0
    } catch { throw .hindered(.unremembered(error)) }
  }
}

/// What an assignment script prints: what became of each entry.
struct AssignmentResults: Decodable, Sendable {
  let appId: String
  let results: [Result]

  struct Result: Decodable, Sendable {
    let principalId: String
    let appRoleId: String
    let result: String
  }

  /// The results in a paste, if it holds just one answer and that is of this application; nil when
  /// it holds anything else.
  ///
  /// - Throws: ``Shortcoming`` when it is no text.
  static func read(_ bytes: [UInt8], for app: AppID) throws(Shortcoming) -> Self? {
    let text: IncomingText
    do throws(TextRefusal) { text = try IncomingText(bytes) } catch { throw .text(error) }
    let documents = JSONDocuments(in: text.utf8)
    guard documents.faults.isEmpty, documents.found.count == 1, let only = documents.found.first
    else { return nil }
    do {
      let results = try JSONDecoder().decode(Self.self, from: Data(only.bytes))
      return AppID(results.appId) == app ? results : nil
    } catch {
      // An answer of another kind, whose own reader says what is wrong with it.
      return nil
    }
  }

  /// What became of the rows that it names.
  func states(of rows: [LedgerRow]) -> [Int: LedgerRow.State] {
    struct Right: Hashable {
      let principal: ObjectID
      let role: ObjectID
    }
    var said: [Right: String] = [:]
    for result in results {
      guard let principal = ObjectID(result.principalId), let role = ObjectID(result.appRoleId)
      else { continue }
      said[Right(principal: principal, role: role)] = result.result
    }
    var states: [Int: LedgerRow.State] = [:]
    for row in rows where row.state != .done {
      guard let principal = row.entry.objectID,
        let words = said[
          Right(principal: principal, role: row.entry.roleID ?? AppRoleAssignment.defaultAccess)]
      else { continue }
      let isThere = words == "assigned" || words == "already assigned"
      states[row.number] = isThere ? .done : .failed(ForeignText(words))
    }
    return states
  }
}
