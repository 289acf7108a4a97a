public import Entra
import Graph

/// Somebody who can be picked, with what tells them from their namesakes.
public struct FoundPrincipal: Sendable, Hashable, Identifiable {
  /// The object ID: what alone is unmistakable.
  public var id: ObjectID
  /// A user or a group.
  public var kind: Principal.Kind
  /// The name.
  public var name: ForeignText
  /// The name a user signs in with.
  public var userPrincipalName: ForeignText?
  /// A user's department, or a group's description.
  public var department: ForeignText?
  /// Whether it is a guest.
  public var isGuest = false
  /// Whether the account may sign in; a group always counts as enabled.
  public var isEnabled = true
  /// Whether it can be assigned: a group that is for mail alone can't.
  public var isAssignable = true
  /// Whether another row has a name that looks the same: then the ID is to be shown.
  public var hasNamesake = false

  init?(_ user: UserJSON) {
    guard let id = user.id.flatMap({ ObjectID($0) }) else { return nil }
    (self.id, kind) = (id, .user)
    name = ForeignText(user.displayName ?? user.userPrincipalName ?? "")
    userPrincipalName = user.userPrincipalName.map { ForeignText($0) }
    department = user.department.map { ForeignText($0) }
    isGuest = user.userType?.lowercased() == "guest"
    isEnabled = user.accountEnabled ?? true
  }

  init?(_ group: GroupJSON) {
    guard let id = group.id.flatMap({ ObjectID($0) }) else { return nil }
    (self.id, kind) = (id, .group)
    name = ForeignText(group.displayName ?? "")
    department = group.description.map { ForeignText($0) }
    isAssignable = group.securityEnabled ?? true
  }

  /// Marks those whose names look the same.
  static func marked(_ found: [Self]) -> [Self] {
    var counts: [String: Int] = [:]
    for one in found { counts[one.name.safe.lowercased(), default: 0] += 1 }
    return found.map { one in
      var one = one
      one.hasNamesake = counts[one.name.safe.lowercased(), default: 0] > 1
      return one
    }
  }
}
