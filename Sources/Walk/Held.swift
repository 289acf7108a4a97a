import Entra
import Execution
import Journal
import Remediation
import Wording

/// What the list or snapshot at hand holds: in lines, and as a command needs it.
struct Held {
  /// The rows in short lines; the first says how many there are.
  private(set) var lines: [String] = []
  /// The first few names.
  private(set) var names: [String] = []
  /// Whom a command assigns: everybody who is still to be, or nobody where an ID is missing.
  private(set) var entries: [WriteCommand.Entry] = []
  /// What a command grants.
  private(set) var grants: [WriteCommand.Grant] = []

  /// The groups that are assigned.
  private(set) var groups: [ObjectID] = []
  /// How many people those hold, as far as read.
  private(set) var sizes = GroupSizes.unknown

  /// Which list, and how many of its rows stand where: as long as these are the same, so is the rest.
  private var source: Source?

  private struct Source: Hashable {
    let list: Int
    let counts: RowCounts
  }

  /// The assignments of a list that was just written.
  private var expected: (list: Int, assignments: [LedgerRight])?

  /// Nothing is at hand.
  init() {}

  /// Takes over what is known of a list that is about to be at hand.
  mutating func expect(_ draft: Draft) { expected = draft.list.map { ($0, draft.assignments) } }

  /// Reads what the case's next deed is about; a list that can't be read is shown as none.
  mutating func update(from runner: CaseRunner, _ known: [ObjectID: Int]) {
    do throws(JournalError) { try read(runner, known) } catch { self = Held() }
  }

  private mutating func read(
    _ runner: CaseRunner, _ known: [ObjectID: Int]
  ) throws(JournalError) {
    let opened = runner.opened
    let ledger = runner.ledger
    if let snapshot = opened.loss.snapshot ?? opened.snapshot {
      return try read(snapshot.id, of: ledger, known)
    }
    let assignees = try opened.listed > 0 ? ledger.lists() : []
    guard let list = assignees.last(where: { $0.purpose == .assignees && $0.isComplete }) else {
      self = Held()
      return
    }
    try read(list.number, of: ledger, known)
  }

  private mutating func read(
    _ list: Int, of ledger: Ledger, _ known: [ObjectID: Int]
  ) throws(JournalError) {
    let counts = try ledger.counts(of: list)
    guard counts.total > 0 else {
      self = Held()
      return
    }
    lines = [Self.headline(counts)]
    let first = try ledger.rows(of: list, limit: Self.mostLines)
    names = first.prefix(3).map(\.entry.name.safe)
    lines += first.map { Self.line($0, known) }
    if counts.total > Self.mostLines {
      lines.append("... and \(Quantity.grouped(counts.total - Self.mostLines)) more")
    }
    let source = Source(list: list, counts: counts)
    if source != self.source {
      self.source = source
      entries = try entries(in: list, of: ledger)
      groups = try ledger.openGroups(of: list)
      expected = nil
      grants = Self.grants(in: try ledger.rows(of: list, matching: RowFilter(part: .grant)))
    }
    let members = groups.compactMap { known[$0] }
    sizes = GroupSizes(measured: members.count, members: members.reduce(0, +))
  }

  /// Everybody who is still to be assigned; nobody where an ID is missing.
  ///
  /// A command that leaves somebody out without a word would be taken for the whole.
  private func entries(
    in list: Int, of ledger: Ledger
  ) throws(JournalError) -> [WriteCommand.Entry] {
    // The first rows of a list of names tell that already.
    let some = try ledger.openAssignments(of: list, limit: Self.mostLines)
    guard some.allSatisfy({ $0.principal != nil }) else { return [] }
    let all =
      if some.count < Self.mostLines {
        some
      } else if let expected, expected.list == list {
        expected.assignments
      } else {
        try ledger.openAssignments(of: list)
      }
    let known = all.compactMap { right in
      right.principal.map {
        WriteCommand.Entry(principal: $0, role: right.role ?? AppRoleAssignment.defaultAccess)
      }
    }
    return known.count == all.count ? known : []
  }

  /// What to grant the whole organization: all that was granted to anybody, by API.
  private static func grants(in rows: [LedgerRow]) -> [WriteCommand.Grant] {
    var scopes: [ObjectID: Scopes] = [:]
    for row in rows {
      guard let resource = row.entry.resourceID else { continue }
      scopes[resource, default: []] = scopes[resource, default: []].union(
        Scopes(row.entry.detail?.safe ?? ""))
    }
    return scopes.sorted { $0.key.description < $1.key.description }.map {
      WriteCommand.Grant(resource: $0.key, scopes: $0.value)
    }
  }

  private static func headline(_ counts: RowCounts) -> String {
    let parts = [
      (counts.done + counts.attested, "back"), (counts.failed, "failed"),
      (counts.waived, "left out"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let rows = Quantity.counted(counts.total, "entry", plural: "entries")
    return parts.isEmpty ? rows : "\(rows), \(parts.joined(separator: ", "))"
  }

  private static func line(_ row: LedgerRow, _ known: [ObjectID: Int]) -> String {
    let entry = row.entry
    var line = entry.kind == .group ? "group " : ""
    switch entry.part {
    case .assignment, .requirement: break
    case .grant: line += entry.objectID == nil ? "consent for all to " : "one user's consent to "
    case .permission: line += "application permission of "
    case .owner: line += "owner "
    case .property: line += "property "
    }
    line += entry.name.safe
    if let id = entry.objectID {
      if entry.kind == .group {
        line +=
          known[id].map { ", \(Quantity.counted($0, "person", plural: "people"))" }
          ?? ", of unknown size"
      }
      if id.description != entry.name.safe { line += ", \(id)" }
    }
    if let detail = entry.detail, !detail.isEmpty { line += ": \(detail.safe)" }
    switch row.state {
    case .planned: return line
    case .sent: return line + " (sent)"
    case .done, .attested: return line + " (done)"
    case .failed(let why): return line + " (failed: \(why.safe))"
    case .waived(let why): return line + " (left out: \(why.safe))"
    }
  }

  /// More than anybody reads out.
  private static let mostLines = 200
}
