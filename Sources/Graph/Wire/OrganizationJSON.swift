public import Entra

/// `organization` as Graph sends it: the tenant.
///
/// - Source: Graph, `resources/organization.md`.
public struct OrganizationJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The tenant's ID.
  public let id: String?
  /// Its name.
  public let displayName: String?
  /// `AAD`, `AAD B2C`, `CIAM`, or what is added one day.
  public let tenantType: String?
  /// The domains it has shown to be its own.
  public let verifiedDomains: [Domain]?
  /// What it has bought, also what is not in force any more.
  public let assignedPlans: [Plan]?

  /// One of its domains.
  public struct Domain: Sendable, Hashable, Decodable {
    /// The domain.
    public let name: String?
    /// Whether new names are made with it.
    public let isDefault: Bool?
    /// Whether it is the `onmicrosoft` one.
    public let isInitial: Bool?
  }

  /// A part of something it has bought.
  public struct Plan: Sendable, Hashable, Decodable {
    /// Which part.
    public let servicePlanId: String?
    /// `Enabled`, or why not.
    public let capabilityStatus: String?
  }

  /// Whether Entra ID P1 or P2 is in force, without which groups can't be assigned.
  public var isPremium: Bool {
    (assignedPlans ?? []).contains {
      $0.capabilityStatus?.lowercased() == "enabled"
        && Self.premium.contains($0.servicePlanId?.lowercased() ?? "")
    }
  }

  private static let premium: Set = [
    "41781fb2-bc02-4b7c-bd55-b576c07bb09d",  // AAD_PREMIUM
    "eec0eb4f-6444-4f95-aba0-50c24d67f998",  // AAD_PREMIUM_P2
  ]

  /// Its domains, the default one first.
  public var domains: [DomainName] {
    let domains = verifiedDomains ?? []
    let sorted = domains.filter { $0.isDefault == true } + domains.filter { $0.isDefault != true }
    return sorted.compactMap { $0.name.flatMap { DomainName($0) } }
  }

  /// Its ID.
  /// - Throws: ``WireError`` if there is none.
  public func tenantID() throws(WireError) -> TenantID {
    guard let id, !id.isEmpty else { throw .missing(field: "id") }
    guard let tenant = TenantID(id) else { throw .unreadable(field: "id", ForeignText(id)) }
    return tenant
  }
}
