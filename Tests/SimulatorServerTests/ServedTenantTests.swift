import Entra
import Foundation
import HTTPTypes
import Simulator
import SimulatorServer
import Synchronization
import Testing

@testable import Graph

@Suite("Regrant's own client at a served tenant", .timeLimit(.minutes(10)))
struct ServedTenantTests {
  /// A clock that both sides go by: whoever sleeps makes it later.
  final class SharedClock: Clock, Sendable {
    struct Instant: InstantProtocol, Sendable {
      var offset: Duration
      func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
      func duration(to other: Self) -> Duration { other.offset - offset }
      static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
    }

    private let offset = Mutex(Duration.zero)
    var now: Instant { Instant(offset: offset.withLock { $0 }) }
    var minimumResolution: Duration { .nanoseconds(1) }
    func pass(_ duration: Duration) { offset.withLock { $0 += duration } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
      try Task.checkCancellation()
      offset.withLock { $0 = max($0, deadline.offset) }
      await Task.yield()
    }
  }

  /// A served tenant, and what reaches it.
  struct Served {
    let server: LoopbackServer
    let listening: LoopbackServer.Listening
    let network: Network
    let clock: SharedClock
    let admin: String
    let accessToken: String

    var time: RunningTime { RunningTime(on: clock) }
    var signInTransport: NetworkSignInTransport { NetworkSignInTransport(over: network) }
    var service: GraphService {
      get throws { try #require(GraphService(loopback: listening.graph)) }
    }
    var authority: SignInService {
      get throws { try #require(SignInService(loopback: listening.authority)) }
    }

    func client(_ tokens: any TokenSource) throws -> GraphClient {
      GraphClient(
        of: try service, through: NetworkTransport(to: try service, over: network),
        signedInBy: tokens, time: time, newRequestID: { UUID() })
    }

    /// What a person does in a browser with a code.
    func type(_ code: String, pressing decision: String = "accept") async {
      let form = SignInForm(
        .token, [("code", code), ("username", admin), ("decision", decision)])
      var fields = HTTPFields()
      fields.set(.contentType, to: "application/x-www-form-urlencoded")
      let origin = listening.graph.split(separator: "/").prefix(2)
      let head = HTTPRequest(
        method: .post, scheme: String(origin[0].dropLast()), authority: String(origin[1]),
        path: "/devicelogin", headerFields: fields)
      _ = try? await network.exchange(head, form.body)
    }
  }

  /// For a machine that runs many tests at once.
  private static let patient: NetworkLimits = {
    var limits = NetworkLimits()
    (limits.connecting, limits.silence, limits.total) = (
      .seconds(300), .seconds(600), .seconds(900)
    )
    return limits
  }()

  /// Serves the default scenario while `body` runs.
  private func with(
    faults: [Fault] = [], isEncrypted: Bool = false, limits: NetworkLimits = Self.patient,
    _ body: @Sendable (Served) async throws -> Void
  ) async throws {
    var wishes = Scenario.Wishes()
    wishes.faults = faults
    var tenant = try #require(Scenario.named("default")).tenant(wishes)
    let token = tenant.issueToken(toPersonAt: Scenario.admin)
    let admin = tenant.people.userPrincipalName(at: Scenario.admin)
    let clock = SharedClock()
    let server = LoopbackServer(
      tenant, isEncrypted: isEncrypted, uptime: { clock.now.offset / .seconds(1) })
    let (places, place) = AsyncStream.makeStream(of: LoopbackServer.Listening.self)
    let serving = Task { try await server.run(whenListening: { place.yield($0) }) }
    var iterator = places.makeAsyncIterator()
    let listening = try #require(await iterator.next())
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pem")
    if let certificate = listening.certificate {
      try certificate.write(to: file, atomically: true, encoding: .utf8)
    }
    let network = Network(
      trusting: listening.certificate == nil ? [] : [file.path()], limits: limits)
    let result: Result<Void, any Error>
    do {
      try await body(
        Served(
          server: server, listening: listening, network: network, clock: clock, admin: admin,
          accessToken: token))
      result = .success(())
    } catch { result = .failure(error) }
    await network.close()
    serving.cancel()
    _ = await serving.result
    if listening.certificate != nil { try FileManager.default.removeItem(at: file) }
    try result.get()
  }

  private func given(_ served: Served) throws -> GraphClient {
    try served.client(
      GivenToken(
        served.accessToken, for: try served.service, time: served.time,
        secondsSince1970: Int(Date.now.timeIntervalSince1970.rounded())))
  }

  /// A sign-in by code, whose codes are typed at once by the admin.
  private func coded(
    _ served: Served, pressing decision: String = "accept",
    counting reasons: Reasons = Reasons()
  ) throws -> DeviceCodeSignIn {
    DeviceCodeSignIn(
      at: try served.authority, as: .graphTools,
      scopes: SignInClient.graphTools.scopes(
        for: RequestKind.allCases, at: try served.authority),
      through: served.signInTransport, time: served.time,
      telling: { event in
        guard case .asked(let prompt) = event else { return }
        reasons.list.withLock { $0.append(prompt.reason) }
        Task { await served.type(prompt.code.safe, pressing: decision) }
      })
  }

  final class Reasons: Sendable {
    let list = Mutex([DeviceCodePrompt.Reason]())
    var all: [DeviceCodePrompt.Reason] { list.withLock { $0 } }
  }

  @Test("signs in by a code, and renews it when an hour has passed")
  func deviceCode() async throws {
    try await with { served in
      let reasons = Reasons()
      let client = try served.client(try coded(served, counting: reasons))
      let user = try await client.signedInUser()
      #expect(user.userPrincipalName == served.admin)
      #expect(reasons.all.first == .first)
      let before = reasons.all.count
      served.clock.pass(.seconds(3_700))
      _ = try await client.organization()
      served.clock.pass(.seconds(3_700))
      _ = try await client.organization()
      #expect(reasons.all.count == before)
    }
  }

  @Test("gets a new token by itself when the old one is ended")
  func ended() async throws {
    try await with { served in
      let reasons = Reasons()
      let client = try served.client(try coded(served, counting: reasons))
      _ = try await client.organization()
      let before = reasons.all.count
      await served.server.act { $0.revokeTokens(ofPersonAt: Scenario.admin) }
      _ = try await client.organization()
      #expect(reasons.all.count == before)
    }
  }

  @Test("pauses when the session is challenged, and goes on when somebody has signed in again")
  func challenged() async throws {
    try await with(faults: [Fault(at: 2, .claimsChallenge)]) { served in
      let reasons = Reasons()
      let client = try served.client(try coded(served, counting: reasons))
      _ = try await client.organization()
      let before = reasons.all.count
      let user = try await client.signedInUser()
      #expect(user.userPrincipalName == served.admin)
      #expect(reasons.all.dropFirst(before).first == .challenged)
    }
  }

  @Test("says so when the admin declines")
  func declined() async throws {
    try await with { served in
      let client = try served.client(try coded(served, pressing: "cancel"))
      let error = await #expect(throws: GraphError.self) { try await client.organization() }
      #expect(error?.obstacle == .declined)
    }
  }

  @Test("signs in as an application, and is told when the secret is wrong")
  func clientSecret() async throws {
    try await with { served in
      for (text, obstacle) in [
        (served.listening.clientSecret, nil), ("wrong", SignInObstacle.secretRefused),
      ] as [(String, SignInObstacle?)] {
        let secret = try #require(ClientSecret(text))
        let authority = try served.authority
        let tokens = try #require(
          ClientSecretSignIn(
            at: authority, as: served.listening.client, secret: secret,
            through: served.signInTransport, time: served.time))
        let client = try served.client(tokens)
        do throws(GraphError) {
          _ = try await client.organization()
          #expect(obstacle == nil)
        } catch { #expect(obstacle != nil && error.obstacle == obstacle, "\(error)") }
      }
    }
  }

  @Test("reads everything it can ask for, with TLS and without", arguments: [false, true])
  func readings(_ isEncrypted: Bool) async throws {
    try await with(isEncrypted: isEncrypted) { served in
      let client = try given(served)
      let app = ApplicationProfile.nexeticBackup.appID
      let found = try await client.servicePrincipal(of: app)
      let object = try #require(found?.id.flatMap { ObjectID($0) })
      let assigned = try await client.assignments(to: object).whole()
      #expect(assigned.isComplete)
      let count = try await client.assignmentCount(of: object)
      #expect(assigned.rows.count == count)
      #expect(try await client.grants(of: object).whole().isComplete)
      #expect(try await client.organizationGrants(of: object).whole().isComplete)
      #expect(try await client.applicationPermissions(of: object).whole().isComplete)
      #expect(try await client.owners(of: object).whole().isComplete)
      #expect(try await client.lookAlikes(named: "Nexetic").whole().rows.count > 1)
      #expect(try await client.deletedServicePrincipals(of: app).whole().isComplete)
      #expect(try await client.deletedServicePrincipal(ObjectID(bits: 1)) == nil)
      let me = try await client.signedInUser()
      let id = try #require(me.id.flatMap { ObjectID($0) })
      #expect(try await client.user(id)?.id == me.id)
      #expect(try await client.assignments(of: id, to: object).whole().isComplete)
      #expect(try await client.memberships(of: id).whole().isComplete)
      #expect(try await client.objects([id, object]).rows.count == 2)
      #expect(try await client.activeRoles().whole().rows.isEmpty == false)
      #expect(try await client.organization().domains.isEmpty == false)
      _ = try await client.authorizationPolicy()
      _ = try await client.adminConsentRequestPolicy()
      #expect(try await client.consentRecords(of: object).whole().isComplete)
      #expect(try await client.users(matching: "a").isComplete)
      let groups = try await client.groups(matching: "a")
      #expect(groups.isComplete)
    }
  }

  @Test("does not speak to a server whose certificate it does not trust")
  func untrusted() async throws {
    try await with(isEncrypted: true) { served in
      let stranger = Network()
      let service = try served.service
      let error = await #expect(throws: TransportError.self) {
        try await NetworkTransport(to: service, over: stranger).send(
          .reading(.signedInUser, from: service, id: "1"), bearing: AccessToken("token"))
      }
      await stranger.close()
      #expect(
        error == .unreachable(ForeignText("The certificate is not trusted on this machine.")))
    }
  }

