import Entra
import Graph
import Journal
import Remediation

/// What a deletion took compared with what was read afterwards, entry by entry.
struct SnapshotComparison: Sendable, Hashable {
  /// How many entries the snapshot has.
  private(set) var entries = 0
  /// How many of them are not back.
  private(set) var missing = 0
  /// How many of those may use the application no more.
  private(set) var missingAssignments = 0
  /// The parts that are not back as a whole.
  private(set) var open: LossParts = []

  /// Compares a snapshot with a later list and writes down what is back; `grants` are of now.
  init(
    _ snapshot: Int, with later: Int, grants: [PermissionGrant], in ledger: Ledger, at: Int
  ) throws(JournalError) {
    var away: Set<Int> = []
    var uncounted: [LedgerEntry.Part: Int] = [:]
    var offset = 0
    while true {
      let rows = try ledger.rows(
        of: snapshot, missingFrom: later, offset: offset, limit: Self.pageSize)
      for row in rows where !Self.isCovered(row.entry, by: grants) {
        if row.entry.isReadOut {
          // It names nobody: as many of its kind as are there now are back.
          let part = row.entry.part
          if uncounted[part] == nil {
            uncounted[part] = try ledger.count(of: later, matching: RowFilter(part: part))
          }
          let there = uncounted[part] ?? 0
          uncounted[part] = max(0, there - 1)
          if there > 0 { continue }
        }
        away.insert(row.number)
        open.formUnion(row.entry.part.lossPart)
        if row.entry.part == .assignment { missingAssignments += 1 }
      }
      offset += rows.count
      if rows.count < Self.pageSize { break }
    }
    missing = away.count
    try settle(snapshot, away, in: ledger, at: at)
  }

  private mutating func settle(
    _ snapshot: Int, _ away: Set<Int>, in ledger: Ledger, at: Int
  ) throws(JournalError) {
    var waived = 0
    // What was waived is not looked for.
    defer { (entries, missing) = (entries - waived, missing - waived) }
    while true {
      let rows = try ledger.rows(of: snapshot, offset: entries, limit: Self.pageSize)
      var states: [Int: LedgerRow.State] = [:]
      for row in rows {
        switch (row.state, away.contains(row.number)) {
        case (.waived, true): waived += 1
        case (.done, false), (.waived, false): break
        case (_, false): states[row.number] = .done
        case (.done, true), (.attested, true):
          states[row.number] = .failed(ForeignText("It was not there when it was read afterwards."))
        case (_, true): break
        }
      }
      if !states.isEmpty { try ledger.settle(snapshot, states, at: at) }
      entries += rows.count
      if rows.count < Self.pageSize { return }
    }
  }

  private static let pageSize = 1_000

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
