import Entra
import Graph
import Simulator
import Synchronization
import Training

/// A simulated tenant's transport that asks after every request who gets in now.
final class WatchedTransport: Transport {
  let tenant: TenantTransport
  private let clock: TenantClock
  private let state: Mutex<State>
  /// Called after each request, with its number; throwing drops the answer as a crash would.
  private let crash: Mutex<Int?>
  private let planned = Mutex<(request: Int, deed: TenantClock.Deed)?>(nil)

  struct State {
    var requests = 0
    var kinds: [RequestKind] = []
    /// How many requests could change something.
    var writes: Int { kinds.count { $0.isWrite } }
    /// Who may get in at any time.
    var allowed: Set<ObjectID> = []
    var intruders: Set<ObjectID> = []
    /// Since when somebody who got in at first is out, and how long people were out in all.
    var outSince: [ObjectID: Duration] = [:]
    var lockedOut: [ObjectID: Duration] = [:]
    var initially: Set<ObjectID> = []
  }

  init(_ tenant: SimulatedTenant, clock: TenantClock) {
    self.clock = clock
    self.tenant = TenantTransport(tenant) { seconds in
      try await clock.sleep(until: clock.now.advanced(by: seconds), tolerance: nil)
    }
    clock.move(self.tenant)
    let inside = Self.inside(tenant)
    var state = State()
    (state.initially, state.allowed) = (inside, inside)
    self.state = Mutex(state)
    crash = Mutex(nil)
  }

  var seen: State { state.withLock { $0 } }

  /// These may get in from now on, too.
  func allow(_ people: Set<ObjectID>) { state.withLock { $0.allowed.formUnion(people) } }

  /// From that request on, counted from 1, nothing is sent any more: the program is gone.
  func crash(at request: Int?) { crash.withLock { $0 = request } }

  /// Before that request, counted from 1, somebody else does something.
  func plan(at request: Int, _ deed: @escaping TenantClock.Deed) {
    planned.withLock { $0 = (request, deed) }
  }

  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    let number = state.withLock { state -> Int in
      state.requests += 1
      state.kinds.append(request.kind)
      return state.requests
    }
    if let (at, deed) = planned.withLock({ $0 }), at == number { await tenant.act { deed(&$0) } }
    if let crash = crash.withLock({ $0 }) {
      guard number <= crash else { throw .cancelled }
      if number == crash, request.kind.isWrite {
        // It arrives, and nobody is there to hear the answer.
        _ = try await tenant.send(request, bearing: token)
        throw .cancelled
      }
    }
    let answer: Result<GraphResponse, TransportError>
    do throws(TransportError) {
      answer = .success(try await tenant.send(request, bearing: token))
    } catch { answer = .failure(error) }
    if request.kind.isWrite { await look() }
    return try answer.get()
  }

  func look() async {
    let inside = await tenant.act { Self.inside($0) }
    let now = clock.now.offset
    state.withLock { state in
      state.intruders.formUnion(inside.subtracting(state.allowed))
      for person in state.initially {
        if inside.contains(person) {
          if let since = state.outSince.removeValue(forKey: person) {
            state.lockedOut[person, default: .zero] += now - since
          }
        } else if state.outSince[person] == nil {
          state.outSince[person] = now
        }
      }
    }
  }

  /// Everybody who gets in without being asked anything.
  static func inside(_ tenant: SimulatedTenant) -> Set<ObjectID> {
    Set(
      (0..<tenant.people.size).map { tenant.people.id(at: $0) }.filter {
        tenant.verdict(for: $0) == .admitted
      })
  }
}
