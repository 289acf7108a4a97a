import Entra
import Foundation
import HTTPTypes
import Testing

@testable import Graph

@Suite("A request") struct RequestTests {
  static let service = GraphService(.global)
  static let id = ObjectID(bits: 1)

  static let readings: [Reading] = [
    .servicePrincipal(Made.app), .servicePrincipalByID(id), .lookAlikes(name: "O'Neil & Söhne#"),
    .deletedServicePrincipals(Made.app), .deletedServicePrincipal(id), .assignments(id),
    .assignmentCount(id), .grants(id), .organizationGrants(client: id),
    .applicationPermissions(id), .owners(id), .user("ben_partner.example#EXT#@contoso.example"),
    .userAssignments(id, to: Made.object), .userGroups(id), .groupMembers(id), .objects([id]),
    .signedInUser, .activeRoles, .organization, .authorizationPolicy, .adminConsentRequestPolicy,
    .consentRecords(id), .userSearch("a\"b\\c"), .groupSearch("x"),
    .policies(.claimsMapping, of: id),
    .usersByName("O'Neil"), .usersByMail("ben@contoso.example"), .groupsByName("Söhne & Co"),
    .group(id), .memberCount(id), .nestedGroups(id), .transitiveGroups(id),
    .groupAssignments(id, to: Made.object), .users, .eligibleRoles(id), .roleAssignments,
    .ownGrants(id), .ownGrantsOfUser(id, to: Made.object), .signIns(id, Made.app), .removalRecords,
  ]

  @Test("goes to its own service, with an ID, and reads", arguments: readings)
  func heads(_ reading: Reading) {
    let request = GraphRequest.reading(reading, from: Self.service, id: "request-1")
    #expect(request.head.scheme == "https")
    #expect(request.head.authority == "graph.microsoft.com")
    #expect(request.head.path?.hasPrefix("/v1.0/") == true)
    #expect(
      request.head.path?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
        == true)
    #expect(request.head.headerFields.first(named: "client-request-id") == "request-1")
    #expect(
      request.head.headerFields.first(named: "ConsistencyLevel")
        == (reading.isAdvanced ? "eventual" : nil))
    #expect(!request.kind.isWrite)
    #expect(request.writes == 0)
  }

  @Test("of each kind that reads is among them")
  func everyKind() {
    #expect(
      Set(Self.readings.map(\.kind))
        == Set(RequestKind.allCases.filter { !$0.isWrite && $0 != .readBatch }))
  }

  @Test("is sent where the table of permissions says", arguments: readings)
  func templates(_ reading: Reading) throws {
    let parts = reading.kind.template.split(separator: " ", maxSplits: 1).map(String.init)
    #expect(parts[0] == reading.method.rawValue)
    let path = String(reading.target.prefix { $0 != "?" })
    let told = String(parts[1].prefix { $0 != "?" })
    #expect(Self.segments(path).count == Self.segments(told).count, "\(path), not \(told)")
    for (sent, told) in zip(Self.segments(path), Self.segments(told)) {
      let fixed = told.split(separator: "{").first.map(String.init) ?? ""
      #expect(told.contains("{") ? sent.hasPrefix(fixed) || told.hasPrefix("{") : sent == told)
    }
  }

  private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }

  @Test("has a line of its own in the table of permissions", arguments: RequestKind.allCases)
  func permissions(_ kind: RequestKind) {
    let same = RequestKind.allCases.filter { $0.template == kind.template }
    #expect(same == [kind] || kind.template == "PATCH /servicePrincipals/{id}")
    #expect(!kind.permission.delegated.isEmpty)
    #expect(!kind.permission.roles.isEmpty)
    let isWriting = kind.permission.delegated.contains { $0.contains("ReadWrite") }
    #expect(isWriting == kind.isWrite)
  }

  @Test(
    "escapes what others named",
    arguments: [
      (
        Reading.lookAlikes(name: "O'Neil & Söhne#"),
        "startswith(displayName,'O''Neil%20%26%20S%C3%B6hne%23')"
      ),
      (.user("ben#EXT#@contoso.example"), "/users/ben%23EXT%23%40contoso.example?"),
      (.user("$x'y@contoso.example"), "/users('%24x''y%40contoso.example')?"),
      (
        .userSearch("a\"b\\c"),
        "$search=%22displayName:a%5C%22b%5C%5Cc%22%20OR%20%22userPrincipalName:a%5C%22b%5C%5Cc%22"
      ),
      (.userAssignments(id, to: Made.object), "$filter=resourceId%20eq%20\(Made.object)"),
      (.organizationGrants(client: id), "clientId%20eq%20'\(id)'%20and%20consentType"),
    ])
  func escapes(_ reading: Reading, _ part: String) {
    #expect(reading.target.contains(part), "\(reading.target)")
  }

  @Test(
    "is sent to this machine or to a cloud of Microsoft's",
    arguments: [
      ("http://localhost:8080/v1.0", true), ("https://127.0.0.1/", true), ("http://[::1]:1", true),
      ("HTTP://LOCALHOST", true), ("http://localhost.contoso.example", false),
      ("http://localhost@contoso.example", false), ("http://contoso.example", false),
      ("http://localhost:0", false), ("http://localhost:99999", false), ("ftp://localhost", false),
      ("localhost", false), ("http://localhost/v2.0", false),
      ("http://127.0.0.1.nip.example", false),
    ])
  func services(_ address: String, _ isTaken: Bool) {
    #expect((GraphService(loopback: address) != nil) == isTaken)
  }

  @Test("says nothing of the token that goes with it")
  func tokens() {
    let token = AccessToken("secret")
    var dumped = ""
    dump(token, to: &dumped)
    #expect(!"\(token) \(String(reflecting: token)) \(dumped)".contains("secret"))
  }
}
