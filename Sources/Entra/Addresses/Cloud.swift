/// One of Microsoft's clouds: its hosts know nothing of the others' tenants.
///
/// - Source: Microsoft, "Microsoft Entra authentication and national clouds".
public enum Cloud: String, Sendable, Hashable, Codable, CaseIterable {
  /// The one nearly everybody uses; GCC too.
  case global
  /// US Government L4, "GCC High".
  case usGovernment
  /// US Government L5, Department of Defense: its own Graph, the sign-in hosts of L4.
  case dod
  /// China, operated by 21Vianet.
  case china

  /// Where people sign in.
  public var loginHost: String {
    switch self {
    case .global: "login.microsoftonline.com"
    case .usGovernment, .dod: "login.microsoftonline.us"
    case .china: "login.partner.microsoftonline.cn"
    }
  }

  /// Where Microsoft Graph answers; a token's scope is `https://{graphHost}/.default`.
  public var graphHost: String {
    switch self {
    case .global: "graph.microsoft.com"
    case .usGovernment: "graph.microsoft.us"
    case .dod: "dod-graph.microsoft.us"
    case .china: "microsoftgraph.chinacloudapi.cn"
    }
  }

  /// Where links to the portal lead.
  ///
  /// The Entra admin center in the global cloud. In the others its address is not documented, and
  /// the Azure portal, which shows the same pages, is.
  public var portalHost: String {
    switch self {
    case .global: "entra.microsoft.com"
    case .usGovernment, .dod: "portal.azure.us"
    case .china: "portal.azure.cn"
    }
  }

  /// The cloud whose sign-in service answers at `host`, in either case and by its former name.
  ///
  /// The hosts of L4 and L5 are the same: they give ``usGovernment``.
  public init?(loginHost host: some StringProtocol) {
    guard let cloud = Self.loginHosts[host.lowercased()] else { return nil }
    self = cloud
  }

  /// The cloud whose portal is at `host`, in either case: the Entra admin center or Azure's.
  public init?(portalHost host: some StringProtocol) {
    guard let cloud = Self.portalHosts[host.lowercased()] else { return nil }
    self = cloud
  }

  /// Every host that people sign in at, former ones included.
  static let loginHosts: [String: Cloud] = [
    "login.microsoftonline.com": .global, "login.microsoft.com": .global,
    "login.windows.net": .global, "login.microsoftonline.us": .usGovernment,
    "login.partner.microsoftonline.cn": .china, "login.chinacloudapi.cn": .china,
  ]

  /// Every host of a portal.
  static let portalHosts: [String: Cloud] = [
    "entra.microsoft.com": .global, "portal.azure.com": .global, "aad.portal.azure.com": .global,
    "entra.microsoft.us": .usGovernment, "portal.azure.us": .usGovernment,
    "entra.microsoftonline.cn": .china, "portal.azure.cn": .china,
  ]
}
