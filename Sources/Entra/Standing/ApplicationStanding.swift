/// An application that lies in the recycle bin.
public struct DeletedApplication: Sendable, Hashable {
  /// The object ID by which it is restored.
  public var id: ObjectID
  /// Its name.
  public var name: ForeignText
  /// When it was deleted, as Graph wrote it.
  public var deletedAt: String
  /// How many whole days it can still be restored.
  public var daysLeft: Int
  /// Whether it is the one to restore: of several the one that lived longest, since an empty one
  /// that was added in between did not; none beside one that is alive.
  public var isBest: Bool
  /// Whether it required assignment; nil where that was not told.
  public var isAssignmentRequired: Bool?

  /// A deleted application by its parts.
  public init(
    id: ObjectID, name: ForeignText, deletedAt: String, daysLeft: Int, isBest: Bool
  ) {
    (self.id, self.name, self.deletedAt) = (id, name, deletedAt)
    (self.daysLeft, self.isBest) = (daysLeft, isBest)
  }
}

/// An application whose name is like ours and whose ID is another.
public struct LookAlikeApplication: Sendable, Hashable {
  /// Its object ID.
  public var id: ObjectID
  /// Its application ID, which tells it from ours.
  public var appID: AppID
  /// Its name.
  public var name: ForeignText
  /// The tenant where it was registered.
  public var ownerTenant: TenantID?
  /// Whether its name is ours to the letter.
  public var isTwin: Bool

  /// A look-alike by its parts.
  public init(
    id: ObjectID, appID: AppID, name: ForeignText, ownerTenant: TenantID?, isTwin: Bool
  ) {
    (self.id, self.appID, self.name) = (id, appID, name)
    (self.ownerTenant, self.isTwin) = (ownerTenant, isTwin)
  }
}

/// What users of a tenant may consent to by themselves, as the portal offers it.
public enum UserConsentSetting: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nothing.
  case off
  /// Low-impact permissions of verified publishers.
  case low
  /// Whatever needs no admin.
  case legacy
  /// What Microsoft lets through.
  case recommended
  /// A policy of the tenant's own.
  case custom
}
