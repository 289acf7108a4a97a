import Execution
import Graph
import Remediation
import Screens
import Wording

/// A piece of work under way: its task can be cancelled, and what comes of another is not taken.
struct Undertaking {
  let number: Int
  let work: Work
  let task: Task<Void, Never>
}

extension Work {
  /// What it is, as screens name it.
  var errand: Errand {
    switch self {
    case .diagnose: .reading
    case .takeSnapshot: .recording
    case .carryOut(let command): .ordered(command.order)
    case .watch(let command): .watching(command.order)
    case .reconcile(let unsettled): .lookingBack(unsettled.order)
    case .compare: .comparing
    }
  }

  /// Whether it changes the tenant, so that its end has to be awaited.
  var changesTenant: Bool { if case .carryOut = self { true } else { false } }
}

extension Doing {
  /// Takes in how far the work is.
  mutating func update(_ progress: WorkProgress, _ words: Words) {
    (done, total, failed) = (progress.done, progress.total, progress.failed)
    pause = progress.waiting.map {
      Pause(because: words.sentence(for: $0), seconds: Int($0.seconds.rounded(.up)))
    }
  }
}