  @Test(
    "gets over what goes wrong on the way",
    arguments: [
      Fault.Kind.throttled(seconds: 2), .unavailable(seconds: 1), .unavailable(seconds: nil),
      .internalError, .badGateway, .gatewayTimeout(afterDoing: true),
      .gatewayTimeout(afterDoing: false), .reset(afterDoing: true), .reset(afterDoing: false),
      .truncated, .slow(seconds: 0.05),
    ])
  func faults(_ kind: Fault.Kind) async throws {
    try await with(faults: [Fault(at: 1, kind), Fault(at: 2, kind)]) { served in
      let user = try await given(served).signedInUser()
      #expect(user.userPrincipalName == served.admin)
    }
  }

  @Test("lets a request that hangs be cancelled at once")
  func hanging() async throws {
    try await with(faults: [Fault(at: 1, .slow(seconds: 600))]) { served in
      let client = try given(served)
      let asking = Task { () -> GraphError.Kind? in
        do throws(GraphError) {
          _ = try await client.signedInUser()
          return nil
        } catch { return error.kind }
      }
      while await served.server.act({ $0.answered }) == 0 { await Task.yield() }
      let clock = ContinuousClock()
      let began = clock.now
      asking.cancel()
      #expect(await asking.value == .cancelled)
      #expect(clock.now - began < .seconds(2), "it would hang for minutes")
      // Another request has a connection of its own.
      _ = try await client.organization()
    }
  }
}
