import Entra
import Execution
import Journal
import Remediation
import Testing
import Wording

@Suite("What the admin says of a list") struct AttestingTests {
  let scratch = Scratch()

  static let toSnapshot: [Input] = [
    .reported(.adminApproval), .observed(.assignmentRequired(true)),
    .observed(.assignment(person: 0, .open)), .observed(.roles([.globalAdministrator])),
    .chosen(.reconsent), .routeChosen(.signIn), .confirmed(.reconsent),
    .outcome(CommandID(input: 6, index: 0), .appeared(.noPrompt)),
    .routeSetAside(.link), .routeSetAside(.portal), .chosen(.replace),
    .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)),
  ]

  private func runner(_ inputs: [Input]) throws -> CaseRunner {
    let opened = Case(id: CaseID(bits: 3), mode: .guide, profile: .nexeticBackup)
    let store = try JournalStore(in: scratch.folder)
    let runner = try CaseRunner(beginning: opened, in: store, now: { 1_000 })
    for input in inputs { try runner.submit(input) }
    return runner
  }

  private func end(_ outcome: Outcome, _ runner: CaseRunner) throws {
    try runner.submit(.outcome(try #require(runner.opened.unsettled.first?.id), outcome))
  }

  /// Deleted on counts that were read out, and added again.
  private func readded() throws -> CaseRunner {
    let runner = try runner(Self.toSnapshot)
    _ = try runner.attestSnapshot(ReadOutCounts("5 2 1 0 1 yes 1"))
    if runner.opened.prompt == .route { try runner.submit(.routeSetAside(.graph)) }
    let domain = try #require(DomainName("contoso.example"))
    try runner.submit(.answered(.tenant, .domain(domain)))
    try runner.submit(.answered(.phrase(5), .phrase("delete 5 contoso.example")))
    try end(.done, runner)
    try runner.submit(.chosen(.readd))
    try runner.submit(.confirmed(.readd))
    try end(.done, runner)
    return runner
  }

  @Test("is a snapshot that the phrase can hold, and a note says that it was read out")
  func counts() throws {
    let runner = try runner(Self.toSnapshot)
    guard
      case .snapshot(let snapshot, nil) = try runner.attestSnapshot(
        ReadOutCounts("5 2 1 0 1 yes 1"))
    else {
      Issue.record("no snapshot")
      return
    }
    #expect(snapshot.assignments == 5 && snapshot.groups == 2 && snapshot.isAssignmentRequired)
    #expect(try runner.ledger.counts(of: snapshot.id).total == 9)
    let notes = try runner.journal.entries().filter {
      if case .note = $0.content { true } else { false }
    }
    #expect(notes.count == 1)
  }

  @Test("is written nowhere while no snapshot is asked for")
  func early() throws {
    let runner = try runner([.reported(.other)])
    #expect(throws: IntakeFailure.self) {
      try runner.attestSnapshot(ReadOutCounts("5 2 1 0 1 yes 1"))
    }
    #expect(try runner.ledger.lists().isEmpty)
    #expect(try runner.journal.entries().count == 1)
  }

  @Test("settles its rows part by part, as attested, and opens them when it is lost again")
  func settles() throws {
    let runner = try readded()
    func counts() throws -> RowCounts { try runner.ledger.counts(of: 1) }
    #expect(try counts().planned == 9)
    try runner.submit(.chosen(.require))
    try runner.submit(.confirmed(.require))
    try end(.done, runner)
    #expect(try counts().attested == 1)
    try runner.submit(.chosen(.reconsent))
    try runner.submit(.routeChosen(.link))
    try runner.submit(.confirmed(.reconsent))
    try end(.appeared(.acceptedForOrganization), runner)
    #expect(try counts().attested == 2)
    try runner.submit(.chosen(.assign))
    try runner.submit(
      .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)))
    try runner.submit(.confirmed(.assign))
    try end(.done, runner)
    #expect(try counts().attested == 7)
    try runner.submit(.settled(.owners, .listed))
    try runner.submit(.settled(.properties, .waivedNotNeeded))
    #expect(try counts().attested == 8)
    #expect(try counts().waived == 1)
    #expect(try counts().open == 0)
    try runner.submit(.observed(.consent(.shut)))
    #expect(try counts().planned == 1)
  }

  @Test("settles the list of Option 1 when everybody on it was assigned")
  func assignees() throws {
    let runner = try runner([
      .reported(.notAssigned), .observed(.consent(.open)), .chosen(.assign),
      .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)),
    ])
    _ = try runner.takeList("dana@contoso.example, lee@contoso.example")
    try runner.submit(.confirmed(.assign))
    #expect(try runner.ledger.counts(of: 1).planned == 2)
    try end(.done, runner)
    #expect(try runner.ledger.counts(of: 1).attested == 2)
  }

  @Test("stands for as many rows as are read later, and no more")
  func compared() throws {
    let runner = try readded()
    let taken = try runner.takeOutput(Pasted.collected())
    guard case .comparison(let back, let missing) = taken else {
      Issue.record("\(taken)")
      return
    }
    #expect(back + missing == 9)
    #expect(missing >= 2, "five were counted and three are there")
  }
}
