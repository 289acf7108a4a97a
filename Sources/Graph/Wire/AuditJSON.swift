/// `directoryAudit` as Graph sends it: something that was done, by whom.
public struct AuditJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The record's ID.
  public let id: String?
  /// When, as Graph wrote it.
  public let activityDateTime: String?
  /// What, as in `Consent to application`.
  public let activityDisplayName: String?
  /// `success`, `failure`, `timeout`, or what is added one day.
  public let result: String?
  /// Why not.
  public let resultReason: String?
  /// Who did it.
  public let initiatedBy: Initiator?
  /// To what.
  public let targetResources: [Target]?

  /// Who did something.
  public struct Initiator: Sendable, Hashable, Decodable {
    /// The person, unless it was an application.
    public let user: User?

    /// The person.
    public struct User: Sendable, Hashable, Decodable {
      /// Object ID.
      public let id: String?
      /// Name.
      public let displayName: String?
      /// The name to sign in with.
      public let userPrincipalName: String?
    }
  }

  /// What something was done to.
  public struct Target: Sendable, Hashable, Decodable {
    /// Object ID.
    public let id: String?
    /// Name.
    public let displayName: String?
    /// What was changed.
    public let modifiedProperties: [Change]?
  }

  /// One changed value.
  public struct Change: Sendable, Hashable, Decodable {
    /// Which value.
    public let displayName: String?
    /// JSON inside a string, often a string again.
    public let newValue: String?
  }

  /// Whether consent was given on behalf of the organization; `false` is the recorded proof that
  /// the checkbox was not ticked, `nil` means that the record does not say.
  public var isOnBehalfOfAll: Bool? { flag("ConsentContext.OnBehalfOfAll") }

  /// Whether an admin consented.
  public var isAdminConsent: Bool? { flag("ConsentContext.IsAdminConsent") }

  private func flag(_ name: String) -> Bool? {
    let changes = (targetResources ?? []).flatMap { $0.modifiedProperties ?? [] }
    let value = changes.first { $0.displayName == name }?.newValue
    return switch value?.filter({ $0 != "\"" && $0 != "\\" && $0 != " " }).lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }
}
