import Entra

/// A service principal: an application inside the tenant, alive or in the recycle bin.
struct InstalledApplication: Sendable, Hashable {
  let id: ObjectID
  /// Counts the tenant's service principals, and orders their lists.
  let ordinal: Int
  let application: RegisteredApplication
  let created: Moment
  /// When it was created or restored; replicas learn of it later.
  var appeared: Moment
  var deleted: Moment?
  var isEnabled = true
  var requiresAssignment = false
  var name: String
  var tags: [String] = []
  var notes: String?
  var description: String?
  var homepage: String?
  var loginURL: String?
  var logoutURL: String?
  var signOnMode: String?
  var notificationAddresses: [String] = []
  var owners: [ObjectID] = []
  /// Names of policies by the relation they hang on; restoring does not bring them back.
  var policies: [String: [String]] = [:]

  static let integratedTag = "WindowsAzureActiveDirectoryIntegratedApp"

  init(_ application: RegisteredApplication, id: ObjectID, ordinal: Int, at now: Moment) {
    (self.id, self.ordinal, self.application) = (id, ordinal, application)
    (created, appeared) = (now, now)
    (name, homepage) = (application.name, application.homepage)
  }

  var appID: AppID { application.appID }

  /// Whether nobody gets a token for it.
  var isShut: Bool { !isEnabled || application.isDeactivated }

  /// Whether it declares a role that a person could hold.
  var hasUserRoles: Bool { application.roles.contains { $0.isEnabled && $0.isForUsers } }
}
