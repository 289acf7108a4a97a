import Entra
import Execution
import Graph
import Testing

@Suite("What the admin pastes back") struct PastedOutputTests {
  @Test("is complete when everything is there")
  func complete() throws {
    let contents = try #require(Pasted.contents(Pasted.collected()))
    #expect(contents.objectID == ObjectID(Pasted.id))
    #expect(SnapshotSet.allCases.map { contents.count(of: $0) } == [3, 2, 1, 1])
    #expect(contents.settings.appRoleAssignmentRequired == true)
    #expect(contents.settings.notes == "call {Kim} \"first\"")
    #expect(
      contents.grants.contains { $0.isOrganizationWide && $0.permitted == ["openid", "user.read"] })
    #expect(contents.owners.first?.kind == .user)
  }

  @Test(
    "is the same in every form in which it may come",
    arguments: [
      Pasted.answers().joined(separator: "\n"),
      Pasted.answers().joined(),
      Pasted.answers().reversed().joined(separator: "\r\nPS C:\\> & { $x = @{ a = '{' } }\r\n"),
      "PS C:\\> & { Get-It @{} }\n>> }\n" + Pasted.collected(count: "\"3\"") + "\nPS C:\\>",
      Pasted.collected().replacing(",", with: ",\n\t\u{A0}\u{A0} "),
      Pasted.collected() + "\n" + Pasted.collected(),
      "\u{FEFF}"
        + Pasted.collected().replacing("\"", with: "\"").replacing("b33e-", with: "b33e\r\n-"),
      Pasted.collected(
        assignments: [
          Pasted.answer("appRoleAssignedTo", [Pasted.assignment(3)], next: true),
          Pasted.answer("appRoleAssignedTo", [Pasted.assignment(1), Pasted.assignment(2)]),
        ]),
      // A list that shifts while it is read repeats a row.
      Pasted.collected(assignments: [1, 2, 2, 3].map { Pasted.assignment($0) }),
    ])
  func forms(_ text: String) throws {
    let expected = try #require(Pasted.contents(Pasted.collected()))
    #expect(Pasted.shortcomings(text) == [])
    #expect(Pasted.contents(text)?.canonical == expected.canonical)
  }

  @Test("has one canonical form in any order of its rows")
  func permutations() throws {
    let expected = try #require(Pasted.contents(Pasted.collected()))
    let rows = (1...3).map { Pasted.assignment($0) }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      for grants in [Pasted.grants, Pasted.grants.reversed()] {
        let text = Pasted.collected(
          servicePrincipal: Pasted.servicePrincipal.replacing("\"A\",\"B\"", with: "\"B\",\"A\""),
          assignments: order.map { rows[$0] }, grants: grants)
        #expect(Pasted.contents(text)?.canonical == expected.canonical)
      }
    }
    #expect(expected.canonical.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 10 })
  }

  @Test(
    "has another canonical form when anything to be restored differs",
    arguments: [
      ("fadacb0101", "fadacb0777"), ("\"principalType\":\"User\"", "\"principalType\":\"Group\""),
      ("\"appRoleAssignmentRequired\":true", "\"appRoleAssignmentRequired\":false"),
      ("openid User.Read", "openid"), ("\"B\"", "\"C\""),
      ("\"loginUrl\":null", "\"loginUrl\":\"\""),
      ("\"notes\":\"call", "\"notes\":\"Call"), (Pasted.api, Pasted.person(5)),
    ])
  func difference(_ old: String, _ new: String) throws {
    let expected = try #require(Pasted.contents(Pasted.collected()))
    let changed = try #require(Pasted.contents(Pasted.collected().replacing(old, with: new)))
    #expect(changed.canonical != expected.canonical)
  }

  @Test("is refused at every place where it may be cut", arguments: [true, false])
  func prefixes(_ isCollected: Bool) {
    let whole = isCollected ? Pasted.collected() : Pasted.answers().joined(separator: "\n")
    let bytes = Array(whole.utf8)
    for length in bytes.indices {
      guard
        case .incomplete(let reasons) = PastedOutput.read(
          Array(bytes[..<length]), expecting: Pasted.app), !reasons.isEmpty
      else {
        Issue.record("accepted the first \(length) bytes")
        return
      }
    }
  }

  @Test("is refused with any one of its lists or properties left out")
  func omissions() {
    let answers = Pasted.answers()
    for index in answers.indices {
      var fewer = answers
      fewer.remove(at: index)
      #expect(Pasted.contents(fewer.joined(separator: "\n")) == nil, "without \(answers[index])")
    }
    for field in ["tags", "notes", "homepage", "accountEnabled", "appRoleAssignmentRequired"] {
      let text = Pasted.collected().replacing("\"\(field)\":", with: "\"x\(field)\":")
      guard case .fieldsMissing(let missing)? = Pasted.shortcomings(text).first else {
        Issue.record("did not miss \(field)")
        continue
      }
      #expect(missing.map(\.rawValue) == [field])
    }
  }

  private static func list(
    _ rows: [String], count: Int? = nil, next: Bool = false, of id: String = Pasted.id
  ) -> String {
    Pasted.answer("appRoleAssignedTo", rows, count: count, next: next, of: id)
  }

  private static let rows = (1...3).map { Pasted.assignment($0) }

  static let incomplete: [(String, Shortcoming)] = [
    (
      Pasted.answers(assignments: [list(rows, count: 3, next: true)]).joined(),
      .nextLinkLeft(.assignments)
    ),
    (Pasted.answers(assignments: [list(rows)]).joined(), .countMissing(.assignments)),
    (Pasted.collected(count: "4"), .countDiffers(.assignments, rows: 3, count: 4)),
    (Pasted.collected(count: "\"\""), .countMissing(.assignments)),
    (Pasted.collected(count: "null"), .countMissing(.assignments)),
    (
      Pasted.answers(grants: "").joined() + Pasted.answer("oauth2PermissionGrants", [], next: true)
        + Pasted.answer("oauth2PermissionGrants", Pasted.grants), .countMissing(.grants)
    ),
    (Pasted.answers().joined() + Pasted.answer("owners", []), .pastedTwice(.owners)),
    (
      Pasted.answers(assignments: [list(rows, count: 3, of: Pasted.api)]).joined(),
      .listOfAnother(.assignments)
    ),
    (
      Pasted.collected(assignments: rows.dropLast() + [Pasted.assignment(3, of: Pasted.api)]),
      .rowOfAnother(.assignments, number: 3)
    ),
    (Pasted.answers().joined() + rows[0], .looseRows(line: 1)),
    (
      Pasted.answers().joined()
        + "{\"@odata.context\":\"\(Pasted.metadata)appRoleAssignments\",\"value\":[]}",
      .unclearList(line: 1)
    ),
    (
      Pasted.collected().replacing("pe\":\"User\"", with: "pe\":\"Agent\""),
      .unreadableRow(.assignments, number: 1, field: ForeignText("principalType"))
    ),
    (
      Pasted.collected(assignments: ["\"System.Collections.Hashtable\""], count: "1"),
      .unreadableRow(.assignments, number: 1, field: ForeignText("appRoleId"))
    ),
    (
      Pasted.collected().replacing("\"regrant\":1", with: "\"regrant\":2"),
      .otherVersion(line: 1)
    ),
    (
      Pasted.collected().replacing("[\"A\",\"B\"]", with: "\"A B\""),
      .unreadableProperty(ForeignText("tags"))
    ),
    ("the portal says nothing", .noAnswer),
    ("{\u{201C}regrant\u{201D}:1}", .curlyQuotes),
    (
      "WARNING: Resulting JSON is truncated as serialization has exceeded the set depth of 2.\n"
        + Pasted.collected(), .flattened
    ),
    (
      Pasted.collected().replacing("openid User", with: "openid\nUser"),
      .brokenText(field: ForeignText("scope"), line: 2)
    ),
    (
      "{\"regrant\":1,\"owners\":[],\"owners\":[]}",
      .repeatedField(ForeignText("owners"), line: 1)
    ),
    ("{\"value\":[{\"id\":\"a\"}\n...", .elided(line: 2)),
    ("{\"value\":[{\"id\":\"a\"}\nPS C:\\>", .damaged(line: 2)),
    ("{\"value\":[{\"id\":\"a\"", .truncated(line: 1)),
  ]

  @Test("is incomplete, and tells first what is missing", arguments: incomplete)
  func reasons(_ text: String, _ reason: Shortcoming) {
    #expect(Pasted.shortcomings(text).first == reason)
  }

  @Test("is refused for the look-alike, which is named")
  func lookAlike() throws {
    let text = Pasted.collected(
      servicePrincipal: Pasted.servicePrincipal.replacing(Pasted.appText, with: Pasted.api)
        .replacing("Nexetic Backup", with: "Nexetic Backup for Entra ID"))
    let found = try #require(AppID(Pasted.api))
    #expect(
      Pasted.shortcomings(text) == [
        .wrongApplication(found: found, name: ForeignText("Nexetic Backup for Entra ID"))
      ])
  }

  @Test("is refused when Graph answered with an error")
  func errors() {
    let missing = """
      Not Found({"error":{"code":"Request_ResourceNotFound","message":"Resource 'x' does not exist.",\
      "innerError":{"request-id":"6d46355c-4817-446f-b52a-ae105a940100"}}})
      """
    #expect(Pasted.shortcomings(missing) == [.servicePrincipalMissing])
    #expect(
      Pasted.shortcomings(
        "{\"@odata.context\":\"\(Pasted.metadata)servicePrincipals\",\"value\":[]}")
        == [.servicePrincipalMissing])
    let denied = """
      {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete \
      the operation.","innererror":{"date":"2026-03-12T23:50:07"}}}
      """
    let text = Pasted.answers(grants: denied).joined(separator: "\n")
    guard case .refused(let error)? = Pasted.shortcomings(text).first else {
      Issue.record("no error")
      return
    }
    #expect(error.kind == .insufficientPrivileges)
    #expect(error.date == "2026-03-12T23:50:07")
    #expect(Pasted.shortcomings(text).contains(.missing(.grants)))
  }

  @Test(
    "is refused in words however hostile",
    arguments: [
      (String(repeating: "{\"a\":", count: 100_000), true),
      ("{\"a\":" + String(repeating: "[", count: 100_000), true),
      (String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), false),
      (String(repeating: "{", count: 100_000), false),
      ("{\"regrant\":1,\"owners\":\"" + String(repeating: "x", count: 3_000_000), false),
      ("{\"regrant\":1e999999,\"owners\":[]}", false),
      ("{\"regrant\":1,\"servicePrincipal\":\"\\ud800\",\"owners\":[{}]}", false),
      ("{\"regrant\":1,\"owners\":[null,1,true,\"x\",[],{}]}", false),
      ("{\"a\u{0}\":1}", false), ("{\"a\":\"\u{1B}[2J\"}", false),
      ("{\"error\":{\"code\":1,\"message\":[]}}", false), ("{\"error\":null}", false),
      ("{\"value\":{\"value\":{}}}", false), ("{\"value\":[{\"value\":[{\"value\":[]}]}]}", false),
    ])
  func hostile(_ text: String, _ isTooDeep: Bool) {
    let reasons = Pasted.shortcomings(text)
    #expect(!reasons.isEmpty)
    #expect(reasons.contains(.tooDeep(line: 1)) == isTooDeep)
  }

  @Test("may be nested 64 deep, and no deeper")
  func depth() {
    // Two levels are the document's own and the service principal's.
    func nested(_ levels: Int) -> String {
      let list = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
      return Pasted.collected().replacing(
        "\"appRoles\":[]", with: "\"new\":\(list),\"appRoles\":[]")
    }
    #expect(Pasted.contents(nested(62)) != nil)
    #expect(Pasted.shortcomings(nested(63)).first == .tooDeep(line: 1))
  }

  @Test("is refused when it is no text")
  func bytes() {
    func reason(_ bytes: [UInt8]) -> TextRefusal.Reason? {
      guard case .incomplete(let reasons) = PastedOutput.read(bytes, expecting: Pasted.app),
        case .text(let refusal)? = reasons.first
      else { return nil }
      return refusal.reason
    }
    #expect(reason(Array(Pasted.collected().utf8) + [0xFF]) == .notUTF8)
    #expect(reason([0x7B, 0x00]) == .nul)
    #expect(reason([UInt8](repeating: 0x7B, count: 10_000_001)) == .tooLarge(bytes: 10_000_001))
  }

  @Test("survives the loss or the doubling of any byte without a wrong answer")
  func mutations() throws {
    let bytes = Array(Pasted.collected().utf8)
    let expected = try #require(Pasted.contents(Pasted.collected()))
    var harmless = 0
    for index in bytes.indices {
      var fewer = bytes
      fewer.remove(at: index)
      guard case .complete(let contents) = PastedOutput.read(fewer, expecting: Pasted.app) else {
        continue
      }
      harmless += 1
      #expect(SnapshotSet.allCases.allSatisfy { contents.count(of: $0) == expected.count(of: $0) })
    }
    #expect(harmless < bytes.count / 2)
  }
}
