public import Entra

/// As which application Regrant signs in: it needs one, and none of its own is registered.
///
/// The two of Microsoft's are in every tenant; one that is registered for this is best.
public struct SignInClient: Sendable, Hashable {
  /// Its application ID.
  public let id: AppID
  /// What to tell before it is used.
  public let caveats: [SignInCaveat]

  /// An application that somebody registered for this.
  public init(registered id: AppID) {
    switch id {
    case Self.graphTools.id: self = Self.graphTools
    case Self.azureCLI.id: self = Self.azureCLI
    default: self.init(id, [.consentOnce, .codesMayBeBlocked])
    }
  }

  private init(_ id: AppID, _ caveats: [SignInCaveat]) { (self.id, self.caveats) = (id, caveats) }

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
