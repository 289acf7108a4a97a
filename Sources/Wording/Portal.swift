/// A page of the portal, by its menu words: the present ones and those before 2025.
public enum PortalPage: String, Sendable, Hashable, CaseIterable {
  /// The list of enterprise applications.
  case applications
  /// The application's own page.
  case application
  /// Its users and groups.
  case users
  /// Its properties.
  case properties
  /// Its permissions.
  case permissions
  /// Its sign-in log.
  case signInLogs
  /// What users may consent to.
  case userConsent
  /// The roles of the admin who is signed in.
  case myRoles
}

extension Words {
  /// The menu path to a page, in the portal's present words.
  public func path(to page: PortalPage) -> [String] {
    let list = ["Entra ID", "Enterprise apps"]
    return switch page {
    case .applications: list + ["All applications"]
    case .application: list + ["All applications", app]
    case .users: list + [app, "Manage", "Users and groups"]
    case .properties: list + [app, "Manage", "Properties"]
    case .permissions: list + [app, "Security", "Permissions"]
    case .signInLogs: list + [app, "Activity", "Sign-in logs"]
    case .userConsent: list + ["Consent and permissions", "User consent settings"]
    case .myRoles: ["Entra ID", "Roles & admins"]
    }
  }

  /// The same path in the words that the portal used before 2025.
  public func formerPath(to page: PortalPage) -> [String] {
    let path = path(to: page)
    let list = ["Identity", "Applications", "Enterprise applications"]
    return switch page {
    case .applications, .application, .users, .properties, .permissions, .signInLogs:
      list + path.dropFirst(2)
    case .userConsent: list + path.dropFirst(2)
    case .myRoles: ["Identity", "Roles & admins", "Roles & admins"]
    }
  }

  /// A path in one line: `Entra ID > Enterprise apps > All applications`.
  public func line(for path: [String]) -> String { path.joined(separator: " > ") }
}
