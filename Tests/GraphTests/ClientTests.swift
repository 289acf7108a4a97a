import Entra
import Foundation
import HTTPTypes
import Testing

@testable import Graph

@Suite("The client") struct ClientTests {
  private static func row(_ number: Int) -> String {
    """
    {"id":"row\(number)","appRoleId":"00000000-0000-0000-0000-000000000000",\
    "principalId":"\(ObjectID(bits: UInt128(number)))","principalType":"User",\
    "resourceId":"\(Made.object)","surprise":{"deep":[null]}}
    """
  }

  private static func page(_ rows: String, next: String? = nil) -> ScriptedTransport.Answer {
    .json(200, "{\"value\":[\(rows)]\(next.map { ",\"@odata.nextLink\":\"\($0)\"" } ?? "")}")
  }

  private static let more = "https://graph.microsoft.com/v1.0/servicePrincipals/x?$skiptoken=%41b"

  @Test("follows a list to its end, each row once, over empty pages")
  func pages() async throws {
    let transport = ScriptedTransport([
      Self.page("\(Self.row(1)),\(Self.row(2))", next: Self.more),
      Self.page("", next: Self.more + "2"), Self.page("\(Self.row(2)),\(Self.row(3))"),
    ])
    let listing = try await Bench(transport).client.assignments(to: Made.object).whole()
    #expect(listing.rows.map(\.id) == ["row1", "row2", "row3"])
    #expect(listing.isComplete)
    #expect(transport.sent[1].path == "/v1.0/servicePrincipals/x?$skiptoken=%41b")
    #expect(Set(transport.sent.map(\.request.clientRequestID)).count == 3)
  }

  @Test("follows with the same header fields")
  func pageFields() async throws {
    let transport = ScriptedTransport([Self.page("", next: Self.more), Self.page("")])
    _ = try await Bench(transport).client.activeRoles().whole()
    #expect(
      transport.sent.map { $0.request.head.headerFields.first(named: "ConsistencyLevel") } == [
        "eventual", "eventual",
      ])
  }

  @Test(
    "goes nowhere else with a list",
    arguments: [
      "https://contoso.example/v1.0/x", "http://graph.microsoft.com/v1.0/x",
      "https://graph.microsoft.com@contoso.example/v1.0/x",
      "https://graph.microsoft.com.contoso.example/v1.0/x",
      "https://graph.microsoft.com:444/v1.0/x", "https://graph.microsoft.com/beta/x",
      "//contoso.example/v1.0/x", "/v1.0/x", "https://graph.microsoft.com/v1.0/x y",
      "https://graph.microsoft.us/v1.0/x", "", "https://graf.contos.example/v1.0/x",
    ])
  func otherHosts(_ link: String) async throws {
    let transport = ScriptedTransport([Self.page(Self.row(1), next: link)])
    let error = await #expect(throws: GraphError.self) {
      try await Bench(transport).client.assignments(to: Made.object).whole()
    }
    #expect(error?.kind == .foreignLink)
    #expect(transport.sent.count == 1)
  }

  @Test("does not walk in a circle")
  func circle() async throws {
    let transport = ScriptedTransport([], then: { _ in Self.page("", next: Self.more) })
    let error = await #expect(throws: GraphError.self) {
      try await Bench(transport).client.assignments(to: Made.object).whole()
    }
    #expect(error?.kind == .foreignLink)
    #expect(transport.sent.count == 2)
  }

  @Test("says how many rows it could not read, and hides none behind them")
  func unreadableRows() async throws {
    let transport = ScriptedTransport([Self.page("7,{\"id\":5},{},\(Self.row(1))")])
    let listing = try await Bench(transport).client.assignments(to: Made.object).whole()
    #expect(listing.rows.map(\.id) == ["row1"])
    #expect(listing.unreadable.count == 3)
    #expect(!listing.isComplete)
  }

  @Test("takes a page that is none of Graph's for an error, never for an empty list")
  func noPage() async throws {
    for body in ["", "<html>", "{}", "{\"value\":null}", "{\"error\":{}}"] {
      let transport = ScriptedTransport([.json(200, body)])
      let error = await #expect(throws: GraphError.self) {
        try await Bench(transport).client.assignments(to: Made.object).whole()
      }
      #expect(error?.kind == .unreadable, "\(body)")
    }
  }

  @Test("finds nothing where there is nothing")
  func nothing() async throws {
    let missing = ScriptedTransport.Answer.error(404, "Request_ResourceNotFound")
    let transport = ScriptedTransport([missing, missing])
    let client = Bench(transport).client
    #expect(try await client.servicePrincipal(of: Made.app) == nil)
    #expect(try await client.deletedServicePrincipal(Made.object) == nil)
  }

  @Test("counts by digits, with or without a byte order mark", arguments: ["240", "\u{FEFF}240"])
  func count(_ text: String) async throws {
    let client = Bench(ScriptedTransport([.json(200, text)])).client
    #expect(try await client.assignmentCount(of: Made.object) == 240)
  }

  @Test("asks for a thousand objects at a time")
  func objects() async throws {
    let transport = ScriptedTransport([], then: { _ in Self.page("") })
    let ids = (1...1_001).map { ObjectID(bits: UInt128($0)) }
    _ = try await Bench(transport).client.objects(ids)
    #expect(transport.lines == Array(repeating: "POST /directoryObjects/getByIds", count: 2))
    let bodies = transport.sent.map { String(decoding: $0.request.body, as: UTF8.self) }
    #expect(bodies[1].contains("[\"\(ObjectID(bits: 1_001))\"]"))
  }

  @Test("asks nothing when nothing is searched for", arguments: ["", "  ", "\u{1B}\n"])
  func emptySearch(_ term: String) async throws {
    let transport = ScriptedTransport([])
    #expect(try await Bench(transport).client.users(matching: term).rows.isEmpty)
    #expect(transport.sent.isEmpty)
  }

  @Test("reads the tenant with its plan and domains, the default one first")
  func organization() async throws {
    let client = Bench(ScriptedTransport([.json(200, Made.organization)])).client
    let organization = try await client.organization()
    #expect(organization.isPremium)
    #expect(organization.domains.map(\.text) == ["contoso.example", "contoso.onmicrosoft.com"])
  }

  @Test(
    "reads what users may consent to",
    arguments: [
      ("[]", AuthorizationPolicyJSON.UserConsent.off),
      ("[\"ManagePermissionGrantsForOwnedResource.x\"]", .off),
      ("[\"managePermissionGrantsForSelf.microsoft-user-default-low\"]", .low),
      ("[\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\"]", .legacy),
      (
        "[\"ManagePermissionGrantsForSelf.microsoft-user-default-recommended\","
          + "\"ManagePermissionGrantsForSelf.microsoft-user-default-allow-consent-apps\"]",
        .recommended
      ),
      ("[\"ManagePermissionGrantsForSelf.ours\"]", .custom),
    ])
  func userConsent(_ list: String, _ consent: AuthorizationPolicyJSON.UserConsent) async throws {
    let body = "{\"defaultUserRolePermissions\":{\"permissionGrantPoliciesAssigned\":\(list)}}"
    let policy = try await Bench(ScriptedTransport([.json(200, body)])).client.authorizationPolicy()
    #expect(policy.userConsent == consent)
  }

  @Test("finds the record that a checkbox was not ticked")
  func consentRecords() async throws {
    let record = """
      {"id":"a","activityDisplayName":"Consent to application","result":"success",\
      "targetResources":[{"id":"x","modifiedProperties":[{"displayName":\
      "ConsentContext.OnBehalfOfAll","oldValue":null,"newValue":"\\"False\\""}]}]}
      """
    let client = Bench(ScriptedTransport([Self.page(record)])).client
    let records = try await client.consentRecords(of: Made.object).whole()
    #expect(records.rows.map(\.isOnBehalfOfAll) == [false])
    #expect(records.rows.map(\.isAdminConsent) == [nil])
  }

  @Test("spends the budget of writes no faster than Graph allows")
  func budget() async throws {
    let clock = ManualClock()
    let pacer = Pacer(time: RunningTime(on: clock))
    for _ in 0..<150 { try await pacer.admit(writes: 20) }
    #expect(clock.sleeps.isEmpty)
    for _ in 0..<350 { try await pacer.admit(writes: 20) }
    // 10,000 writes: 3,000 at once, 7,000 at 20 a second.
    let seconds = clock.now.offset / .seconds(1)
    #expect(abs(seconds - 350) < 0.01)
    let reads = clock.sleeps.count
    for _ in 0..<10_000 { try await pacer.admit(writes: 0) }
    #expect(clock.sleeps.count == reads)
  }

  @Test("reads audit records no faster than Graph allows")
  func reports() async throws {
    let clock = ManualClock()
    let pacer = Pacer(time: RunningTime(on: clock))
    for _ in 0..<15 { try await pacer.admit(writes: 0, isReport: true) }
    #expect(abs(clock.now.offset / .seconds(1) - 20) < 0.01)
  }
}
