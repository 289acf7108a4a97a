import Entra
import Remediation

extension Performance {
  /// Puts back what a snapshot holds: first who may use the application, then the rest.
  func putBack(
    _ entries: RecordedEntries, to target: Particulars.Target, _ report: GraphWriter.Report
  ) async throws(WriteRefusal) -> [EntryOutcome] {
    var outcomes: [EntryOutcome] = []
    if entries.assignments.isEmpty {
      try intend(target.id)
    } else {
      outcomes = try await assign(entries.assignments, to: target, report)
    }
    for permission in entries.permissions {
      let outcome = try await write(to: target) { object in
        .permit(object, resource: permission.resource, role: permission.role)
      }
      await report([outcomes.count: outcome])
      outcomes.append(outcome)
    }
    for owner in entries.owners {
      let outcome = try await write(to: target) { .addOwner($0, owner: owner) }
      await report([outcomes.count: outcome])
      outcomes.append(outcome)
    }
    if !entries.properties.isEmpty {
      let outcome = try await write(to: target) { .putBack($0, entries.properties) }
      await report([outcomes.count: outcome])
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// One change that a second time changes nothing more.
  private func write(
    to target: Particulars.Target, _ write: (Identified) -> Write
  ) async throws(WriteRefusal) -> EntryOutcome {
    // What was written before stands: that the object can't be seen now is this entry's outcome.
    let object: Identified
    do throws(WriteRefusal) { object = try await present(target) } catch {
      guard case .unseen(let error) = error else { throw error }
      return .failed(error)
    }
    switch try await send(write(object), isRecent: target.isRecent) {
    case .succeeded(let request, let answer): return .done(Receipt(answer.response, to: request))
    case .failed(let error):
      if error.kind == .alreadyAssigned {
        return error.mayHaveHappened ? .done(Receipt(error)) : .alreadyDone(Receipt(error))
      }
      if error.kind.isWaitedFor, target.isRecent, !error.mayHaveHappened { return .notYet(error) }
      return .stopped(by: error)
    }
  }
}

extension GraphError.Kind {
  /// Whether the same succeeds when a new object is known everywhere.
  fileprivate var isWaitedFor: Bool {
    switch self {
    case .notYet, .notFound: true
    default: false
    }
  }
}
