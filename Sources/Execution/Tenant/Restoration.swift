import Entra
import Graph
import Journal

/// What of a snapshot is to be put back, and which rows each entry of it stands for.
struct Restoration: Sendable {
  private(set) var entries = RecordedEntries()
  /// Rows that nothing of ours puts back, and why.
  private(set) var impossible: [Int: LedgerRow.State] = [:]
  private let roles: RoleMatching
  private var assigned: [Int] = []
  private var permitted: [Int] = []
  private var owned: [Int] = []
  private var properties: [Int] = []

  init(roles: RoleMatching) { self.roles = roles }

  /// Which rows each entry stands for, in the entries' order.
  var numbers: [[Int]] {
    (assigned + permitted + owned).map { [$0] } + (entries.properties.isEmpty ? [] : [properties])
  }

  /// Why some can't be put back, each reason once.
  var reasons: [String] {
    var seen: Set<String> = []
    return impossible.sorted { $0.key < $1.key }.compactMap { _, state in
      guard case .failed(let why) = state, seen.insert(why.safe).inserted else { return nil }
      return why.safe
    }
  }

  /// Takes in one row that is not back yet; grants and "Assignment required" have acts of their own.
  mutating func take(_ row: LedgerRow) {
    switch row.entry.part {
    case .assignment: assign(row)
    case .permission:
      guard let resource = row.entry.resourceID, let role = row.entry.roleID else {
        return fail(row, "Which application permission it was is not known.")
      }
      entries.permissions.append(.init(resource: resource, role: role))
      permitted.append(row.number)
    case .owner:
      guard let owner = row.entry.objectID else { return fail(row, "Who it was is not known.") }
      entries.owners.append(owner)
      owned.append(row.number)
    case .property: set(row)
    case .grant, .requirement: break
    }
  }

  private mutating func assign(_ row: LedgerRow) {
    guard let principal = row.entry.objectID else { return fail(row, "Who it was is not known.") }
    let role = row.entry.roleID ?? AppRoleAssignment.defaultAccess
    guard let present = roles.present(for: role, value: row.entry.detail) else {
      return fail(
        row,
        role == AppRoleAssignment.defaultAccess
          ? "The application declares roles now, and Default Access is not one of them."
          : "The application declares no such role any more.")
    }
    entries.assignments.append(.init(principal: principal, role: present))
    assigned.append(row.number)
  }

  private mutating func set(_ row: LedgerRow) {
    guard let name = row.entry.recordedName, let value = row.entry.detail else {
      return fail(row, "Policies have to be set up again by hand.")
    }
    switch name {
    case .enabled: entries.properties.isDisabled = true
    case .tag: entries.properties.tags.append(value)
    case .notes: entries.properties.notes = value
    case .description: entries.properties.description = value
    case .notificationEmail: entries.properties.notificationEmailAddresses.append(value)
    case .singleSignOn: entries.properties.preferredSingleSignOnMode = value
    case .signInURL: entries.properties.loginUrl = value
    }
    properties.append(row.number)
  }

  private mutating func fail(_ row: LedgerRow, _ why: String) {
    impossible[row.number] = .failed(ForeignText(why))
  }
}
