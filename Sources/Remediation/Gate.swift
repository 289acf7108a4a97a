/// One of the five things that must be open before a user gets in.
public enum Gate: String, Sendable, Hashable, Codable, CaseIterable {
  /// The service principal with the profile's application ID exists and is enabled.
  case object
  /// An organization-wide grant, or this user's own, covers what is asked.
  case consent
  /// Assignment is not required, or the user or one of their direct groups is assigned.
  case assignment
  /// The account, the tenant and Conditional Access let the user through.
  case user
  /// Nexetic's own role is Full Access.
  case rbac

  /// Whether Regrant can open it; the other two belong to the customer's admin and to Nexetic.
  public var isOurs: Bool { self != .user && self != .rbac }
}

/// What is known of a gate.
public enum Judgement: String, Sendable, Hashable, Codable, CaseIterable {
  /// It lets people through.
  case open
  /// It keeps people out.
  case shut
  /// Nobody has looked.
  case unknown
}
