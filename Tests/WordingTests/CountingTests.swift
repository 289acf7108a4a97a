import Remediation
import Testing

@testable import Wording

@Suite("What is counted") struct CountingTests {
  let words = Words()

  @Test(
    "is told as people, as far as it is known",
    arguments: [
      (19, 0, GroupSizes.unknown, "19 users"),
      (19, 3, GroupSizes(measured: 3, members: 221), "19 users, 3 groups: up to 240 people"),
      (0, 1, GroupSizes(measured: 1, members: 40), "1 group: 40 people"),
      (19, 3, .unknown, "19 users, 3 groups of unknown size"),
      (
        19, 3, GroupSizes(measured: 2, members: 30),
        "19 users, 3 groups; 2 of them hold 30 people, the rest unknown"
      ),
    ])
  func people(_ users: Int, _ groups: Int, _ sizes: GroupSizes, _ said: String) {
    #expect(words.people(users, in: groups, sizes) == said)
  }

  @Test(
    "stands in how an order ended",
    arguments: [
      (Order.assignSnapshot(240), Outcome.done, "Done: 240 of 240 put back."),
      (.assignSnapshot(240), .partly(238), "In part: 238 put back now, of 240 in all."),
      (.assignPrincipals(2), .alreadyDone, "2 of 2 were assigned before."),
      (.assignPrincipals(2), .notDone, "Not carried out."),
      (.addServicePrincipal, .done, "Done: add the application again."),
      (.addServicePrincipal, .notYet, "Not possible yet (650051)."),
    ])
  func ends(_ order: Order, _ outcome: Outcome, _ said: String) {
    #expect(words.end(of: order, outcome) == said)
  }
}
