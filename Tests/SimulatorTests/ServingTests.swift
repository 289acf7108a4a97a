import Entra
import Foundation
import HTTPTypes
import Testing

@testable import Simulator

@Suite("Every answer") struct ServingTests {
  @Test("echoes the client's request id and carries one of its own")
  func requestIDs() throws {
    var desk = Desk()
    let mine = "7b0c2e44-1111-4222-8333-944455566677"
    let good = try desk.raw(.get, "/v1.0/organization", headers: ["client-request-id": mine])
    #expect(good.header("client-request-id") == mine)
    let bad = try desk.raw(.get, "/v1.0/users/nobody", headers: ["client-request-id": mine])
    let inner = bad.json["error"]?["innerError"]
    #expect(inner?["client-request-id"]?.text == mine)
    #expect(inner?["request-id"]?.text == bad.header("request-id"))
    #expect(bad.header("request-id") != good.header("request-id"))
    #expect(inner?["date"] == "2026-03-02T09:00:00")
    #expect(good.header("Date") == "Mon, 02 Mar 2026 09:00:00 GMT")
    #expect(good.header("x-ms-resource-unit") == "1")
    #expect(good.header("Content-Type")?.hasPrefix("application/json;odata.metadata=") == true)
  }

  @Test("without a good token is 401 with a challenge")
  func tokens() throws {
    var desk = Desk()
    let good = desk.token
    let expired = desk.tenant.issueToken(toPersonAt: 0, seconds: 0)
    for (token, message) in [
      ("", "Access token is empty."),
      ("garbage", "CompactToken parsing failed with error code: 80049217"),
      (expired, "Lifetime validation failed, the token is expired."),
    ] {
      desk.token = token
      let reply = try desk.get("/organization")
      #expect(reply.status == 401)
      #expect(reply.code == "InvalidAuthenticationToken")
      #expect(reply.message == message)
      #expect(reply.header("WWW-Authenticate")?.hasPrefix("Bearer realm=\"\"") == true)
    }
    desk.token = good
    #expect(try desk.get("/organization").status == 200)
    desk.tenant.revokeTokens(ofPersonAt: 0)
    #expect(try desk.get("/organization").status == 401)
  }

  @Test(
    "says what is wrong with a request",
    arguments: [
      (HTTPRequest.Method.get, "/v1.0/nothing", 400, "BadRequest"),
      (.get, "/v2.0/users", 400, "BadRequest"),
      (.put, "/v1.0/servicePrincipals", 405, "Request_BadRequest"),
      (.get, "/v1.0/servicePrincipals/not-a-guid", 400, "Request_BadRequest"),
      (.post, "/v1.0/servicePrincipals", 400, "BadRequest"),
      (.get, "/v1.0/servicePrincipals?$filter=appId%20eq", 400, "BadRequest"),
      (.get, "/v1.0/servicePrincipals?$filter=notes%20eq%20'x'", 400, "Request_UnsupportedQuery"),
      (
        .get, "/v1.0/servicePrincipals?$filter=displayName%20ne%20'x'", 400,
        "Request_UnsupportedQuery"
      ), (.get, "/v1.0/directoryRoles?$top=5", 400, "Request_UnsupportedQuery"),
      (.get, "/v1.0/users?$top=1000", 400, "Request_UnsupportedQuery"),
      (.get, "/v1.0/users?$skip=10", 400, "Request_UnsupportedQuery"),
    ])
  func mistakes(
    _ method: HTTPRequest.Method, _ path: String, _ status: Int, _ code: String
  ) throws {
    var desk = Desk()
    let reply = try desk.raw(method, path, "{broken")
    #expect(reply.status == status)
    #expect(reply.code == code)
  }

  @Test("is the same for the same seed, and another for another")
  func determinism() throws {
    func story(_ seed: UInt64) throws -> [String] {
      var desk = Desk { $0.seed = seed }
      return try [
        desk.get("/users?$top=20").text, desk.assign(desk.user(9)).text, desk.readd().text,
        desk.get("/groups").text,
      ]
    }
    #expect(try story(1) == story(1))
    #expect(try story(1) != story(2))
  }

  @Test("reads as JSON to others, hostile names and all")
  func foreignReader() throws {
    var desk = Desk { $0.size = 400 }
    let text = try desk.get("/users?$top=400").text
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rows = try #require(read["value"] as? [[String: Any]])
    #expect(rows.count == 400)
    let names = Set(rows.compactMap { $0["displayName"] as? String })
    #expect(Names.hostile.allSatisfy(names.contains))
  }

  @Test("goes wrong where a fault says so, before or after it was obeyed")
  func faults() throws {
    for (kind, status, isDone) in [
      (Fault.Kind.throttled(seconds: 2), 429, false), (.unavailable(seconds: nil), 503, false),
      (.internalError, 500, false), (.badGateway, 502, false),
      (.gatewayTimeout(afterDoing: false), 504, false),
      (.gatewayTimeout(afterDoing: true), 504, true), (.claimsChallenge, 401, false),
    ] {
      var desk = Desk { $0.faults = [Fault(at: 1, kind)] }
      let reply = try desk.assign(desk.user(9))
      #expect(reply.status == status)
      let rows = try desk.get(desk.path + "/appRoleAssignedTo").rows
      #expect(rows.isEmpty != isDone, "\(kind)")
    }
    for isDone in [false, true] {
      var desk = Desk { $0.faults = [Fault(at: 1, .reset(afterDoing: isDone))] }
      #expect(throws: LostConnection.self) { try desk.assign(desk.user(9)) }
      #expect(try desk.get(desk.path + "/appRoleAssignedTo").rows.isEmpty != isDone)
    }
  }

  @Test("goes wrong as faults are written")
  func faultTexts() {
    #expect(
      Fault.list("3:429/2,7:504-done,9:reset,12:slow/60") == [
        Fault(at: 3, .throttled(seconds: 2)), Fault(at: 7, .gatewayTimeout(afterDoing: true)),
        Fault(at: 9, .reset(afterDoing: false)), Fault(at: 12, .slow(seconds: 60)),
      ])
    for text in ["0:429", "x:429", "3", "3:999", "3:slow", "3:429/x"] {
      #expect(Fault.list(text) == nil, "\(text)")
    }
  }
}
