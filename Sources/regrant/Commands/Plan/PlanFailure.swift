import Entra
import Execution
import Graph
import Journal
import Remediation
import Walk
import Wording

/// Why a plan was not made or not carried out to its end, in words and with a code.
struct PlanFailure {
  /// The same as a failure.
  let failure: Failure

  init(_ end: PlanEnd, in opened: Case, _ words: Words) {
    failure = Self.failure(end, opened, words)
  }

  private static func failure(_ end: PlanEnd, _ opened: Case, _ words: Words) -> Failure {
    switch end {
    case .closed(let closing): Failure(.somethingOpen, "\(words.label(of: closing)).")
    case .due: Failure(.internalError, "Nothing was decided.")
    case .refused(let refusal):
      Failure(.somethingOpen, lines: refused(refusal, opened, words))
    case .needless(let gate):
      Failure(
        .somethingOpen, words.sentence(for: gate, .open), "There is nothing to do.")
    case .consentUndecided:
      Failure(
        .usage, "Consent for the organization is missing, and nobody said who gives it.",
        "--consent grant lets Regrant write it, --consent watch waits for the admin.")
    case .changed(let changes):
      Failure(
        .badData, lines: changes.map(sentence) + ["Make a new plan. Nothing was changed."])
    case .unconfirmed(let phrase, let isWrong):
      Failure(
        isWrong ? .somethingOpen : .usage,
        isWrong ? "That is not the phrase." : "--confirm is missing.",
        "To delete, say: --confirm \"\(phrase)\"", "Nothing was deleted.")
    case .ended(let order, let outcome): ended(order, outcome, words)
    case .stopped(let hitch): Failure(stopped: hitch, words)
    case .outstanding(let parts):
      Failure(
        .somethingOpen,
        lines: ["Not back: \(words.name(of: parts))."]
          + PartReason.typed(parts).map { "To leave it out: --waive \($0)=REASON" })
    case .unanswered: unanswered(opened, words)
    case .list(let failure): Failure(.badData, lines: words.lines(failure))
    case .unremembered(let error): Failure(error)
    }
  }

  private static func refused(
    _ refusal: Refusal, _ opened: Case, _ words: Words
  ) -> [String] {
    let denial = words.denial(of: refusal)
    var lines = ["Refused. \(denial.why)", denial.remedy].filter { !$0.isEmpty }
    if refusal == .guarded(.gentlerRoutesTried) {
      let untried = ConsentRoute.allCases.filter { opened.status(of: $0) == .untried }
      lines += untried.map { route in
        let way = WayName(route).rawValue
        return "\(words.name(of: route)): --tried \(way)=WHAT, or --set-aside \(way)=REASON"
      }
    }
    return lines
  }

  private static func sentence(_ change: PlanBasis.Change) -> String {
    switch change {
    case .tenant: "This is another tenant than the plan's."
    case .object: "The application is another object than the plan's."
    case .state: "The application is not in the state the plan was made for."
    case .counts: "More or fewer hang on the application than when the plan was made."
    case .content: "What hangs on the application is not what it was when the plan was made."
    }
  }

  private static func ended(_ order: Order, _ outcome: Outcome, _ words: Words) -> Failure {
    let name = words.name(of: order)
    var lines = ["\(name.prefix(1).uppercased() + name.dropFirst()): \(words.name(of: outcome))."]
    if case .refused(let obstacle) = outcome { lines.append(words.trouble(with: obstacle).next) }
    return Failure(outcome == .notYet ? .tryAgain : .somethingOpen, lines: lines)
  }

  private static func unanswered(_ opened: Case, _ words: Words) -> Failure {
    let acts = opened.plan.acts.map { "- \(words.title(of: $0))" }
    return Failure(
      .somethingOpen,
      lines: [words.verdict(on: opened.facts), "What remains needs a person:"] + acts)
  }
}

extension Failure {
  /// Why a piece of work stopped.
  init(stopped hitch: Hitch, _ words: Words) {
    switch hitch {
    case .graph(let error): self.init(reading: error)
    case .write(.unseen(let error)): self.init(reading: error)
    case .unremembered(let error): self.init(error)
    case .write, .changedMeanwhile, .cancelled:
      let trouble = words.trouble(with: hitch)
      self.init(
        hitch == .cancelled ? .interrupted : .tryAgain,
        lines: [trouble.happened, trouble.meaning, trouble.next])
    }
  }
}
