public import Entra

/// Which tenant somebody signs in to, as the sign-in service takes it.
public enum TenantName: Sendable, Hashable {
  /// By its ID.
  case id(TenantID)
  /// By one of its verified domains.
  case domain(DomainName)
  /// Whichever work account signs in brings its own.
  case organizations

  /// Reads an ID, a domain or `organizations`.
  public init?(_ text: some StringProtocol) {
    if let id = TenantID(text) {
      self = .id(id)
    } else if text.lowercased() == "organizations" {
      self = .organizations
    } else if let domain = DomainName(text) {
      self = .domain(domain)
    } else {
      return nil
    }
  }
}

extension TenantName: CustomStringConvertible {
  /// The tenant as it stands in addresses.
  public var description: String {
    switch self {
    case .id(let id): id.description
    case .domain(let domain): domain.text
    case .organizations: "organizations"
    }
  }
}

/// Where people and applications sign in to a tenant: in one cloud, or on a simulator.
public struct SignInService: Sendable, Hashable {
  /// `https`; `http` on this machine alone.
  public let scheme: String
  /// Host, with the port where it is not the usual one.
  public let authority: String
  /// Whose directory.
  public let tenant: TenantName
  /// What tokens are for: the scopes of Graph begin with it.
  public let resource: String

  /// The sign-in service of a cloud.
  public init(_ cloud: Cloud, tenant: TenantName) {
    (scheme, authority, self.tenant) = ("https", cloud.loginHost, tenant)
    resource = "https://\(cloud.graphHost)"
  }

  /// A simulator's, at an address of this machine: `http://localhost:8080`, the tenant behind it.
  ///
  /// `nil` for any other host, and where `address` and `tenant` name two tenants.
  public init?(loopback address: some StringProtocol, tenant: TenantName? = nil) {
    guard let address = LoopbackAddress(address) else { return nil }
    var parts = address.path.split(separator: "/")[...]
    if parts.last == "v2.0" { parts.removeLast() }
    let named = parts.first.flatMap { TenantName($0) }
    guard parts.count <= 1, parts.isEmpty || named != nil,
      named == nil || tenant == nil || named == tenant
    else { return nil }
    (scheme, authority) = (address.scheme, address.authority)
    self.tenant = tenant ?? named ?? .organizations
    resource = "https://\(Cloud.global.graphHost)"
  }

  /// Everything that Graph has and the client was given.
  public var defaultScope: String { resource + "/.default" }
}
