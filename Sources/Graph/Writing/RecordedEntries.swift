public import Entra

/// What a snapshot holds and no other act brings back, to be written to the object that took the
/// deleted one's place.
public struct RecordedEntries: Sendable, Hashable {
  /// Who may use the application, in the order in which they are let in.
  public var assignments: [Particulars.AssignmentEntry] = []
  /// What the application may do by itself.
  public var permissions: [PermissionEntry] = []
  /// Who owns it.
  public var owners: [ObjectID] = []
  /// What an administrator had set.
  public var properties = RecordedProperties()

  /// Nothing.
  public init() {}

  /// An application permission: a role of an API, held by the application.
  public struct PermissionEntry: Sendable, Hashable {
    /// The API's service principal, by object ID.
    public let resource: ObjectID
    /// Which role.
    public let role: ObjectID

    /// A role of an API.
    public init(resource: ObjectID, role: ObjectID) {
      (self.resource, self.role) = (resource, role)
    }
  }

  /// How many outcomes they have: one an entry, and one for all properties together.
  public var count: Int {
    assignments.count + permissions.count + owners.count + (properties.isEmpty ? 0 : 1)
  }
}

/// The properties that a deletion resets, as far as somebody had set them.
public struct RecordedProperties: Sendable, Hashable {
  /// "Enabled for users to sign-in?" was No.
  public var isDisabled = false
  /// Tags beside those that are there.
  public var tags: [ForeignText] = []
  /// Free text.
  public var notes: ForeignText?
  /// Free text.
  public var description: ForeignText?
  /// Addresses for notices, beside those that are there.
  public var notificationEmailAddresses: [ForeignText] = []
  /// Mode of single sign-on.
  public var preferredSingleSignOnMode: ForeignText?
  /// Sign-in address.
  public var loginUrl: ForeignText?

  /// Nothing was set.
  public init() {}

  /// Whether there is nothing to put back.
  public var isEmpty: Bool { self == Self() }

  /// The change: what was recorded, beside what the object has by now.
  func joined(with present: ServicePrincipalJSON.Settings) -> Change {
    Change(
      recorded: self, tags: Self.union(present.tags, tags),
      addresses: Self.union(present.notificationEmailAddresses, notificationEmailAddresses))
  }

  private static func union(_ present: [String], _ recorded: [ForeignText]) -> [ForeignText] {
    let present = present.map { ForeignText($0) }
    return present + recorded.filter { !present.contains($0) }
  }

  /// The body of the change; what was not recorded stays as it is.
  struct Change: Encodable {
    let recorded: RecordedProperties
    let tags: [ForeignText]
    let addresses: [ForeignText]

    private enum Key: String, CodingKey {
      case accountEnabled
      case tags
      case notes
      case description
      case notificationEmailAddresses
      case preferredSingleSignOnMode
      case loginUrl
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      if recorded.isDisabled { try fields.encode(false, forKey: .accountEnabled) }
      if !recorded.tags.isEmpty { try fields.encode(tags.map(Whole.init), forKey: .tags) }
      if !recorded.notificationEmailAddresses.isEmpty {
        try fields.encode(addresses.map(Whole.init), forKey: .notificationEmailAddresses)
      }
      for (key, text) in [
        (Key.notes, recorded.notes), (.description, recorded.description),
        (.preferredSingleSignOnMode, recorded.preferredSingleSignOnMode),
        (.loginUrl, recorded.loginUrl),
      ] {
        if let text { try fields.encode(Whole(text: text), forKey: key) }
      }
    }
  }

  /// A text as it was written.
  private struct Whole: Encodable {
    let text: ForeignText

    func encode(to encoder: any Encoder) throws { try text.returnWhole(to: encoder) }
  }
}
