import Entra
import GRDB
import Remediation
public import Wording

extension Report {
  /// How many rows that failed or were waived are named; the rest are counted.
  static let mostNamedRows = 50

  /// The report on a case as its journal has it.
  ///
  /// `now` is in milliseconds since 1970.
  public init(on journal: CaseJournal, in words: Words = Words(), now: Int) throws(JournalError) {
    let replayed = try journal.replay(as: words.profile)
    let chronicle = try journal.chronicle(in: words, particulars: replayed.particulars)
    let opened = replayed.opened
    number = journal.number
    title = "Case \(journal.number): \(words.profile.name)"
    (phase, closing) = (opened.phase, opened.closing)
    written = Moment(milliseconds: now)
    head = try journal.head()
    findings = words.judged(opened.facts)
    findingLines = opened.facts.findings.map { finding in
      let judged = chronicle.judged[finding.gate]
      return Line(
        ReportText(words.line(for: finding, in: opened.facts)), at: judged?.at, by: judged?.by,
        source: judged?.source)
    }
    warnings = Warning.allCases.map { warning in
      AnsweredWarning(
        warning: warning, title: words.title(of: warning), answer: chronicle.warnings[warning])
    }
    let status = Status(words: words, replayed: replayed, chronicle: chronicle)
    paragraph = status.paragraph
    fields = status.fields(of: journal)
    let lists = chronicle.lists + (try journal.listLines())
    sections = [
      Section(subject: .found, lines: chronicle.found),
      Section(subject: .decided, lines: chronicle.decided),
      Section(subject: .done, lines: chronicle.done),
      Section(subject: .lists, lines: lists),
      Section(subject: .outages, lines: try OutageLines(chronicle, in: journal.ledger).lines),
      Section(subject: .open, lines: status.open),
      Section(subject: .undo, lines: [.reckoned(ReportText(status.undo))]),
      Section(subject: .notes, lines: chronicle.notes),
      Section(subject: .escalation, lines: status.escalation),
    ]
  }
}

extension CaseJournal {
  fileprivate func chronicle(
    in words: Words, particulars: [Particular: ForeignText]
  ) throws(JournalError) -> Chronicle {
    try store.read { database in
      var chronicle = Chronicle(words: words, particulars: particulars)
      let replayed = try replay(as: words.profile, in: database) { entry, content, before in
        chronicle.take(content, from: entry.source, at: entry.at, before: before)
      }
      chronicle.judge(replayed.opened)
      return chronicle
    }
  }

  /// The lists with what became of their rows; those that failed or were waived are named.
  fileprivate func listLines() throws(JournalError) -> [Report.Line] {
    var lines: [Report.Line] = []
    for list in try ledger.lists() {
      let counts = try ledger.counts(of: list.number)
      let digest = list.digest.map { "digest \($0.prefix(12))" } ?? "not complete"
      lines.append(
        Report.Line(
          """
          List \(list.number), \(list.purpose.title): \(Quantity.counted(list.count, "row")), \
          \(counts.words) (\(digest))
          """, at: Moment(milliseconds: list.writtenAt), by: "counted by Regrant", source: .program)
      )
      let filter = RowFilter(isExceptional: true)
      let rows = try ledger.rows(
        of: list.number, matching: filter, limit: Report.mostNamedRows)
      lines += rows.map { row in
        Report.Line(
          row.words, at: row.settledAt.map(Moment.init(milliseconds:)), by: "counted by Regrant",
          source: .program)
      }
      let more = counts.failed + counts.waived - rows.count
      if more > 0 { lines.append(.reckoned("and \(more) more that failed or were waived")) }
    }
    return lines
  }
}

extension Report.Line {
  /// What Regrant concludes from the rest of the case.
  static func reckoned(_ text: ReportText) -> Self {
    Self(text, by: "reckoned by Regrant", source: .program)
  }
}

extension LedgerList.Purpose {
  fileprivate var title: String {
    switch self {
    case .snapshot: "a snapshot before deleting"
    case .assignees: "who is to be assigned"
    case .lost: "what the customer says was there"
    case .comparison: "what was read afterwards"
    }
  }
}

extension RowCounts {
  fileprivate var words: String {
    let parts = [
      (planned, "planned"), (sent, "sent without an answer"), (done, "done"),
      (attested, "attested"), (failed, "failed"), (waived, "waived"),
    ]
    let said = parts.filter { $0.0 > 0 }.map { "\(Quantity.grouped($0.0)) \($0.1)" }
    return said.isEmpty ? "empty" : said.joined(separator: ", ")
  }
}

extension LedgerRow {
  fileprivate var words: ReportText {
    switch state {
    case .failed(let reason): "Failed: \(person: entry.name), because: \(free: reason)"
    case .waived(let reason): "Waived: \(person: entry.name), because: \(free: reason)"
    case .planned, .sent, .done, .attested: "\(person: entry.name)"
    }
  }
}
