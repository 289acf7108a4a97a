import Entra
import Foundation
import Graph
import HTTPTypes
import Synchronization
import Testing

@testable import Graph

@Suite("The network", .serialized, .timeLimit(.minutes(10))) struct NetworkTests {
  private static let token = AccessToken("secret.token-1")

  /// A transport to `peer`, and what it does; the way out is closed whatever happens.
  private static func with<Value>(
    _ peer: LoopbackPeer, _ limits: NetworkLimits = .patient,
    _ body: (NetworkTransport, GraphService) async throws -> Value
  ) async throws -> Value {
    let service = try #require(GraphService(loopback: peer.address))
    let network = Network(limits: limits)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(NetworkTransport(to: service, over: network), service))
    } catch { result = .failure(error) }
    await network.close()
    peer.stop()
    return try result.get()
  }

  private static func request(
    _ service: GraphService, _ reading: Reading = .signedInUser
  ) -> GraphRequest { .reading(reading, from: service, id: "request-1") }

  /// What sending fails by.
  private static func failure(
    _ acts: [LoopbackPeer.Act], _ limits: NetworkLimits = .patient
  ) async throws -> TransportError? {
    let peer = try LoopbackPeer { _ in acts }
    return try await with(peer, limits) { transport, service in
      do throws(TransportError) {
        _ = try await transport.send(request(service), bearing: token)
        return nil
      } catch { return error }
    }
  }

  private static func isLost(_ error: TransportError?) -> Bool {
    if case .lost = error { true } else { false }
  }

  private static func isUnreachable(_ error: TransportError?) -> Bool {
    if case .unreachable = error { true } else { false }
  }

  @Test("carries every question as it was asked, on one connection")
  func fidelity() async throws {
    let peer = try LoopbackPeer { _ in [.respond(200, [("request-id", "abc")], Array("{}".utf8))] }
    try await Self.with(peer) { transport, service in
      for reading in RequestTests.readings {
        let request = Self.request(service, reading)
        let answer = try await transport.send(request, bearing: Self.token)
        #expect(answer.status == 200)
        #expect(answer.requestID == "abc")
        #expect(answer.body == Array("{}".utf8))
        let received = try #require(peer.received.last)
        #expect(received.method == request.head.method.rawValue)
        #expect(received.target == request.head.path)
        #expect(received.body == request.body)
        #expect(received.fields["host"] == "127.0.0.1:\(peer.port)")
        #expect(received.fields["authorization"] == "Bearer secret.token-1")
        for field in request.head.headerFields {
          #expect(received.fields[field.name.canonicalName] == field.value)
        }
      }
    }
    #expect(peer.received.count == RequestTests.readings.count)
    #expect(peer.connections == 1)
  }

  @Test("brings every change to the tenant and its answer back", arguments: try FaultTests.deeds())
  func changes(_ deed: FaultTests.Deed) async throws {
    let tenant = FaultyTenant(deed.state, at: nil)
    let prepared = Mutex<GraphResponse?>(nil)
    let peer = try LoopbackPeer { _ in
      guard let answer = prepared.withLock({ $0 }) else { return [.reset] }
      let fields = answer.fields.map { ($0.name.rawName, $0.value) }
      return [.respond(answer.status, fields, answer.body)]
    }
    try await Self.with(peer) { transport, service in
      let echo = EchoTransport(tenant: tenant, network: transport) { answer in
        prepared.withLock { $0 = answer }
      }
      let client = GraphClient(
        of: service, through: echo, signedInBy: NumberedTokens(),
        time: RunningTime(on: ManualClock()), newRequestID: { UUID() })
      let writer = try await GraphWriter(
        for: Commands.caseID, through: client, recording: { _ in })
      let outcomes = try await writer.perform(deed.command, with: deed.particulars)
      #expect(!outcomes.isEmpty)
      for index in outcomes.indices { #expect(deed.isSo(tenant.now, index)) }
    }
    #expect(
      peer.received.map { "\($0.method) \($0.target.dropFirst(5).prefix { $0 != "?" })" }
        == tenant.lines)
  }

  @Test("may be let go without being closed")
  func forgotten() async throws {
    let peer = try LoopbackPeer { _ in [.respond(200, [], Array("{}".utf8))] }
    let service = try #require(GraphService(loopback: peer.address))
    do {
      let transport = NetworkTransport(to: service, over: Network())
      let answer = try await transport.send(Self.request(service), bearing: Self.token)
      #expect(answer.status == 200)
    }
    peer.stop()
  }

  @Test("says that nothing was sent where nobody answers")
  func refused() async throws {
    let peer = try LoopbackPeer { _ in [] }
    peer.stop()
    for host in ["127.0.0.1", "localhost"] {
      let service = try #require(GraphService(loopback: "http://\(host):\(peer.port)"))
      let network = Network()
      let transport = NetworkTransport(to: service, over: network)
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(Self.request(service), bearing: Self.token)
      }
      await network.close()
      #expect(Self.isUnreachable(error), "\(host): \(String(describing: error))")
    }
  }

  @Test("says that nothing was sent where no TLS is spoken")
  func noTLS() async throws {
    let peer = try LoopbackPeer { _ in [.respond(200)] }
    let service = try #require(GraphService(loopback: "https://127.0.0.1:\(peer.port)"))
    var limits = NetworkLimits()
    limits.connecting = .milliseconds(300)
    let network = Network(limits: limits)
    let error = await #expect(throws: TransportError.self) {
      try await NetworkTransport(to: service, over: network).send(
        Self.request(service), bearing: Self.token)
    }
    await network.close()
    peer.stop()
    #expect(Self.isUnreachable(error), "\(String(describing: error))")
    #expect(peer.received.isEmpty)
  }

  @Test(
    "says that it may have arrived where the connection breaks",
    arguments: [
      [LoopbackPeer.Act.reset], [.close], [.send(Array("HTTP/1.1 20".utf8)), .close],
      [.promise(10, sending: [0x7B]), .close], [.promise(10, sending: [0x7B]), .reset],
      [.send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab".utf8)), .close],
      [.send(Array("nonsense\r\n\r\n".utf8)), .close],
      [
        .send(
          LoopbackPeer.Act.head(200, [("Content-Encoding", "gzip"), ("Content-Length", "3")])
            + [1, 2, 3]), .close,
      ],
    ])
  func broken(_ acts: [LoopbackPeer.Act]) async throws {
    let error = try await Self.failure(acts)
    #expect(Self.isLost(error), "\(String(describing: error))")
  }

  @Test("gives up on silence, on dripping and on what is too large")
  func limits() async throws {
    var limits = NetworkLimits()
    limits.silence = .milliseconds(100)
    #expect(try await Self.failure([.hang], limits) == .timedOut)
    #expect(try await Self.failure([.promise(9, sending: [0x7B]), .hang], limits) == .timedOut)
    limits = NetworkLimits()
    limits.total = .milliseconds(100)
    #expect(try await Self.failure([.hang], limits) == .timedOut)
    #expect(try await Self.failure([.promise(1 << 30, sending: []), .drip], limits) == .timedOut)
    limits = NetworkLimits()
    limits.answerBytes = 1_000
    let large = [UInt8](repeating: 0x20, count: 1_001)
    #expect(try await Self.failure([.respond(200, [], large)], limits) == .tooLarge)
    #expect(
      try await Self.failure([.promise(1 << 30, sending: large), .hang], limits) == .tooLarge)
    #expect(try await Self.failure([.respond(200, [], Array(large.dropLast()))], limits) == nil)
  }

  @Test("follows no redirect, and asks nobody else")
  func redirect() async throws {
    let other = try LoopbackPeer { _ in [.respond(200)] }
    let peer = try LoopbackPeer { _ in [.respond(302, [("Location", other.address + "/v1.0/me")])] }
    let status = try await Self.with(peer) { transport, service in
      try await transport.send(Self.request(service), bearing: Self.token).status
    }
    other.stop()
    #expect(status == 302)
    #expect(other.connections == 0)
  }

  @Test("sends nothing that is meant for another service, and no token that is none")
  func misdirected() async throws {
    let peer = try LoopbackPeer { _ in [.respond(200)] }
    try await Self.with(peer) { transport, service in
      for (request, token) in [
        (Self.request(GraphService(.global)), Self.token),
        (Self.request(service), AccessToken("a\r\nHost: contoso.example")),
        (Self.request(service), AccessToken("")),
      ] {
        let error = await #expect(throws: TransportError.self) {
          try await transport.send(request, bearing: token)
        }
        #expect(Self.isUnreachable(error))
      }
    }
    #expect(peer.connections == 0)
  }

  @Test("reads a compressed answer")
  func compressed() async throws {
    // `{"value":[]}`, as gzip writes it.
    let gzip: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 171, 86, 42, 75, 204, 41, 77, 85, 178, 138, 142, 173, 5, 0,
      66, 234, 64, 68, 12, 0, 0, 0,
    ]
    let peer = try LoopbackPeer { _ in [.respond(200, [("Content-Encoding", "gzip")], gzip)] }
    let body = try await Self.with(peer) { transport, service in
      try await transport.send(Self.request(service), bearing: Self.token).body
    }
    #expect(String(decoding: body, as: UTF8.self) == "{\"value\":[]}")
    #expect(peer.received.first?.fields["accept-encoding"] == "gzip")
  }

  @Test(
    "ends a request that hangs as soon as it is cancelled",
    arguments: [[LoopbackPeer.Act.hang], [.promise(9, sending: [0x7B]), .hang]])
  func cancelled(_ acts: [LoopbackPeer.Act]) async throws {
    let peer = try LoopbackPeer { _ in acts }
    try await Self.with(peer) { transport, service in
      let sending = Task { () -> TransportError? in
        do throws(TransportError) {
          _ = try await transport.send(Self.request(service), bearing: Self.token)
          return nil
        } catch { return error }
      }
      while peer.received.isEmpty { await Task.yield() }
      let clock = ContinuousClock()
      let began = clock.now
      sending.cancel()
      #expect(await sending.value == .cancelled)
      #expect(clock.now - began < .seconds(2), "it would hang for minutes")
      // The connection ends too: what is left of the answer is nobody's.
      while peer.abandoned == 0 { await Task.yield() }
    }
  }

  @Test("sends nothing once it is closed")
  func closed() async throws {
    let peer = try LoopbackPeer { _ in [.respond(200)] }
    let service = try #require(GraphService(loopback: peer.address))
    let network = Network()
    let transport = NetworkTransport(to: service, over: network)
    _ = try await transport.send(Self.request(service), bearing: Self.token)
    await network.close()
    await #expect(throws: TransportError.cancelled) {
      try await transport.send(Self.request(service), bearing: Self.token)
    }
    peer.stop()
    #expect(peer.received.count == 1)
  }

  @Test("names a file of certificates that it cannot read")
  func roots() async throws {
    let network = Network(trusting: ["/nowhere/roots.pem"])
    let service = try #require(GraphService(loopback: "https://localhost:1"))
    await #expect(
      throws: TransportError.unreachable(
        ForeignText("/nowhere/roots.pem cannot be read as certificates (PEM)."))
    ) {
      try await NetworkTransport(to: service, over: network).send(
        Self.request(service), bearing: Self.token)
    }
  }
}

/// Does in a tenant what a request asks, and lets its answer come over the network.
private struct EchoTransport: Transport {
  let tenant: FaultyTenant
  let network: NetworkTransport
  let prepare: @Sendable (GraphResponse) -> Void

  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    prepare(try await tenant.send(request, bearing: token))
    return try await network.send(request, bearing: token)
  }
}
