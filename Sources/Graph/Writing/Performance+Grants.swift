import Entra
import Remediation

extension Performance {
  /// Consents on behalf of the organization, an API at a time.
  func grant(
    _ entries: [Particulars.GrantEntry], to target: Particulars.Target, _ report: GraphWriter.Report
  ) async throws(WriteRefusal) -> [EntryOutcome] {
    let object = try await present(target)
    try intend(target.id)
    var outcomes: [EntryOutcome] = []
    for (index, entry) in entries.enumerated() {
      let outcome = await grant(entry, object, isRecent: target.isRecent)
      outcomes.append(outcome)
      await report([index: outcome])
    }
    return outcomes
  }

  /// What there is of a grant.
  private struct Existing {
    let id: String
    let scope: String
  }

  private func grant(
    _ entry: Particulars.GrantEntry, _ object: Identified, isRecent: Bool
  ) async -> EntryOutcome {
    var last: GraphError?
    for attempt in 0..<Self.attempts {
      let existing: Existing?
      do throws(GraphError) { existing = try await self.existing(entry, object) } catch {
        return last.map { $0.mayHaveHappened ? .uncertain($0) : .failed($0) } ?? .failed(error)
      }
      if let existing, Scopes(existing.scope).covers(Scopes(entry.scope)) {
        guard let last else { return .alreadyDone(Receipt(found: existing.id)) }
        let receipt = Receipt(last, id: existing.id)
        return last.mayHaveHappened ? .done(receipt) : .alreadyDone(receipt)
      }
      let write: Write =
        if let existing {
          .widen(object, grantID: existing.id, scope: Self.union(existing.scope, entry.scope))
        } else {
          .grant(object, resource: entry.resource, scope: Self.union("", entry.scope))
        }
      let sent: Sent
      do throws(WriteRefusal) { sent = try await send(write, isRecent: isRecent) } catch {
        return .untried
      }
      switch sent {
      case .succeeded(let request, let answer): return .done(Receipt(answer.response, to: request))
      case .failed(let failure):
        let error = failure.uncertain(last?.mayHaveHappened ?? false)
        last = error
        guard isWorthLooking(error) else { return .stopped(by: error) }
      }
      guard await rest(RetryPolicy.pause(before: attempt)) else { break }
    }
    guard let last else { return .untried }
    if last.mayHaveHappened { return .uncertain(last) }
    return last.kind == .notFound && isRecent ? .notYet(last) : .failed(last)
  }

  /// A grant has been seen written though the answer was 404.
  private func isWorthLooking(_ error: GraphError) -> Bool {
    error.kind != .cancelled
      && (error.mayHaveHappened || error.kind == .alreadyGranted || error.kind == .conflict
        || error.kind == .notFound)
  }

  private func existing(
    _ entry: Particulars.GrantEntry, _ object: Identified
  ) async throws(GraphError) -> Existing? {
    let grants = try await client.organizationGrants(of: object.id).whole()
    let row = grants.rows.first { row in
      guard let grant = try? row.grant() else { return false }
      return grant.clientID == object.id && grant.resourceID == entry.resource
        && grant.isOrganizationWide
    }
    guard let row, let id = row.id, let scope = row.scope else { return nil }
    return Existing(id: id, scope: scope)
  }

  /// Both taken together, each permission once, spelled as it came first.
  static func union(_ one: String, _ other: String) -> String {
    var seen: Set<String> = []
    let words = (one + " " + other).split { $0.isWhitespace }
    return words.filter { seen.insert($0.lowercased()).inserted }.joined(separator: " ")
  }
}
