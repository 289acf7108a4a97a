import Entra
import Remediation
import Wording

/// What `Docs/machine.md` takes from the machine and from the words about it.
enum MachineDocument {
  static let exploration = Explorer(application: ApplicationProfile.nexeticBackup.appID).explore()
  private static let words = Wording.Words()

  static var document: Document {
    Document(
      path: "Docs/machine.md",
      passages: [
        .init(name: "gates", lines: gates), .init(name: "acts", lines: acts),
        .init(name: "warnings", lines: warnings), .init(name: "invariants", lines: invariants),
        .init(name: "guards", lines: guards), .init(name: "size", lines: size),
        .init(name: "diagram", lines: diagram),
      ])
  }

  private static var gates: [String] {
    Table(
      head: ["Gate", "Open when", "Opened by"],
      rows: Gate.allCases.map { gate in
        let acts = Act.allCases.filter { $0.opens == gate }.map { "`\($0.rawValue)`" }
        return [
          "`\(gate.rawValue)`", words.meaning(of: gate),
          acts.joined(separator: ", ") + (gate.isOurs ? "" : " (not ours)"),
        ]
      }
    ).lines
  }

  private static var acts: [String] {
    let comments = CaseComments.of("Remediation/Act")
    return Table(
      head: ["Act", "What it does", "Opens", "Destroys"],
      rows: Act.allCases.map { act in
        [
          "`\(act.rawValue)`", comments[act.rawValue] ?? "", act.opens?.rawValue ?? "",
          act.isDestructive ? "yes" : "",
        ]
      }
    ).lines
  }

  private static var warnings: [String] {
    let opened = Case(id: CaseID(bits: 1), mode: .guide, profile: .nexeticBackup)
    return Warning.allCases.flatMap { warning -> [String] in
      let text = words.text(of: warning, in: opened)
      return ["**\(text.title)**", ""] + text.quotes.map { "> \($0.text)" }.separated(by: ">")
        + ["", "- \(text.answeredBy)"]
        + (text.difference.isEmpty ? [] : ["- \(text.difference)"]) + [""]
    }.dropLast()
  }

  private static var invariants: [String] {
    let comments = CaseComments.of("Remediation/Explorer/Invariants")
    return Table(
      head: ["No.", "What holds in every state", "Guards that hold it"],
      rows: Invariant.allCases.map { invariant in
        [
          "\(invariant.rawValue)", comments["\(invariant)"] ?? "",
          invariant.guards.map { "`\($0)`" }.joined(separator: ", "),
        ]
      }
    ).lines
  }

  private static var guards: [String] {
    let comments = CaseComments.of("Remediation/Guard")
    return Table(
      head: ["Guard", "What must be so", "What is said when it is not", "What would satisfy it"],
      rows: Guard.allCases.map { asked in
        let denial = words.denial(by: asked)
        return ["`\(asked)`", comments["\(asked)"] ?? "", denial.why, denial.remedy]
      }
    ).lines
  }

  /// Rounded, so that not every change of the machine changes the document.
  private static var size: [String] {
    let states = Double(exploration.places.count) / 1000
    let transitions = Double(exploration.transitions.count) / 10_000
    return [
      "About \(Int(states.rounded())),000 states, \(Int(transitions.rounded()))0,000 transitions, "
        + "\(Set(exploration.places.map(\.phase)).count) phases, "
        + "\(Guard.allCases.count) guards, \(Invariant.allCases.count) invariants."
    ]
  }

  private static var diagram: [String] {
    ["```mermaid"]
      + Diagram(of: exploration).mermaid.split(separator: "\n").map(String.init) + ["```"]
  }
}

extension [String] {
  fileprivate func separated(by line: String) -> [String] {
    Array(map { [$0] }.joined(separator: [line]))
  }
}
