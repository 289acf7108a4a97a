import Journal
import Remediation

extension PlanRun {
  /// What a case's journal tells of an earlier run.
  struct Past {
    var isBegun = false
    var isReached = false

    init(of act: PlannedAct, in entries: [JournalEntry]) {
      var last: Act?
      for case .input(let input) in entries.map(\.content) {
        switch input {
        case .confirmed(let confirmed):
          last = confirmed
          // On the way to a deletion, consents are only told of.
          if act != .replace { isBegun = true }
        case .answered(.phrase, .phrase): (last, isBegun) = (.replace, true)
        case .outcome(_, let outcome):
          let isDone = outcome.isAchieved || outcome == .appeared(.acceptedForOrganization)
          if last == act.act, isDone { isReached = true }
        default: break
        }
      }
    }
  }
}
