public import Entra
public import Graph

/// Everything that deleting the service principal would destroy, as it was read.
public struct SnapshotContents: Sendable, Hashable {
  /// The service principal's object ID.
  public let objectID: ObjectID
  /// Whose it is.
  public let appID: AppID
  /// Its name in the tenant.
  public let name: ForeignText
  /// What an administrator had set.
  public let settings: ServicePrincipalJSON.Settings
  /// Who is assigned, each once for each role.
  public let assignments: [AppRoleAssignment]
  /// Delegated permissions: consents, for the organization and users' own.
  public let grants: [PermissionGrant]
  /// Application permissions: ours is the principal, the API the resource.
  public let permissions: [AppRoleAssignment]
  /// Who owns it.
  public let owners: [Owner]
  /// The same for the same contents, in whatever order they came, and fit for a digest.
  ///
  /// It holds what would be restored: not the rows' own IDs, nor names, which lag behind a rename.
  /// ASCII only.
  public let canonical: String

  /// An owner: only its ID is certain, the rest depends on what the reader may see.
  public struct Owner: Sendable, Hashable {
    /// Its object ID.
    public let id: ObjectID
    /// What it is, where Graph says.
    public let kind: Principal.Kind?
    /// Its name, where Graph says.
    public let name: ForeignText
  }

  /// Takes the rows together and puts them in order.
  /// - Throws: ``WireError`` if it is not told which service principal it is.
  init(
    _ principal: ServicePrincipalJSON, assignments: [AppRoleAssignment], grants: [PermissionGrant],
    permissions: [AppRoleAssignment], owners: [Owner]
  ) throws(WireError) {
    objectID = try principal.objectID()
    appID = try principal.applicationID()
    name = ForeignText(principal.displayName ?? "")
    settings = principal.settings
    let lines = CanonicalLines(settings: principal.settings)
    self.assignments = lines.ordered(assignments, by: lines.line)
    self.grants = lines.ordered(grants, by: lines.line)
    self.permissions = lines.ordered(permissions, by: lines.permissionLine)
    self.owners = lines.ordered(owners) { "owner \($0.id)" }
    var all = ["servicePrincipal \(objectID) \(appID)"] + lines.settings
    all += self.assignments.map(lines.line) + self.grants.map(lines.line)
    all += self.permissions.map(lines.permissionLine) + self.owners.map { "owner \($0.id)" }
    canonical = all.map { $0 + "\n" }.joined()
  }

  /// How many rows a set has.
  public func count(of set: SnapshotSet) -> Int {
    switch set {
    case .assignments: assignments.count
    case .grants: grants.count
    case .permissions: permissions.count
    case .owners: owners.count
    }
  }
}

/// What ``SnapshotContents/canonical`` is made of: a line for each thing.
private struct CanonicalLines {
  let settings: [String]

  init(settings: ServicePrincipalJSON.Settings) {
    func text(_ name: String, _ value: String?) -> String {
      "\(name) \(value.map(Self.escaped) ?? "null")"
    }
    func flag(_ name: String, _ value: Bool?) -> String {
      "\(name) \(value.map { String($0) } ?? "null")"
    }
    func texts(_ name: String, _ values: [String]) -> [String] {
      Set(values.map(Self.escaped)).sorted().map { "\(name) \($0)" }
    }
    self.settings =
      [
        flag("accountEnabled", settings.accountEnabled),
        flag("appRoleAssignmentRequired", settings.appRoleAssignmentRequired),
        text("notes", settings.notes), text("description", settings.description),
        text("preferredSingleSignOnMode", settings.preferredSingleSignOnMode),
        text("loginUrl", settings.loginUrl), text("homepage", settings.homepage),
      ] + texts("tag", settings.tags)
      + texts("notificationEmailAddress", settings.notificationEmailAddresses)
  }

  func line(_ assignment: AppRoleAssignment) -> String {
    "assignment \(assignment.principal.id) \(assignment.principal.kind.rawValue) \(assignment.roleID)"
  }

  func permissionLine(_ assignment: AppRoleAssignment) -> String {
    "permission \(assignment.resourceID.map { String(describing: $0) } ?? "") \(assignment.roleID)"
  }

  func line(_ grant: PermissionGrant) -> String {
    let scopes = grant.permitted.values.sorted().map(Self.escaped).joined(separator: ",")
    let principal = grant.principalID.map { String(describing: $0) } ?? "everybody"
    return "grant \(grant.resourceID) \(principal) \(scopes)"
  }

  /// Sorted by their lines, each line once.
  func ordered<Row>(_ rows: [Row], by line: (Row) -> String) -> [Row] {
    var seen: Set<String> = []
    return rows.map { (line: line($0), row: $0) }.sorted { $0.line < $1.line }
      .filter { seen.insert($0.line).inserted }.map(\.row)
  }

  /// Percent-encoded but for letters, digits and a few marks; an empty text is `%`.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var escaped = ""
    for byte in text.utf8 {
      let scalar = UnicodeScalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._@:/".unicodeScalars.contains(scalar)
      {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return escaped.isEmpty ? "%" : escaped
  }
}
