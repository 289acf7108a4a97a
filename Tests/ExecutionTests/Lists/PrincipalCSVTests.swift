import Entra
import Testing

@testable import Execution

@Suite("A list of who was assigned") struct PrincipalCSVTests {
  static let anna = "3e6a1b52-9c1d-4f0a-8f35-52b1a7f0c001"
  static let sales = "3e6a1b52-9c1d-4f0a-8f35-52b1a7f0c002"

  private func read(_ text: String) throws(ListRefusal) -> PrincipalList {
    try PrincipalCSV.read(Array(text.utf8))
  }

  private func problems(_ bytes: [UInt8]) -> [ListRefusal.Problem] {
    do {
      _ = try PrincipalCSV.read(bytes)
      return []
    } catch {
      return error.problems
    }
  }

  private func places(_ text: String) -> [String] {
    problems(Array(text.utf8)).map { "\($0.place.line):\($0.place.column)" }
  }

  @Test(
    "is read whatever stands between its fields",
    arguments: [
      "userPrincipalName,principalType,role\nanna@contoso.example,User,Reader",
      "UPN;Kind;Role Name\r\nanna@contoso.example;user;Reader\r\n",
      "\u{FEFF}User principal name\tObject Type\tApp role\nanna@contoso.example\tUSER\tReader",
      "sep=;\r\nrole;\"userPrincipalName\";principalType\r\n\"Reader\" ; \"anna@contoso.example\" ;User",
      "#TYPE System.Object\n\"Role\",\"Type\",\"User_Principal_Name\"\n\"Reader\",\"User\",\"anna@contoso.example\"\n",
      "role,upn,type\rReader,anna@contoso.example,User\r",
    ])
  func layouts(_ text: String) throws {
    let list = try read(text)
    let upn = try #require(UserPrincipalName("anna@contoso.example"))
    #expect(list.principals.map(\.who) == [.userPrincipalName(upn)])
    #expect(list.principals.first?.kind == .user)
    #expect(list.principals.first?.role == .name(ForeignText("Reader")))
  }

  @Test("takes PrincipalId for who, not the assignment's own Id")
  func exportOfAssignments() throws {
    let list = try read(
      """
      Id,AppRoleId,PrincipalDisplayName,PrincipalId,PrincipalType,ResourceId
      41W1zT6z1U-kJxf62svfp1HFE8pMZhxDun-ThPczmJE,00000000-0000-0000-0000-000000000000,"Sales, Berlin",\(Self.sales.uppercased()),Group,\(Self.anna)
      """)
    let row = try #require(list.principals.first)
    #expect(row.who == .id(try #require(ObjectID(Self.sales))))
    #expect(row.role == .id(AppRoleAssignment.defaultAccess))
    #expect(row.name == ForeignText("Sales, Berlin"))
    #expect(row.kind == .group)
    #expect(row.line == 2)
  }

  @Test("may be one name or ID a line, with commas in the names")
  func onePerLine() throws {
    let list = try read(
      "\nSales, Berlin\n  anna@contoso.example \n\n{\(Self.anna)}\nSales @ Night\n")
    #expect(list.principals.map(\.line) == [2, 3, 5, 6])
    #expect(list.principals.first?.who == .name(ForeignText("Sales, Berlin")))
    #expect(list.principals.last?.who == .name(ForeignText("Sales @ Night")))
  }

