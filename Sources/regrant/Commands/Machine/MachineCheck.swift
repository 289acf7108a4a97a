import Foundation
import Remediation
import Wording

/// What an exploration found, for people and for programs.
struct MachineCheck {
  private let exploration: Exploration
  private let removed: Guard?
  private let seconds: Double

  init(_ exploration: Exploration, without removed: Guard?, seconds: Double) {
    (self.exploration, self.removed, self.seconds) = (exploration, removed, seconds)
  }

  /// The result as lines.
  var lines: [String] {
    var lines: [String] = []
    if let removed {
      lines.append("Without the guard \(removed): \(Words().denial(by: removed).why)")
    }
    lines += [
      "states       \(Quantity.grouped(exploration.places.count))",
      "transitions  \(Quantity.grouped(exploration.transitions.count))",
      "time         \(String(format: "%.1f", seconds)) s",
    ]
    if removed == nil {
      lines.append("")
      lines += Invariant.allCases.map { "\(number(of: $0))  \(verdict(on: $0))  \($0.meaning)" }
    }
    for (invariant, path) in violations {
      lines += [
        "", "Broken: \(invariant.rawValue). \(invariant.meaning)", "The shortest way to it:",
      ]
      lines += path.enumerated().map { "  \($0 + 1). \(name(of: $1))" }
    }
    if removed != nil, violations.isEmpty { lines.append("No invariant is broken.") }
    return lines
  }

  private var violations: [(Invariant, [Input])] {
    exploration.violations.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  private func number(of invariant: Invariant) -> String {
    let digits = String(invariant.rawValue)
    return String(repeating: " ", count: max(0, 2 - digits.count)) + digits
  }

  private func verdict(on invariant: Invariant) -> String {
    exploration.violations[invariant] == nil ? "holds " : "BROKEN"
  }

  /// An input as the machine writes it, without the names of its types.
  private func name(of input: Input) -> String {
    "\(input)".replacing(/(?:[A-Z]\w*\.)+(?=[a-z])/, with: "")
  }

  /// The result for programs.
  var file: File {
    File(
      states: exploration.places.count, transitions: exploration.transitions.count,
      seconds: seconds, without: removed.map { "\($0)" },
      // Whoever stops at the first violation has not seen the others hold.
      invariants: removed != nil
        ? nil
        : Invariant.allCases.map {
          File.Judged(
            id: $0.rawValue, meaning: $0.meaning, holds: exploration.violations[$0] == nil)
        },
      violations: violations.map {
        File.Violation(invariant: $0.rawValue, path: $1.map(name(of:)))
      })
  }

  struct File: Encodable {
    let states: Int
    let transitions: Int
    let seconds: Double
    let without: String?
    let invariants: [Judged]?
    let violations: [Violation]

    struct Judged: Encodable {
      let id: Int
      let meaning: String
      let holds: Bool
    }

    struct Violation: Encodable {
      let invariant: Int
      let path: [String]
    }
  }
}

extension Invariant {
  /// What must be so.
  var meaning: String {
    switch self {
    case .deletionAnswered:
      "A delete rests on W1, W4, W5 and a complete snapshot of this very object."
    case .assignmentOnOurs: "Assignments go to the application of the profile only."
    case .resolvedVerified: "Resolved means W6 answered and access verified, by no administrator."
    case .resolvedRestored: "After a delete, resolved means everything is back or waived."
    case .routeWithinRole: "Consent is never ordered by a route the role is known not to allow."
    case .answersFresh: "An answer dies when what it spoke of changes."
    case .closable: "Every state leads to a closing; while deleted, only handing over does."
    case .replaceLast: "Replacing is the last resort; swapping back needs an unlisted loss."
    case .orderedOnce: "One confirmation, one command."
    case .rolesBeforeDelete: "A delete needs the roles for the whole way, before it."
    case .requirementFirst: "\"Assignment required\" is back before anybody is let in."
    case .restoreFirst: "Restore before re-adding; no second delete while a re-add is awaited."
    case .answersNamed: "An answer names the prompt that stands."
    }
  }
}
