import Graph
import Synchronization

/// Tells how far a piece of work is: at most four times a second, and its end for certain.
final class Telling: Sendable {
  private struct State {
    var progress = WorkProgress(done: 0)
    var toldAt: Duration?
    var tell: (@Sendable (WorkProgress) -> Void)?
  }

  private let state = Mutex(State())
  private let time: RunningTime
  private static let least = Duration.milliseconds(250)

  init(time: RunningTime) { self.time = time }

  /// Another piece of work begins.
  func begin(_ tell: @escaping @Sendable (WorkProgress) -> Void) {
    state.withLock { $0 = State(tell: tell) }
  }

  /// It ended: nothing more is told.
  func end() { state.withLock { $0 = State() } }

  /// Something went on; it waits no longer.
  func update(_ change: (inout WorkProgress) -> Void) {
    let now = time.now()
    let told: (() -> Void)? = state.withLock { state in
      change(&state.progress)
      state.progress.waiting = nil
      let progress = state.progress
      let isEnd = progress.total == progress.done
      guard isEnd || state.toldAt.map({ now - $0 >= Self.least }) ?? true, let tell = state.tell
      else { return nil }
      state.toldAt = now
      return { tell(progress) }
    }
    told?()
  }

  /// It waits.
  func wait(_ waiting: Waiting) {
    let told: (() -> Void)? = state.withLock { state in
      state.progress.waiting = waiting
      let progress = state.progress
      guard let tell = state.tell else { return nil }
      return { tell(progress) }
    }
    told?()
  }
}
