import Entra
import Testing

@testable import Simulator

@Suite("Graph's budget") struct ThrottleTests {
  @Test("lets three thousand writes through at once, then twenty a second")
  func writes() throws {
    var desk = Desk { $0.size = 4000 }
    var sent = 0
    var waited = 0.0
    while sent < 3100 {
      let reply = try desk.assign(desk.user(sent))
      guard reply.status == 429 else {
        sent += 1
        continue
      }
      #expect(reply.code == "TooManyRequests")
      #expect(reply.header("x-ms-throttle-information") == "WriteLimitExceeded")
      #expect(reply.header("x-ms-throttle-scope")?.hasPrefix("Tenant_Application/Write/") == true)
      let seconds = try #require(reply.header("Retry-After").flatMap { Double($0) })
      #expect(sent >= 3000)
      waited += seconds
      desk.tenant.advance(bySeconds: seconds)
    }
    #expect((4.0...6.0).contains(waited))
  }

  @Test("warns from eighty per cent on")
  func warning() throws {
    var desk = Desk { $0.limits.resourceUnits = 10 }
    let headers = try (0..<10).map { _ in
      try desk.get("/organization").header("x-ms-throttle-limit-percentage")
    }
    #expect(headers.prefix(8).allSatisfy { $0 == nil })
    #expect(headers.suffix(2) == ["0.9", "1.0"])
    let refused = try desk.get("/organization")
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After") == "1")
    desk.tenant.advance(bySeconds: 1)
    #expect(try desk.get("/organization").status == 200)
  }

  @Test("is each application's own")
  func clients() throws {
    var desk = Desk { $0.limits.writes = 1 }
    _ = try desk.assign(desk.user(0))
    #expect(try desk.assign(desk.user(1)).status == 429)
    desk.token = desk.tenant.issueToken(toPersonAt: 0, client: AppID(bits: 4))
    #expect(try desk.assign(desk.user(1)).status == 201)
  }

  @Test("tells how long to wait in fractions, behind a switch")
  func fractions() throws {
    var desk = Desk {
      $0.limits.writes = 1
      $0.switches.retryAfterIsFractional = true
    }
    _ = try desk.assign(desk.user(0))
    #expect(try desk.assign(desk.user(1)).header("Retry-After") == "150.000")
    desk.tenant.advance(bySeconds: 147.872)
    #expect(try desk.assign(desk.user(1)).header("Retry-After") == "2.128")
  }

  @Test("allows five log requests in ten seconds")
  func logs() throws {
    var desk = Desk()
    let statuses = try (0..<6).map { _ in try desk.get("/auditLogs/signIns").status }
    #expect(statuses == [200, 200, 200, 200, 200, 429])
    #expect(try desk.get("/organization").status == 200)
  }

  @Test(
    "charges each kind of request its price",
    arguments: [
      ("/users", 2), ("/users?$select=id", 1), ("/users?$top=5", 1), ("/groups", 1),
      ("/servicePrincipals", 1), ("/oauth2PermissionGrants", 2), ("/me/memberOf", 2),
      ("/groups/{group}/members", 3), ("/groups/{group}/transitiveMembers", 5),
      ("/groups/{group}/transitiveMembers?$select=id", 4), ("/directoryRoles", 1),
    ])
  func prices(_ path: String, _ units: Int) throws {
    var desk = Desk()
    let group = desk.tenant.groupIDs(named: "Finance").first ?? ObjectID(bits: 0)
    let reply = try desk.get(path.replacing("{group}", with: "\(group)"))
    #expect(reply.header("x-ms-resource-unit") == "\(units)")
  }
}
