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

  /// Nothing is at hand.
  init() {}

  /// Reads what the case's next deed is about; a list that can't be read is shown as none.
  init(of runner: CaseRunner, _ known: [ObjectID: Int] = [:]) {
    do throws(JournalError) { try read(runner, known) } catch { self = Held() }
  }

  private mutating func read(
    _ runner: CaseRunner, _ known: [ObjectID: Int]
  ) throws(JournalError) {
    let opened = runner.opened
    if let snapshot = opened.loss.snapshot ?? opened.snapshot {
      try read(snapshot.id, of: runner.ledger, known)
    } else if opened.listed > 0,
      let list = try runner.ledger.lists().last(where: { $0.purpose == .assignees && $0.isComplete }
      )
    {
      try read(list.number, of: runner.ledger, known)
    }
  }

  private mutating func read(
    _ list: Int, of ledger: Ledger, _ known: [ObjectID: Int]
  ) throws(JournalError) {
    let counts = try ledger.counts(of: list)
    guard counts.total > 0 else { return }
    lines = [Self.headline(counts)]
    let first = try ledger.rows(of: list, limit: Self.mostLines)
    names = first.prefix(3).map(\.entry.name.safe)
    lines += first.map { Self.line($0, known) }
    if counts.total > Self.mostLines {
      lines.append("... and \(counts.total - Self.mostLines) more")
    }

    let open = try ledger.rows(of: list, matching: RowFilter(part: .assignment, isOpen: true))
    groups = open.filter { $0.entry.kind == .group }.compactMap(\.entry.objectID)
    let members = groups.compactMap { known[$0] }
    sizes = GroupSizes(measured: members.count, members: members.reduce(0, +))
    let named = open.compactMap { row in
      row.entry.objectID.map {
        WriteCommand.Entry(
          principal: $0, role: row.entry.roleID ?? AppRoleAssignment.defaultAccess)
      }
    }
    // A command that leaves somebody out without a word would be taken for the whole.
    if named.count == open.count { entries = named }
    grants = Self.grants(in: try ledger.rows(of: list, matching: RowFilter(part: .grant)))
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
    let rows = counts.total == 1 ? "1 entry" : "\(counts.total) entries"
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
