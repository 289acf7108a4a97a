import Entra
import Foundation
import Synchronization
import Testing

@testable import Graph

@Suite("Signing in by a given token") struct GivenTokenTests {
  private let clock = ManualClock()

  private func given(
    _ text: String, _ service: GraphService = MadeSignIn.graph,
    another: (@Sendable () async -> String?)? = nil
  ) throws(SignInRefusal) -> GivenToken {
    try GivenToken(
      text, for: service, time: RunningTime(on: clock), secondsSince1970: MadeSignIn.noon,
      another: another)
  }

  @Test("takes the token as it is, without what stands around it")
  func ordinary() async throws {
    for text in ["opaque", " opaque\r\n", "Bearer opaque", "bearer opaque\n"] {
      #expect(try await given(text).token(after: nil).secret == "opaque")
    }
    for text in ["", " \n", "two words", "a b c", "grün"] {
      #expect(throws: SignInRefusal(.tokenUnreadable)) { try given(text) }
    }
  }

  @Test("reads from it who it says it is for, and believes nothing more")
  func hints() throws {
    let tenant = TenantID(bits: 0xABC)
    let claims = try given(
      MadeSignIn.jwt(
        #"{"exp":\#(MadeSignIn.noon + 60),"tid":"\#(tenant)","upn":"ada@contoso.example"}"#)
    ).claims
    #expect(claims.tenant == tenant)
    #expect(claims.userName?.safe == "ada@contoso.example")
    #expect(claims.expires == MadeSignIn.noon + 60)
    for odd in [
      "{}", "[]", "7", #"{"exp":"soon","tid":7,"upn":[],"aud":{}}"#, "", "{\"exp\":1e300}",
    ] {
      let claims = try given(MadeSignIn.jwt(odd)).claims
      #expect(claims.expires == nil && claims.tenant == nil && claims.userName == nil, "\(odd)")
    }
  }

  @Test("is over when the token says so, with some grace for clocks")
  func expiry() async throws {
    let past = MadeSignIn.jwt(#"{"exp":\#(MadeSignIn.noon - 301)}"#)
    #expect(throws: SignInRefusal(.tokenExpired)) { try given(past) }
    // A simulator's time is its own.
    _ = try given(past, try #require(GraphService(loopback: "http://localhost:8080")))
    let signIn = try given(MadeSignIn.jwt(#"{"exp":\#(MadeSignIn.noon - 100)}"#))
    _ = try await signIn.token(after: nil)
    try await clock.sleep(until: clock.now.advanced(by: .seconds(201)), tolerance: nil)
    let error = await #expect(throws: TokenError.self) { try await signIn.token(after: nil) }
    #expect(error?.obstacle == .tokenExpired)
  }

  @Test("asks for another when this one is refused, where somebody can be asked")
  func another() async throws {
    let signIn = try given("first", another: { "second\n" })
    let first = try await signIn.token(after: nil)
    let refusal = TokenRefusal(token: first, claims: nil)
    #expect(try await signIn.token(after: refusal).secret == "second")
    for (answer, obstacle) in [
      (nil, SignInObstacle.signInNeeded), ("", .tokenUnreadable),
    ] as [(String?, SignInObstacle)] {
      let signIn = try given("first", another: { answer })
      _ = try await signIn.token(after: nil)
      let error = await #expect(throws: TokenError.self) { try await signIn.token(after: refusal) }
      #expect(error?.obstacle == obstacle)
    }
  }

  @Test("does not take one of another tenant, as far as it says whose it is")
  func tenants() throws {
    let (one, other) = (TenantID(bits: 1), TenantID(bits: 2))
    let token = MadeSignIn.jwt(#"{"tid":"\#(one)"}"#)
    for (text, tenant, isTaken) in [
      (token, TenantName.id(one), true), (token, .id(other), false),
      (token, .organizations, true), ("opaque", .id(other), true),
    ] {
      let taken = Result { () throws(SignInRefusal) in
        try GivenToken(
          text, to: tenant, for: MadeSignIn.graph, time: RunningTime(on: clock),
          secondsSince1970: MadeSignIn.noon)
      }
      switch taken {
      case .success: #expect(isTaken)
      case .failure(let refusal):
        #expect(!isTaken)
        #expect(refusal == SignInRefusal(.otherTenant, "The token is of tenant \(one)."))
      }
    }
  }

  @Test("does not take one for another cloud")
  func clouds() throws {
    for cloud in Cloud.allCases {
      let token = MadeSignIn.jwt(#"{"aud":"https://\#(cloud.graphHost)/"}"#)
      for other in Cloud.allCases where other != cloud {
        #expect(throws: SignInRefusal(.otherCloud)) { try given(token, GraphService(other)) }
      }
      _ = try given(token, GraphService(cloud))
    }
    let simulator = try #require(GraphService(loopback: "http://localhost:8080"))
    _ = try given(MadeSignIn.jwt(#"{"aud":"https://graph.microsoft.com"}"#), simulator)
    _ = try given(MadeSignIn.jwt(#"{"aud":"00000003-0000-0000-c000-000000000000"}"#))
  }
}

@Suite("Signing in through Azure CLI") struct AzureCLITests {
  private static let tenant = TenantID(bits: 0xABC)

  private final class Tool: Sendable {
    let calls = Mutex([[String]]())
    let outcome: @Sendable (Int) -> ToolOutcome
    init(_ outcome: @escaping @Sendable (Int) -> ToolOutcome) { self.outcome = outcome }

    func run(_ arguments: [String]) -> ToolOutcome {
      calls.withLock { calls in
        calls.append(arguments)
        return outcome(calls.count)
      }
    }
  }

  private static func printed(
    _ token: String, expires: Int? = nil, tenant: TenantID = tenant
  ) -> ToolOutcome {
    let end = expires.map { ",\"expires_on\":\($0)" } ?? ""
    return ToolOutcome(
      status: 0,
      output: """
        {"accessToken":"\(token)","expiresOn":"2026-03-02 10:15:41.000000"\(end),\
        "subscription":"x","tenant":"\(tenant)","tokenType":"Bearer"}
        """, complaint: "WARNING: something\n")
  }

  private static func signIn(
    _ tool: Tool, to tenant: TenantName = .id(tenant), on clock: ManualClock = ManualClock()
  ) -> AzureCLISignIn {
    AzureCLISignIn(
      to: tenant, for: MadeSignIn.graph, time: RunningTime(on: clock),
      secondsSince1970: { MadeSignIn.noon + Int(clock.now.offset / .seconds(1)) },
      running: { (arguments: [String]) async throws(TokenError) in tool.run(arguments) })
  }

  @Test("asks az once, and again only when the token ends")
  func ordinary() async throws {
    let clock = ManualClock()
    let tool = Tool { Self.printed("token-\($0)", expires: MadeSignIn.noon + 3_600 * $0) }
    let signIn = Self.signIn(tool, on: clock)
    #expect(try await signIn.token(after: nil).secret == "token-1")
    #expect(try await signIn.token(after: nil).secret == "token-1")
    try await clock.sleep(until: clock.now.advanced(by: .seconds(3_400)), tolerance: nil)
    #expect(try await signIn.token(after: nil).secret == "token-2")
    #expect(
      tool.calls.withLock { $0 }.first == [
        "account", "get-access-token", "--resource-type", "ms-graph", "--output", "json",
        "--tenant", Self.tenant.description,
      ])
    #expect(!AzureCLISignIn.arguments(for: .organizations).contains("--tenant"))
  }

  @Test("does without an end, and with one that is past")
  func odd() async throws {
    for expires in [nil, 0, MadeSignIn.noon - 1] {
      let tool = Tool { Self.printed("token-\($0)", expires: expires) }
      let signIn = Self.signIn(tool)
      _ = try await signIn.token(after: nil)
      #expect(try await signIn.token(after: nil).secret == "token-1")
    }
  }

  @Test("says what az complains of")
  func complaints() async throws {
    for (outcome, obstacle, message) in [
      (
        ToolOutcome(
          status: 1, output: "", complaint: "\nERROR: Please run 'az login' to setup account.\n"),
        SignInObstacle.toolSignedOut, "ERROR: Please run 'az login' to setup account."
      ),
      (
        ToolOutcome(status: 1, output: "", complaint: "ERROR: AADSTS53003: Access has been"),
        .blockedByPolicy, "ERROR: AADSTS53003: Access has been"
      ),
      (
        ToolOutcome(status: 1, output: "", complaint: "AADSTS90002: Tenant 'x' not found."),
        .tenantUnknown, "AADSTS90002: Tenant 'x' not found."
      ),
      (
        ToolOutcome(status: 2, output: "", complaint: "\u{1B}[31mbroken"), .toolFailed,
        "\u{FFFD}[31mbroken"
      ),
      (ToolOutcome(status: nil, output: "", complaint: ""), .toolFailed, ""),
      (
        ToolOutcome(status: 0, output: "hello", complaint: ""), .toolFailed,
        "az printed something else than a token."
      ),
      (
        Self.printed("a b"), .toolFailed, "az printed a token that cannot be used."
      ),
      (
        Self.printed("a", tenant: TenantID(bits: 1)), .otherTenant,
        "az gave a token of tenant \(TenantID(bits: 1))."
      ),
      (
        Self.printed(MadeSignIn.jwt(#"{"aud":"https://graph.microsoft.us"}"#)), .otherCloud, ""
      ),
    ] {
      let tool = Tool { _ in outcome }
      let error = await #expect(throws: TokenError.self) {
        try await Self.signIn(tool).token(after: nil)
      }
      #expect(error == .refused(SignInRefusal(obstacle, message)))
    }
  }

  @Test("needs a person's az login for a challenge")
  func challenge() async throws {
    let signIn = Self.signIn(Tool { Self.printed("token-\($0)") })
    let first = try await signIn.token(after: nil)
    let error = await #expect(throws: TokenError.self) {
      try await signIn.token(after: TokenRefusal(token: first, claims: "e30="))
    }
    #expect(error?.obstacle == .sessionEnded)
  }

  @Test(
    "runs another program, hears both its voices, and ends it when cancelled",
    .timeLimit(.minutes(10)))
  func program() async throws {
    let outcome = try await AzureCLI.run(["-c", "echo out; echo err >&2; exit 3"], program: "sh")
    #expect(outcome.status == 3)
    #expect(outcome.output == "out\n")
    #expect(outcome.complaint == "err\n")
    let error = await #expect(throws: TokenError.self) {
      try await AzureCLI.run([], program: "regrant-has-no-such-program")
    }
    #expect(error?.obstacle == .toolMissing)
    let hanging = Task { () -> TokenError? in
      do throws(TokenError) {
        _ = try await AzureCLI.run(["-c", "exec sleep 600"], program: "sh")
        return nil
      } catch { return error }
    }
    hanging.cancel()
    #expect(await hanging.value == .cancelled)
  }
}

@Suite("Signing in as an application") struct ClientSecretTests {
  private static let service = SignInService(.china, tenant: .id(TenantID(bits: 0xABC)))

  @Test("asks for everything it was given, and again when that ends")
  func ordinary() async throws {
    let clock = ManualClock()
    let transport = ScriptedSignIn([.token(1), .token(2), .error("invalid_client", 7_000_222)])
    let secret = try #require(ClientSecret("s3cret~&\n"))
    let signIn = try #require(
      ClientSecretSignIn(
        at: Self.service, as: AppID(bits: 7), secret: secret, through: transport,
        time: RunningTime(on: clock)))
    let first = try await signIn.token(after: nil)
    #expect(first.secret == "access-1")
    let claims = Data("{}".utf8).base64EncodedString()
    #expect(
      try await signIn.token(after: TokenRefusal(token: first, claims: claims)).secret
        == "access-2")
    #expect(
      String(decoding: transport.forms[0].body, as: UTF8.self)
        == "grant_type=client_credentials&client_id=\(AppID(bits: 7))&client_secret=s3cret~%26"
        + "&scope=https%3A%2F%2Fmicrosoftgraph.chinacloudapi.cn%2F.default")
    #expect(transport.forms[1]["claims"] == "{}")
    try await clock.sleep(until: clock.now.advanced(by: .seconds(3_600)), tolerance: nil)
    let error = await #expect(throws: TokenError.self) { try await signIn.token(after: nil) }
    #expect(error?.obstacle == .secretRefused)
  }

  @Test("needs a secret and one tenant")
  func needs() throws {
    for text in ["", "\n", "\r\n"] { #expect(ClientSecret(text) == nil) }
    let secret = try #require(ClientSecret("s"))
    #expect(
      ClientSecretSignIn(
        at: MadeSignIn.service, as: AppID(bits: 7), secret: secret, through: ScriptedSignIn([]),
        time: RunningTime(on: ManualClock())) == nil)
  }
}

@Suite("The sign-in service") struct SignInServiceTests {
  @Test("is a cloud's, or on this machine")
  func places() throws {
    let tenant = TenantName.id(TenantID(bits: 0xABC))
    for cloud in Cloud.allCases {
      let service = SignInService(cloud, tenant: tenant)
      #expect(service.authority == cloud.loginHost)
      #expect(service.defaultScope == "https://\(cloud.graphHost)/.default")
    }
    for (address, expected) in [
      ("http://localhost:8080", TenantName.organizations), ("https://127.0.0.1:1/", .organizations),
      ("http://localhost:8080/\(tenant)", tenant), ("http://localhost/\(tenant)/v2.0", tenant),
      ("http://localhost/contoso.example", .domain(try #require(DomainName("contoso.example")))),
    ] {
      #expect(SignInService(loopback: address)?.tenant == expected, "\(address)")
    }
    #expect(SignInService(loopback: "http://localhost", tenant: tenant)?.tenant == tenant)
    for address in [
      "https://login.microsoftonline.com", "http://contoso.example/\(tenant)", "localhost",
      "http://localhost/a/b", "http://localhost/a?b",
    ] {
      #expect(SignInService(loopback: address) == nil, "\(address)")
    }
    #expect(
      SignInService(loopback: "http://localhost/\(tenant)", tenant: .id(TenantID(bits: 1))) == nil)
  }

  @Test("is posted to at its tenant's address")
  func post() async throws {
    let peer = try LoopbackPeer { _ in [.respond(400, [], Array("{}".utf8))] }
    let service = try #require(SignInService(loopback: peer.address + "/contoso.example"))
    let network = Network(limits: .patient)
    let response = try await NetworkSignInTransport(over: network).post(
      SignInForm(.token, [("a", "b c&d=é")]), to: service)
    await network.close()
    peer.stop()
    #expect(response.status == 400)
    let received = try #require(peer.received.first)
    #expect(received.line == "POST /contoso.example/oauth2/v2.0/token HTTP/1.1")
    #expect(received.fields["content-type"] == "application/x-www-form-urlencoded")
    #expect(String(decoding: received.body, as: UTF8.self) == "a=b%20c%26d%3D%C3%A9")
  }

  @Test("has no secret in anything that is printed")
  func secrets() throws {
    let secret = "s3cr3t"
    let client = try #require(ClientSecret(secret))
    let values: [Any] = [
      AccessToken(secret), RefreshToken(secret: secret), client,
      SignInForm(.token, [("client_secret", secret)]),
      SignInResponse(status: 200, body: Array(secret.utf8)),
      ToolOutcome(status: 0, output: secret, complaint: secret),
      TokenRefusal(token: AccessToken(secret), claims: nil),
      IssuedToken(
        AccessToken(secret), refresh: RefreshToken(secret: secret), lasting: .zero, from: .zero),
    ]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      for text in [String(describing: value), String(reflecting: value), dumped] {
        #expect(!text.contains(secret), "\(type(of: value))")
      }
    }
  }
}
