import Entra
import Remediation

extension Performance {
  /// Deletes the service principal, which was looked at just before each attempt.
  func delete(_ target: Particulars.Target) async throws(WriteRefusal) -> EntryOutcome {
    var object: Identified
    switch try await client.locate(target.id, for: command) {
    case .alive(let found): object = found
    case .deleted: return .alreadyDone(Receipt(found: target.id.description))
    case .nowhere:
      throw .unseen(
        GraphError(.notFound, to: client.request(.servicePrincipalByID(target.id))))
    }
    try intend(target.id)
    var last: GraphError?
    for attempt in 0..<Self.attempts {
      switch try await send(.delete(object)) {
      case .succeeded(let request, let answer): return .done(Receipt(answer.response, to: request))
      case .failed(let error):
        let error = error.uncertain(last?.mayHaveHappened ?? false)
        guard error.mayHaveHappened || error.kind == .notFound, error.kind != .cancelled else {
          return .stopped(by: error)
        }
        last = error
        switch await look(target) {
        // What is gone without a trace of ours was deleted by somebody else.
        case .deleted:
          let receipt = Receipt(error, id: target.id.description)
          return error.mayHaveHappened ? .done(receipt) : .alreadyDone(receipt)
        case .alive(let again): object = again
        case .nowhere, nil: return .uncertain(error)
        }
      }
      guard await rest(RetryPolicy.pause(before: attempt)) else { break }
    }
    return last.map(EntryOutcome.stopped) ?? .untried
  }

  /// Takes the service principal out of the recycle bin.
  func restore(_ target: Particulars.Target) async throws(WriteRefusal) -> EntryOutcome {
    let object: Identified
    switch try await client.locate(target.id, for: command) {
    case .alive: return .alreadyDone(Receipt(found: target.id.description))
    case .deleted(let found): object = found
    case .nowhere:
      throw .unseen(
        GraphError(.notFound, to: client.request(.deletedServicePrincipal(target.id))))
    }
    try intend(target.id)
    var last: GraphError?
    for attempt in 0..<Self.attempts {
      let error: GraphError
      switch try await send(.restore(object)) {
      case .succeeded(let request, let answer):
        let receipt = Receipt(answer.response, to: request)
        if receipt.id.flatMap({ ObjectID($0) }) == target.id { return .done(receipt) }
        error = GraphError(.unreadable, to: request, mayHaveHappened: true)
      case .failed(let failure): error = failure.uncertain(last?.mayHaveHappened ?? false)
      }
      guard error.mayHaveHappened || error.kind == .notFound, error.kind != .cancelled else {
        return .stopped(by: error)
      }
      last = error
      switch await look(target) {
      case .alive:
        let receipt = Receipt(error, id: target.id.description)
        return error.mayHaveHappened ? .done(receipt) : .alreadyDone(receipt)
      case .deleted: break
      case .nowhere, nil: return .uncertain(error)
      }
      guard await rest(RetryPolicy.pause(before: attempt)) else { break }
    }
    return last.map(EntryOutcome.stopped) ?? .untried
  }

  /// Where it is; `nil` when that can't be found out.
  private func look(_ target: Particulars.Target) async -> Whereabouts? {
    do throws(WriteRefusal) { return try await client.locate(target.id, for: command) } catch {
      return nil
    }
  }
}
