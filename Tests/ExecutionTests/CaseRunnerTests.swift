import Entra
import Execution
import Foundation
import Journal
import Remediation
import Testing

@Suite("The running case") struct CaseRunnerTests {
  static let profile = ApplicationProfile.nexeticBackup
  static let id = CaseID(bits: 0x0123_4567_89AB_CDEF_0011_2233_4455_6677)
  static let domain = DomainName("contoso.example")

  /// A case of 2B, from the first word to the deletion, with its snapshot read out.
  static let toDeletion: [Input] = [
    .reported(.onlyTheAdminGetsIn),
    .observed(.object(.present)), .observed(.consent(.shut)), .observed(.assignmentRequired(false)),
    .observed(.roles(RoleSet([.globalAdministrator]))),
    .observed(.account(person: 0, .open)), .observed(.nexeticRole(.open)),
  ]

  let scratch = Scratch()

  private func begin(_ store: JournalStore) throws -> CaseRunner {
    try CaseRunner(
      beginning: Case(id: Self.id, mode: .guide, profile: Self.profile), in: store, now: { 1_000 })
  }

  private func reopen(_ store: JournalStore) throws -> CaseRunner {
    try CaseRunner(opening: 1, in: store, as: Self.profile, now: { 2_000 })
  }

  @Test("is the same after each of its inputs when its journal is read again")
  func replays() throws {
    let store = try JournalStore(in: scratch.folder)
    var runner: CaseRunner? = try begin(store)
    for input in Self.toDeletion {
      try runner?.submit(input)
      let before = runner?.opened
      runner = nil
      runner = try reopen(store)
      #expect(runner?.opened == before, "after \(input)")
      #expect(runner?.replayed?.stop == nil)
    }
  }

  @Test("leaves no trace of what the machine refuses")
  func refusal() throws {
    let store = try JournalStore(in: scratch.folder)
    let runner = try begin(store)
    let before = runner.opened
    #expect(throws: Hindrance.refused(.outOfPlace)) { try runner.submit(.putAside) }
    #expect(runner.opened == before)
    #expect(try runner.journal.entries().isEmpty)
  }

  @Test("does not adopt what the journal could not remember")
  func unremembered() throws {
    let store = try JournalStore(in: scratch.folder)
    let runner = try begin(store)
    try runner.submit(.reported(.other))
    let before = runner.opened
    // The case is taken out of the file behind the runner's back.
    let thief = try JournalStore(in: scratch.folder)
    try FileManager.default.removeItem(atPath: scratch.folder.locks + "/" + Self.id.description)
    try thief.delete(Self.id)
    #expect(throws: Hindrance.unremembered(.noSuchCase)) {
      try runner.submit(.observed(.object(.present)))
    }
    #expect(runner.opened == before)
  }

  @Test("is held by one instance, which is named to the second")
  func held() throws {
    let store = try JournalStore(in: scratch.folder)
    let runner = try begin(store)
    #expect(throws: JournalError.locked(pid: getpid())) { try reopen(store) }
    withExtendedLifetime(runner) {}
  }

  @Test("hands out a command once, and after an interruption only when it is taken up again")
  func interruption() throws {
    let store = try JournalStore(in: scratch.folder)
    var runner: CaseRunner? = try begin(store)
    try runner?.submit(.reported(.onlyTheAdminGetsIn))
    try runner?.submit(.observed(.object(.present)))
    try runner?.submit(.observed(.consent(.shut)))
    try runner?.submit(.chosen(.reconsent))
    if case .question(.roles)? = runner?.opened.prompt {
      try runner?.submit(
        .answered(.question(.roles), .fact(.roles(RoleSet([.globalAdministrator])))))
    }
    try runner?.submit(.routeChosen(.signIn))
    let commands = try #require(try runner?.submit(.confirmed(.reconsent)))
    #expect(commands.count == 1)
    #expect(runner?.command == commands.first)
    runner = nil

    let again = try reopen(store)
    #expect(again.command == nil)
    let id = try #require(again.opened.unsettled.first?.id)
    let resumed = try again.submit(.resumed(id))
    #expect(again.command == resumed.first)
    #expect(resumed.map(\.order) == [.consent(.signIn)])
    try again.submit(.outcome(try #require(resumed.first?.id), .appeared(.acceptedForOrganization)))
    #expect(again.command == nil)
  }

  @Test("goes on from the last good entry when today's rules refuse one, and overwrites nothing")
  func stopped() throws {
    let store = try JournalStore(in: scratch.folder)
    var runner: CaseRunner? = try begin(store)
    try runner?.submit(.reported(.other))
    let good = runner?.opened
    try runner?.journal.append(.input(.putAside), at: 1_500)
    runner = nil

    runner = try reopen(store)
    #expect(runner?.replayed?.stop?.at == 2)
    #expect(runner?.opened == good)
    #expect(try runner?.journal.entries().count == 2)
    try runner?.submit(.observed(.object(.present)))
    let after = runner?.opened
    runner = nil
    runner = try reopen(store)
    #expect(runner?.replayed?.stop == nil)
    #expect(runner?.opened == after)
  }
}
