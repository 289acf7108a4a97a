import Execution
import Remediation
import Screens
import Wording

/// A list or an output that a task reads, because it is long; keys are answered meanwhile.
struct TakingIn {
  let number: Int
  let task: Task<Void, Never>
  /// How far it is.
  var doing: Doing
  /// The look at the screen on which it was given, with everything typed there.
  let before: View
  /// What came of it, while something lies over the screen that must not be swept away.
  var result: Result<Draft, IntakeFailure>?
}

extension Session {
  /// Takes in a list or an output: text, or the path of a file.
  ///
  /// - Returns: whether it was taken or is being read.
  func take(_ kind: Intake.Kind, of given: String) -> Bool {
    guard let running else { return false }
    let intake: Intake
    do throws(IntakeFailure) { intake = try running.runner.intake(kind, of: given) } catch {
      return refuse(error)
    }
    guard intake.isLarge else { return take(.intake(intake)) }
    read(intake)
    return true
  }

  /// Takes the counts that an admin read out.
  func take(_ counts: ReadOutCounts) -> Bool { take(.counts(counts)) }

  private func take(_ given: OpenCase.Given) -> Bool {
    guard let running else { return false }
    do throws(IntakeFailure) { taken(try running.take(given)) } catch { return refuse(error) }
    return true
  }

  private func taken(_ taken: Taken) {
    view = View()
    view.notice = notice(of: taken)
  }

  private func refuse(_ failure: IntakeFailure) -> Bool {
    view.problems = words.lines(failure)
    view.notice = "Nothing was taken."
    return false
  }

  /// Lets a task read it, and tells how far that is.
  private func read(_ intake: Intake) {
    guard let running else { return }
    undertakings += 1
    let number = undertakings
    let task = Task { [mailbox] in
      let result: Result<Draft, IntakeFailure>
      do throws(IntakeFailure) {
        result = .success(
          try intake.read { done, total in
            mailbox.post(.progress(errand: number, WorkProgress(done: done, total: total)))
            return !Task.isCancelled
          })
      } catch { result = .failure(error) }
      mailbox.post(.read(errand: number, result))
    }
    running.takingIn = TakingIn(
      number: number, task: task,
      doing: Doing(.takingIn, since: Moment(milliseconds: surroundings.now())), before: view)
    view = View()
  }

  /// Takes in what the task has read, or goes back to where it was given and says what is wrong.
  ///
  /// Whoever writes a note meanwhile, or reads the help, finishes that first.
  func finishTakingIn() {
    guard let running, let takingIn = running.takingIn, let result = takingIn.result,
      view.layers.isEmpty
    else { return }
    running.takingIn = nil
    view = takingIn.before
    do throws(IntakeFailure) { taken(try running.take(result.get())) } catch { _ = refuse(error) }
  }

  /// Stops the reading; what was typed or pasted is there again.
  func stopTakingIn() {
    guard let running, let takingIn = running.takingIn else { return }
    takingIn.task.cancel()
    running.takingIn = nil
    view = takingIn.before
    _ = refuse(.stopped)
  }

  private func notice(of taken: Taken) -> String {
    switch taken {
    case .list(let count, let repeated):
      let more = repeated > 0 ? " \(repeated) lines repeat others." : ""
      return "\(Quantity.counted(count, "entry", plural: "entries")) on the list.\(more)"
    case .snapshot(let snapshot, _):
      return "Complete: \(Quantity.counted(snapshot.assignments, "assignment")), "
        + "\(snapshot.groups) of them of groups; \(Quantity.counted(snapshot.grants, "consent"))."
    case .comparison(let back, let missing):
      return missing == 0
        ? "Everything is back: \(Quantity.counted(back, "entry", plural: "entries"))."
        : "\(back) back, \(missing) missing."
    case .outcome: return "The output was understood."
    }
  }
}
