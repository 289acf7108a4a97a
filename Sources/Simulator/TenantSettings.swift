/// What a made-up tenant is like before anything happens in it.
public struct TenantSettings: Sendable, Hashable {
  /// Decides every name, id and chance in the tenant.
  public var seed: UInt64 = 1
  /// How many people it has.
  public var size = 50
  /// The organization's name.
  public var name = "Contoso"
  /// The domain of its people's addresses.
  public var domain = "contoso.example"
  /// Whether it has Entra ID P1.
  public var isPremium = true
  /// When its story begins.
  public var now = Moment.start
  /// How many applications it has that have nothing to do with ours.
  public var otherApplications = 20
  /// Our application, as its vendor registered it.
  public var application = RegisteredApplication.nexeticBackup
  /// What documents leave open.
  public var switches = Switches()
  /// How long replicas take to learn of new objects.
  public var replication = Replication()
  /// How much may be asked.
  public var limits = Throttle.Limits.microsoft
  /// What goes wrong by itself.
  public var faults: [Fault] = []
  /// What people may consent to for themselves.
  public var userConsent = UserConsentPolicy.off
  /// Whether people may request an administrator's consent.
  public var hasConsentRequests = false
  /// Whether people may register applications.
  public var peopleMayCreateApplications = true
  /// How long a deleted service principal's name stays taken.
  public var nameHold = NameHold()
  /// How long records take to reach the audit and sign-in logs, in seconds.
  public var logDelay: Double = 0

  /// A small tenant with P1 where nothing goes wrong.
  public init() {}
}

/// How long a deleted service principal's name stays taken: sign-in answers 650051 meanwhile.
public struct NameHold: Sendable, Hashable {
  /// For at least so many requests.
  public var requests: Int
  /// For at least so many seconds.
  public var seconds: Double

  /// Held for that long; not at all by default.
  public init(requests: Int = 0, seconds: Double = 0) {
    (self.requests, self.seconds) = (requests, seconds)
  }
}

/// What people may consent to for themselves, as the portal has it.
public enum UserConsentPolicy: Sendable, Hashable {
  /// "Do not allow user consent".
  case off
  /// Verified publishers, low-impact permissions.
  case low
  /// Whatever needs no administrator.
  case legacy
  /// "Let Microsoft manage your consent settings".
  case recommended
  /// A policy of the tenant's own.
  case custom(String)

  var assigned: [String] {
    switch self {
    case .off: []
    case .low: ["ManagePermissionGrantsForSelf.microsoft-user-default-low"]
    case .legacy: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"]
    case .recommended:
      [
        "ManagePermissionGrantsForSelf.microsoft-user-default-recommended",
        "ManagePermissionGrantsForSelf.microsoft-user-default-allow-consent-apps",
      ]
    case .custom(let name): ["ManagePermissionGrantsForSelf.\(name)"]
    }
  }
}
