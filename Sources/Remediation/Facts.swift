public import Entra

/// What is known of the service principal with the profile's application ID.
public enum ApplicationObject: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody has looked.
  case unknown
  /// It exists and is enabled.
  case present
  /// It exists; "Enabled for users to sign-in?" is No.
  case disabled
  /// The vendor or Microsoft disabled it: nothing the customer does helps.
  case disabledByVendor
  /// It was deleted and created again since: present, and empty. The old one is restorable.
  case readded
  /// As ``readded``, and the old one can no longer be restored.
  case readdedForGood
  /// Deleted; restorable for 30 days.
  case deleted
  /// Deleted, and no longer restorable.
  case gone
  /// Never there: the first consent creates it.
  case neverInstalled
  /// Not in the list, and nobody knows why: perhaps the wrong tenant.
  case notSeen

  /// Whether a service principal with the application ID exists now.
  public var isPresent: Bool {
    switch self {
    case .present, .disabled, .disabledByVendor, .readded, .readdedForGood: true
    case .unknown, .deleted, .gone, .neverInstalled, .notSeen: false
    }
  }

  /// Whether it exists and is enabled: what consent and assignment presuppose.
  public var isUsable: Bool { self == .present || isReadded }

  /// Whether it was there and a deletion took it away.
  public var isDeleted: Bool { self == .deleted || self == .gone }

  /// Whether it is another object than before a deletion.
  public var isReadded: Bool { self == .readded || self == .readdedForGood }

  /// Whether a deleted one could still be brought back.
  public var isRestorable: Bool { self == .deleted || self == .readded }
}

/// What is known of one person who is out, or of those affected as a whole.
public struct Person: Sendable, Hashable, Codable {
  /// Whether they, or a group they are a *direct* member of, are assigned.
  public var assignment: Judgement
  /// Whether account, tenant and Conditional Access let them through.
  public var account: Judgement

  /// Somebody of whom nothing is known yet.
  public init(assignment: Judgement = .unknown, account: Judgement = .unknown) {
    (self.assignment, self.account) = (assignment, account)
  }
}

/// What is known of the tenant; the journal holds who said so and when.
public struct Facts: Sendable, Hashable, Codable {
  /// The service principal.
  public internal(set) var object = ApplicationObject.unknown
  /// The organization-wide consent.
  public internal(set) var consent = Judgement.unknown
  /// "Assignment required?" on the Properties page.
  public internal(set) var isAssignmentRequired: Bool?
  /// Those affected as a whole, then the people named one by one.
  public internal(set) var people = [Person()]
  /// Nexetic's own role of those affected.
  public internal(set) var nexeticRole = Judgement.unknown
  /// The directory roles of the admin at hand, active and not merely eligible; nil: not known.
  public internal(set) var roles: RoleSet?
  /// Whether the permissions to consent to were read from the tenant or are the profile's.
  public internal(set) var areScopesKnown = false
  /// Whether a re-add was answered with 650051 and has not succeeded since.
  public internal(set) var isReaddAwaited = false

  /// Nothing is known.
  public init() {}

  /// How many people a case can name beside those affected as a whole.
  public static let mostPeople = 20
}

/// What turned out to be so, whoever did it.
///
/// It is always accepted and orders nothing.
public enum Observation: Sendable, Hashable, Codable {
  /// The service principal is in this state.
  case object(ApplicationObject)
  /// The organization-wide consent is there, or not.
  case consent(Judgement)
  /// "Assignment required?" is set, or not.
  case assignmentRequired(Bool)
  /// On the one that was deleted "Assignment required?" was set, or not.
  case formerRequirement(Bool)
  /// This person is assigned, or not; 0 is those affected as a whole.
  case assignment(person: Int, Judgement)
  /// This person's account gets through, or not.
  case account(person: Int, Judgement)
  /// One more person is named.
  case person
  /// Nexetic's own role is Full Access, or not.
  case nexeticRole(Judgement)
  /// The admin at hand has these roles, active now.
  case roles(RoleSet)
  /// The permissions to consent to are known, or not.
  case scopes(isKnown: Bool)
  /// It is this tenant, as the sign-in tells.
  case tenant(DomainName)
  /// Another admin acts now; their roles are not known yet.
  case adminChanged
  /// The assignments or properties changed since the snapshot.
  case contentChanged
  /// The 30 days are over.
  case restoreWindowClosed
  /// Re-adding no longer answers 650051.
  case deletionSettled
}
