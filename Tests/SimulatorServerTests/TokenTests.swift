import Foundation
import Simulator
import Testing

@testable import SimulatorServer

@Suite("The sign-in service", .serialized) struct TokenTests {
  private static let client = "14d82eec-204b-4c2f-b7e8-296a70dab67e"
  private static let deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"
  private static let scope = "User.Read Directory.Read.All offline_access openid profile"

  private static func codes(_ reply: Caller.Reply) -> [Int] {
    reply.json["error_codes"] as? [Int] ?? []
  }

  @Test("says where everything is, for the tenant, its domain and any tenant")
  func discovery() async throws {
    try await Caller.visit { caller in
      let id = await caller.server.act { "\($0.id)" }
      for name in [id, "contoso.example", "organizations", "common"] {
        let reply = try await caller.ask(
          "GET", "\(caller.base)/\(name)/v2.0/.well-known/openid-configuration")
        #expect(reply.status == 200)
        #expect(reply.json["issuer"] as? String == "\(caller.base)/\(id)/v2.0")
        for key in ["token_endpoint", "device_authorization_endpoint", "authorization_endpoint"] {
          let address = reply.json[key] as? String ?? ""
          #expect(address.hasPrefix("\(caller.base)/\(name)/oauth2/v2.0/"), "\(key)")
        }
      }
      let unknown = try await caller.ask(
        "GET", "\(caller.base)/nobody.example/v2.0/.well-known/openid-configuration")
      #expect(unknown.status == 400)
      #expect(unknown.json["error"] as? String == "invalid_tenant")
      #expect(Self.codes(unknown) == [90002])
      let instance = try await caller.ask(
        "GET", "\(caller.base)/common/discovery/instance?api-version=1.1")
      #expect(instance.json["tenant_discovery_endpoint"] != nil)
    }
  }

  @Test("gives a device its token once the code was entered, and renews it")
  func deviceCode() async throws {
    try await Caller.visit { caller in
      let asked = try await caller.post(
        "/oauth2/v2.0/devicecode", ["client_id": Self.client, "scope": Self.scope])
      let code = try #require(asked.json["device_code"] as? String)
      let userCode = try #require(asked.json["user_code"] as? String)
      #expect(userCode.count == 9)
      let poll: KeyValuePairs = [
        "client_id": Self.client, "grant_type": Self.deviceGrant, "client_info": "1",
        "device_code": code, "code": code,
      ]
      let waiting = try await caller.post("/oauth2/v2.0/token", poll)
      #expect(waiting.status == 400)
      #expect(waiting.json["error"] as? String == "authorization_pending")
      #expect(Self.codes(waiting) == [70016])

      let confirm = try await caller.post(
        "/devicelogin", ["code": userCode.lowercased(), "username": caller.user], at: caller.base)
      #expect(confirm.text.contains("Microsoft Graph Command Line Tools"))
      _ = try await caller.post(
        "/devicelogin",
        ["code": userCode, "username": caller.user, "decision": "accept"], at: caller.base)
      let given = try await caller.post("/oauth2/v2.0/token", poll)
      #expect(given.status == 200)
      #expect(given.json["token_type"] as? String == "Bearer")
      let token = try #require(given.json["access_token"] as? String)
      let me = try await caller.ask(
        "GET", caller.listening.graph + "/me", headers: ["Authorization": "Bearer \(token)"])
      #expect(me.json["userPrincipalName"] as? String == caller.user)
      let claims = try #require(given.json["id_token"] as? String).split(separator: ".")
      #expect(claims.count == 2)
      #expect(given.json["client_info"] != nil)
      #expect(try await caller.post("/oauth2/v2.0/token", poll).status == 400)

      let renewal = try #require(given.json["refresh_token"] as? String)
      let again: KeyValuePairs = [
        "client_id": Self.client, "grant_type": "refresh_token", "refresh_token": renewal,
      ]
      let renewed = try await caller.post("/oauth2/v2.0/token", again)
      #expect(renewed.json["refresh_token"] as? String != renewal)
      #expect(renewed.json["access_token"] as? String != token)
      #expect(Self.codes(try await caller.post("/oauth2/v2.0/token", again)) == [70000])
    }
  }

