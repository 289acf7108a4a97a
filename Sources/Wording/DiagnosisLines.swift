public import Entra
import Remediation

extension Words {
  /// An option's title.
  public func title(of remedy: Remedy) -> String {
    switch remedy {
    case .assign: title(of: Act.assign)
    case .reconsent: title(of: Act.reconsent)
    case .replace: title(of: Act.replace)
    case .restore: title(of: Act.restore)
    }
  }

  /// An application that is not ours, told from others of the same name.
  public func line(for found: LookAlikeApplication) -> String {
    let kind = found.isTwin ? "same name, another application" : "another application"
    let owner = found.ownerTenant.map { ", from tenant \($0)" } ?? ""
    return "\(quoted(found.name)): \(kind), \(found.appID)\(owner)"
  }

  /// A deleted application.
  public func line(for deleted: DeletedApplication) -> String {
    deletion(of: deleted) + (deleted.isBest ? "; restore this one" : "")
  }

  /// Which one was deleted, when, and how long it can be restored.
  public func deletion(of deleted: DeletedApplication) -> String {
    "\(deleted.id): deleted on \(day(deleted.deletedAt)), "
      + "\(Quantity.counted(deleted.daysLeft, "day")) left"
  }

  /// An assigned group.
  public func line(for group: AssignmentStanding.Group) -> String {
    let members =
      group.members.map { Quantity.counted($0, "direct member") } ?? "members could not be read"
    let nested =
      group.nested.isEmpty
      ? "" : "; not covered: \(Quantity.listed(group.nested.map { quoted($0) }))"
    return "\(quoted(group.name)) \(group.id): \(members)\(nested)"
  }
}
