import Entra
import Remediation

/// By whom, or by what, something in a report is known or was decided.
struct SourceWords {
  let mode: Mode
  /// The engineer's name, where the case has it.
  let engineer: ForeignText?

  /// Of what was found, said or done.
  func known(from source: JournalEntry.Source) -> ReportText {
    switch source {
    case .person: "attested by " + person
    case .pasted: "from the output that the admin pasted"
    case .planned: "said beforehand, in the plan"
    case .observed: ReportText("observed through Graph" + place)
    case .executed: ReportText("answered by Graph" + place)
    case .browser: "seen in a browser of the practice tenant"
    case .program: "by Regrant itself"
    }
  }

  /// Of how a command ended.
  func ended(_ outcome: Outcome, from source: JournalEntry.Source) -> ReportText {
    guard source == .executed else { return known(from: source) }
    switch outcome {
    case .done, .partly: return ReportText("executed through Graph" + place)
    case .alreadyDone, .notYet, .refused, .appeared, .notDone: return known(from: source)
    }
  }

  /// Of what somebody chose, confirmed or wrote down.
  func decided(from source: JournalEntry.Source) -> ReportText {
    switch source {
    case .person: "by " + person
    case .planned: "by the plan"
    case .pasted, .observed, .executed, .browser, .program: known(from: source)
    }
  }

  private var person: ReportText {
    let who: ReportText = mode == .train ? "the trainee" : "the engineer"
    guard let engineer else { return who }
    return who + ", " + "\(person: engineer)"
  }

  private var place: String { mode == .train ? ", in the practice tenant" : "" }
}
