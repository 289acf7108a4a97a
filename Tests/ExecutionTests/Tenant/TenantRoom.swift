import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Simulator
import Synchronization
import Testing
import Training

/// A case in a simulated tenant, with Regrant's own hands.
final class TenantRoom {
  static let profile = ApplicationProfile.nexeticBackup
  static let domain = "contoso.example"

  let transport: WatchedTransport
  let clock = TenantClock()
  let client: GraphClient
  let store: JournalStore
  private(set) var runner: CaseRunner
  private(set) var hands: TenantHands
  private let person: UserPrincipalName?
  /// Who signs in, where that may have to be done again.
  let session: AdminSession?

  /// A tenant, one of its administrators signed in; `person` is whose access the case is about.
  init(
    _ tenant: SimulatedTenant, person: Int? = nil, admin: Int = 0, signsInAgain: Bool = false
  ) throws {
    var tenant = tenant
    let token = tenant.issueToken(toPersonAt: admin, seconds: 10_000_000)
    transport = WatchedTransport(tenant, clock: clock)
    session =
      signsInAgain ? AdminSession(to: transport.tenant, admin: admin, clock: clock) : nil
    let tokens: any TokenSource = session ?? OneToken(AccessToken(token))
    client = GraphClient(
      of: GraphService(.global), through: transport, signedInBy: tokens,
      time: RunningTime(on: clock), newRequestID: Self.requestIDs())
    store = try JournalStore.inMemory()
    self.person = person.flatMap { UserPrincipalName(tenant.people.userPrincipalName(at: $0)) }
    let clock = clock
    runner = try CaseRunner(
      beginning: Case(id: CaseID(bits: 7), mode: .train, profile: Self.profile), in: store,
      now: { clock.milliseconds })
    hands = TenantHands(
      client, for: runner.journal, of: Self.profile, person: self.person,
      now: { clock.milliseconds })
  }

  /// The program is gone, and started again.
  func restart() throws {
    transport.crash(at: nil)
    let clock = clock
    let number = runner.journal.number
    runner = try CaseRunner(
      opening: number, in: store, as: Self.profile, now: { clock.milliseconds })
    hands = TenantHands(
      client, for: runner.journal, of: Self.profile, person: person, now: { clock.milliseconds })
  }

  func act<Value: Sendable>(
    _ deed: @Sendable (inout SimulatedTenant) throws -> Value
  ) async rethrows -> Value {
    try await transport.tenant.act(deed)
  }

  /// Everybody who gets in now.
  func inside() async -> Set<ObjectID> { await act { WatchedTransport.inside($0) } }

  /// Ids that count up, so that a run is always the same.
  private static func requestIDs() -> @Sendable () -> UUID {
    let count = Counter()
    return { UUID(uuidString: count.next()) ?? UUID() }
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let digits = String(number, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}
