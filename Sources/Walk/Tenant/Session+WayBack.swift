import Execution
import Journal
import Remediation
import Screens
import Wording

extension Session {
  /// After our own deletion the way back is known: its next act is prepared, and carried out at once
  /// where the phrase was typed for it, too.
  func goOn(after result: WorkResult) {
    guard let running else { return }
    if case .ended(_, let outcome, _) = result, outcome != .done, outcome != .alreadyDone,
      outcome != .notYet
    {
      running.isCovered = false
    }
    let notice = view.notice
    if prepareNext(after: result), running.isCovered { carryOutNext() }
    if let notice { view.notice = notice }
  }

  /// Prepares the next act of the way back; false where none is.
  private func prepareNext(after result: WorkResult) -> Bool {
    guard let running else { return false }
    let matter = running.runner.opened
    guard matter.loss.isOurs, matter.loss.isOutstanding else { return false }
    guard matter.prompt == .act, !matter.facts.isReaddAwaited else { return true }
    let next = matter.plan.acts.first {
      $0.changesTenant && !$0.isDestructive && matter.refusal(of: .chosen($0)) == nil
    }
    guard let next else { return false }
    if next == .reconsent, running.isCovered, !result.isReading {
      // Somebody may have consented while all else was put back.
      running.wished = .diagnose
      return false
    }
    return say([.input(.chosen(next))], from: .program)
  }

  /// What the phrase was typed for is not asked again; W1 is answered by comparing the application.
  private func carryOutNext() {
    guard let running else { return }
    if running.runner.opened.prompt == .identification, running.work == nil {
      do throws(Hindrance) { try running.runner.compareApplication() } catch {
        view.notice = words.line(error)
        return
      }
    }
    guard case .confirmation(let act) = running.runner.opened.prompt, act.isWayBack else { return }
    say([.input(.confirmed(act))], from: .program)
  }
}

extension WorkResult {
  fileprivate var isReading: Bool { if case .diagnosed = self { true } else { false } }
}

extension Act {
  /// Whether it is part of what a deletion's page shows to come after it, unasked.
  fileprivate var isWayBack: Bool {
    switch self {
    case .restore, .readd, .require, .assign: true
    case .enable, .wait, .reconsent, .replace, .swapBack, .elsewhere, .rbac, .ask: false
    }
  }
}
