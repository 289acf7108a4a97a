import Remediation
import Wording

extension Report {
  /// The report as JSON, for other programs; `version` changes when a key does.
  public var json: String { JSONText.written(ReportFile(self)) + "\n" }
}

/// The JSON of a report.
private struct ReportFile: Encodable {
  let format = "regrant-report"
  let version = 1
  let number: Int
  let title: String
  let phase: String
  let closing: String?
  let written: String
  let redacted: Bool
  let paragraph: String
  let fields: [String: String]
  let findings: [Found]
  let warnings: [Warned]
  let sections: [String: [Line]]
  let head: String

  struct Found: Encodable {
    let gate: Gate
    let state: Judgement
    let because: String
    let at: String?
    let by: String?
    let source: String?
  }

  struct Warned: Encodable {
    let id: String
    let title: String
    let answered: Bool
    let answer: Line?
  }

  struct Line: Encodable {
    let at: String?
    let text: String
    let by: String?
    let source: String?

    init(_ line: Report.Line) {
      at = line.at?.iso
      (text, by, source) = (line.text.plain, line.by?.plain, line.source?.rawValue)
    }
  }

  init(_ report: Report) {
    (number, title, phase) = (report.number, report.title, report.phase.rawValue)
    (closing, redacted) = (report.closing?.rawValue, report.isRedacted)
    written = report.written.iso
    (paragraph, head) = (report.paragraphText, report.head)
    fields = Dictionary(
      report.fields.map { ($0.name, $0.value.plain) }, uniquingKeysWith: { first, _ in first })
    findings = zip(report.findings, report.findingLines).map { finding, line in
      Found(
        gate: finding.gate, state: finding.state, because: finding.because, at: line.at?.iso,
        by: line.by?.plain, source: line.source?.rawValue)
    }
    warnings = report.warnings.map {
      Warned(
        id: $0.warning.rawValue, title: $0.title, answered: $0.answer != nil,
        answer: $0.answer.map(Line.init))
    }
    sections = Dictionary(
      report.sections.map { ($0.subject.rawValue, $0.lines.map(Line.init)) },
      uniquingKeysWith: +)
  }
}

extension Moment {
  /// As programs write it: `2026-11-24T14:05:20Z`.
  var iso: String { "\(day)T\(clock)Z" }
}
