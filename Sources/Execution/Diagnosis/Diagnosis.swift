public import Entra
public import Remediation

/// What was read of a tenant at one time, and what it amounts to.
public struct Diagnosis: Sendable, Hashable {
  /// When it was read, in milliseconds since 1970.
  public var readAt: Int
  /// The tenant's ID.
  public var tenant: TenantID
  /// The tenant's name.
  public var tenantName: ForeignText
  /// Its default domain: the one a phrase holds.
  public var domain: DomainName?
  /// The application, where it is alive.
  public var application: ServicePrincipal?
  /// What the machine is told.
  public var observations: [Observation]
}
