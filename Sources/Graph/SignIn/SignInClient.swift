public import Entra

/// As which application Regrant signs in: it needs one, and none of its own is registered.
///
/// - Source: graph permissions and client ids as recorded for public clients of Microsoft's.
public struct SignInClient: Sendable, Hashable {
  /// Its application ID.
  public let id: AppID
  /// What to tell before it is used.
  public let caveats: [Caveat]

  /// What comes with signing in as an application.
  public enum Caveat: String, Sendable, Hashable, CaseIterable {
    /// It may show a consent page of its own, with the same checkbox, for another application.
    case ownConsentPage
    /// What is accepted there stays as a grant on that application.
    case grantStays
    /// A tenant may have switched it off, require assignment to it, or block it.
    case mayBeShut
    /// Its budget of requests is shared with everybody in the tenant who uses it.
    case sharedBudget
    /// Its permissions are Microsoft's choice; policies and roles are not all readable.
    case fixedPermissions
    /// The customer consents to it once.
    case consentOnce
    /// Many tenants block device codes altogether: then another way of signing in is needed.
    case codesMayBeBlocked
  }

  /// An application that somebody registered for this.
  public init(registered id: AppID) {
    switch id {
    case Self.graphTools.id: self = Self.graphTools
    case Self.azureCLI.id: self = Self.azureCLI
    default: self.init(id, [.consentOnce, .codesMayBeBlocked])
    }
  }

  private init(_ id: AppID, _ caveats: [Caveat]) { (self.id, self.caveats) = (id, caveats) }

  /// Microsoft Graph Command Line Tools: takes any permission, and asks for consent to itself.
  public static let graphTools = Self(
    AppID(bits: 0x14D8_2EEC_204B_4C2F_B7E8_296A_70DA_B67E),
    [.ownConsentPage, .grantStays, .mayBeShut, .sharedBudget, .codesMayBeBlocked])

  /// Azure CLI: needs no consent, and has fixed permissions.
  public static let azureCLI = Self(
    AppID(bits: 0x04B0_7795_8DDB_461A_BBEE_02F9_E1BF_7B46),
    [.fixedPermissions, .mayBeShut, .sharedBudget, .codesMayBeBlocked])

  /// The scopes to ask for, so that these requests can be made.
  ///
  /// Only the least that they need; a client with fixed permissions is asked for what it has.
  public func scopes(for requests: some Sequence<RequestKind>, at service: SignInService)
    -> [String]
  {
    let own = ["offline_access", "openid", "profile"]
    guard !caveats.contains(.fixedPermissions) else { return [service.defaultScope] + own }
    let names = Set(requests.flatMap(\.permission.delegated))
    return names.sorted().map { "\(service.resource)/\($0)" } + own
  }
}
