import Cells
import Entra
import Execution
import Foundation
import Journal
import Remediation
import Screens
import Testing

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
}
