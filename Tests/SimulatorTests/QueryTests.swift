import Entra
import HTTPTypes
import Testing

@testable import Simulator

@Suite("A query") struct QueryTests {
  private static let row: JSON = [
    "name": "O'Brien", "flag": true, "none": nil, "number": 50105,
    "time": "2026-03-02T09:00:00Z", "tags": ["HideApp", "x"],
    "inner": ["code": "A"], "targets": [["id": "1"], ["id": "2"]],
  ]

  @Test(
    "filters by what it says",
    arguments: [
      ("name eq 'o''brien'", true), ("name ne 'O''Brien'", false), ("flag eq true", true),
      ("none eq null", true), ("name eq null", false), ("number eq 50105", true),
      ("time ge 2026-03-02T09:00:00Z", true), ("time gt 2026-03-02T09:00:00Z", false),
      ("time le 2026-03-03T00:00:00Z", true), ("startswith(name,'o''b')", true),
      ("endswith(name, 'x')", false), ("tags/any(t:t eq 'HideApp')", true),
      ("tags/any(t: t eq 'Other')", false), ("targets/any(t:t/id eq '2')", true),
      ("inner/code eq 'a'", true), ("name in ('x', 'O''Brien')", true),
      ("flag eq false or number eq 50105", true), ("flag eq true and number eq 1", false),
      ("flag eq false and flag eq true or flag eq true", true),
      ("flag eq false and (flag eq true or flag eq true)", false), ("not flag eq true", false),
      ("not (flag eq false) and not startswith(name,'x')", true), ("missing eq 'x'", false),
    ])
  func filters(_ text: String, _ fits: Bool) throws {
    let filter = try FilterReader.read(text)
    #expect(filter.matches { Self.row[$0] } == fits)
  }

  @Test(
    "that can't be read is refused",
    arguments: [
      "", "name", "name eq", "name eq 'x", "name is 'x'", "(name eq 'x'", "name eq 'x')",
      "startswith(name)", "startswith(name,1)", "and name eq 'x'", "name eq 'x' or", "tags/any(",
      String(repeating: "(", count: 5000), String(repeating: "not ", count: 5000) + "a eq 1",
    ])
  func broken(_ text: String) {
    #expect(throws: Failure.self) { try FilterReader.read(text) }
  }

  @Test(
    "cuts names into tokens at spaces, digits, symbols and capitals",
    arguments: [
      ("Nexetic Backup", ["nexetic", "backup"]), ("HelloWorld", ["hello", "world"]),
      ("a.b-c", ["a", "b", "c"]), ("Team7Blue", ["team", "7", "blue"]), ("", []), ("--", []),
      ("Åsa ÖSTMAN", ["åsa", "östman"]),
    ])
  func tokens(_ text: String, _ tokens: [String]) {
    #expect(Search.tokens(of: text) == tokens)
  }

  @Test("and a body of any make never end the tenant", arguments: 0..<8 as Range<UInt64>)
  func anything(_ seed: UInt64) throws {
    var desk = Desk { $0.limits = .none }
    let people = "\(desk.user(9))"
    let words = [
      "servicePrincipals", "users", "groups", "me", "directory", "deletedItems", "auditLogs",
      "signIns", "directoryAudits", "organization", "policies", "$batch", "$count", people,
      "\(desk.application)", "(appId='\(AppID.ours)')", "appRoleAssignedTo", "memberOf",
      "members", "transitiveMembers", "microsoft.graph.user", "oauth2PermissionGrants", "%00",
      "%", "%zz", "owners", "restore", "directoryObjects", "getByIds", "checkMemberGroups",
    ]
    let options = [
      "$top=5", "$top=-1", "$select=id", "$filter=id%20eq%20'x'", "$filter=startswith(displayName,",
      "$search=%22displayName:a%22", "$count=true", "$skiptoken=AAAA", "$orderby=displayName",
      "$filter=tags/any(t:t%20eq%20'x')", "$expand=owners", "%", "=", "$select=",
    ]
    let bodies = [
      "", "{", "{}", "[]", "null", "{\"ids\":[\"\(people)\"]}", "{\"requests\":[{}]}",
      "{\"groupIds\":[\"x\"]}", "{\"appId\":7}", "{\"scope\":\"\\ud800\"}", "\u{FEFF}{}",
      String(repeating: "[", count: 1000),
    ]
    let methods: [HTTPRequest.Method] = [.get, .post, .patch, .delete, .put]
    var state = seed
    func pick(_ count: Int) -> Int {
      state = mixed(state)
      return Int(state % UInt64(count))
    }
    for _ in 0..<500 {
      let path = (0...pick(4)).map { _ in words[pick(words.count)] }.joined(separator: "/")
      let query = (0..<pick(3)).map { _ in options[pick(options.count)] }.joined(separator: "&")
      let reply = try desk.raw(
        methods[pick(methods.count)], "/v1.0/\(path)?\(query)", bodies[pick(bodies.count)],
        headers: pick(2) == 0 ? ["ConsistencyLevel": "eventual"] : [:])
      #expect([200, 201, 204, 400, 403, 404, 405, 409].contains(reply.status), "\(path)")
    }
  }
}
