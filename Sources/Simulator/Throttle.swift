import HTTPTypes

/// Graph's budget: buckets that fill with the tenant's clock.
public struct Throttle: Sendable, Hashable {
  /// How much an application may ask of a tenant.
  public struct Limits: Sendable, Hashable {
    /// Resource units in ten seconds; `nil` for Graph's by the tenant's size.
    public var resourceUnits: Int?
    /// Writes in 150 seconds.
    public var writes: Int
    /// Requests for sign-in and audit records in ten seconds.
    public var reports: Int
    /// Whether anything is limited.
    public var areOn: Bool

    /// Graph's, "Microsoft Graph service-specific throttling limits".
    public static let microsoft = Limits(
      resourceUnits: nil, writes: 3000, reports: 5, areOn: true)
    /// None.
    public static let none = Limits(resourceUnits: nil, writes: 1, reports: 1, areOn: false)
  }

  /// What a request costs.
  struct Cost: Sendable, Hashable {
    var units: Int
    var isWrite = false
    var isReport = false
  }

  /// What the buckets say to a request.
  enum Judgement: Sendable, Hashable {
    case passed(percentage: Double)
    case refused(after: Double, information: String, scope: String)
  }

  private struct Bucket: Sendable, Hashable {
    let capacity: Double
    let seconds: Double
    var level: Double
    var filled: Moment

    init(_ capacity: Int, per seconds: Double, at now: Moment) {
      (self.capacity, self.seconds, level) = (Double(capacity), seconds, Double(capacity))
      filled = now
    }

    mutating func fill(to now: Moment) {
      level = min(capacity, level + capacity * now.seconds(since: filled) / seconds)
      filled = now
    }

    /// How long until `amount` is there, in seconds; 0 where it is.
    func wait(for amount: Double) -> Double {
      max(0, (amount - level) * seconds / capacity)
    }

    /// How much of the limit is used, 1 at the limit.
    var used: Double { 1 - level / capacity }
  }

  private let areOn: Bool
  private var units: Bucket
  private var writes: Bucket
  private var reports: Bucket

  init(_ limits: Limits, size: Int, at now: Moment) {
    areOn = limits.areOn
    let bySize = size < 50 ? 3500 : size <= 500 ? 5000 : 8000
    units = Bucket(limits.resourceUnits ?? bySize, per: 10, at: now)
    writes = Bucket(limits.writes, per: 150, at: now)
    reports = Bucket(limits.reports, per: 10, at: now)
  }

  /// Takes `cost` from the buckets, or says how long to wait.
  mutating func charge(_ cost: Cost, at now: Moment) -> Judgement {
    guard areOn else { return .passed(percentage: 0) }
    units.fill(to: now)
    writes.fill(to: now)
    reports.fill(to: now)
    let waits = [
      (units.wait(for: Double(cost.units)), "ResourceUnitLimitExceeded", "ReadWrite"),
      (cost.isWrite ? writes.wait(for: 1) : 0, "WriteLimitExceeded", "Write"),
      (cost.isReport ? reports.wait(for: 1) : 0, "ResourceUnitLimitExceeded", "Read"),
    ]
    if let longest = waits.max(by: { $0.0 < $1.0 }), longest.0 > 0 {
      return .refused(after: longest.0, information: longest.1, scope: longest.2)
    }
    units.level -= Double(cost.units)
    if cost.isWrite { writes.level -= 1 }
    if cost.isReport { reports.level -= 1 }
    return .passed(percentage: max(units.used, cost.isWrite ? writes.used : 0))
  }
}

extension Throttle.Cost {
  /// What `call` costs, by the table of "identity and access service limits".
  init(_ call: Call) {
    let path = call.path
    let last = path.last ?? ""
    let isRead = call.method == .get
    var units = 1
    switch (path.first ?? "", isRead) {
    case ("users", true), ("applications", true), ("oauth2PermissionGrants", true): units = 2
    case ("me", true) where path.count > 1: units = 2
    case ("servicePrincipals", true) where last == "appRoleAssignments": units = 2
    case ("groups", true) where path.contains("transitiveMembers"): units = 5
    case ("groups", true) where path.contains("members"): units = 3
    case ("subscribedSkus", true): units = 3
    case ("directoryObjects", false) where last == "getByIds": units = 5
    default: break
    }
    let asks = ["checkMemberGroups", "checkMemberObjects", "isMemberOf"].contains(last)
    if asks { units = 4 }
    if last == "getMemberGroups" { units = 2 }
    if call.query.select != nil { units = last == "getByIds" ? 2 : units - 1 }
    if call.query.hasExpand { units += 1 }
    if let top = call.query.top, top < 20 { units -= 1 }
    let isReading = isRead || asks || last == "getByIds" || last == "getMemberGroups"
    self.init(
      units: max(1, units), isWrite: !isReading, isReport: path.first == "auditLogs")
  }
}
