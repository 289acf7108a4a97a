import Execution
import Graph
import Remediation
import Wording

/// How a plan goes, on standard error, a line each.
struct PlanProgress: Sendable {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// Tells of something that went on.
  var tell: @Sendable (PlanNews) -> Void {
    { [words] news in
      if let line = Self.line(for: news, words) { StandardStream.complain([line]) }
    }
  }

  private static func line(for news: PlanNews, _ words: Words) -> String? {
    switch news {
    case .begins(let work): return line(for: work, words)
    case .progress(let progress):
      guard let total = progress.total, progress.done < total, progress.done > 0 else { return nil }
      return "  \(progress.done) of \(total)"
    case .ended(let order, let outcome):
      return "\(capitalized(words.name(of: order))): \(words.name(of: outcome))."
    case .pauses: return "Not possible yet; trying again in a moment."
    }
  }

  private static func line(for work: Work, _ words: Words) -> String? {
    switch work {
    case .diagnose: "Reading the tenant."
    case .takeSnapshot: "Recording everything that goes, twice."
    case .carryOut(let command), .watch(let command):
      "\(capitalized(words.name(of: command.order))) ..."
    case .reconcile: "Looking how far the last step got."
    case .compare: "Comparing with what was recorded."
    }
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
