/// Where the sign-in service is and what it can do: OpenID's document.
struct Discovery: Encodable, Sendable {
  let issuer: String
  let authorizationEndpoint: String
  let tokenEndpoint: String
  let deviceAuthorizationEndpoint: String
  let endSessionEndpoint: String
  let userinfoEndpoint: String
  let jwksUri: String
  let responseTypesSupported = ["code", "id_token"]
  let responseModesSupported = ["query", "fragment", "form_post"]
  let subjectTypesSupported = ["pairwise"]
  let scopesSupported = ["openid", "profile", "email", "offline_access"]
  let idTokenSigningAlgValuesSupported = ["RS256"]
  let tokenEndpointAuthMethodsSupported = ["client_secret_post", "client_secret_basic"]
  let claimsSupported = ["sub", "iss", "aud", "exp", "iat", "nbf", "tid", "oid", "name"]
  let tenantRegionScope = "EU"
  let cloudInstanceName = "microsoftonline.com"
  let cloudGraphHostName = "graph.windows.net"
  let msgraphHost: String
  let rbacUrl = "https://pas.windows.net"

  /// The document of the authority `tenant`; tokens are issued by `issuer` whoever asks.
  init(base: String, tenant: String, issuer: String) {
    let authority = "\(base)/\(tenant)"
    self.issuer = "\(base)/\(issuer)/v2.0"
    authorizationEndpoint = "\(authority)/oauth2/v2.0/authorize"
    tokenEndpoint = "\(authority)/oauth2/v2.0/token"
    deviceAuthorizationEndpoint = "\(authority)/oauth2/v2.0/devicecode"
    endSessionEndpoint = "\(authority)/oauth2/v2.0/logout"
    userinfoEndpoint = "\(base)/v1.0/me"
    jwksUri = "\(authority)/discovery/v2.0/keys"
    msgraphHost = String(base.drop { $0 != "/" }.drop { $0 == "/" })
  }
}

/// Which sign-in services there are: what msal asks before it trusts a host.
struct InstanceDiscovery: Encodable, Sendable {
  struct Cloud: Encodable, Sendable {
    let preferredNetwork: String
    let preferredCache: String
    let aliases: [String]
  }

  let tenantDiscoveryEndpoint: String
  let version = "1.1"
  let metadata: [Cloud]

  init(base: String, tenant: String) {
    let host = String(base.drop { $0 != "/" }.drop { $0 == "/" })
    tenantDiscoveryEndpoint = "\(base)/\(tenant)/v2.0/.well-known/openid-configuration"
    metadata = [Cloud(preferredNetwork: host, preferredCache: host, aliases: [host])]
  }

  enum CodingKeys: String, CodingKey {
    case tenantDiscoveryEndpoint = "tenant_discovery_endpoint"
    case version = "api-version"
    case metadata
  }
}

/// The keys that tokens are signed with: none, for these are not signed.
struct SigningKeys: Encodable, Sendable {
  let keys: [String] = []
}
