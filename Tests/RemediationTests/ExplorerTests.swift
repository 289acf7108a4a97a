import Entra
import Remediation
import Testing

@Suite("Every reachable state") struct ExplorerTests {
  static let application = ApplicationProfile.nexeticBackup.appID

  /// Explored once for all who look at it.
  static let explored = Explorer(application: application).explore()

  @Test("holds all thirteen invariants, and there are enough of them")
  func invariantsHold() {
    let exploration = Self.explored
    #expect(exploration.violations.isEmpty, "\(exploration.violations)")
    #expect((5_000...50_000).contains(exploration.places.count), "\(exploration.places.count)")
    #expect(exploration.transitions.count < 250_000, "\(exploration.transitions.count)")
    var bytes = 0
    GraphExport(exploration).write { bytes += $0.utf8.count }
    #expect(bytes < 20_000_000, "\(bytes)")
  }

  @Test("reaches every phase, every order, every closing and every warning")
  func nothingIsDead() {
    let exploration = Self.explored
    #expect(Set(exploration.places.map(\.phase)) == Set(Phase.allCases))
    #expect(Set(exploration.places.compactMap(\.closing)) == Set(Closing.allCases))
    let orders = Set(exploration.transitions.flatMap(\.orders).map(\.name))
    #expect(orders.isSuperset(of: ["deleteServicePrincipal", "consentThroughGraph"]))
    #expect(orders.count == 10, "\(orders)")
    let answered = Set(exploration.transitions.flatMap(\.input.answeredWarnings))
    #expect(answered == Set(Warning.allCases))
  }

  @Test("breaks one of its invariants when a guard is removed", arguments: Guard.allCases)
  func guardIsNeeded(_ removed: Guard) throws {
    let exploration = Explorer(application: Self.application, without: removed)
      .explore(stoppingEarly: true)
    let (invariant, path) = try #require(exploration.violations.first, "\(removed) is idle")
    #expect(!path.isEmpty)
    let holders = Invariant.allCases.filter { $0.guards.contains(removed) }
    #expect(holders.contains(invariant), "\(removed) broke \(invariant): \(path)")
  }

  @Test("has each guard in the table of some invariant, and each invariant a guard")
  func tableIsWhole() {
    #expect(Set(Invariant.allCases.flatMap(\.guards)) == Set(Guard.allCases))
    #expect(Invariant.allCases.allSatisfy { !$0.guards.isEmpty })
  }
}
