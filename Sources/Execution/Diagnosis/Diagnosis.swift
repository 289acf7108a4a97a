public import Entra
public import Graph
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
  /// What the machine is told, in the order in which it is to be told.
  public var observations: [Observation]
  /// How the application is.
  public var object = ApplicationObject.unknown
  /// Whether groups can be assigned (Entra ID P1); `nil`: the plans were not told.
  public var isPremium: Bool?
  /// Who is signed in.
  public var admin: SignedInAdmin?
  /// The application's deleted ones, the one to restore first.
  public var deleted: [DeletedApplication] = []
  /// Applications that are taken for it.
  public var lookAlikes: [LookAlikeApplication] = []
  /// Who is assigned; `nil` where nobody counted: the application is not there, or one person was
  /// asked about.
  public var assigned: AssignmentStanding?
  /// What was consented to; `nil` where the grants could not be read.
  public var consent: ConsentStanding?
  /// What users may consent to by themselves.
  public var userConsent: UserConsentSetting?
  /// Whether users may ask an admin for consent.
  public var hasConsentRequests: Bool?
  /// The person asked about.
  public var person: PersonStanding?
  /// Whether that person gets in.
  public var access: Access?
  /// What was read.
  public var evidence: [Evidence] = []
  /// What could not be read, and why: a gate that rests on it stays unknown.
  public var unread: [GraphError] = []

  /// Something that was read, and when.
  public struct Evidence: Sendable, Hashable {
    /// By which request.
    public var request: RequestKind
    /// When, in milliseconds since 1970.
    public var at: Int
  }
}
