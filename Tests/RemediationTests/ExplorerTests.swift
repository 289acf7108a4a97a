import Entra
import Remediation
import Testing

@Suite("Every reachable state") struct ExplorerTests {
  static let application = ApplicationProfile.nexeticBackup.appID

  @Test("holds all thirteen invariants") func invariantsHold() {
    let exploration = Explorer(application: Self.application).explore()
    print(exploration.places.count, exploration.transitions.count)
    for (invariant, path) in exploration.violations { print(invariant, path) }
    #expect(exploration.violations.isEmpty)
  }

  @Test("breaks an invariant when a guard is removed", arguments: Guard.allCases)
  func guardIsNeeded(_ removed: Guard) {
    let exploration = Explorer(application: Self.application, without: removed).explore(
      stoppingEarly: true)
    #expect(!exploration.violations.isEmpty)
    for (invariant, path) in exploration.violations { print(removed, invariant, path.count) }
  }
}
