import Entra
import Graph

/// Roles of one application before and after it was added again: the same value is the same role.
struct RoleMatching: Sendable {
  private let declared: [AppRoleJSON]
  /// Present roles by their IDs, and the IDs they had before.
  private var formerIDs: [ObjectID: ObjectID] = [:]

  init(declared: [AppRoleJSON]) { self.declared = declared }

  /// What the token carries for a role.
  func value(of role: ObjectID) -> ForeignText? {
    declared.first { $0.id.flatMap { ObjectID($0) } == role }?.value.map { ForeignText($0) }
  }

  /// The role to give now for one that was held before; nil when there is none like it.
  func present(for role: ObjectID, value: ForeignText?) -> ObjectID? {
    let usable = declared.filter { $0.isEnabled != false && Self.isForPeople($0) }
    if role == AppRoleAssignment.defaultAccess { return usable.isEmpty ? role : nil }
    if usable.contains(where: { $0.id.flatMap { ObjectID($0) } == role }) { return role }
    guard let value else { return nil }
    return usable.first { $0.value.map { ForeignText($0) } == value }?.id.flatMap { ObjectID($0) }
  }

  /// Remembers that a role of before has another ID now.
  mutating func note(_ role: ObjectID, value: ForeignText?) {
    guard let present = present(for: role, value: value), present != role else { return }
    formerIDs[present] = role
  }

  /// An assignment as it would have been before, so that both compare.
  func former(of assignment: AppRoleAssignment) -> AppRoleAssignment {
    guard let former = formerIDs[assignment.roleID] else { return assignment }
    return AppRoleAssignment(
      id: assignment.id, principal: assignment.principal, roleID: former,
      resourceID: assignment.resourceID)
  }

  /// The one role that people can be given where nobody says which; nil when it has to be said.
  var onlyChoice: ObjectID? {
    let usable = declared.filter { $0.isEnabled != false && Self.isForPeople($0) }
    guard let first = usable.first else { return AppRoleAssignment.defaultAccess }
    return usable.count == 1 ? first.id.flatMap { ObjectID($0) } : nil
  }

  /// The role of that name or value; nil when there is none.
  func named(_ name: ForeignText) -> ObjectID? {
    let wanted = name.safe.lowercased()
    if Self.defaultNames.contains(wanted) {
      return onlyChoice == AppRoleAssignment.defaultAccess ? onlyChoice : nil
    }
    return declared.first { role in
      role.isEnabled != false && Self.isForPeople(role)
        && [role.value, role.displayName].contains {
          $0.map { ForeignText($0).safe.lowercased() } == wanted
        }
    }?.id.flatMap { ObjectID($0) }
  }

  private static let defaultNames: Set = ["default access", "default"]

  private static func isForPeople(_ role: AppRoleJSON) -> Bool {
    role.allowedMemberTypes?.contains("User") ?? true
  }
}
