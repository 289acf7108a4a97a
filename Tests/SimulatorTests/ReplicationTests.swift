import Entra
import Testing

@testable import Simulator

@Suite("A replica that lags") struct ReplicationTests {
  /// What forty requests meet right after the application was created again.
  private func statuses(
    _ desk: inout Desk, _ ask: (inout Desk, Int) throws -> Desk.Reply
  ) throws -> [Desk.Reply] {
    try (0..<40).map { try ask(&desk, $0) }
  }

  private func readded() throws -> Desk {
    var desk = Desk { $0.replication = Replication(seconds: 60) }
    desk.tenant.advance(bySeconds: 100)
    _ = try desk.readd()
    return desk
  }

  @Test("does not find what another has, until it has caught up")
  func reads() throws {
    var desk = try readded()
    let early = try statuses(&desk) { desk, _ in try desk.get(desk.path) }
    #expect(Set(early.map(\.status)) == [200, 404])
    desk.tenant.advance(bySeconds: 60)
    let late = try statuses(&desk) { desk, _ in try desk.get(desk.path) }
    #expect(Set(late.map(\.status)) == [200])
  }

  @Test("refuses assignments in three ways, then no more")
  func assignments() throws {
    var desk = try readded()
    let early = try statuses(&desk) { desk, index in try desk.assign(desk.user(index)) }
    let messages = Set(early.filter { $0.status != 201 }.map(\.message))
    #expect(messages.contains { $0.contains("does not exist or one of its queried") })
    #expect(messages.contains("Not a valid reference update."))
    #expect(
      messages.contains(
        "Permission being assigned was not found on application '\(AppID.ours)'"))
    #expect(early.contains { $0.status == 201 })
    desk.tenant.advance(bySeconds: 60)
    for (index, reply) in early.enumerated() where reply.status != 201 {
      #expect(try desk.assign(desk.user(index)).status == 201)
    }
  }

  @Test("does not find a grant's client, and may write the grant all the same")
  func grants() throws {
    var desk = try readded()
    let early = try statuses(&desk) { desk, index in
      try desk.grant("openid", to: desk.user(index))
    }
    let missed = early.filter { $0.status == 404 }
    #expect(!missed.isEmpty)
    #expect(missed.allSatisfy { $0.code == "Directory_ObjectNotFound" })
    desk.tenant.advance(bySeconds: 60)
    #expect(
      try desk.all(desk.path + "/oauth2PermissionGrants").count == 40 - missed.count)

    var careless = Desk {
      $0.replication = Replication(seconds: 60, stalePercent: 100)
      $0.switches.unfoundGrantIsWritten = true
    }
    careless.tenant.advance(bySeconds: 100)
    _ = try careless.readd()
    #expect(try careless.grant("openid").status == 404)
    careless.tenant.advance(bySeconds: 60)
    #expect(try careless.get(careless.path + "/oauth2PermissionGrants").rows.count == 1)
  }

  @Test("lists fewer rows than there are")
  func lists() throws {
    var desk = Desk { $0.replication = Replication(seconds: 60) }
    desk.tenant.advance(bySeconds: 100)
    for index in 0..<10 { _ = try desk.assign(desk.user(index)) }
    let counts = try statuses(&desk) { desk, _ in
      try desk.get(desk.path + "/appRoleAssignedTo")
    }.map(\.rows.count)
    #expect(Set(counts) == [0, 10])
  }
}
