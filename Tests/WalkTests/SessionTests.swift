import Cells
import Entra
import Execution
import Foundation
import Journal
import Remediation
import Screens
import Testing
import Wording

@testable import Walk

@Suite("A session, without a terminal") struct SessionTests {
  private func surroundings(_ folder: StateFolder?) -> Surroundings {
    Surroundings(
      now: { 1_790_000_000_000 }, newCaseID: { CaseID(bits: 7) }, folder: folder, environment: [:],
      makeHands: { _, _, _, _ in HangingHands() })
  }

  @Test("shows home before anything was read, and says that cases are being read")
  func first() {
    let session = Session(surroundings(nil))
    guard case .home(let home) = session.room else {
      Issue.record("not at home")
      return
    }
    #expect(home.cases == nil)
  }

  @Test("goes on in memory where there is no folder, and says so")
  func unsaved() {
    let session = Session(surroundings(nil))
    session.start()
    guard case .home(let home) = session.room else {
      Issue.record("not at home")
      return
    }
    #expect(home.trouble != nil)
    session.begin(.other)
    guard case .walk(let opened) = session.room else {
      Issue.record("no case was begun")
      return
    }
    #expect(!opened.isSaved)
    #expect(opened.matter.hasSymptom)
  }

  @Test("keeps the screen as it is when an input is refused, and says why")
  func refused() {
    let session = Session(surroundings(nil))
    session.start()
    session.begin(.other)
    #expect(!session.say([.input(.putAside)]))
    #expect(session.view.notice == session.words.line(.refused(.outOfPlace)))
  }

  @Test("leaves no case behind in which nothing was said", arguments: [true, false])
  func nothingSaid(_ isEnded: Bool) throws {
    let scratch = FileManager.default.temporaryDirectory.path + "/regrant-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let session = Session(surroundings(StateFolder(path: scratch)))
    session.start()
    session.begin(nil)
    if isEnded {
      #expect(session.end().isEmpty)
    } else {
      _ = session.take(.escape, size: .design)
      guard case .home(let home) = session.room else {
        Issue.record("not at home")
        return
      }
      #expect(home.cases?.isEmpty == true)
    }
    #expect(try session.store?.summaries().isEmpty == true)
  }

  @Test("keeps a case of which only a note was written")
  func noted() throws {
    let session = Session(surroundings(nil))
    session.start()
    session.begin(nil)
    session.say([.note("the customer calls back at noon")])
    session.goHome()
    #expect(try session.store?.summaries().count == 1)
  }

  @Test("keeps the new object's ID apart when the output of adding it again is pasted")
  func readded() throws {
    let session = Session(surroundings(nil))
    session.start()
    session.begin(.applicationGone)
    let inputs: [Input] = [
      .observed(.object(.gone)), .observed(.roles([.globalAdministrator])), .chosen(.readd),
      .confirmed(.readd),
    ]
    #expect(session.say(inputs.map(Saying.input)))
    let running = try #require(session.running)
    let id = "5b2f6c1e-0a3d-4e57-9c11-2f8d4b7a9e01"
    #expect(
      session.take(
        .output,
        of: """
          {"id":"\(id)","appId":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","displayName":"Nexetic Backup"}
          """))
    #expect(running.particulars[.readdedObjectID]?.safe == id)
    #expect(running.particulars[.objectID] == nil)
    #expect(running.runner.opened.facts.object == .readdedForGood)
  }

  @Test(
    "guesses nothing in a case whose tenant is out of reach", arguments: [Mode.connect, .train])
  func outOfReach(_ mode: Mode) throws {
    let session = Session(surroundings(nil))
    session.start()
    let store = try #require(session.store)
    var runner: CaseRunner? = try CaseRunner(
      beginning: Case(id: CaseID(bits: 9), mode: mode, profile: .nexeticBackup), in: store,
      now: { 1_790_000_000_000 })
    try runner?.submit(.reported(.adminApproval))
    let number = try #require(runner?.journal.number)
    runner = nil
    session.open(number)
    let before = session.running?.runner.opened
    #expect(session.page.title == session.words.outOfReach)
    for key: Key in [.character("c"), .enter, .character("y"), .tab] where mode == .connect {
      _ = session.take(key, size: .design)
      #expect(session.running == nil || session.running?.runner.opened == before)
    }
    session.open(number)
    let titles = session.page.menu?.choices.map(\.title) ?? []
    #expect(titles.contains("Go on by hand") == (mode == .connect))
    guard let row = titles.firstIndex(of: "Go on by hand") else { return }
    _ = session.take(.character(Character("\(row + 1)")), size: .design)
    let prompt = try #require(before?.prompt)
    #expect(session.page.title == session.words.title(of: prompt))
    #expect(try session.running?.runner.journal.entries().count == 2)
  }

  @Test("tells what is wrong with a list by line and column")
  func list() throws {
    let words = Session(surroundings(nil)).words
    do throws(ListRefusal) {
      _ = try PrincipalCSV.read(Array("anna@contoso.example\nkim@@contoso\n".utf8))
      Issue.record("the list was taken")
    } catch {
      let lines = words.lines(.list(error))
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.hasPrefix("Line 2, column 1: ") }, "\(lines)")
    }
  }

  @Test("shows a page that follows whatever changes")
  func following() {
    let session = Session(surroundings(nil))
    session.start()
    let before = session.page
    session.view.notice = "Something happened."
    #expect(session.page.notice == "Something happened.")
    session.view.notice = before.notice
    #expect(session.page == before)
    session.begin(nil)
    #expect(session.page != before)
  }
}
