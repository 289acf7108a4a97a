import Entra
import Remediation
import Testing

@testable import Wording

@Suite("What is at stake, and what can be undone")
struct CaseWordsTests {
  private let words = Words()

  @Test func nothingIsAtStakeBeforeAChange() throws {
    let opened = try Cases.opened(.reported(.adminApproval))
    #expect(words.atStake(in: opened) == nil)
    #expect(words.undo(in: opened) == nil)
  }

  @Test func preparingToDeleteNamesTheLoss() throws {
    let opened = try Cases.ordered(Cases.beforeDelete).0
    #expect(words.atStake(in: opened) == "240 assignments go: 237 users, 3 groups of unknown size.")
  }

  @Test func aDeletedOneCanBeRestoredUntilADate() throws {
    let opened = try Cases.ordered(Cases.missing()).0
    let undo = words.undo(in: opened, deleted: Moment(seconds: 1_795_529_100))
    #expect(undo == "Restore brings it back, until 2026-12-24 14:05 UTC.")
    #expect(words.waitsFor(opened) == "the application is missing: nobody gets in")
    var gone = opened
    _ = try gone.handle(.observed(.restoreWindowClosed))
    #expect(words.undo(in: gone) == "The deletion can no longer be undone.")
  }

  @Test func theTypedStopSaysAllFour() throws {
    let domain = try #require(DomainName("contoso.example"))
    let opened = try Cases.ordered(
      Cases.beforeDelete + [.answered(.tenant, .domain(domain))]
    ).0
    let stop = words.deletionStop(in: opened)
    #expect(stop.phrasePrompt == "To delete it, type: delete 240 contoso.example")
    #expect(stop.howMany.contains("237 users"))
    #expect(stop.undo.contains("30 days"))
    #expect(stop.toWhat.contains("contoso.example"))
    #expect(stop.goOn == "Delete and go on")
  }

  @Test func withoutAssignmentsOnlyConsentsGo() {
    let empty = Snapshot(
      id: 1, digest: "d", assignments: 0, groups: 0, grants: 1, permissions: 0, owners: 0,
      isAssignmentRequired: false, properties: 0)
    #expect(words.lossSentence(for: empty) == "No assignments; users' own consents go.")
  }

  @Test func nothingToDoIsSaidOnlyWhenOursAreOpen() throws {
    #expect(words.nothingToDo(in: try Cases.opened(.reported(.adminApproval))) == nil)
    let rbac = try Cases.opened(.reported(.noAccessInNexetic))
    #expect(words.nothingToDo(in: rbac) == words.accessHandOff(in: rbac))
    var working = rbac
    _ = try working.handle(.observed(.nexeticRole(.open)))
    #expect(words.nothingToDo(in: working)?.contains("everything is open") == true)
  }

  @Test func anEscalationSaysWhatIsMissing() {
    let escalation = Escalation(errors: [SignInError(code: 50_011)], correlationID: "c-1")
    let lines = words.paragraph(for: escalation)
    #expect(lines.contains("Error: AADSTS50011"))
    #expect(lines.contains("Correlation ID: c-1"))
    #expect(lines.contains("Timestamp: not given"))
    #expect(lines.contains { $0.contains(ApplicationProfile.nexeticBackup.appID.description) })
  }

  @Test func aWrongApplicationIsNamedOnlyWhenItsIDIsKnown() {
    let denial = words.denial(of: .wrongApplication(found: AppID(bits: 3)))
    #expect(denial.why == "This is not the sign-in application.")
  }
}

@Suite("The rest of the walk as a message")
struct MessageTests {
  private let words = Words()

  @Test func itNumbersThroughTheRemainingSteps() throws {
    let opened = try Cases.opened(
      .reported(.adminApproval), .observed(.assignmentRequired(true)),
      .observed(.assignment(person: 0, .shut)))
    let message = words.message(for: opened, link: "https://login.example/adminconsent")
    let text = message.joined(separator: "\n")
    #expect(text.contains("1. Please open the link I send you"))
    #expect(text.contains("   Link: https://login.example/adminconsent"))
    #expect(text.contains("   Where: Entra ID > Enterprise apps > All applications"))
    #expect(text.contains("7. Please click Assign"))
    #expect(text.contains("Please send me"))
  }

  @Test func itAsksWhatIsAskedNow() throws {
    let opened = try Cases.opened(.reported(.other))
    let text = words.message(for: opened).joined(separator: "\n")
    #expect(text.contains("1. Please search for Nexetic Backup under All applications"))
  }

  @Test func itNeverAsksToDeleteUnlessThatIsOrdered() throws {
    let before = words.message(for: try Cases.ordered(Cases.beforeDelete).0)
    #expect(!before.joined().contains("click Delete"))
    #expect(before.joined().contains("do not delete"))
    let ordered = words.message(for: try Cases.ordered(Cases.delete()).0).joined()
    #expect(ordered.contains("click Delete"))
    #expect(ordered.contains(ApplicationProfile.nexeticBackup.appID.description))
  }
}
