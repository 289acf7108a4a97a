import Entra
import Foundation
import Journal
import Remediation
import Testing
import Wording

@Suite("A report") struct ReportTests {
  static let moment = Sample.noon + 3_600_000

  /// Option 1 to its end, with names wherever a case holds them.
  static func closedCase() throws -> CaseJournal {
    let store = try JournalStore.inMemory()
    var (journal, opened) = try Sample.fill(store)
    try journal.append(
      [
        .particular(.contact, "Anna Virtanen"), .particular(.admin, "anna@contoso.example"),
        .particular(.engineer, "Ben Berg"), .particular(.errorCode, "AADSTS50105"),
        .particular(.correlationID, "0123ABCD-0000-4000-8000-00000000000F"),
        .particular(.errorTime, "2026-09-21T12:00:00Z"),
        .particular(.accessPeople, "Carl and 11111111-2222-3333-4444-555555555555"),
        .particular(.closingReason, "Anna is glad"),
      ], at: Sample.noon)
    let list = try journal.ledger.write(.assignees, LedgerTests.people(3), at: Sample.noon)
    try journal.ledger.settle(
      list.number,
      [0: .done, 1: .failed(ForeignText("person1 has left")), 2: .waived(ForeignText("on leave"))],
      at: Sample.noon)
    let rest: [Input] = [
      .outcome(CommandID(input: 7, index: 0), .done),
      .verified(.ordinaryUser),
      .answered(.access, .access(.namedPeople)),
      .closed(.resolved),
    ]
    for input in rest {
      _ = try opened.handle(input)
      try journal.append(.input(input), at: moment, leaving: opened)
    }
    return journal
  }

