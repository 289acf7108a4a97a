import Entra
import Journal
import Remediation

extension CaseRunner {
  /// Compares what was read after a deletion with the snapshot, entry by entry, and settles what is
  /// back.
  func compare(_ contents: SnapshotContents) throws(IntakeFailure) -> Taken {
    guard let snapshot = opened.loss.snapshot else { throw .hindered(.refused(.outOfPlace)) }
    let later = try write(.comparison, contents.entries)
    let missing: [LedgerRow]
    let total: Int
    do throws(JournalError) {
      let rows = try ledger.rows(of: snapshot.id)
      missing =
        rows.contains(where: \.entry.isReadOut)
        ? Self.uncounted(rows, in: contents.entries)
        : try ledger.rows(of: snapshot.id, missingFrom: later.number)
          .filter { !Self.isCovered($0.entry, by: contents.grants) }
      total = rows.count
      let away = Set(missing.map(\.number))
      let back = rows.map(\.number).filter { !away.contains($0) }
      try ledger.settle(
        snapshot.id, Dictionary(uniqueKeysWithValues: back.map { ($0, .done) }), at: now())
    } catch { throw .hindered(.unremembered(error)) }
    try settle(missing, of: snapshot)
    return .comparison(back: total - missing.count, missing: missing.count)
  }

  private func settle(_ missing: [LedgerRow], of snapshot: Snapshot) throws(IntakeFailure) {
    if let unsettled = opened.unsettled.first, case .assignSnapshot = unsettled.order {
      let away = missing.count { $0.entry.part == .assignment }
      let outcome: Outcome = away == 0 ? .done : .partly(snapshot.assignments - away)
      try take(.outcome(unsettled.id, outcome))
    }
    let open = missing.reduce(LossParts()) { $0.union($1.entry.part.lossPart) }
    for part in opened.loss.outstanding.subtracting(open).each {
      let input = Input.settled(part, .compared)
      if opened.refusal(of: input) == nil { try take(input) }
    }
  }

  /// Of rows that were counted and not named, those beyond what is there now.
  private static func uncounted(_ rows: [LedgerRow], in later: [LedgerEntry]) -> [LedgerRow] {
    Dictionary(grouping: rows, by: \.entry.part).flatMap { part, rows in
      rows.dropFirst(later.count { $0.part == part })
    }
  }

  /// Whether a grant of before is contained in one for the whole organization of now.
  private static func isCovered(_ entry: LedgerEntry, by grants: [PermissionGrant]) -> Bool {
    guard entry.part == .grant else { return false }
    return grants.contains { grant in
      (grant.isOrganizationWide || grant.principalID == entry.objectID)
        && grant.resourceID == entry.resourceID
        && grant.permitted.covers(Scopes(entry.detail?.safe ?? ""))
    }
  }
}
