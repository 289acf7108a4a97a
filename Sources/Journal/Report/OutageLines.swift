import Entra
import Remediation
import Wording

/// Who was out while the application was away: as measured in a practice tenant, and as the times of
/// the ledger tell.
struct OutageLines {
  private(set) var lines: [Report.Line] = []

  init(_ chronicle: Chronicle, in ledger: Ledger) throws(JournalError) {
    if let last = chronicle.measurements.last { measured(chronicle.measurements, last) }
    if let deletion = chronicle.deletion { try away(since: deletion, in: ledger) }
  }

  private mutating func measured(_ all: [OutageMeasurement], _ last: OutageMeasurement) {
    var outages: [Outage] = []
    for outage in all.flatMap(\.outages) {
      if let index = outages.firstIndex(where: {
        $0.person == outage.person && $0.from == outage.from
      }) {
        outages[index] = outage
      } else {
        outages.append(outage)
      }
    }
    let people = Quantity.counted(last.people, "person", plural: "people")
    let changes = Quantity.counted(last.changes, "change")
    let out = Quantity.counted(Set(outages.map(\.person)).count, "person", plural: "people")
    add(
      """
      After each of \(changes) the sign-in of \(people) was judged. Out for a time of those who got \
      in at first: \(out). In now of those who did not get in at first: \(last.gained).
      """)
    for outage in outages.prefix(Report.mostNamedRows) { add(outage) }
    let more = outages.count - Report.mostNamedRows
    if more > 0 { add("and \(more) more times") }
  }

  private mutating func add(_ outage: Outage) {
    let from = outage.from
    let began = Moment(milliseconds: from.at)
    var text: ReportText = "\(person: outage.person): out from request \(from.request)"
    text = text + " (" + ReportText(from.deed) + ", \(began.clock) UTC)"
    if let until = outage.until {
      let ended = Moment(milliseconds: until.at)
      text = text + " to request \(until.request) (" + ReportText(until.deed)
      text = text + ", \(ended.clock) UTC), \(Span(from: began, to: ended).description)"
    } else {
      text = text + ", and not in again"
    }
    lines.append(Report.Line(text, at: began, by: Self.measure, source: .observed))
  }

  private mutating func add(_ text: String) {
    lines.append(Report.Line(ReportText(text), by: Self.measure, source: .observed))
  }

  private static let measure: ReportText = "measured in the practice tenant"

  /// What a deletion took from each principal, until the ledger says that it was back.
  private mutating func away(
    since deletion: Chronicle.Deletion, in ledger: Ledger
  ) throws(JournalError) {
    guard try ledger.lists().contains(where: { $0.number == deletion.snapshot }) else { return }
    let summary = lines.count
    var (back, open, last) = (0, 0, deletion.at)
    var offset = 0
    while true {
      let rows = try ledger.rows(of: deletion.snapshot, offset: offset, limit: 1_000)
      for row in rows where row.entry.isAccess {
        let returned = row.returned
        if let returned {
          (back, last) = (back + 1, max(last, returned))
        } else {
          open += 1
        }
        guard back + open <= Report.mostNamedRows else { continue }
        add(row, until: returned, since: deletion)
      }
      offset += rows.count
      if rows.count < 1_000 { break }
    }
    guard back + open > 0 else { return }
    let all = Quantity.counted(back + open, "assignment or grant", plural: "assignments and grants")
    let times = "from \(deletion.at.day) \(deletion.at.clock) UTC on"
    let longest = Span(from: deletion.at, to: last).description
    let rest = open > 0 ? ", \(Quantity.grouped(open)) are not back" : ""
    let end = back > 0 ? "; the last came back after \(longest)" : ""
    lines.insert(
      Report.Line(
        "\(all) were away \(times)\(end)\(rest).", at: deletion.at, by: Self.ledger,
        source: .program), at: summary)
    let more = back + open - Report.mostNamedRows
    if more > 0 { lines.append(.reckoned("and \(more) more, whose times the ledger holds")) }
  }

  private mutating func add(
    _ row: LedgerRow, until returned: Moment?, since deletion: Chronicle.Deletion
  ) {
    var text: ReportText =
      row.entry.part == .assignment
      ? "\(person: row.entry.name)" : "the consent for \(row.entry.name)"
    if row.entry.part == .grant {
      text = text + (row.entry.objectID == nil ? ", for the organization" : ", one user's own")
    }
    if let returned {
      let span = Span(from: deletion.at, to: returned).description
      text = text + ": away for \(span), back at \(returned.clock) UTC"
      if row.state == .attested { text = text + ", as attested" }
    } else if case .waived(let reason) = row.state {
      text = text + ": not put back, because: \(free: reason)"
    } else {
      text = text + ": not back"
    }
    lines.append(Report.Line(text, at: deletion.at, by: Self.ledger, source: .program))
  }

  private static let ledger: ReportText = "by the times of Regrant's ledger"
}

extension LedgerEntry {
  /// Whether somebody's access rests on it.
  fileprivate var isAccess: Bool {
    switch part {
    case .assignment, .grant: true
    case .permission, .owner, .requirement, .property: false
    }
  }
}

extension LedgerRow {
  /// When it was there again.
  fileprivate var returned: Moment? {
    switch state {
    case .done, .attested: settledAt.map(Moment.init(milliseconds:))
    case .planned, .sent, .failed, .waived: nil
    }
  }
}
