import Entra
import Journal
import Remediation

extension CaseRunner {
  /// Compares what was read after a deletion with the snapshot, entry by entry, and settles what is
  /// back.
  func compare(_ contents: SnapshotContents) throws(IntakeFailure) -> Taken {
    guard let snapshot = opened.loss.snapshot else { throw .hindered(.refused(.outOfPlace)) }
    let later = try write(.comparison, contents.entries)
    let comparison: SnapshotComparison
    do throws(JournalError) {
      comparison = try SnapshotComparison(
        snapshot.id, with: later.number, grants: contents.grants, in: ledger, at: now())
    } catch { throw .hindered(.unremembered(error)) }
    if let unsettled = opened.unsettled.first, case .assignSnapshot = unsettled.order {
      let away = comparison.missingAssignments
      let outcome: Outcome = away == 0 ? .done : .partly(snapshot.assignments - away)
      try take(.outcome(unsettled.id, outcome), from: .pasted)
    }
    do throws(Hindrance) {
      try settle(
        back: opened.loss.outstanding.subtracting(comparison.open), from: .pasted)
    } catch { throw .hindered(error) }
    return .comparison(
      back: comparison.entries - comparison.missing, missing: comparison.missing)
  }

  /// Settles the parts of the loss that a comparison found to be back.
  func settle(
    back parts: LossParts, from source: JournalEntry.Source
  ) throws(Hindrance) {
    for part in parts.each {
      let settlement: Settlement = part == .unlisted ? .counted : .compared
      let input = Input.settled(part, settlement)
      if opened.refusal(of: input) == nil { try submit(input, from: source) }
    }
  }
}
