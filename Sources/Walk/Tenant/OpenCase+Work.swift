import Entra
import Execution
import Remediation
import Screens
import Wording

extension OpenCase {
  /// What the hands have to do now; while the admin does a step, they only watch.
  var work: Work? {
    guard hands != nil else { return nil }
    if let wished { return wished }
    guard isByHand else { return runner.work }
    switch runner.work {
    case .carryOut(let command), .watch(let command): return .watch(command)
    case .diagnose, .takeSnapshot, .reconcile, .compare, nil: return nil
    }
  }

  /// On after a setback, by the hands.
  func goOn() {
    setback = nil
    isByHand = false
    runner.tryAgain()
  }

  /// On after a setback: the admin does this step in the portal.
  ///
  /// - Throws: ``Hindrance`` where it may not be taken up: a deletion is only confirmed anew.
  func goOnByHand() throws(Hindrance) {
    if let unsettled = runner.opened.unsettled.first, runner.command == nil,
      runner.opened.refusal(of: .resumed(unsettled.id)) == nil
    {
      try say(.input(.resumed(unsettled.id)))
    }
    setback = nil
    isByHand = true
  }

  /// The work under way is no longer wanted; what comes of it is not taken.
  func dropWork() {
    underWay?.task.cancel()
    underWay = nil
    doing = nil
    takingIn?.task.cancel()
    takingIn = nil
  }

  /// What screens are told of the tenant.
  var reach: Reach? {
    guard let reached else { return nil }
    var reach = Reach(reached.card)
    (reach.doing, reach.setback, reach.isByHand) = (doing, setback, isByHand)
    (reach.reading, reach.finds, reach.found) = (reading, finds, runner.found)
    return reach
  }
}
