import Entra
import Journal
import Remediation
import Wording

/// Everything `cases show` says of a case.
struct CaseSheet {
  private let journal: CaseJournal
  private let replayed: Replayed
  private let entries: [JournalEntry]
  private let head: String
  private let words = Words()

  init(_ journal: CaseJournal, _ replayed: Replayed, _ entries: [JournalEntry], head: String) {
    (self.journal, self.replayed, self.entries) = (journal, replayed, entries)
    self.head = head
  }

  private var opened: Case { replayed.opened }

  /// The case as lines.
  var lines: [String] {
    var lines = ["Case \(journal.number)"]
    lines += named.map { "\($0.0): \($0.1.line)" }
    lines += ["Mode: \(words.name(of: opened.mode))", "Stands: \(words.name(of: opened.phase))"]
    if let ask { lines.append("Asks: \(ask)") }
    if let stop { lines.append(stop) }
    if let stake = words.atStake(in: opened) { lines.append(stake) }
    lines += ["", "Gates"]
    lines += opened.facts.findings.map { "  " + words.line(for: $0, in: opened.facts) }
    lines += ["", "Plan"]
    lines += opened.plan.acts.enumerated().map { "  \($0 + 1). \(words.title(of: $1))" }
    lines += opened.plan.never.map { "  \(words.never($0)). \(words.because($0.because))" }
    lines += ["", "Journal, head \(head)"]
    return lines
      + entries.map { entry in
        "  \(entry.sequence)  \(Moment(journal: entry.at))  \(words.line(for: entry.content))"
      }
  }

  private var named: [(String, ForeignText)] {
    var named: [(String, ForeignText)] = []
    if let customer = replayed.particulars[.customer] { named.append(("Customer", customer)) }
    if let ticket = replayed.particulars[.ticket] { named.append(("Ticket", ticket)) }
    if let domain = opened.domain { named.append(("Domain", ForeignText(domain.description))) }
    return named
  }

  private var ask: String? {
    opened.prompt == .nothing ? nil : words.text(of: opened.prompt, in: opened).ask
  }

  private var stop: String? {
    replayed.stop.map { stop in
      let mishap: Mishap =
        if case .refused = stop.reason {
          .rulesChanged(entry: stop.at)
        } else {
          .journalDamaged(entry: stop.at)
        }
      return words.trouble(with: mishap).happened
    }
  }

  /// The case for programs.
  var file: File {
    File(
      number: journal.number, id: journal.id.description, mode: opened.mode.rawValue,
      customer: replayed.particulars[.customer]?.line,
      ticket: replayed.particulars[.ticket]?.line, domain: opened.domain?.description,
      phase: opened.phase.rawValue, closing: opened.closing?.rawValue, asks: ask,
      stoppedAt: replayed.stop?.at,
      findings: words.judged(opened.facts),
      acts: opened.plan.acts.map(\.rawValue),
      never: opened.plan.never.map {
        File.Never(act: $0.act.rawValue, because: words.because($0.because))
      },
      journal: entries.map {
        File.Entry(
          sequence: $0.sequence, at: Moment(journal: $0.at).iso,
          text: words.line(for: $0.content))
      },
      head: head)
  }

  struct File: Encodable {
    let number: Int
    let id: String
    let mode: String
    let customer: String?
    let ticket: String?
    let domain: String?
    let phase: String
    let closing: String?
    let asks: String?
    let stoppedAt: Int?
    let findings: [JudgedGate]
    let acts: [String]
    let never: [Never]
    let journal: [Entry]
    let head: String

    struct Never: Encodable {
      let act: String
      let because: String
    }

    struct Entry: Encodable {
      let sequence: Int
      let at: String
      let text: String
    }
  }
}
