public import Entra
public import Remediation

/// What a plan rests on: the tenant, the application, and everything that hangs on it.
public struct PlanBasis: Sendable, Hashable, Codable {
  /// The tenant's ID.
  public let tenantID: TenantID
  /// Its default domain.
  public let domain: DomainName?
  /// Its name.
  public let tenantName: WrittenText
  /// The application.
  public let appID: AppID
  /// Its object ID; of a deleted one, that of the one to restore.
  public let objectID: ObjectID?
  /// How it is.
  public let object: ApplicationObject
  /// What hangs on it; nil where it is not there.
  public let counts: Counts?
  /// SHA-256 over what hangs on it; nil where it is not there.
  public let digest: String?

  /// What hangs on an application, counted.
  public struct Counts: Sendable, Hashable, Codable {
    /// Who may use it.
    public let assignments: Int
    /// Of those, groups.
    public let groups: Int
    /// Delegated grants.
    public let grants: Int
    /// Application permissions.
    public let permissions: Int
    /// Owners.
    public let owners: Int
    /// Other recorded properties.
    public let properties: Int
    /// "Assignment required?".
    public let isAssignmentRequired: Bool

    /// The counts of a snapshot.
    public init(_ snapshot: Snapshot) {
      (assignments, groups) = (snapshot.assignments, snapshot.groups)
      (grants, permissions) = (snapshot.grants, snapshot.permissions)
      (owners, properties) = (snapshot.owners, snapshot.properties)
      isAssignmentRequired = snapshot.isAssignmentRequired
    }
  }

  init(_ reading: Diagnosis, of application: AppID, holding snapshot: Snapshot?) {
    (tenantID, domain) = (reading.tenant, reading.domain)
    tenantName = WrittenText(reading.tenantName)
    (appID, object) = (application, reading.object)
    objectID = reading.application?.id ?? reading.deleted.first { $0.isBest }?.id
    (counts, digest) = (snapshot.map { Counts($0) }, snapshot?.digest)
  }

  /// Something on which a plan rests and that is not as it was.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// It is another tenant.
    case tenant
    /// It is another object.
    case object
    /// It is in another state.
    case state
    /// There are more or fewer entries.
    case counts
    /// There are as many, and other ones.
    case content
  }

  /// What is not as it was.
  public func changes(to now: PlanBasis) -> [Change] {
    if now.tenantID != tenantID { return [.tenant] }
    if now.objectID != objectID || now.appID != appID { return [.object] }
    var changes: [Change] = []
    if now.object != object { changes.append(.state) }
    if now.counts != counts {
      changes.append(.counts)
    } else if now.digest != digest {
      changes.append(.content)
    }
    return changes
  }
}
