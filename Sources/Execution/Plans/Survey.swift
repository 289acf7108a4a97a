public import Entra
public import Graph
public import Journal
public import Remediation

/// Everything a deletion would take away, read twice, outside of any case.
public struct Survey: Sendable {
  /// Counts and digest.
  public let snapshot: Snapshot
  /// Entry by entry.
  public let entries: [LedgerEntry]

  /// Reads the application as it is now.
  ///
  /// - Throws: ``Hitch``; ``Hitch/changedMeanwhile`` when both readings differ, or nothing is there.
  public static func read(
    through client: GraphClient, of profile: ApplicationProfile,
    now: @escaping @Sendable () -> Int,
    telling: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) async throws(Hitch) -> Survey {
    let journal = try Self.journal(of: profile, at: now())
    let hands = TenantHands(client, for: journal, of: profile, now: now)
    switch await hands.perform(.takeSnapshot, telling: telling) {
    case .snapshot(let snapshot):
      let rows = try remembered { () throws(JournalError) in
        try journal.ledger.rows(of: snapshot.id)
      }
      return Survey(snapshot: snapshot, entries: rows.map(\.entry))
    case .stopped(let hitch): throw hitch
    case .diagnosed, .ended, .compared, .counted: throw .changedMeanwhile
    }
  }

  /// A survey of entries that were read before, with their digest.
  ///
  /// - Throws: ``JournalError``
  public init(of entries: [LedgerEntry], as profile: ApplicationProfile) throws(JournalError) {
    let store = try JournalStore.inMemory()
    let journal = try store.begin(
      Case(id: CaseID(bits: 0), mode: .connect, profile: profile), at: 0)
    let list = try journal.ledger.write(.snapshot, entries, at: 0)
    (snapshot, self.entries) = (try journal.ledger.snapshot(list.number), entries)
  }

  private init(snapshot: Snapshot, entries: [LedgerEntry]) {
    (self.snapshot, self.entries) = (snapshot, entries)
  }

  /// A journal that ends with the reading.
  private static func journal(
    of profile: ApplicationProfile, at now: Int
  ) throws(Hitch) -> CaseJournal {
    try remembered { () throws(JournalError) in
      try JournalStore.inMemory().begin(
        Case(id: CaseID(bits: 0), mode: .connect, profile: profile), at: now)
    }
  }

  /// Why some of it would not come back by itself, each reason with how many it concerns.
  ///
  /// - Throws: ``Hitch`` when the application's roles could not be read.
  public func losses(
    through client: GraphClient, of profile: ApplicationProfile
  ) async throws(Hitch) -> [Loss] {
    let object = try await graph { () async throws(GraphError) in
      try await client.servicePrincipal(of: profile.appID)
    }
    var restoration = Restoration(roles: RoleMatching(declared: object?.appRoles ?? []))
    for (number, entry) in entries.enumerated() {
      restoration.take(LedgerRow(planned: entry, at: number))
    }
    var counts: [String: Int] = [:]
    for case .failed(let why) in restoration.impossible.values { counts[why.safe, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { Loss(reason: $0.key, entries: $0.value) }
  }

  /// What would not come back.
  public struct Loss: Sendable, Hashable {
    /// Why not.
    public let reason: String
    /// How many entries.
    public let entries: Int
  }
}
