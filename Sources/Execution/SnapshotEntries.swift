import Entra
import Graph
import Journal
import Remediation
import Wording

extension SnapshotContents {
  /// Everything a deletion takes away, as rows of the ledger.
  var entries: [LedgerEntry] {
    assignments.map { LedgerEntry($0) } + grants.map(LedgerEntry.init(granted:))
      + permissions.map(LedgerEntry.init(permitted:))
      + owners.map { LedgerEntry(owner: $0.id, kind: $0.kind, named: $0.name) }
      + LedgerEntry.settings(settings)
  }
}

extension LedgerEntry {
  /// A delegated grant; the API goes by its ID, which pastes and readings have in common.
  init(granted grant: PermissionGrant) {
    self.init(grant, resourceName: ForeignText(grant.resourceID.description))
  }

  /// An application permission.
  init(permitted permission: AppRoleAssignment) {
    self.init(
      part: .permission, name: ForeignText(permission.resourceID?.description ?? ""),
      roleID: permission.roleID, resourceID: permission.resourceID)
  }

  /// An owner, by name where there is one.
  init(owner id: ObjectID, kind: Principal.Kind?, named name: ForeignText) {
    self.init(
      part: .owner, name: name.isEmpty ? ForeignText(id.description) : name, objectID: id,
      kind: kind)
  }

  /// What an administrator had set: "Assignment required?" first.
  static func settings(_ settings: ServicePrincipalJSON.Settings) -> [LedgerEntry] {
    // Re-adding sets the first tag itself, and copies the homepage from the vendor's application.
    let tags = settings.tags.filter { $0 != ServicePrincipal.Tag.integrated }
    return (settings.appRoleAssignmentRequired == true ? [.assignmentRequired] : [])
      + property(.enabled, settings.accountEnabled == false ? "No" : nil)
      + tags.sorted().flatMap { property(.tag, $0) } + property(.notes, settings.notes)
      + property(.description, settings.description)
      + settings.notificationEmailAddresses.sorted().flatMap { property(.notificationEmail, $0) }
      + property(.singleSignOn, settings.preferredSingleSignOnMode)
      + property(.signInURL, settings.loginUrl)
  }

  /// A policy that hangs on the application: neither restoring nor Regrant brings it back.
  init(policy name: ForeignText, of kind: PolicyKind) {
    self.init(part: .property, name: ForeignText("Policy (\(kind.rawValue))"), detail: name)
  }

  /// The properties that are recorded, as they are called in the ledger.
  enum RecordedName: String, CaseIterable {
    case enabled = "Enabled for users to sign-in?"
    case tag = "Tag"
    case notes = "Notes"
    case description = "Description"
    case notificationEmail = "Notification email"
    case singleSignOn = "Single sign-on"
    case signInURL = "Sign-in URL"
  }

  /// Which property a row is about, where it is one that can be put back.
  var recordedName: RecordedName? {
    part == .property ? RecordedName(rawValue: name.safe) : nil
  }

  private static func property(_ name: RecordedName, _ value: String?) -> [LedgerEntry] {
    guard let value, !value.isEmpty else { return [] }
    return [
      LedgerEntry(part: .property, name: ForeignText(name.rawValue), detail: ForeignText(value))
    ]
  }
}

extension ReadOutCounts {
  /// As many rows as were counted; none names anybody.
  var entries: [LedgerEntry] {
    let parts: [(LedgerEntry.Part, Part)] = [
      (.assignment, .assignments), (.grant, .grants), (.permission, .permissions),
      (.owner, .owners), (.property, .properties),
    ]
    return parts.flatMap { row, part in
      (1...max(1, self[part])).prefix(self[part]).map { number in
        LedgerEntry(
          part: row, name: ForeignText("\(LedgerEntry.readOut) \(number) of \(self[part])"),
          kind: row == .assignment ? (number <= self[.groups] ? .group : .user) : nil)
      }
    } + (isAssignmentRequired ? [.assignmentRequired] : [])
  }
}

extension LedgerEntry {
  /// How the name of a row begins that was counted and not named.
  fileprivate static let readOut = "read out, number"

  /// Whether it was counted and not named.
  var isReadOut: Bool {
    objectID == nil && resourceID == nil && detail == nil && name.safe.hasPrefix(Self.readOut)
  }
}

extension ListedPrincipal {
  /// Somebody to be assigned, as a row of the ledger.
  var entry: LedgerEntry {
    var (label, id) = (name, ObjectID?.none)
    switch who {
    case .id(let objectID):
      id = objectID
      label = name ?? ForeignText(objectID.description)
    case .userPrincipalName(let userPrincipalName):
      label = ForeignText(userPrincipalName.description)
    case .name(let displayName): label = displayName
    }
    var (roleID, detail) = (ObjectID?.none, ForeignText?.none)
    switch role {
    case .id(let objectID): roleID = objectID
    case .name(let roleName): detail = roleName
    case nil: break
    }
    return LedgerEntry(
      part: .assignment, name: label ?? ForeignText(""), objectID: id, kind: kind, roleID: roleID,
      detail: detail)
  }
}
