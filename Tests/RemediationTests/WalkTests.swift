import Entra
import Foundation
import Testing

@testable import Remediation

@Suite("A walk of accepted inputs") struct WalkTests {
  @Test("is long, and goes through every phase and every order")
  func reaches() {
    let cases = RandomWalk.all.flatMap(\.cases)
    #expect(RandomWalk.all.map(\.inputs.count).reduce(0, +) > 5_000)
    let missing = Set(Phase.allCases).subtracting(cases.map(\.phase))
    #expect(missing.isEmpty, "\(missing)")
    let orders = Set(cases.flatMap(\.unsettled).map(\.order.name))
    #expect(orders.count >= 10, "\(orders.sorted())")
  }

  @Test("breaks no invariant, unabstracted and whatever is said between")
  func invariants() {
    for walk in RandomWalk.all {
      var witness = Witness()
      for (index, input) in walk.inputs.enumerated() {
        let (before, after) = (walk.cases[index].state, walk.cases[index + 1].state)
        let orders =
          after.underWay != before.underWay || input.isResumption
          ? [after.underWay].compactMap(\.self) : []
        let step = Step(
          before: before, prompt: before.prompt, witness: witness, input: input,
          orders: orders, after: after)
        #expect(
          step.violations.isEmpty,
          "seed \(walk.seed): \(step.violations) by \(walk.inputs[...index].suffix(12))")
        witness.see(input, from: before, to: after)
      }
    }
  }

  @Test("is the same case when it is replayed, at every step")
  func replay() throws {
    for walk in RandomWalk.all.prefix(40) {
      for count in 0...walk.inputs.count {
        let replayed = try Case(
          replaying: walk.inputs.prefix(count), id: CaseID(bits: 1), mode: .guide,
          profile: .nexeticBackup)
        #expect(replayed == walk.cases[count], "seed \(walk.seed), \(count)")
      }
    }
    for walk in RandomWalk.all {
      let replayed = try Case(
        replaying: walk.inputs, id: CaseID(bits: 1), mode: .guide, profile: .nexeticBackup)
      #expect(replayed == walk.cases.last, "seed \(walk.seed)")
      #expect(replayed.count == walk.inputs.count)
    }
  }

  @Test("comes back from JSON as it was, input by input")
  func coding() throws {
    let inputs = Set(RandomWalk.all.flatMap(\.inputs))
    #expect(inputs.count > 200)
    for input in inputs {
      let data = try JSONEncoder().encode(input)
      #expect(try JSONDecoder().decode(Input.self, from: data) == input)
    }
  }

  @Test("never orders one thing while another is under way")
  func oneAtATime() {
    for opened in RandomWalk.all.flatMap(\.cases) {
      #expect(opened.unsettled.count <= 1)
      #expect(opened.unsettled.isEmpty == (opened.state.underWay == nil))
    }
  }

  @Test("gives the last good case when it is no longer accepted")
  func replayFailure() throws {
    let good: [Input] = [.reported(.adminApproval), .observed(.assignmentRequired(false))]
    let refused = Input.chosen(.replace)
    do throws(ReplayFailure) {
      _ = try Case(
        replaying: good + [refused, .chosen(.reconsent)], id: CaseID(bits: 1), mode: .guide,
        profile: .nexeticBackup)
      Issue.record("accepted")
    } catch {
      #expect(error.refused == refused)
      #expect(error.because == .guarded(.gentlerRoutesTried))
      let expected = try Case(
        replaying: good, id: CaseID(bits: 1), mode: .guide, profile: .nexeticBackup)
      #expect(error.lastGood == expected)
    }
  }
}

extension Input {
  fileprivate var isResumption: Bool { if case .resumed = self { true } else { false } }
}