  @Test(
    "tells every fault with line and column",
    arguments: [
      ("id\nxyz\n\(anna)\n12\n", ["2:1", "4:1"]),
      ("upn,type\nanna@,User\nben@contoso.example,Robot\n,Group", ["2:1", "3:21", "4:2"]),
      ("name,role\n\"Sales\"x,Reader\nAn\"na,Reader\na,b,c", ["2:8", "3:3", "4:5"]),
      ("name\n\"Sales\nben\n\"\"\"Ops\n", ["2:1", "4:4"]),
      ("name\n\"Sales\nben\n", ["2:1"]),
      ("colour,role\nred,Reader\n", ["1:1"]),
      ("mail\nanna@contoso\n", ["2:1"]),
      ("anna@contoso.example,Reader\n", ["1:1"]),
      ("\(anna),\(sales)\n", ["1:1"]),
      ("3e6a1b52-9c1d-4f0a-8f35-52b1a7f0c00\n", ["1:1"]),
      ("", ["1:1"]), ("\u{FEFF}\r\n \t\n", ["1:1"]), ("upn\n", ["1:1"]),
      ("name\n" + String(repeating: "x", count: 257), ["2:1"]),
      ("name\nÅsa\u{0}\n", ["2:4"]),
    ])
  func faults(_ text: String, _ expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test("counts what it doesn't tell")
  func limit() {
    let text = "id\n" + String(repeating: "x\n", count: 130)
    #expect(throws: ListRefusal.self) { try read(text) }
    do {
      _ = try read(text)
    } catch {
      #expect(error.problems.count == 100)
      #expect(error.more == 30)
      #expect(error.problems.last?.place == TextPlace(line: 101, column: 1))
    }
  }

  @Test("tells where bytes are no text")
  func badBytes() {
    let latin = Array("name\n\u{C5}sa ".utf8) + [0xD6, 0x0A] + Array("ok\n".utf8) + [0xFF, 0x0A]
    #expect(
      problems(latin).map(\.place) == [
        TextPlace(line: 2, column: 5), TextPlace(line: 4, column: 1),
      ])
    #expect(problems(latin).allSatisfy { $0.reason == .text(.notUTF8) })
    #expect(
      problems([UInt8](repeating: 0x61, count: 10_000_001)).map(\.reason)
        == [.text(.tooLarge(bytes: 10_000_001))])
  }

  @Test("may be UTF-16 with a mark", arguments: [true, false])
  func utf16(_ lowFirst: Bool) throws {
    let units = Array("\u{FEFF}name\nÅsa\n".utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return lowFirst ? pair : pair.reversed()
    }
    let list = try PrincipalCSV.read(bytes)
    #expect(list.principals.map(\.who) == [.name(ForeignText("Åsa"))])
    #expect(problems(bytes + [0x00]).map(\.reason) == [.text(.notUTF16)])
    #expect(
      problems(lowFirst ? [0xFF, 0xFE, 0x00, 0xD8] : [0xFE, 0xFF, 0xD8, 0x00]).map(\.reason)
        == [.text(.notUTF16)])
  }

  @Test("keeps each principal once for each role, and tells which lines repeat")
  func duplicates() throws {
    let list = try read(
      "upn,role\nanna@contoso.example,A\nANNA@contoso.example,A\nanna@contoso.example,B\nanna@contoso.example,A"
    )
    #expect(list.principals.map(\.line) == [2, 4])
    #expect(list.duplicates.map(\.line) == [3, 5])
    #expect(list.duplicates.map(\.first) == [2, 2])
    #expect(list.moreDuplicates == 0)
  }

  @Test("keeps hostile names harmless")
  func hostile() throws {
    let list = try read("name\n\u{1B}[2J\u{202E}Sales\n")
    guard case .name(let name)? = list.principals.first?.who else {
      Issue.record("no name")
      return
    }
    #expect(name.safe == "\u{FFFD}[2J\u{FFFD}Sales")
  }

  @Test(
    "of one long line or a million short ones is read or refused, never fatal",
    arguments: [
      ("a", 9_999_000), (",", 500_000), ("\"", 500_000), ("a,", 250_000), ("\n", 500_000),
      ("\"\"\"\n", 125_000), ("{", 500_000),
    ])
  func large(_ piece: String, _ count: Int) {
    let repeated = Array(repeatElement(Array(piece.utf8), count: count).joined())
    #expect(!problems(Array("name,role\n".utf8) + repeated).isEmpty)
  }

  @Test(
    "may be typed on one line",
    arguments: [
      "anna@contoso.example, \(anna);Sales Team", "anna@contoso.example \(anna), \"Sales Team\"",
      " anna@contoso.example;\(anna) ; Sales Team ;", "anna@contoso.example\t\(anna)\n\nSales Team",
    ])
  func typed(_ line: String) throws {
    let list = try PrincipalCSV.typed(line)
    let upn = try #require(UserPrincipalName("anna@contoso.example"))
    let id = try #require(ObjectID(Self.anna))
    #expect(
      list.principals.map(\.who) == [
        .userPrincipalName(upn), .id(id), .name(ForeignText("Sales Team")),
      ])
  }

  @Test(
    "is not guessed at when typed",
    arguments: ["", " ; ,", "anna@contoso.example Sales Team", "anna@", "\"Sales", "a\u{0}b"])
  func typedRefused(_ line: String) {
    #expect(throws: ListRefusal.self) { try PrincipalCSV.typed(line) }
  }

  @Test("keeps a semicolon inside quotes when typed")
  func typedQuoted() throws {
    let list = try PrincipalCSV.typed("\"Sales; Berlin, all\"; Ops")
    #expect(
      list.principals.map(\.who) == [
        .name(ForeignText("Sales; Berlin, all")), .name(ForeignText("Ops")),
      ])
  }
}
