public import Entra
public import Graph
public import Journal
import Remediation

/// Regrant's own hands: they perform a case's commands in a tenant, through Graph.
///
/// They write nothing without a sealed command, and what they are about to change is in the journal
/// before the first request that changes anything.
public actor TenantHands: Hands {
  /// Reads the tenant and judges the gates.
  public typealias Reader = @Sendable (GraphClient) async throws(GraphError) -> Diagnosis

  nonisolated let client: GraphClient
  nonisolated let journal: CaseJournal
  nonisolated let profile: ApplicationProfile
  nonisolated let now: @Sendable () -> Int
  nonisolated let telling: Telling
  private let reader: Reader
  private var writer: GraphWriter?
  /// What was changed a moment ago, which not every server of Graph's may know yet.
  var recent = Recent()

  /// Hands for one case, whose reader judges the gates for everybody, or for `person` alone.
  ///
  /// - Parameters:
  ///   - client: What reads and sends.
  ///   - journal: Of the case; its lock is held by the ``CaseRunner``.
  ///   - profile: Which application the case is about.
  ///   - person: Whose access the case is about.
  ///   - now: The time, in milliseconds since 1970.
  public init(
    _ client: GraphClient, for journal: CaseJournal, of profile: ApplicationProfile,
    person: UserPrincipalName? = nil, now: @escaping @Sendable () -> Int
  ) {
    self.init(client, for: journal, of: profile, now: now) { client throws(GraphError) in
      // A snapshot that can't be read is as good as none: then the scopes are asked of the tenant.
      let opened = try? journal.replay(as: profile).opened
      let snapshot = opened?.loss.snapshot ?? opened?.snapshot
      return try await Diagnosing(
        client: client, profile: profile, hasStoredScopes: (snapshot?.grants ?? 0) > 0, now: now
      ).diagnose(person)
    }
  }

  /// Hands for one case.
  ///
  /// - Parameters:
  ///   - client: What reads and sends.
  ///   - journal: Of the case; its lock is held by the ``CaseRunner``.
  ///   - profile: Which application the case is about.
  ///   - now: The time, in milliseconds since 1970.
  ///   - reader: Judges the gates.
  public init(
    _ client: GraphClient, for journal: CaseJournal, of profile: ApplicationProfile,
    now: @escaping @Sendable () -> Int, reader: @escaping Reader
  ) {
    let telling = Telling(time: client.time)
    self.client = client.telling { telling.wait($0) }
    (self.journal, self.profile, self.now) = (journal, profile, now)
    (self.telling, self.reader) = (telling, reader)
  }

  /// Performs a piece of work, telling how far it is; cancelling the task stops it.
  public func perform(
    _ work: Work, telling tell: @escaping @Sendable (WorkProgress) -> Void
  ) async -> WorkResult {
    telling.begin(tell)
    defer { telling.end() }
    do throws(Hitch) {
      switch work {
      case .diagnose: return .diagnosed(try await diagnose())
      case .takeSnapshot: return .snapshot(try await takeSnapshot())
      case .carryOut(let command): return try await carryOut(command)
      case .watch(let command): return try await watch(command)
      case .reconcile(let unsettled): return try await reconcile(unsettled)
      case .compare: return try await compare()
      }
    } catch { return .stopped(error) }
  }

  /// A reading that doesn't contradict what was just changed, or the last one before everybody must
  /// know of it.
  private func diagnose() async throws(Hitch) -> Diagnosis {
    var pauses = 0
    while true {
      let diagnosis = try await graph { [reader, client] () async throws(GraphError) in
        try await reader(client)
      }
      guard recent.contradicts(diagnosis), try await recent.pause(pauses, on: client.time) else {
        return diagnosis
      }
      pauses += 1
    }
  }

  /// The only writer of this case: it begins each command once.
  func write() async throws(Hitch) -> GraphWriter {
    if let writer { return writer }
    let made = try await graph { [journal, now, client] () async throws(GraphError) in
      try await GraphWriter(for: journal.id, through: client) { intent in
        try journal.append(.evidence(intent.sentences), from: .program, at: now())
      }
    }
    writer = made
    return made
  }

  /// The case as its journal has it now.
  func situation() throws(Hitch) -> Replayed {
    do throws(JournalError) { return try journal.replay(as: profile) } catch {
      throw .unremembered(error)
    }
  }

  /// The living service principal; one that was made a moment ago is waited for.
  func living(isRecent: Bool) async throws(Hitch) -> ServicePrincipalJSON? {
    var pauses = 0
    if isRecent { recent.begin(at: client.time.now()) }
    while true {
      let found = try await graph { [client, profile] () async throws(GraphError) in
        try await client.servicePrincipal(of: profile.appID)
      }
      if let found { return found }
      guard isRecent, try await recent.pause(pauses, on: client.time) else { return nil }
      pauses += 1
    }
  }
}

/// Asks Graph; what it says becomes a hitch.
func graph<Value: Sendable>(
  isolation: isolated (any Actor)? = #isolation, _ ask: () async throws(GraphError) -> Value
) async throws(Hitch) -> Value {
  do throws(GraphError) { return try await ask() } catch { throw Hitch(error) }
}

/// Asks the journal; what it says becomes a hitch.
func remembered<Value>(_ ask: () throws(JournalError) -> Value) throws(Hitch) -> Value {
  do throws(JournalError) { return try ask() } catch { throw .unremembered(error) }
}

extension Hitch {
  init(_ error: GraphError) { self = error.kind == .cancelled ? .cancelled : .graph(error) }
}
