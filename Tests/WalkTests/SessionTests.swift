import Cells
import Entra
import Execution
import Foundation
import Journal
import Remediation
import Screens
import Synchronization
import Testing

@testable import Walk

@Suite("A session, without a terminal") struct SessionTests {
  private func surroundings(_ folder: StateFolder?, clock: Clock = Clock()) -> Surroundings {
    Surroundings(
      now: { clock.read() }, newCaseID: { CaseID(bits: 7) }, folder: folder, environment: [:])
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

  @Test("rings when a list took long to be read, and only then", arguments: [0, 1_000])
  func ring(_ slowness: Int) {
    let session = Session(surroundings(nil, clock: Clock(goingOnBy: slowness)))
    session.start()
    var effects: [Effect] = []
    for line in ["New case", "3", "Yes, consent", "Assign users", "W1 ac9c819f843e"] {
      effects += session.take(line: line)
    }
    effects += session.take(.paste("anna@contoso.example"), size: .design)
    #expect(effects.isEmpty)
    effects += session.take(.enter, size: .design)
    #expect(session.view.notice == "1 entry on the list.")
    #expect(effects == (slowness > 0 ? [.ring] : []))
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

/// A clock that goes on by so many milliseconds whenever it is read.
private final class Clock: Sendable {
  private let time = Mutex(1_790_000_000_000)
  private let step: Int

  init(goingOnBy step: Int = 0) { self.step = step }

  func read() -> Int {
    time.withLock { time in
      time += step
      return time
    }
  }
}
