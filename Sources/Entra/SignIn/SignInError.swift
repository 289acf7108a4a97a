/// A code of Microsoft's sign-in service: `AADSTS50105`.
///
/// Any number is kept; ``kind`` is ``Kind/unknown`` for those that the table does not hold.
public struct SignInError: Sendable, Hashable, Codable {
  /// The digits after `AADSTS`.
  public let code: Int

  /// An error by its number.
  public init(code: Int) { self.code = code }

  /// What it says about the application, the account or the tenant.
  public var kind: Kind { entry?.kind ?? .unknown }

  /// What Microsoft's page begins with, in lower case, from the first word that never varies.
  ///
  /// Empty where several codes share a sentence or none is known: then only the number tells.
  public var fragments: [String] { entry?.fragments ?? [] }

  /// Where the meaning comes from; `nil` for a code that the table does not hold.
  public var source: Source? { entry?.source }

  /// The code as users see it.
  public var name: String { "AADSTS\(code)" }

  /// What a code is about: several codes ask for the same thing to be done.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The application, or an API it needs, has no service principal in this tenant.
    case applicationMissing
    /// The service principal is there and switched off.
    case applicationDisabled
    /// Nobody has agreed to what the application asks for.
    case consentMissing
    /// Somebody was asked and pressed Cancel.
    case consentDeclined
    /// Assignment is required, and this user has none.
    case notAssigned
    /// The account is not one of this tenant's.
    case accountUnknown
    /// The account is disabled, locked or has an expired password.
    case accountBlocked
    /// The user mistyped.
    case credentials
    /// A policy of the customer's stands in the way: Conditional Access, MFA, tenant restrictions.
    case policyBlocked
    /// The tenant does not exist, or lives in another cloud.
    case tenantWrong
    /// An API that the application needs is not to be had in this tenant.
    case resourceMissing
    /// The service principal is being created at this moment: wait.
    case recreationPending
    /// The application itself is wrong: only its vendor can mend it.
    case vendorFault
    /// Our own sign-in failed, not the user's.
    case ownSignIn
    /// An ordinary interruption, or a session that ended: sign in again.
    case interrupted
    /// A code that the table does not hold.
    case unknown
  }

  /// Where a meaning comes from.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// Microsoft, "Microsoft Entra authentication and authorization error codes".
    case documented
    /// Seen on error pages, and documented only in part.
    case field
  }

  /// Every error of the table, by number.
  public static let known: [SignInError] = table.keys.sorted().map(SignInError.init(code:))

  private var entry: Entry? { Self.table[code] }
}

extension SignInError: Comparable {
  /// Orders by number.
  public static func < (one: Self, other: Self) -> Bool { one.code < other.code }
}

extension SignInError: CustomStringConvertible {
  /// The code as users see it.
  public var description: String { name }
}
