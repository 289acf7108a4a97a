public import Entra

/// What has come back of a snapshot's assignments, entry by entry.
///
/// An entry is a principal and a role; rows' IDs are new after reassigning, and names may differ.
public struct AssignmentComparison: Sendable, Hashable {
  /// In the snapshot and there again.
  public let back: [AppRoleAssignment]
  /// In the snapshot and not there: somebody is left out.
  public let missing: [AppRoleAssignment]
  /// There and not in the snapshot: somebody gets in who did not before.
  public let extra: [AppRoleAssignment]

  /// Compares what `snapshot` holds with what was read `later`, each in its order.
  public init(snapshot: [AppRoleAssignment], later: [AppRoleAssignment]) {
    let expected = Self.distinct(snapshot)
    let found = Self.distinct(later)
    let (expectedEntries, foundEntries) = (
      Set(expected.map(Entry.init)), Set(found.map(Entry.init))
    )
    back = expected.filter { foundEntries.contains(Entry($0)) }
    missing = expected.filter { !foundEntries.contains(Entry($0)) }
    extra = found.filter { !expectedEntries.contains(Entry($0)) }
  }

  /// Whether everything is back, whatever came besides.
  public var isWhole: Bool { missing.isEmpty }

  private struct Entry: Hashable {
    let principal: ObjectID
    let role: ObjectID

    init(_ assignment: AppRoleAssignment) {
      (principal, role) = (assignment.principal.id, assignment.roleID)
    }
  }

  private static func distinct(_ assignments: [AppRoleAssignment]) -> [AppRoleAssignment] {
    var seen: Set<Entry> = []
    return assignments.filter { seen.insert(Entry($0)).inserted }
  }
}
