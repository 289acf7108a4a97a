import Entra
import Execution
import Graph
import Remediation
import Screens
import Synchronization
import Wording

/// What a task tells the loop.
enum Letter: Sendable {
  /// How far a piece of work is.
  case progress(errand: Int, WorkProgress)
  /// What came of it.
  case result(errand: Int, WorkResult)
  /// What was read of a list or an output.
  case read(errand: Int, Result<Draft, IntakeFailure>)
  /// Something on the way into a tenant.
  case arrival(Int, Arriving)
  /// Who gains by which option, of a reading made then.
  case reckoned(readAt: Moment, Result<[Outlook], GraphError>)
  /// What a search has found.
  case found(search: Int, Finds)
  /// How many people some groups hold; a group that could not be read is left out.
  case measured([ObjectID: Int])
  /// What somebody saw in a browser of the practice tenant.
  case seen(errand: Int, BrowserSight)
}

/// What tasks post and the loop takes: the only way in which they meet.
///
/// Progress that nobody has taken yet is replaced, so that a fast task fills no memory and wakes
/// the loop no more often than it looks.
final class Mailbox: Sendable {
  private struct State {
    var letters: [Letter] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// An empty box; `wake` ends the loop's sleep.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Posts a letter.
  func post(_ letter: Letter) {
    let isNews = state.withLock { state in
      guard !state.isClosed else { return false }
      if case .progress(let errand, _) = letter,
        let place = state.letters.firstIndex(where: {
          if case .progress(errand, _) = $0 { true } else { false }
        })
      {
        state.letters[place] = letter
        return false
      }
      state.letters.append(letter)
      return true
    }
    if isNews { wake() }
  }

  /// Takes all letters, in the order they came.
  func take() -> [Letter] {
    state.withLock { state in
      defer { state.letters = [] }
      return state.letters
    }
  }

  /// Nothing is taken any more, and nobody is woken: the walk has ended.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.letters = []
    }
  }
}
