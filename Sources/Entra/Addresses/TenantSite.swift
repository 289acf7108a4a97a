/// Where a tenant is, and so which addresses lead there.
public enum TenantSite: Sendable, Hashable, Codable {
  /// At Microsoft, in that cloud.
  case cloud(Cloud)
  /// Made up and served on this machine: where its pages are, without a path.
  case loopback(String)

  /// Reads what ``description`` wrote.
  public init?(_ text: String) {
    if let cloud = Cloud(rawValue: text) {
      self = .cloud(cloud)
    } else if text.contains("://") {
      self = .loopback(text)
    } else {
      return nil
    }
  }

  /// Where an admin consents for the whole organization, without a checkbox.
  public func consentLink(for application: AppID, in tenant: TenantReference) -> String {
    switch self {
    case .cloud(let cloud): ConsentLink(for: application, in: tenant, of: cloud).address
    case .loopback(let origin): "\(origin)/\(tenant)/adminconsent?client_id=\(application)"
    }
  }

  /// Where the application has people sign in, asked for consent anew.
  ///
  /// Only the application itself knows where its own users begin; a simulator takes everybody.
  public func promptLink(for application: AppID, in tenant: TenantReference) -> String? {
    switch self {
    case .cloud: nil
    case .loopback(let origin):
      "\(origin)/\(tenant)/oauth2/v2.0/authorize?client_id=\(application)&prompt=consent"
    }
  }
}

extension TenantSite: CustomStringConvertible {
  /// The cloud's name, or the address.
  public var description: String {
    switch self {
    case .cloud(let cloud): cloud.rawValue
    case .loopback(let origin): origin
    }
  }
}
