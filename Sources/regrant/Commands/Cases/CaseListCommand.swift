import ArgumentParser
import Cells
import Entra
import Journal
import Remediation
import Wording

/// The cases, the latest first.
struct CaseListCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the cases, the latest first: what each waits for, and since when.",
    discussion: """
      regrant cases list
      regrant cases list --unfinished --format json
      """)

  @Flag(help: "Only those that are not closed.")
  var unfinished = false

  @Option(help: "The form of the list.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let summaries = try summaries()
    switch format {
    case .json: try StandardStream.write(JSONOutput.text(ListedCase.File(summaries)))
    case .text:
      if summaries.isEmpty { StandardStream.complain(["There are no cases."]) }
      try StandardStream.write(lines: table(of: summaries))
    }
    return .done
  }

  private func summaries() throws -> [CaseSummary] {
    guard let store = try Composition.openJournalIfAny() else { return [] }
    do throws(JournalError) {
      if store.isWritable { try store.expire(now: Composition.now) }
      return try store.summaries(unfinishedOnly: unfinished)
    } catch { throw Failure(error) }
  }

  private func table(of summaries: [CaseSummary]) -> [String] {
    let now = Moment(journal: Composition.now)
    let rows = summaries.map { summary in
      [
        String(summary.number), summary.customer?.line ?? "-", summary.domain?.description ?? "-",
        summary.ticket?.line ?? "-", Words().waitsFor(summary.phase),
        Span(from: Moment(journal: summary.since), to: now).since,
      ]
    }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in
      rows.map { CellText($0[column]).width }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        // The last column needs nothing after it.
        let missing = column == row.count - 1 ? 0 : widths[column] - CellText(row[column]).width
        return row[column] + String(repeating: " ", count: max(0, missing))
      }
      return cells.joined(separator: "  ")
    }
  }
}

/// A case in the JSON of the list.
struct ListedCase: Encodable {
  let number: Int
  let id: String
  let mode: String
  let customer: String?
  let ticket: String?
  let domain: String?
  let phase: String
  let waitsFor: String
  let since: String
  let opened: String
  let closing: String?
  let closed: String?
  let entries: Int

  /// The list as one object.
  struct File: Encodable {
    let cases: [ListedCase]

    init(_ summaries: [CaseSummary]) { cases = summaries.map(ListedCase.init) }
  }

  init(_ summary: CaseSummary) {
    (number, id, mode) = (summary.number, summary.id.description, summary.mode.rawValue)
    (customer, ticket) = (summary.customer?.line, summary.ticket?.line)
    (domain, phase) = (summary.domain?.description, summary.phase.rawValue)
    waitsFor = Words().waitsFor(summary.phase)
    (since, opened) = (Moment(journal: summary.since).iso, Moment(journal: summary.openedAt).iso)
    closing = summary.closing?.rawValue
    closed = summary.closedAt.map { Moment(journal: $0).iso }
    entries = summary.entries
  }
}
