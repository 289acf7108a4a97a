import Entra
import Foundation
import Graph
import Simulator
import Training

/// A tenant that can be asked, and what was chosen to get there.
struct Connection: Sendable {
  /// What asks it.
  let client: GraphClient
  /// Where it is.
  let place: Place
  /// The tenant itself, where it is embedded: an admin's browser acts in it too.
  let tenant: TenantTransport?
  /// The way out that it uses, where it uses one.
  let network: Network?

  /// Where a tenant is.
  enum Place: Sendable, Hashable {
    /// Embedded, made up by that scenario.
    case embedded(scenario: String)
    /// A customer's in a cloud, or served on this machine.
    case reached(TenantSite)
  }

  /// Closes what is open; nothing is asked afterwards.
  func close() async { await network?.close() }
}

/// What a command gives to the opening of a connection.
struct ConnectionWishes: Sendable {
  /// The requests that will be made: a sign-in asks for no more than they need.
  var requests: [RequestKind] = RequestKind.allCases
  /// Whether it is told beforehand what comes with a sign-in.
  var tellsCaveats = true
  /// Whether nobody is to be asked anything.
  var noInput = false
  /// Whether somebody sees the codes that are told: on standard error, unless screens show them.
  var isSeen = StandardStream.isTerminal(STDERR_FILENO)
  /// Told of codes that somebody has to type; standard error by default.
  var telling: @Sendable (DeviceCodeEvent) -> Void = { SignInLines.tell($0) }
  /// Told of each pause before a request is repeated.
  var waiting: @Sendable (Waiting) -> Void = { _ in }
}

extension ConnectionOptions {
  /// The connection that was asked for; nothing is sent yet.
  ///
  /// - Throws: ``Failure``, when options, environment or standard input don't allow one.
  func open(_ wishes: ConnectionWishes = ConnectionWishes()) throws(Failure) -> Connection {
    let environment = ProcessInfo.processInfo.environment
    let hasToken = environment["REGRANT_ACCESS_TOKEN"]?.isEmpty == false
    let time = RunningTime(on: ContinuousClock())
    switch try choice(hasToken: hasToken) {
    case .embedded(let scenario, let people):
      let tenant = Self.tenant(scenario, people)
      let client = GraphClient(
        of: GraphService(.global), through: tenant, signedInBy: TenantSignIn(to: tenant),
        time: time, newRequestID: { UUID() }, waiting: wishes.waiting)
      return Connection(
        client: client, place: .embedded(scenario: scenario.name), tenant: tenant, network: nil)
    case .reached(let service, let signIn, let plan, let site):
      let roots = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : [$0] } ?? []
      let network = Network(trusting: roots)
      let opening = SignInOpening(
        plan: plan, service: service, signIn: signIn, network: network, time: time,
        wishes: wishes, environment: environment)
      let client = GraphClient(
        of: service, through: NetworkTransport(to: service, over: network),
        signedInBy: try opening.tokens(), time: time, newRequestID: { UUID() },
        waiting: wishes.waiting)
      return Connection(
        client: client, place: .reached(site), tenant: nil, network: network)
    }
  }

  /// A tenant of the scenario's, whose story is told now and whose clock runs.
  private static func tenant(_ scenario: Scenario, _ wishes: Scenario.Wishes) -> TenantTransport {
    var wishes = wishes
    wishes.now = Moment(secondsSince1970: Double(Composition.now / 1000))
    let clock = ContinuousClock()
    let began = clock.now
    return TenantTransport(
      scenario.tenant(wishes), running: { began.duration(to: clock.now) },
      pause: { try await Task.sleep(for: $0) })
  }
}
