public import Entra

/// A Conditional Access policy that blocks sign-in.
public struct ConditionalAccessPolicy: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Whom it blocks.
  public var blocks: People
  /// The application it is about; `nil` for all.
  public var application: AppID?

  /// A policy by its parts.
  public init(name: String, blocks: People, application: AppID? = nil) {
    (self.name, self.blocks, self.application) = (name, blocks, application)
  }

  /// A set of people.
  public enum People: Sendable, Hashable {
    /// Everybody.
    case everybody
    /// Guests.
    case guests
    /// These.
    case listed(Set<ObjectID>)
  }
}
