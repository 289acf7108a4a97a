/// Every assignment and grant of the service principal, as they were: what the machine keeps of it.
///
/// The entries are rows of the ledger, written before this is.
public struct Snapshot: Sendable, Hashable, Codable {
  /// The ledger's number of it.
  public let id: Int
  /// A digest of its canonical content, so that a later one can be told apart.
  public let digest: String
  /// How many assignments: the number in the typed phrase.
  public let assignments: Int
  /// Of those, how many are of groups, whose members are more than one person each.
  public let groups: Int
  /// How many delegated grants, users' own ones included.
  public let grants: Int
  /// How many application permissions.
  public let permissions: Int
  /// How many owners.
  public let owners: Int
  /// "Assignment required?" as it was.
  public let isAssignmentRequired: Bool
  /// How many other recorded properties a deletion resets.
  public let properties: Int

  /// A snapshot of the counted content.
  public init(
    id: Int, digest: String, assignments: Int, groups: Int, grants: Int, permissions: Int,
    owners: Int, isAssignmentRequired: Bool, properties: Int
  ) {
    (self.id, self.digest) = (id, digest)
    (self.assignments, self.groups, self.grants) = (assignments, groups, grants)
    (self.permissions, self.owners, self.properties) = (permissions, owners, properties)
    self.isAssignmentRequired = isAssignmentRequired
  }

  /// How many entries some of its parts have.
  func count(of parts: LossParts) -> Int {
    [
      (LossParts.assignments, assignments), (.grants, grants), (.permissions, permissions),
      (.owners, owners), (.requirement, isAssignmentRequired ? 1 : 0), (.properties, properties),
    ].reduce(0) { parts.contains($1.0) ? $0 + $1.1 : $0 }
  }

  /// What a deletion takes away.
  public var parts: LossParts {
    var parts: LossParts = []
    if assignments > 0 { parts.insert(.assignments) }
    if grants > 0 { parts.insert(.grants) }
    if permissions > 0 { parts.insert(.permissions) }
    if owners > 0 { parts.insert(.owners) }
    if isAssignmentRequired { parts.insert(.requirement) }
    if properties > 0 { parts.insert(.properties) }
    return parts
  }
}

/// The kinds of things a deletion takes away.
public struct LossParts: OptionSet, Sendable, Hashable, Codable {
  /// The bits.
  public let rawValue: UInt8
  /// Parts from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Who may use the application.
  public static let assignments = LossParts(rawValue: 1)
  /// Delegated grants.
  public static let grants = LossParts(rawValue: 2)
  /// Application permissions.
  public static let permissions = LossParts(rawValue: 4)
  /// Owners.
  public static let owners = LossParts(rawValue: 8)
  /// "Assignment required?".
  public static let requirement = LossParts(rawValue: 16)
  /// The other recorded properties.
  public static let properties = LossParts(rawValue: 32)
  /// Whatever it was: deleted without a complete snapshot, a loss of unknown extent.
  public static let unlisted = LossParts(rawValue: 64)

  /// Each single part it holds.
  public var each: [LossParts] {
    (0..<7).map { LossParts(rawValue: 1 << $0) }.filter(contains)
  }
}

/// What a deletion destroyed and is not back yet.
public struct Loss: Sendable, Hashable, Codable {
  /// Whether a deletion happened that this case knows of.
  public internal(set) var happened = false
  /// The complete snapshot taken before it; nil when somebody else deleted.
  public internal(set) var snapshot: Snapshot?
  /// Whether this case ordered the deletion: from then on an earlier answer stands.
  public internal(set) var isOurs = false
  /// What is neither back nor waived.
  public internal(set) var outstanding: LossParts = []

  /// Nothing was deleted.
  public static let none = Loss()

  /// Whether something is still to be put back or waived.
  public var isOutstanding: Bool { !outstanding.isEmpty }
}

/// How something lost was settled.
public enum Settlement: String, Sendable, Hashable, Codable, CaseIterable {
  /// It was compared entry by entry and is back.
  case compared
  /// The restored object was counted against what was known.
  case counted
  /// The customer states that a complete list of it was put back.
  case listed
  /// Waived: nobody needs it any more.
  case waivedNotNeeded
  /// Waived: it cannot be put back (a policy, a default role of an application with roles).
  case waivedImpossible
  /// Waived: the list is not to be had.
  case waivedListLost
  /// Waived for a reason typed into the journal.
  case waivedOther

  /// Whether something stays unrestored by it.
  public var isWaiver: Bool {
    switch self {
    case .compared, .counted, .listed: false
    case .waivedNotNeeded, .waivedImpossible, .waivedListLost, .waivedOther: true
    }
  }
}
