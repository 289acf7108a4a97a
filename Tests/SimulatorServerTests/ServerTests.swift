import Foundation
import Simulator
import Testing

@testable import SimulatorServer

@Suite("The served tenant", .serialized) struct ServerTests {
  @Test("answers Graph's requests, and its links lead back to it")
  func graph() async throws {
    try await Caller.visit { caller in
      #expect(caller.listening.graph.hasPrefix("http://127.0.0.1:"))
      let page = try await caller.graph("/users?$top=20&$select=id,displayName")
      #expect(page.status == 200)
      #expect(page.rows.count == 20)
      let link = try #require(page.json["@odata.nextLink"] as? String)
      #expect(link.hasPrefix(caller.listening.graph + "/users?"))
      let next = try await caller.ask(
        "GET", link, headers: ["Authorization": "Bearer \(caller.token)"])
      #expect(next.rows.count == 20)
      let missing = try await caller.graph("/servicePrincipals/nothing")
      #expect(missing.status == 400)
      let nobody = try await caller.ask("GET", caller.listening.graph + "/users")
      #expect(nobody.status == 401)
      #expect(nobody.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
    }
  }

  @Test("finds by a key in parentheses, by search, and writes")
  func writing() async throws {
    try await Caller.visit("unassigned") { caller in
      let application = try await caller.graph(
        "/servicePrincipals(appId='facd4a2d-cbd2-4095-bfa8-ac9c819f843e')")
      let id = try #require(application.json["id"] as? String)
      let found = try await caller.graph(
        "/users?$search=%22displayName:a%22&$count=true", headers: ["ConsistencyLevel": "eventual"])
      #expect(found.json["@odata.count"] as? Int == found.rows.count)
      let user = try await caller.graph("/users/\(caller.user)")
      let person = try #require(user.json["id"] as? String)
      let assigned = try await caller.graph(
        "/servicePrincipals/\(id)/appRoleAssignedTo", "POST",
        """
        {"@odata.type":"#microsoft.graph.appRoleAssignment","principalId":"\(person)",
         "resourceId":"\(id)","appRoleId":"00000000-0000-0000-0000-000000000000"}
        """)
      #expect(assigned.status == 201)
      let row = try #require(assigned.json["id"] as? String)
      let removed = try await caller.graph(
        "/servicePrincipals/\(id)/appRoleAssignedTo/\(row)", "DELETE")
      #expect(removed.status == 204)
      #expect(removed.text.isEmpty)
    }
  }

  @Test("answers to loopback's names alone")
  func foreignNames() {
    for host in ["localhost", "localhost:80", "127.0.0.1:5", "[::1]:5", "LOCALHOST"] {
      #expect(FrontDoor.isLoopback(host), "\(host)")
    }
    for host in ["contoso.example", "localhost.contoso.example", "127.0.0.2", "[::2]:5", ""] {
      #expect(!FrontDoor.isLoopback(host), "\(host)")
    }
  }

  @Test("goes on in time as the world does")
  func time() async throws {
    let start = Scenario.Wishes().now
    try await Caller.visit { caller in
      let before = await caller.server.act { $0.now }
      #expect(before >= start)
      _ = try await caller.graph("/organization")
      let after = await caller.server.act { $0.now }
      #expect(after > before)
    }
  }

  @Test("loses connections and cuts answers off where a fault says so")
  func connections() async throws {
    for (text, isDone) in [("1:reset", false), ("1:reset-done", true)] {
      let faults = try #require(Fault.list(text))
      try await Caller.visit("healthy", faults: faults) { caller in
        let path = "/servicePrincipals(appId='facd4a2d-cbd2-4095-bfa8-ac9c819f843e')"
        await #expect(throws: (any Error).self, "\(text)") {
          _ = try await caller.graph(path, "DELETE")
        }
        let rest = try await caller.graph(path)
        #expect((rest.status == 404) == isDone, "\(text)")
      }
    }
    let cut = try #require(Fault.list("1:truncated"))
    try await Caller.visit("healthy", faults: cut) { caller in
      await #expect(throws: (any Error).self) { _ = try await caller.graph("/users") }
      let after = try await caller.graph("/users")
      #expect(after.status == 200)
    }
  }

  @Test("ends while a request hangs")
  func ending() async throws {
    let faults = try #require(Fault.list("1:hang"))
    try await Caller.visit("healthy", faults: faults) { caller in
      let hanging = Task { try await caller.graph("/users") }
      while await caller.server.act({ $0.answered }) == 0 { await Task.yield() }
      hanging.cancel()
    }
  }

  @Test("makes a certificate that a client trusts who was told to")
  func encryption() async throws {
    try await Caller.visit(encrypted: true) { caller in
      #expect(caller.listening.graph.hasPrefix("https://127.0.0.1:"))
      let pem = try #require(caller.listening.certificate)
      #expect(pem.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
      // Nobody told this client.
      await #expect(throws: (any Error).self) { _ = try await caller.graph("/users") }
    }
  }
}
