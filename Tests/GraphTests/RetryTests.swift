import Entra
import Foundation
import HTTPTypes
import Testing

@testable import Graph

@Suite("A request that fails") struct RetryTests {
  /// The table, a row a situation: read, assign, grant, delete, add, patch, restore.
  static let table: [(RetrySituation, [RetryAdvice], recent: [RetryAdvice])] = [
    (.throttled, all(.wait), all(.wait)),
    (
      .unavailable, [.again, .again, .again, .again, .look, .again, .look],
      [.again, .again, .again, .again, .look, .again, .look]
    ),
    (
      .unclear, [.again, .again, .look, .look, .look, .again, .look],
      [.again, .again, .look, .look, .look, .again, .look]
    ),
    (.unsent, all(.again), all(.again)),
    (.unauthorized, all(.renew), all(.renew)),
    (
      .notFound, all(.stop),
      [.stop, .untilKnown, .untilKnown, .stop, .stop, .untilKnown, .untilKnown]
    ),
    (.notYet, all(.stop), [.stop, .untilKnown, .stop, .stop, .stop, .stop, .stop]),
    (.refused, all(.stop), all(.stop)),
  ]

  static func all(_ advice: RetryAdvice) -> [RetryAdvice] { RetryDeed.allCases.map { _ in advice } }

  @Test("is repeated, looked after or given up by the table")
  func advice() {
    #expect(Self.table.map(\.0) == RetrySituation.allCases)
    for (situation, settled, recent) in Self.table {
      for (index, deed) in RetryDeed.allCases.enumerated() {
        let found = RetryPolicy.advice(in: situation, for: deed, isRecent: false)
        #expect(found == settled[index], "\(situation), \(deed)")
        let young = RetryPolicy.advice(in: situation, for: deed, isRecent: true)
        #expect(young == recent[index], "\(situation), \(deed), recent")
      }
    }
  }

  static let faults: [(ScriptedTransport.Answer, RetrySituation)] = [
    (.error(429, "TooManyRequests"), .throttled), (.status(503), .unavailable),
    (.status(500), .unclear), (.json(502, "<html>Bad gateway</html>"), .unclear),
    (.status(504), .unclear), (.failure(.timedOut), .unclear), (.status(408), .unclear),
    (.failure(.lost(ForeignText("reset"))), .unclear),
    (.failure(.unreachable(ForeignText("no route"))), .unsent),
    (.error(401, "InvalidAuthenticationToken"), .unauthorized),
  ]

  @Test("is repeated when it only reads", arguments: faults)
  func reads(_ fault: ScriptedTransport.Answer, _ situation: RetrySituation) async throws {
    let transport = ScriptedTransport([fault, .json(200, Made.servicePrincipal())])
    let bench = Bench(transport)
    let found = try await bench.client.servicePrincipal(of: Made.app)
    #expect(found?.id == Made.object.description)
    #expect(transport.sent.count == 2)
    #expect(bench.clock.sleeps == (situation == .unauthorized ? [] : [.seconds(1)]))
  }

