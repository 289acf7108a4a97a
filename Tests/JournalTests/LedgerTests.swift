import Entra
import Foundation
import Journal
import Remediation
import Testing
import Wording

@Suite("A case's ledger") struct LedgerTests {
  let scratch = Scratch()

  static func people(_ count: Int) -> [LedgerEntry] {
    (0..<count).map { number in
      LedgerEntry(
        part: .assignment, name: ForeignText("person\(number)@contoso.example"),
        objectID: ObjectID(bits: UInt128(number) + 1), kind: number % 40 == 0 ? .group : .user,
        roleID: AppRoleAssignment.defaultAccess, detail: ForeignText("Default Access"))
    }
  }

  static let everything =
    people(80) + [
      LedgerEntry(
        part: .grant, name: ForeignText("Microsoft Graph"), resourceID: ObjectID(bits: 9),
        detail: ForeignText("openid user.read")),
      LedgerEntry(
        part: .permission, name: ForeignText("Microsoft Graph"), roleID: ObjectID(bits: 4)),
      LedgerEntry(part: .owner, name: ForeignText("Örjan\u{202E}"), objectID: ObjectID(bits: 5)),
      .assignmentRequired,
      LedgerEntry(
        part: .property, name: ForeignText("homepage"), detail: ForeignText("https://a.example")),
    ]

  func journal() throws -> CaseJournal {
    try JournalStore(in: scratch.folder).begin(Sample.opened, at: Sample.noon)
  }

  @Test("counts what a snapshot holds, as the machine wants it")
  func snapshot() throws {
    let ledger = try journal().ledger
    let list = try ledger.write(.snapshot, Self.everything, at: Sample.noon)
    let snapshot = try ledger.snapshot(list.number)
    #expect(snapshot.assignments == 80)
    #expect(snapshot.groups == 2)
    #expect(snapshot.grants == 1)
    #expect(snapshot.permissions == 1)
    #expect(snapshot.owners == 1)
    #expect(snapshot.isAssignmentRequired)
    #expect(snapshot.properties == 1)
    #expect(try ledger.rows(of: list.number).map(\.entry) == Self.everything)
  }

  @Test("gives the same digest in whichever order the rows came, and another for other rows")
  func digest() throws {
    let ledger = try journal().ledger
    let one = try ledger.write(.snapshot, Self.everything, at: Sample.noon)
    let two = try ledger.write(.snapshot, Self.everything.reversed(), at: Sample.noon)
    let three = try ledger.write(.snapshot, Self.everything.dropLast(), at: Sample.noon)
    #expect(one.digest == two.digest)
    #expect(one.digest != three.digest)
  }

  @Test("takes a list page by page, which counts for nothing until it is complete")
  func pages() throws {
    let journal = try journal()
    let ledger = journal.ledger
    let list = try ledger.begin(.snapshot, at: Sample.noon).number
    try ledger.add(Self.everything.prefix(50), to: list)
    #expect(throws: JournalError.noSuchList) { try ledger.snapshot(list) }
    try ledger.add(Self.everything.dropFirst(50), to: list)
    let complete = try ledger.complete(list)
    let whole = try ledger.write(.snapshot, Self.everything, at: Sample.noon)
    #expect(complete.digest == whole.digest)
    #expect(throws: JournalError.noSuchList) { try ledger.add(Self.people(1), to: list) }
    try ledger.discard(list)
    #expect(try ledger.lists().count == 2)
    let other = try ledger.begin(.assignees, at: Sample.noon).number
    try ledger.discard(other)
    #expect(try ledger.lists().count == 2)
  }

  @Test("knows what became of every row")
  func settling() throws {
    let ledger = try journal().ledger
    let list = try ledger.write(.assignees, Self.people(10), at: Sample.noon).number
    let reason = ForeignText("left the company\u{1B}[2J")
    try ledger.settle(
      list, [0: .done, 1: .sent, 2: .failed(reason), 3: .waived(reason)], at: Sample.noon + 1)
    var counts = RowCounts()
    (counts.planned, counts.sent, counts.done, counts.failed, counts.waived) = (6, 1, 1, 1, 1)
    #expect(try ledger.counts(of: list) == counts)
    let rows = try ledger.rows(of: list, limit: 5)
    #expect(rows.map(\.state) == [.done, .sent, .failed(reason), .waived(reason), .planned])
    #expect(rows.map(\.settledAt) == [1, 1, 1, 1, nil].map { $0.map { $0 + Sample.noon } })

    let settled = try ledger.settle(
      list, all: RowFilter(isOpen: true), as: .done, at: Sample.noon + 2)
    #expect(settled == 8)
    #expect(try ledger.counts(of: list).open == 0)
    #expect(try ledger.counts(of: list).waived == 1)
  }

  @Test("finds rows by a part of their name, whatever its case, and pages through them")
  func filter() throws {
    let ledger = try journal().ledger
    let list = try ledger.write(.snapshot, Self.everything, at: Sample.noon).number
    #expect(try ledger.count(of: list, matching: RowFilter(text: "PERSON7")) == 11)
    #expect(try ledger.count(of: list, matching: RowFilter(text: "öRJAN")) == 1)
    #expect(try ledger.count(of: list, matching: RowFilter(text: "100%")) == 0)
    #expect(try ledger.count(of: list, matching: RowFilter(part: .assignment)) == 80)
    let page = try ledger.rows(
      of: list, matching: RowFilter(text: "person7"), offset: 9, limit: 5)
    #expect(page.map(\.number) == [78, 79])
  }

  @Test("compares two lists by the rights they give, not by names or objects")
  func comparison() throws {
    let ledger = try journal().ledger
    let before = try ledger.write(.snapshot, Self.everything, at: Sample.noon).number
    let after = try ledger.write(
      .comparison,
      Self.people(78).map { entry in
        LedgerEntry(
          part: entry.part, name: ForeignText("renamed"), objectID: entry.objectID,
          kind: entry.kind, roleID: entry.roleID)
      } + [.assignmentRequired], at: Sample.noon
    ).number
    let missing = try ledger.rows(of: before, missingFrom: after)
    #expect(missing.map(\.number) == [78, 79, 80, 81, 82, 84])
    #expect(try ledger.rows(of: after, missingFrom: before).isEmpty)
  }

  @Test("holds 100,000 rows, page by page")
  func many() throws {
    let ledger = try journal().ledger
    let list = try ledger.write(.snapshot, Self.people(100_000), at: Sample.noon).number
    #expect(try ledger.snapshot(list).assignments == 100_000)
    let page = try ledger.rows(of: list, offset: 99_990, limit: 40)
    #expect(page.count == 10)
    #expect(page.last?.entry.name.safe == "person99999@contoso.example")
  }
}
