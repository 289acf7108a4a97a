/// One person, as far as the directory tells whether they get in.
public struct PersonStanding: Sendable, Hashable {
  /// The name they sign in with.
  public var userPrincipalName: ForeignText
  /// Their name.
  public var name: ForeignText
  /// How the account is.
  public var account: Account
  /// Whether they are a guest.
  public var isGuest = false
  /// How they come by the application.
  public var assignment = Assignment.unknown
  /// Whether they have consented for themselves; `nil`: it could not be read.
  public var hasConsented: Bool?
  /// Their directory roles, of which some open a gate.
  public var roles = RoleSet.none
  /// Their last sign-in to the application, where the log could be read.
  public var lastSignIn: SignIn?

  /// A person of whom nothing else is known.
  public init(userPrincipalName: ForeignText, name: ForeignText, account: Account) {
    (self.userPrincipalName, self.name) = (userPrincipalName, name)
    self.account = account
  }

  /// How an account is.
  public enum Account: String, Sendable, Hashable, Codable, CaseIterable {
    /// It may sign in.
    case enabled
    /// Somebody blocked it.
    case disabled
    /// There is none of that name.
    case missing
    /// It could not be read.
    case unknown
  }

  /// How somebody comes by an application.
  public enum Assignment: Sendable, Hashable {
    /// They are assigned themselves.
    case direct
    /// A group is assigned that they are a direct member of.
    case group(ForeignText)
    /// A group is assigned that they are in through another group only, which does not count.
    case nestedOnly(ForeignText)
    /// Not at all.
    case none
    /// It could not be read.
    case unknown
  }

  /// A sign-in that the log tells of.
  public struct SignIn: Sendable, Hashable {
    /// The number after `AADSTS`; 0 when it worked.
    public var code: Int
    /// When, as Graph wrote it.
    public var at: String

    /// A sign-in by its parts.
    public init(code: Int, at: String) { (self.code, self.at) = (code, at) }
  }
}
