import Entra
import Remediation

extension Performance {
  /// Creates the service principal from the command's application ID.
  ///
  /// One that lies in the recycle bin may still be answered as alive for a while, so what is found
  /// counts only if it is none of those.
  func add() async throws(WriteRefusal) -> EntryOutcome {
    let former: Set<ObjectID>
    do throws(GraphError) {
      former = try await formerIDs()
      if let found = try await successor(of: former) {
        return .alreadyDone(Receipt(found: found.description))
      }
    } catch { throw .unseen(error) }
    try intend(nil)
    var last: GraphError?
    for attempt in 0..<Self.attempts {
      let error: GraphError
      switch try await send(.add) {
      case .succeeded(let request, let answer):
        let receipt = Receipt(answer.response, to: request)
        if receipt.id.flatMap({ ObjectID($0) }) != nil { return .done(receipt) }
        error = GraphError(.unreadable, to: request, mayHaveHappened: true)
      case .failed(let failure): error = failure.uncertain(last?.mayHaveHappened ?? false)
      }
      guard error.mayHaveHappened || error.kind == .conflict, error.kind != .cancelled else {
        return .stopped(by: error)
      }
      last = error
      do throws(GraphError) {
        if let found = try await successor(of: former) {
          let receipt = Receipt(error, id: found.description)
          return error.mayHaveHappened ? .done(receipt) : .alreadyDone(receipt)
        }
      } catch { return .uncertain(last ?? error) }
      guard await rest(RetryPolicy.pause(before: attempt)) else { break }
    }
    guard let last else { return .untried }
    // In the way, and not to be seen: what was deleted is not forgotten everywhere yet.
    return last.mayHaveHappened ? .uncertain(last) : .notYet(last)
  }

  private func formerIDs() async throws(GraphError) -> Set<ObjectID> {
    let deleted = try await client.deletedServicePrincipals(of: command.application).whole()
    return Set(deleted.rows.compactMap { try? $0.objectID() })
  }

  /// The living service principal of the application, unless it is one of the deleted.
  private func successor(of former: Set<ObjectID>) async throws(GraphError) -> ObjectID? {
    guard let found = try await client.servicePrincipal(of: command.application),
      let id = try? found.objectID(), (try? found.applicationID()) == command.application,
      !former.contains(id)
    else { return nil }
    return id
  }
}
