import Entra
import Journal
import Remediation
import Wording

extension CaseRunner {
  /// What an input says of the rows of the case's lists: back, left out, or lost again.
  ///
  /// What was read or executed stands in them already; the rest is what the admin says.
  func settlements(
    by input: Input, from source: JournalEntry.Source, leaving next: Case
  ) throws(Hindrance) -> [RowSettlement] {
    var settled: [RowSettlement] = []
    if let snapshot = opened.loss.snapshot?.id, next.loss.snapshot?.id == snapshot {
      let (before, after) = (opened.loss.outstanding, next.loss.outstanding)
      let state = state(after: input, from: source)
      settled = before.subtracting(after).rows.map { part in
        RowSettlement(list: snapshot, filter: RowFilter(part: part, isOpen: true), state: state)
      }
      settled += after.subtracting(before).rows.map { part in
        RowSettlement(list: snapshot, filter: RowFilter(part: part), state: .planned)
      }
    }
    if case .assignPrincipals? = Self.achieved(by: input, in: opened),
      let list = try lists().last(where: { $0.purpose == .assignees })?.number
    {
      settled.append(
        RowSettlement(
          list: list, filter: RowFilter(isOpen: true), state: state(after: input, from: source)))
    }
    guard !settled.isEmpty else { return [] }
    let known = Set(try lists().map(\.number))
    return settled.filter { known.contains($0.list) }
  }

  private func lists() throws(Hindrance) -> [LedgerList] {
    do throws(JournalError) { return try ledger.lists().filter(\.isComplete) } catch {
      throw .unremembered(error)
    }
  }

  private func state(
    after input: Input, from source: JournalEntry.Source
  ) -> LedgerRow.State {
    if case .settled(_, let settlement) = input, settlement.isWaiver {
      return .waived(ForeignText(Words(opened.profile).label(of: settlement)))
    }
    switch source {
    case .person, .planned, .pasted, .program: return .attested
    case .observed, .executed, .browser: return .done
    }
  }
}

extension LossParts {
  /// The kinds of rows that stand for it.
  fileprivate var rows: [LedgerEntry.Part] {
    LedgerEntry.Part.allCases.filter { contains($0.lossPart) }
  }
}
