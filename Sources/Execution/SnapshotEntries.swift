import Entra
import Graph
import Journal
import Remediation
import Wording

extension SnapshotContents {
  /// Everything a deletion takes away, as rows of the ledger.
  var entries: [LedgerEntry] {
    assignments.map { LedgerEntry($0) }
      + grants.map { LedgerEntry($0, resourceName: ForeignText($0.resourceID.description)) }
      + permissions.map { permission in
        LedgerEntry(
          part: .permission, name: ForeignText(permission.resourceID?.description ?? ""),
          roleID: permission.roleID, resourceID: permission.resourceID)
      }
      + owners.map { owner in
        LedgerEntry(
          part: .owner, name: owner.name.isEmpty ? ForeignText(owner.id.description) : owner.name,
          objectID: owner.id, kind: owner.kind)
      }
      + (settings.appRoleAssignmentRequired == true ? [.assignmentRequired] : [])
      + properties
  }

  /// What an administrator had set, beside "Assignment required?".
  private var properties: [LedgerEntry] {
    func property(_ name: String, _ value: String?) -> [LedgerEntry] {
      guard let value, !value.isEmpty else { return [] }
      return [LedgerEntry(part: .property, name: ForeignText(name), detail: ForeignText(value))]
    }
    // Re-adding sets the first tag itself, and copies the homepage from the vendor's application.
    let tags = settings.tags.filter { $0 != "WindowsAzureActiveDirectoryIntegratedApp" }
    return property(
      "Enabled for users to sign-in?", settings.accountEnabled == false ? "No" : nil)
      + tags.sorted().flatMap { property("Tag", $0) } + property("Notes", settings.notes)
      + property("Description", settings.description)
      + settings.notificationEmailAddresses.sorted().flatMap { property("Notification email", $0) }
      + property("Single sign-on", settings.preferredSingleSignOnMode)
      + property("Sign-in URL", settings.loginUrl)
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
