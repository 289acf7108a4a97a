import Cells
import Entra
import Remediation
import Screens
import Testing
import Wording

@Suite("The way, as it is told") struct JourneyTests {
  private func player(_ moves: [Move]) -> Player {
    var player = Player()
    for move in moves { player.make(move) }
    return player
  }

  @Test("names no number of steps while nobody knows what is to be done")
  func findingOut() {
    let page = player(["New case", "The admin gets in"]).page
    #expect(page.journey.isOpenEnded)
    #expect(page.journey.number == 1)
    #expect(!player(Ways.consentShut).page.journey.isOpenEnded)
  }

  @Test("keeps its number of steps on the whole way of 2B, and counts them up one by one")
  func replacing() {
    let ways = [
      Ways.stop, Ways.deleted, Ways.readding + [.enter],
      Ways.requiring + [.enter, .enter, .enter], Ways.reconsenting, Ways.reassignment,
      Ways.settlement,
    ]
    let journeys = ways.map { player($0).page.journey }
    #expect(Set(journeys.map(\.steps.count)) == [10], "\(journeys.map { $0.steps.map(\.name) })")
    #expect(journeys.map(\.number) == [3, 4, 5, 6, 6, 7, 8])
  }

  @Test("to consent begins with the one that shows a prompt to whom it was not shown before")
  func advice() {
    var reach = Reach.read
    var asked = player(Ways.route)
    asked.arrive(in: reach)
    #expect(asked.page.menu?.choices.first?.title == Words().name(of: ConsentRoute.signIn))
    let admin = ForeignText("dana.admin@contoso.example")
    reach.reading?.loneConsent = LoneConsent(
      by: admin, isSignedIn: true, proof: "The audit log: she consented without the box.")
    asked.arrive(in: reach)
    #expect(asked.page.menu?.choices.first?.title == Words().name(of: ConsentRoute.link))
    #expect(asked.text.contains("would show no prompt"), "\(asked.text)")
    reach.reading?.loneConsent?.isSignedIn = false
    asked.arrive(in: reach)
    #expect(asked.page.menu?.choices.first?.title == Words().name(of: ConsentRoute.signIn))
  }
}