  @Test("tells a device that it was declined, is too late or unknown")
  func refusedDevices() async throws {
    try await Caller.visit { caller in
      func poll(_ code: String) async throws -> Caller.Reply {
        try await caller.post(
          "/oauth2/v2.0/token",
          ["client_id": Self.client, "grant_type": Self.deviceGrant, "device_code": code])
      }
      #expect(Self.codes(try await poll("nothing")) == [70018])
      var codes: [(device: String, user: String)] = []
      for _ in 0..<2 {
        let asked = try await caller.post(
          "/oauth2/v2.0/devicecode", ["client_id": Self.client, "scope": "User.Read"])
        codes.append(
          (
            try #require(asked.json["device_code"] as? String),
            try #require(asked.json["user_code"] as? String)
          ))
      }
      _ = try await caller.post(
        "/devicelogin",
        ["code": codes[0].user, "username": caller.user, "decision": "cancel"], at: caller.base)
      #expect(try await poll(codes[0].device).json["error"] as? String == "authorization_declined")
      await caller.server.act { $0.advance(bySeconds: 901) }
      #expect(try await poll(codes[1].device).json["error"] as? String == "expired_token")
      let late = try await caller.post(
        "/devicelogin", ["code": codes[1].user, "username": caller.user], at: caller.base)
      #expect(late.text.contains("That code didn&#39;t work"))
    }
  }

  @Test("lets nobody in whose account is blocked or missing")
  func accounts() async throws {
    try await Caller.visit("blocked-user") { caller in
      let asked = try await caller.post(
        "/oauth2/v2.0/devicecode", ["client_id": Self.client, "scope": "User.Read"])
      let code = try #require(asked.json["user_code"] as? String)
      for (name, number) in [(caller.user, "50057"), ("nobody@contoso.example", "50034")] {
        let page = try await caller.post(
          "/devicelogin", ["code": code, "username": name, "decision": "accept"], at: caller.base)
        #expect(page.text.contains("AADSTS\(number)"))
      }
    }
  }

  @Test("gives an application its token for the right secret, tenant and scope")
  func clientCredentials() async throws {
    try await Caller.visit { caller in
      let good = "https://graph.microsoft.com/.default"
      let id = "\(caller.listening.client)"
      let secret = caller.listening.clientSecret
      func ask(_ secret: String, _ scope: String, at realm: String? = nil) async throws
        -> Caller.Reply
      {
        try await caller.post(
          "/oauth2/v2.0/token",
          [
            "client_id": id, "client_secret": secret, "grant_type": "client_credentials",
            "scope": scope,
          ], at: realm.map { "\(caller.base)/\($0)" })
      }
      let given = try await ask(secret, good)
      let token = try #require(given.json["access_token"] as? String)
      #expect(given.json["refresh_token"] == nil)
      let users = try await caller.ask(
        "GET", caller.listening.graph + "/users", headers: ["Authorization": "Bearer \(token)"])
      #expect(users.status == 200)
      #expect(Self.codes(try await ask("wrong", good)) == [7_000_215])
      #expect(Self.codes(try await ask("", good)) == [7_000_218])
      #expect(Self.codes(try await ask(secret, "User.Read")) == [1_002_012])
      #expect(Self.codes(try await ask(secret, good, at: "common")) == [9_001_023])
    }
  }

  @Test("gives tokens for what was asked, and for everything by .default")
  func scopes() {
    let asked = AskedScope("https://graph.microsoft.com/User.Read Group.Read.All openid")
    #expect(asked.permissions == ["User.Read", "Group.Read.All"])
    #expect(asked.wantsIdentity && !asked.isRenewable && !asked.isDefault)
    for text in ["https://127.0.0.1:8443/.default offline_access", ".default"] {
      #expect(AskedScope(text).permissions.contains("Directory.Read.All"))
    }
    #expect(AskedScope("https://graph.microsoft.com/.default").isOnlyDefault)
    #expect(!AskedScope("https://graph.microsoft.com/.default User.Read").isOnlyDefault)
    #expect(!AskedScope("").isOnlyDefault)
  }
}
