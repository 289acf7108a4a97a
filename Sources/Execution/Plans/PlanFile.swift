public import Entra
public import Remediation

/// What is to be done in a tenant, written down before it is done: of which tenant, which object and
/// which counts it speaks.
///
/// It says what somebody answered, and orders nothing: a case asks every guard anew.
public struct PlanFile: Sendable, Hashable, Codable {
  /// Tells it from other files.
  public var format = Self.format
  /// Its form.
  public var version = Self.version
  /// What is to be done.
  public var option: Option
  /// The case that it becomes, once applied.
  public var caseID: ObjectID
  /// The tenant's ID.
  public var tenant: TenantID
  /// The tenant's name, made harmless.
  public var tenantName: String
  /// The tenant's default domain.
  public var domain: DomainName?
  /// The application's ID.
  public var application: AppID
  /// The service principal, where there is one.
  public var object: ObjectID?
  /// What the plan was made on; another tenant, or another number, refuses it.
  public var counts = Counts()
  /// Whose access it is about, by sign-in name.
  public var user: String?
  /// By which route consent is given.
  public var consent: ConsentRoute?
  /// Who is to be assigned: the list as it was given.
  public var principals: String?
  /// Which consent routes were tried, and what appeared (W3).
  public var tried: [Trial] = []
  /// Which consent routes are not tried, and why.
  public var setAside: [Waiver] = []
  /// Who needs the vendor's own role (W6).
  public var access: AccessNeed?
  /// What will change, line by line.
  public var changes: [String] = []
  /// What has to be typed for it; nil where nothing is destroyed.
  public var confirmation: String?

  /// Tells it from other files.
  public static let format = "regrant-plan"
  /// The newest form.
  public static let version = 1

  /// What can be planned.
  public enum Option: String, Sendable, Hashable, Codable, CaseIterable {
    /// Option 1.
    case assign
    /// Option 2A.
    case reconsent
    /// Option 2B.
    case replace
    /// Bringing a deleted one back.
    case restore
  }

  /// How many of each there are.
  public struct Counts: Sendable, Hashable, Codable {
    /// How many are assigned.
    public var assignments: Int?
    /// Of those, how many are groups.
    public var groups: Int?
    /// How many are to be assigned.
    public var listed: Int?
    /// Everything that a deletion takes away, as one digest.
    public var digest: String?

    /// Nothing was counted.
    public init() {}
  }

  /// A consent route that was tried.
  public struct Trial: Sendable, Hashable, Codable {
    /// Which.
    public var route: ConsentRoute
    /// What appeared.
    public var appearance: Appearance

    /// A route, and what appeared.
    public init(_ route: ConsentRoute, _ appearance: Appearance) {
      (self.route, self.appearance) = (route, appearance)
    }
  }

  /// A consent route that is not tried.
  public struct Waiver: Sendable, Hashable, Codable {
    /// Which.
    public var route: ConsentRoute
    /// Why.
    public var reason: String

    /// A route, and why it is not tried.
    public init(_ route: ConsentRoute, _ reason: String) {
      (self.route, self.reason) = (route, reason)
    }
  }

  /// A plan of which nothing but its kind and its case is known yet.
  public init(_ option: Option, of application: AppID, as caseID: CaseID) {
    (self.option, self.application) = (option, application)
    self.caseID = ObjectID(bits: caseID.bits)
    (tenant, tenantName) = (TenantID(bits: 0), "")
  }
}
