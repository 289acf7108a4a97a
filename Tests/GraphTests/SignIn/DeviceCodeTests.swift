import Entra
import Foundation
import Synchronization
import Testing

@testable import Graph

@Suite("Signing in by a code") struct DeviceCodeTests {
  /// A sign-in on a script, and all that can be looked at.
  struct Desk {
    let clock = ManualClock()
    let transport: ScriptedSignIn
    let signIn: DeviceCodeSignIn
    private let told: Told

    final class Told: Sendable {
      let events = Mutex([DeviceCodeEvent]())
    }

    init(_ transport: ScriptedSignIn) {
      let told = Told()
      (self.transport, self.told) = (transport, told)
      signIn = DeviceCodeSignIn(
        at: MadeSignIn.service, as: .graphTools, scopes: ["a", "b"], through: transport,
        time: RunningTime(on: clock),
        telling: { event in told.events.withLock { $0.append(event) } })
    }

    init(_ answers: [ScriptedSignIn.Answer]) { self.init(ScriptedSignIn(answers)) }

    var events: [DeviceCodeEvent] { told.events.withLock { $0 } }
    var reasons: [DeviceCodePrompt.Reason] {
      events.compactMap { if case .asked(let prompt) = $0 { prompt.reason } else { nil } }
    }

    /// What is to become of a token that Graph refused.
    func token(refused: AccessToken, claims: String? = nil) async throws -> AccessToken {
      try await signIn.token(after: TokenRefusal(token: refused, claims: claims))
    }
  }