  @Test(
    "is not repeated when Graph has decided",
    arguments: [
      (400, "Request_BadRequest", "Something new."), (403, "Authorization_RequestDenied", ""),
      (409, "Request_MultipleObjectsWithSameKeyValue", ""), (405, "Request_BadRequest", ""),
      (302, "", ""),
    ])
  func decided(_ status: Int, _ code: String, _ message: String) async {
    let transport = ScriptedTransport([.error(status, code, message)])
    await #expect(throws: GraphError.self) {
      try await Bench(transport).client.servicePrincipal(of: Made.app)
    }
    #expect(transport.sent.count == 1)
  }

  @Test("ends after a few repetitions, with longer and longer pauses")
  func bounded() async throws {
    let transport = ScriptedTransport([], then: { _ in .status(500) })
    let bench = Bench(transport)
    let error = await #expect(throws: GraphError.self) {
      try await bench.client.servicePrincipal(of: Made.app)
    }
    #expect(error?.kind == .serverFault)
    #expect(error?.mayHaveHappened == false)
    #expect(transport.sent.count == RetryPolicy.repetitions + 1)
    #expect(bench.clock.sleeps == [1, 2, 4, 8, 16].map { Duration.seconds($0) })
  }

  @Test("is sent with a new token when Graph refuses the old one, and once only")
  func renewal() async throws {
    let challenge = ScriptedTransport.Answer.error(
      401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge",
      [
        .wwwAuthenticate:
          "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""
      ])
    let transport = ScriptedTransport([challenge, challenge])
    let bench = Bench(transport)
    let error = await #expect(throws: GraphError.self) {
      try await bench.client.servicePrincipal(of: Made.app)
    }
    #expect(error?.kind == .claimsChallenge("eyJhIjoxfQ=="))
    #expect(transport.sent.map(\.token.secret) == ["token-1", "token-2"])
    #expect(bench.tokens.refusals.map(\.claims) == ["eyJhIjoxfQ=="])
    #expect(bench.tokens.refusals.map(\.token.secret) == ["token-1"])
  }

  @Test("is sent a third time when the token that was renewed by itself is challenged")
  func renewalThenChallenge() async throws {
    let plain = ScriptedTransport.Answer.error(401, "InvalidAuthenticationToken")
    let challenge = ScriptedTransport.Answer.error(
      401, "InvalidAuthenticationToken", "",
      [.wwwAuthenticate: "Bearer error=\"insufficient_claims\", claims=\"e30=\""])
    for (answers, count) in [
      ([plain, plain, plain], 2), ([plain, challenge, plain], 3), ([challenge, plain], 2),
      ([plain, challenge, challenge, challenge], 3),
    ] {
      let transport = ScriptedTransport(answers)
      let bench = Bench(transport)
      await #expect(throws: GraphError.self) {
        try await bench.client.servicePrincipal(of: Made.app)
      }
      #expect(transport.sent.count == count)
    }
  }

  @Test(
    "waits as long as Graph says",
    arguments: [
      ("7", 7), ("2.128", 2.128), ("0", 0), ("Thu, 12 Mar 2026 23:50:37 GMT", 30),
      ("Thu, 12 Mar 2026 23:00:00 GMT", 0),
    ])
  func retryAfter(_ text: String, _ seconds: Double) async throws {
    let fields: HTTPFields = [.retryAfter: text, .date: "Thu, 12 Mar 2026 23:50:07 GMT"]
    let transport = ScriptedTransport([
      .error(429, "TooManyRequests", "", fields), .json(200, Made.servicePrincipal()),
    ])
    let bench = Bench(transport)
    _ = try await bench.client.servicePrincipal(of: Made.app)
    let milliseconds = Int((seconds * 1000).rounded())
    #expect(bench.clock.sleeps == (milliseconds == 0 ? [] : [.milliseconds(milliseconds)]))
  }

  @Test("takes no wait it can't read", arguments: ["", "soon", "-3", "1e99", "Thu, 31 Foo 2026"])
  func unreadableWait(_ text: String) { #expect(RetryAfter.wait(text, at: nil) == nil) }

  @Test("knows dates across leap years")
  func dates() {
    #expect(RetryAfter.seconds(ofDate: "Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(RetryAfter.seconds(ofDate: "Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    #expect(RetryAfter.seconds(ofDate: "Thu, 29 Feb 2024 12:00:00 GMT") == 1_709_208_000)
  }

  @Test("shows a wait that is too long instead of making it")
  func tooLong() async throws {
    let transport = ScriptedTransport([
      .error(429, "TooManyRequests", "", [.retryAfter: "\(RetryPolicy.longestWaitSeconds + 1)"])
    ])
    let bench = Bench(transport)
    let error = await #expect(throws: GraphError.self) {
      try await bench.client.servicePrincipal(of: Made.app)
    }
    #expect(error?.kind == .throttled)
    #expect(error?.wait == .seconds(RetryPolicy.longestWaitSeconds + 1))
    #expect(bench.clock.sleeps.isEmpty)
  }
}
