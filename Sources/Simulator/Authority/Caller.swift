public import Entra

/// Who a token speaks for.
public struct Caller: Sendable, Hashable {
  /// The person or application it was issued to.
  public let identity: Identity
  /// What it may be used for; `nil` for everything.
  public let permissions: Set<String>?
  /// The application that asked for it.
  public let client: AppID
  /// When it ends.
  public let expires: Moment

  /// A person, or an application on its own behalf.
  public enum Identity: Sendable, Hashable {
    /// The person at that index of the population.
    case person(Int)
    /// The application itself.
    case application(AppID)
  }

  /// Microsoft Graph Command Line Tools.
  public static let commandLineTools = AppID(bits: 0x14D8_2EEC_204B_4C2F_B7E8_296A_70DA_B67E)

  /// Every permission that the tenant knows, as `.default` gives them.
  public static let everyPermission: Set<String> = Permissions.all

  var person: Int? {
    guard case .person(let index) = identity else { return nil }
    return index
  }

  /// Whether one of `names` is among its permissions.
  func has(_ names: [String]) -> Bool {
    guard let permissions else { return true }
    return names.contains { name in permissions.contains { $0.lowercased() == name.lowercased() } }
  }
}

/// Groups of permissions, any of which does.
enum Permissions {
  private static let directory = [
    "Directory.Read.All", "Directory.ReadWrite.All", "Directory.AccessAsUser.All",
  ]
  static let readApplications =
    ["Application.Read.All", "Application.ReadWrite.All", "Application.ReadWrite.OwnedBy"]
    + directory
  static let writeApplications = [
    "Application.ReadWrite.All", "Application.ReadWrite.OwnedBy", "Directory.AccessAsUser.All",
  ]
  static let writeAssignments = ["AppRoleAssignment.ReadWrite.All", "Directory.AccessAsUser.All"]
  static let readGrants = ["DelegatedPermissionGrant.ReadWrite.All"] + directory
  static let writeGrants = [
    "DelegatedPermissionGrant.ReadWrite.All", "Directory.ReadWrite.All",
    "Directory.AccessAsUser.All",
  ]
  static let readUsers =
    ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All"] + directory
  static let readGroups =
    ["Group.ReadBasic.All", "GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All"]
    + directory
  static let readPolicies = ["Policy.Read.All", "Policy.ReadWrite.Authorization"]
  static let readLogs = ["AuditLog.Read.All"]
  static let readRoles =
    ["RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory"] + directory
  static let readObjects = directory
  static let all = Set(
    readApplications + writeApplications + writeAssignments + readGrants + writeGrants + readUsers
      + readGroups + readPolicies + readLogs + readRoles + readMyself + readOrganization)
  static let readMyself = ["User.Read", "User.ReadWrite"] + readUsers
  static let readOrganization =
    ["User.Read", "Organization.Read.All", "Organization.ReadWrite.All"] + readUsers
}
