import Entra
import Graph
import Journal
import Remediation
import Wording

extension TenantHands {
  /// Compares the application with what a deletion took, or counts what a restore brought back.
  func compare() async throws(Hitch) -> WorkResult {
    let opened = try situation().opened
    // A list of the one that was deleted to restore another says nothing of that other.
    guard let snapshot = opened.loss.snapshot, !opened.isRestoredUnlisted else {
      return try await count()
    }
    var pauses = 0
    while true {
      let comparison = try await comparison(with: snapshot.id, opened)
      let isLagging = comparison.missing > 0 && opened.isRecent
      guard isLagging, try await recent.pause(pauses, on: client.time) else {
        let back = opened.loss.outstanding.subtracting(comparison.open).subtracting(.unlisted)
        return .compared(back: back, entries: comparison.entries, missing: comparison.missing)
      }
      pauses += 1
    }
  }

  /// Reads the application and compares it with a snapshot; the ledger says what is back.
  func comparison(
    with snapshot: Int, _ opened: Case
  ) async throws(Hitch) -> SnapshotComparison {
    let object = try await present(isRecent: opened.isRecent)
    let ledger = journal.ledger
    var reading = reading(object)
    reading.roles = try matching(snapshot, RoleMatching(declared: object.appRoles))
    let list = try remembered { () throws(JournalError) in
      try ledger.begin(.comparison, at: now())
    }
    do throws(Hitch) {
      let summary = try await reading.read(object, into: list.number)
      return try remembered { () throws(JournalError) in
        let later = try ledger.complete(list.number)
        return try SnapshotComparison(
          snapshot, with: later.number, grants: summary.organizationGrants, in: ledger, at: now())
      }
    } catch {
      try remembered { () throws(JournalError) in try ledger.discard(list.number) }
      throw error
    }
  }

  /// Which present roles stand for those of the snapshot.
  private func matching(
    _ snapshot: Int, _ roles: RoleMatching
  ) throws(Hitch) -> RoleMatching {
    var roles = roles
    var offset = 0
    while true {
      let rows = try remembered { () throws(JournalError) in
        try journal.ledger.rows(
          of: snapshot, matching: RowFilter(part: .assignment), offset: offset, limit: 1_000)
      }
      for row in rows {
        if let role = row.entry.roleID { roles.note(role, value: row.entry.detail) }
      }
      offset += rows.count
      if rows.count < 1_000 { return roles }
    }
  }

  /// Counts what is there after a restore of what nobody had listed.
  private func count() async throws(Hitch) -> WorkResult {
    let opened = try situation().opened
    let object = try await present(isRecent: opened.isRecent)
    let ledger = journal.ledger
    let list = try remembered { () throws(JournalError) in
      try ledger.begin(.comparison, at: now())
    }
    let found: Snapshot
    do throws(Hitch) {
      _ = try await reading(object).read(object, into: list.number)
      found = try remembered { () throws(JournalError) in
        _ = try ledger.complete(list.number)
        return try ledger.snapshot(list.number)
      }
    } catch {
      try remembered { () throws(JournalError) in try ledger.discard(list.number) }
      throw error
    }
    // An application that nobody may use was perhaps not restored whole: that is for people to say.
    let back: LossParts =
      found.assignments > 0 && opened.loss.outstanding.contains(.unlisted)
        && !opened.facts.object.isReadded ? .unlisted : []
    let all =
      found.assignments + found.grants + found.permissions + found.owners + found.properties
      + (found.isAssignmentRequired ? 1 : 0)
    return .counted(back: back, entries: all)
  }
}

extension Case {
  /// Whether a restore brought back what nobody had listed.
  fileprivate var isRestoredUnlisted: Bool {
    loss.outstanding.contains(.unlisted) && !facts.object.isReadded
  }
}