  @Test("shows the code, asks until it was typed, and keeps the token")
  func ordinary() async throws {
    let desk = Desk([.code(), .pending, .pending, .token(1)])
    #expect(try await desk.signIn.token(after: nil).secret == "access-1")
    #expect(try await desk.signIn.token(after: nil).secret == "access-1")
    #expect(desk.transport.grants == ["devicecode", "device_code", "device_code", "device_code"])
    #expect(desk.clock.sleeps == [.seconds(5), .seconds(5), .seconds(5)])
    #expect(
      desk.events == [
        .asked(
          DeviceCodePrompt(
            code: ForeignText("CODE1"), address: ForeignText("https://microsoft.com/devicelogin"),
            seconds: 900, reason: .first)), .signedIn,
      ])
    let forms = desk.transport.forms
    #expect(forms[0]["client_id"] == "14d82eec-204b-4c2f-b7e8-296a70dab67e")
    #expect(forms[0]["scope"] == "a b")
    #expect(forms[1]["device_code"] == "device-1")
    #expect(
      String(decoding: forms[0].body, as: UTF8.self)
        == "client_id=14d82eec-204b-4c2f-b7e8-296a70dab67e&scope=a%20b")
  }

  @Test("asks less often when told so")
  func slower() async throws {
    let desk = Desk([.code(interval: 2), .slower, .pending, .slower, .token(1)])
    _ = try await desk.signIn.token(after: nil)
    #expect(desk.clock.sleeps == [2, 7, 7, 12].map { .seconds($0) })
  }

  @Test("goes on asking when the network fails for a moment")
  func hiccup() async throws {
    let desk = Desk([
      .code(), .failure(.lost(ForeignText(""))), .failure(.timedOut), .json(503, "<html>"),
      .json(429, ""), .failure(.unreachable(ForeignText(""))), .token(1),
    ])
    #expect(try await desk.signIn.token(after: nil).secret == "access-1")
  }

  @Test("shows a new code when nobody typed the first, four times in all")
  func ranOut() async throws {
    let desk = Desk([.code(1), .ranOut, .code(2), .pending, .token(1)])
    #expect(try await desk.signIn.token(after: nil).secret == "access-1")
    #expect(desk.reasons == [.first, .ended])
    let idle = Desk(
      ScriptedSignIn([], then: { $0.endpoint == .deviceCode ? .code() : .pending }))
    let error = await #expect(throws: TokenError.self) { try await idle.signIn.token(after: nil) }
    #expect(error?.obstacle == .codeExpired)
    #expect(idle.transport.grants.count { $0 == "devicecode" } == 4)
    #expect(idle.events.last == .ended)
    #expect(idle.clock.now.offset >= .seconds(4 * 900))
    #expect(idle.clock.now.offset < .seconds(4 * 910))
  }

  @Test(
    "says in the service's words why it was refused",
    arguments: [
      ("authorization_declined", 65_004, SignInObstacle.declined),
      ("access_denied", 0, .declined), ("invalid_grant", 53_003, .blockedByPolicy),
      ("invalid_grant", 530_003, .blockedByPolicy), ("invalid_grant", 50_076, .blockedByPolicy),
      ("invalid_grant", 50_158, .blockedByPolicy), ("interaction_required", 0, .blockedByPolicy),
      ("invalid_grant", 50_105, .notAssigned), ("invalid_grant", 65_001, .consentNeeded),
      ("consent_required", 0, .consentNeeded), ("invalid_grant", 50_057, .accountRefused),
      ("invalid_grant", 50_020, .accountRefused), ("invalid_grant", 50_173, .sessionEnded),
      ("invalid_grant", 700_082, .sessionEnded), ("invalid_grant", 0, .sessionEnded),
      ("unauthorized_client", 700_016, .clientRefused),
      ("invalid_client", 7_000_218, .clientRefused),
      ("unauthorized_client", 0, .clientRefused), ("invalid_grant", 7_000_112, .clientRefused),
      ("invalid_client", 7_000_215, .secretRefused), ("invalid_client", 7_000_222, .secretRefused),
      ("invalid_request", 90_002, .tenantUnknown), ("invalid_tenant", 0, .tenantUnknown),
      ("invalid_request", 9_001_023, .tenantUnknown),
      ("invalid_grant", 65_002, .permissionsRefused),
      ("invalid_scope", 0, .permissionsRefused), ("bad_verification_code", 70_018, .unknown),
      ("nothing_we_know", 99_999, .unknown),
    ])
  func refusals(_ error: String, _ code: Int, _ obstacle: SignInObstacle) async throws {
    let desk = Desk([.code(), .error(error, code, "Said so.")])
    let thrown = await #expect(throws: TokenError.self) { try await desk.signIn.token(after: nil) }
    guard case .refused(let refusal) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(refusal.obstacle == obstacle)
    #expect(refusal.code == SignInError(code: code))
    #expect(refusal.message.safe == "AADSTS\(code): Said so.")
    #expect(refusal.traceID?.safe == "trace-1")
    #expect(refusal.correlationID?.safe == "correlation-1")
    #expect(desk.events.last == .ended)
    let early = Desk([.error(error, code)])
    let sooner = await #expect(throws: TokenError.self) { try await early.signIn.token(after: nil) }
    #expect(sooner?.obstacle == obstacle)
    #expect(early.events.isEmpty)
  }

  @Test("takes an answer that is none for no token")
  func nonsense() async throws {
    for answer in [
      ScriptedSignIn.Answer.json(200, "<html>"), .json(200, "{}"), .json(200, ""),
      .json(200, #"{"access_token":"","expires_in":1}"#),
      .json(200, #"{"access_token":"a b","expires_in":1}"#), .json(400, "<html>"),
      .json(302, ""), .json(204, ""),
    ] {
      let desk = Desk([.code(), answer])
      let error = await #expect(throws: TokenError.self) {
        try await desk.signIn.token(after: nil)
      }
      #expect(error?.obstacle == .unknown)
    }
  }

  @Test("gets the next token by itself, each time by the newest companion")
  func renewal() async throws {
    let desk = Desk([.code(), .token(1), .token(2), .token(3)])
    let first = try await desk.signIn.token(after: nil)
    #expect(try await desk.token(refused: first).secret == "access-2")
    // Whoever still holds the old one gets the new one, and nothing is asked.
    #expect(try await desk.token(refused: first).secret == "access-2")
    try await desk.clock.sleep(
      until: desk.clock.now.advanced(by: .seconds(3_600)), tolerance: nil)
    #expect(try await desk.signIn.token(after: nil).secret == "access-3")
    let renewals = desk.transport.forms.filter { $0["grant_type"] == "refresh_token" }
    #expect(renewals.map { $0["refresh_token"] } == ["refresh-1", "refresh-2"])
    #expect(desk.events.count == 2)
  }

  @Test("asks for the next token a little before the end, and uses the old one if it must")
  func early() async throws {
    let desk = Desk([.code(), .token(1), .failure(.timedOut), .failure(.timedOut), .token(2)])
    _ = try await desk.signIn.token(after: nil)
    try await desk.clock.sleep(
      until: desk.clock.now.advanced(by: .seconds(3_301)), tolerance: nil)
    #expect(try await desk.signIn.token(after: nil).secret == "access-1")
    try await desk.clock.sleep(until: desk.clock.now.advanced(by: .seconds(300)), tolerance: nil)
    await #expect(throws: TokenError.self) { try await desk.signIn.token(after: nil) }
    #expect(try await desk.signIn.token(after: nil).secret == "access-2")
  }

  @Test("asks a person again when the session was revoked")
  func revoked() async throws {
    let desk = Desk([
      .code(1), .token(1), .error("invalid_grant", 50_173), .code(2), .token(2),
    ])
    let first = try await desk.signIn.token(after: nil)
    #expect(try await desk.token(refused: first).secret == "access-2")
    #expect(desk.reasons == [.first, .ended])
  }

  @Test(
    "asks a person to satisfy a challenge, with what Graph demands",
    arguments: [
      #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#, #"{"a":"??>>"}"#, "{}",
    ])
  func challenge(_ claims: String) async throws {
    let padded = Data(claims.utf8).base64EncodedString()
    let bare = padded.replacing("=", with: "")
    for sent in [padded, bare, bare.replacing("+", with: "-").replacing("/", with: "_"), claims] {
      let desk = Desk([.code(1), .token(1), .code(2), .pending, .token(2)])
      let first = try await desk.signIn.token(after: nil)
      #expect(try await desk.token(refused: first, claims: sent).secret == "access-2")
      #expect(desk.reasons == [.first, .challenged])
      #expect(desk.transport.forms.map { $0["claims"] } == [nil, nil] + [claims, claims, claims])
    }
  }

  @Test("knows what its clients bring with them")
  func clients() {
    #expect(SignInClient(registered: SignInClient.graphTools.id) == .graphTools)
    #expect(SignInClient.graphTools.caveats.contains(.ownConsentPage))
    #expect(!SignInClient.azureCLI.caveats.contains(.ownConsentPage))
    let own = SignInClient(registered: AppID(bits: 7))
    #expect(own.caveats == [.consentOnce, .codesMayBeBlocked])
    #expect(
      SignInClient.azureCLI.scopes(for: RequestKind.allCases, at: MadeSignIn.service) == [
        "https://graph.microsoft.com/.default", "offline_access", "openid", "profile",
      ])
    #expect(
      own.scopes(
        for: [.signedInUser, .assignments, .owners],
        at: SignInService(.usGovernment, tenant: .organizations)) == [
          "https://graph.microsoft.us/Application.Read.All", "https://graph.microsoft.us/User.Read",
          "offline_access", "openid", "profile",
        ])
  }
}
