/// The tenant as an address names it.
public enum TenantReference: Sendable, Hashable, Codable {
  /// By its ID: always right.
  case id(TenantID)
  /// By one of its verified domains.
  case domain(DomainName)
  /// Whichever work or school tenant the admin belongs to.
  case organizations

  /// Reads a GUID, a domain or `organizations`; `common` and `consumers` are no tenant's.
  public init?(_ text: some StringProtocol) {
    if let id = TenantID(text) {
      self = .id(id)
    } else if let domain = DomainName(text) {
      self = .domain(domain)
    } else if text.lowercased() == "organizations" {
      self = .organizations
    } else {
      return nil
    }
  }
}

extension TenantReference: CustomStringConvertible {
  /// As it stands in an address.
  public var description: String {
    switch self {
    case .id(let id): id.description
    case .domain(let domain): domain.text
    case .organizations: "organizations"
    }
  }
}

/// An address at which an admin gives consent.
///
/// What it leads back to, `admin_consent=True` included, proves nothing: Microsoft answers so on
/// refusal too.
/// - Source: Microsoft, "Admin consent on the Microsoft identity platform".
public struct ConsentLink: Sendable, Hashable, Codable {
  /// The cloud of the tenant.
  public let cloud: Cloud
  /// Whose users shall be let in.
  public let tenant: TenantReference
  /// The application that asks.
  public let application: AppID
  /// What kind of page it opens.
  public let form: Form
  /// Where the application wants the answer; it must be registered.
  public let redirect: String?
  /// What the answer brings back unread.
  public let state: String?

  /// A link for the whole organization, to everything that the application has registered.
  public init(
    for application: AppID, in tenant: TenantReference, of cloud: Cloud = .global,
    redirect: String? = nil, state: String? = nil
  ) {
    self.init(application, tenant, cloud, .everythingRegistered, redirect, state)
  }

  /// A link for the whole organization, to `scopes` alone.
  public init(
    to scopes: [String], for application: AppID, in tenant: TenantReference,
    of cloud: Cloud = .global, redirect: String, state: String? = nil
  ) {
    self.init(application, tenant, cloud, .scopes(scopes), redirect, state)
  }

  /// A link to the ordinary prompt, where an admin may see the checkbox even after consenting.
  public init(
    askingAgainFor application: AppID, in tenant: TenantReference, of cloud: Cloud = .global,
    scopes: [String] = ["openid"], redirect: String, state: String? = nil
  ) {
    self.init(application, tenant, cloud, .prompt(scopes), redirect, state)
  }

  private init(
    _ application: AppID, _ tenant: TenantReference, _ cloud: Cloud, _ form: Form,
    _ redirect: String?, _ state: String?
  ) {
    (self.application, self.tenant, self.cloud) = (application, tenant, cloud)
    (self.form, self.redirect, self.state) = (form, redirect, state)
  }

  /// What kind of page an address opens.
  public enum Form: Sendable, Hashable, Codable {
    /// "Accept for your organization", no checkbox: all that is registered.
    case everythingRegistered
    /// "Accept for your organization", no checkbox: these only.
    case scopes([String])
    /// The sign-in prompt with its checkbox, for those who may see it.
    case prompt([String])
  }

  /// The address, whole: nothing in it is left to the terminal or the mail program to guess.
  public var address: String {
    var query = [("client_id", application.description)]
    if case .prompt = form { query.append(("response_type", "code")) }
    switch form {
    case .everythingRegistered: break
    case .scopes(let scopes), .prompt(let scopes):
      query.append(("scope", scopes.joined(separator: " ")))
    }
    if let redirect { query.append(("redirect_uri", redirect)) }
    if case .prompt = form { query.append(("prompt", "consent")) }
    if let state { query.append(("state", state)) }
    let pairs = query.map { "\($0)=\(PercentEncoding.encode($1))" }
    return "https://\(cloud.loginHost)/\(tenant)\(path)?\(pairs.joined(separator: "&"))"
  }

  private var path: String {
    switch form {
    case .everythingRegistered: "/adminconsent"
    case .scopes: "/v2.0/adminconsent"
    case .prompt: "/oauth2/v2.0/authorize"
    }
  }
}

extension ConsentLink: CustomStringConvertible {
  /// The address.
  public var description: String { address }
}
