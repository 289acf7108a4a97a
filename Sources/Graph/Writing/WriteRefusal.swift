public import Entra

/// Why a command was not carried out; nothing was written.
public enum WriteRefusal: Error, Sendable, Hashable {
  /// The command belongs to another case.
  case anotherCase
  /// The command belongs to another tenant.
  case anotherTenant(DomainName)
  /// A deletion that names no tenant.
  case tenantUnknown
  /// The command was begun before: each is carried out at most once.
  case alreadyBegun
  /// The particulars are of another deed than the command orders.
  case misfit
  /// More entries than the command orders.
  case tooMany(ordered: Int, given: Int)
  /// No entries.
  case empty
  /// What is ordered is an admin's to do, not Graph's.
  case notThroughGraph
  /// The object is of another application than the command's.
  case wrongApplication(found: AppID)
  /// The object could not be looked at.
  case unseen(GraphError)
  /// What was about to be done could not be written down.
  case unrecorded
}
