/// Whether somebody gets in, judged from what the directory holds.
public enum Access: Sendable, Hashable {
  /// Nothing in the directory keeps them out.
  case admitted
  /// They see a consent prompt that they may accept for themselves, and are in.
  case asked
  /// They are kept out.
  case out(Obstruction)
  /// It can't be told.
  case unknown(Doubt)

  /// What keeps somebody out, the first gate that is shut.
  public enum Obstruction: String, Sendable, Hashable, Codable, CaseIterable {
    /// There is no such account.
    case accountMissing
    /// The account is blocked.
    case accountDisabled
    /// Conditional Access refused their last sign-in.
    case blockedByPolicy
    /// The application is not there.
    case applicationMissing
    /// The application is switched off.
    case applicationDisabled
    /// Assignment is required, and they have none.
    case notAssigned
    /// An assigned group holds them only through another group.
    case nestedOnly
    /// Neither the organization nor they have consented, and they may not.
    case consentMissing
  }

  /// What could not be told.
  public enum Doubt: String, Sendable, Hashable, Codable, CaseIterable {
    /// How the application is.
    case application
    /// Whether assignment is required, or whether they are assigned.
    case assignment
    /// What was consented to.
    case consent
    /// Whether they may consent for themselves.
    case ownConsent
    /// How the account is.
    case account
  }

  /// Whether they get in; `nil` when it can't be told.
  public var letsIn: Bool? {
    switch self {
    case .admitted, .asked: true
    case .out: false
    case .unknown: nil
    }
  }
}
