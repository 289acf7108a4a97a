import Entra
import Execution
import Remediation
import Screens
import Training

extension Session {
  /// Makes what works in the tenant, for the person whom the case is about.
  func makeHands(for running: OpenCase, in reached: Reached) {
    let person = running.person ?? reached.practice.flatMap { UserPrincipalName($0.userName) }
    let hands = surroundings.makeHands(
      reached.client, running.runner.journal, surroundings.profile, person)
    running.hands =
      reached.practice.map {
        MeasuringHands(
          hands: hands, practice: $0, journal: running.runner.journal, now: surroundings.now)
      } ?? hands
    running.handsPerson = person
  }

  /// Another person was named: the gates are judged for them, from a new reading.
  ///
  /// Once something is under way in the tenant the case goes on as it was read.
  func followPerson() {
    guard let running, let reached = running.reached, let person = running.person,
      person.text.lowercased() != running.handsPerson?.text.lowercased(),
      Self.mayFollow.contains(running.runner.opened.phase),
      running.runner.opened.unsettled.isEmpty
    else { return }
    makeHands(for: running, in: reached)
    view = View()
    view.notice = "The case is about \(ForeignText(person.text).safe)."
    guard running.reading != nil || running.underWay?.work == .diagnose else { return }
    running.dropWork()
    running.goOn()
    running.runner.readAgain()
  }

  private static let mayFollow: Set<Phase> = [.intake, .diagnosing, .findings]
}