  @Test("says what was found, decided, warned, answered and done, by whom and when")
  func whole() throws {
    let journal = try Self.closedCase()
    let report = try Report(on: journal, now: Self.moment)
    let text = report.plainText
    for part in [
      "Case 1: Nexetic Backup", "Customer: Contoso", "Ticket: T-1042",
      "The user sees: The admin gets in, and nobody else does",
      "Yes, assignment is required (attested by the engineer, Ben Berg)",
      "Chosen: Assign users (Option 1)", "Confirmed: Assign users (Option 1)",
      "W1: the right application: 2026-09-21 14:18 UTC: The Application ID was pasted",
      "W5: deleting removes all assignments: not asked",
      "assign 2 people and groups: Done", "An ordinary user signed in",
      "These people, named one by one: Carl", "Closed: Resolved, because: Anna is glad",
      "List 1, who is to be assigned: 3 rows, 1 done, 1 failed, 1 waived",
      "Failed: person1@contoso.example, because: person1 has left",
      "Anna says it broke on Monday.", "found shut: Assignment; not known: Nexetic role.",
      "Journal head: \(try journal.head())",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect((3...5).contains(report.paragraph.count))
    #expect(report.paragraphText.contains("The case is closed as: Resolved."))
    #expect(report.closing == .resolved)
  }

  @Test("leaves no name, address or ID of a person in it when that is asked for")
  func redacted() throws {
    let report = try Report(on: try Self.closedCase(), now: Self.moment).redacted
    for text in [report.markdown, report.plainText, report.json, report.paragraphText] {
      for name in [
        "Anna", "Virtanen", "Ben Berg", "Carl", "person1", "person2", "@", "11111111", "on leave",
        "Monday", "Contoso", "anna",
      ] {
        #expect(!text.contains(name), "\(name)")
      }
    }
    #expect(report.plainText.contains("T-1042"))
    #expect(report.plainText.contains("facd4a2d-cbd2-4095-bfa8-ac9c819f843e"))
    #expect(report.plainText.contains("[text withheld]"))
    #expect(report.json.contains("\"redacted\":true"))
  }

  @Test(
    "lets a label through only when it names nobody",
    arguments: [
      ("T-1042", true), ("INC0012345", true), ("ben@contoso.example", false),
      ("Anna Virtanen", false), ("x11111111-2222-3333-4444-555555555555y", false), ("Ünal", false),
    ])
  func labels(_ label: String, _ passes: Bool) throws {
    let store = try JournalStore.inMemory()
    let journal = try store.begin(Sample.opened, at: Sample.noon)
    try journal.append(.particular(.ticket, label), at: Sample.noon)
    let text = try Report(on: journal, now: Self.moment).redacted.plainText
    #expect(text.contains(label) == passes)
  }

  @Test("can be pasted as it is: nothing that others wrote is markup")
  func hostile() throws {
    let store = try JournalStore.inMemory()
    let journal = try store.begin(Sample.opened, at: Sample.noon)
    let evil =
      "`a` ``b`` <script>x</script> [l](https://evil.example) @all #1 \u{1B}[2J\u{202E}\n# H"
    try journal.append(
      [
        .particular(.customer, evil), .particular(.ticket, evil), .particular(.engineer, evil),
        .particular(.correlationID, evil), .particular(.errorTime, evil), .note(evil),
        .particular(.errorCode, evil), .particular(.objectID, evil), .paste(evil),
      ], at: Sample.noon)
    let report = try Report(on: journal, now: Self.moment)
    let code =
      "``` `a` ``b`` <script>x</script> [l](https://evil.example) @all #1 \u{FFFD}[2J\u{FFFD} # H ```"
    #expect(report.markdown.contains("**Customer:** \(code)"))
    let outside = report.markdown.replacingOccurrences(of: code, with: "")
    for part in ["script", "evil", "@all", "\u{1B}", "\u{202E}", "# H"] {
      #expect(!outside.contains(part), "\(part)")
      if part.unicodeScalars.contains(where: { $0 == "\u{1B}" || $0 == "\u{202E}" }) {
        #expect(!report.plainText.contains(part) && !report.json.contains(part))
      }
    }
    #expect(!report.plainText.contains("\n# H"))
  }

  @Test("is one JSON object that other programs can read")
  func json() throws {
    let report = try Report(on: try Self.closedCase(), now: Self.moment)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(object["format"] as? String == "regrant-report")
    #expect((object["warnings"] as? [Any])?.count == 8)
    #expect((object["findings"] as? [Any])?.count == 5)
    #expect(object["closing"] as? String == "resolved")
    let sections = try #require(object["sections"] as? [String: Any])
    #expect(sections.count == Report.Subject.allCases.count)
  }

  @Test("says of an unfinished case what is open, and until where its journal counts")
  func unfinished() throws {
    let (journal, _) = try Sample.fill(try JournalStore.inMemory())
    var report = try Report(on: journal, now: Self.moment)
    #expect(
      report.lines(of: .open).map(\.text.plain).contains(
        "Ordered, and no outcome yet: assign 2 people and groups"))
    #expect(report.paragraphText.contains("Nothing was changed in the tenant."))
    #expect(report.paragraphText.contains("The case is open: it waits for the admin to assign."))
    try journal.append(.input(.answered(.phrase(2), .phrase("x"))), at: Sample.noon)
    report = try Report(on: journal, now: Self.moment)
    #expect(
      report.lines(of: .open).first?.text.plain
        == "The journal counts up to its entry 12: today's rules refuse what follows.")
  }

  @Test("holds for the vendor's support what they ask for, unless the case is resolved")
  func escalation() throws {
    let (journal, _) = try Sample.fill(try JournalStore.inMemory())
    let tenant = "AAAAAAAA-0000-4000-8000-000000000001"
    try journal.append(
      [
        .particular(.errorCode, "AADSTS50105"), .particular(.tenantID, tenant),
        .particular(.correlationID, "0123ABCD-0000-4000-8000-00000000000F"),
        .particular(.errorTime, "2026-09-21T12:00:00Z"),
      ], at: Sample.noon)
    let report = try Report(on: journal, now: Self.moment)
    for text in [report.plainText, report.redacted.plainText] {
      for part in [
        "Application: Nexetic Backup, facd4a2d-cbd2-4095-bfa8-ac9c819f843e",
        "Tenant: \(tenant.lowercased())", "Error: AADSTS50105",
        "Correlation ID: 0123abcd-0000-4000-8000-00000000000f", "Timestamp: 2026-09-21T12:00:00Z",
      ] {
        #expect(text.contains(part), "\(part)")
      }
    }
    #expect(try Report(on: try Self.closedCase(), now: Self.moment).lines(of: .escalation).isEmpty)
  }

  @Test(
    "gives each outcome its own source, whatever the mode",
    arguments: [
      (Mode.guide, JournalEntry.Source.person, "attested by the engineer, Ben Berg"),
      (.guide, .pasted, "from the output that the admin pasted"),
      (.connect, .person, "attested by the engineer, Ben Berg"),
      (.connect, .observed, "observed through Graph"),
      (.connect, .executed, "executed through Graph; request-id r1, client-request-id c1"),
      (.connect, .planned, "said beforehand, in the plan"),
      (.train, .person, "attested by the trainee, Ben Berg"),
      (.train, .browser, "seen in a browser of the practice tenant"),
    ])
  func sources(_ mode: Mode, _ source: JournalEntry.Source, _ words: String) throws {
    let store = try JournalStore.inMemory()
    var opened = Case(id: Sample.id, mode: mode, profile: .nexeticBackup)
    let journal = try store.begin(opened, at: Sample.noon)
    try journal.append(.particular(.engineer, "Ben Berg"), at: Sample.noon)
    for input in Sample.inputs {
      _ = try opened.handle(input)
      try journal.append(.input(input), at: Sample.noon, leaving: opened)
    }
    if source == .executed {
      let proof = "Assigned: done (request-id r1, client-request-id c1)."
      try journal.append(.evidence([proof]), from: .executed, at: Sample.noon)
    }
    let end = Input.outcome(CommandID(input: 7, index: 0), .done)
    _ = try opened.handle(end)
    try journal.append(.input(end), from: source, at: Sample.noon, leaving: opened)
    #expect(try journal.entries().last?.source == source)
    #expect(try journal.verify() == .intact(head: try journal.head()))
    let report = try Report(on: journal, now: Self.moment)
    let line = try #require(
      report.lines(of: .done).last { $0.text.plain == "assign 2 people and groups: Done" })
    #expect((line.by?.plain, line.source) == (words, source))
    #expect(report.plainText.contains("assign 2 people and groups: Done (\(words))"))
    #expect(report.markdown.contains("assign 2 people and groups: Done ("))
    #expect(report.json.contains("\"source\":\"\(source.rawValue)\""))
  }

  @Test("stops at an entry whose source a newer program wrote") func newerSource() throws {
    let scratch = Scratch()
    let store = try JournalStore(in: scratch.folder)
    let (journal, _) = try Sample.fill(store)
    try scratch.sql("UPDATE entries SET kind = 'input/dreamt' WHERE sequence = 4")
    #expect(try journal.replay().stop?.at == 4)
    #expect(try journal.verify() == .broken(at: 4))
  }

  @Test(
    "gives the time of the error with its offset, and says where there is none",
    arguments: [
      ("2026-09-21T12:00:00Z", "2026-09-21T12:00:00Z"),
      ("2026-09-21 14:00:00 +02:00", "2026-09-21 14:00:00 +02:00"),
      ("2026-09-21 14:00", "2026-09-21 14:00, without an offset on the page"),
      ("<b>now</b>", "not given on the page; reported at 2026-09-21T14:13:20+00:00"),
    ])
  func timestamps(_ page: String, _ said: String) throws {
    let (journal, _) = try Sample.fill(try JournalStore.inMemory())
    try journal.append(.particular(.errorTime, page), at: Sample.noon)
    let lines = try Report(on: journal, now: Self.moment).lines(of: .escalation)
    #expect(lines.map(\.text.plain).contains("Timestamp: \(said)"), "\(lines.map(\.text.plain))")
    #expect(lines.allSatisfy { $0.by != nil })
  }

  @Test("says until when a deletion can be undone")
  func undo() throws {
    let store = try JournalStore.inMemory()
    var opened = Sample.opened
    let journal = try store.begin(opened, at: Sample.noon)
    for input: Input in [.reported(.applicationGone)] {
      _ = try opened.handle(input)
      try journal.append(.input(input), at: Sample.noon, leaving: opened)
    }
    let report = try Report(on: journal, now: Self.moment)
    #expect(
      report.lines(of: .undo).map(\.text.plain)
        == ["Restore brings it back, within 30 days of deleting."])
    #expect(report.paragraphText.hasSuffix("The application is missing."))
  }
}
