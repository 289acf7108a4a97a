public import Entra
public import HTTPTypes

/// A made-up Entra tenant that answers Microsoft Graph's requests and judges sign-ins.
///
/// A value: a copy is another tenant with the same history. Whoever holds it owns it and moves its
/// clock; nothing in it runs by itself, and the same requests always meet the same answers.
public struct SimulatedTenant: Sendable {
  /// The time in the tenant.
  public internal(set) var now: Moment
  /// Its people.
  public let people: Population
  /// Its id.
  public let id: TenantID
  /// What it was made from; switches may be turned while it lives.
  public var settings: TenantSettings
  /// How many requests it has answered; a batch, each of its items and each act of consent count.
  public internal(set) var answered = 0

  let mint: IdentifierMint
  var groups: Groups
  var registry: [AppID: RegisteredApplication] = [:]
  var applications = Applications()
  var assignments = Assignments()
  var grants = Grants()
  var changes: [Int: PersonChange] = [:]
  var roles: [Int: HeldRoles] = [:]
  var conditionalAccess: [ConditionalAccessPolicy] = []
  var holds: [AppID: Hold] = [:]
  var callers: [String: Caller] = [:]
  var audits: [AuditRecord] = []
  var signIns: [SignInRecord] = []
  /// The budget of each application that asks.
  var throttles: [AppID: Throttle] = [:]
  var minted = 0

  /// A tenant as `settings` describe it.
  public init(_ settings: TenantSettings = TenantSettings()) {
    self.settings = settings
    now = settings.now
    people = Population(size: settings.size, seed: settings.seed, domain: settings.domain)
    mint = people.mint
    id = TenantID(bits: mint.id(.other, 0).bits)
    groups = Groups(people: people)
    furnish()
  }

  /// Moves the tenant's clock.
  public mutating func advance(bySeconds seconds: Double) {
    now = now.adding(seconds: max(0, seconds))
    emptyBin()
  }

  /// Answers `request`, whose body is `body`.
  ///
  /// - Throws: ``LostConnection`` when the connection ends before the answer arrives.
  public mutating func answer(
    _ request: HTTPRequest, body: [UInt8] = []
  ) throws(LostConnection) -> Answer {
    let request = Incoming(request, body)
    let served = serve(request)
    guard !served.isLost else { throw LostConnection() }
    return Answer(
      response: response(to: request, served.reply), body: served.reply.bytes,
      delaySeconds: served.delaySeconds, isCutOff: served.isCutOff)
  }
}

/// What a tenant answers to a request.
public struct Answer: Sendable, Hashable {
  /// Status and headers.
  public let response: HTTPResponse
  /// The body; empty where there is none.
  public let body: [UInt8]
  /// How long the answer takes, in seconds of the caller's own clock.
  public let delaySeconds: Double
  /// Whether the connection ends in the middle of the body.
  public let isCutOff: Bool
}

/// What was changed about a person.
struct PersonChange: Sendable, Hashable {
  var isEnabled: Bool?
  var isDeleted = false
  var displayName: String?
}

/// The directory roles somebody holds.
struct HeldRoles: Sendable, Hashable {
  var active: Set<AdminRole> = []
  /// Roles that may be activated for a while and count for nothing until then.
  var eligible: Set<AdminRole> = []
}

/// A deleted service principal's name, still taken.
struct Hold: Sendable, Hashable {
  let by: ObjectID
  let until: Moment
  let untilRequest: Int
}
