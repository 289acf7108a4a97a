import Entra
import Foundation
import Graph
import Remediation
import Synchronization
import Testing

@Suite("Whatever goes wrong with whichever request") struct FaultTests {
  /// A command carried out, the tenant it meets, and when an entry of it is so.
  struct Deed: Sendable, CustomStringConvertible {
    let description: String
    let command: Command
    let particulars: Particulars
    var state = FaultyTenant.State()
    let isSo: @Sendable (FaultyTenant.State, Int) -> Bool
  }

  private static let id = Made.object.description
  private static let app = Made.app.description
  private static let people = (1...3).map { ObjectID(bits: UInt128($0)) }

  static func deeds() throws -> [Deed] {
    let target = Particulars.Target(Made.object)
    let recent = Particulars.Target(Made.object, isRecent: true)
    let alive = FaultyTenant.State(alive: [id: app])
    let gone = FaultyTenant.State(deleted: [id: app])
    var granted = alive
    granted.grants[Made.api.description] = "openid User.Read"
    var partly = alive
    partly.assigned = [people[1].description]
    let scopes = Scopes("openid profile")
    let grant = Particulars.grants(
      [.init(resource: Made.api, scope: "openid profile")], to: target)
    let isGranted: @Sendable (FaultyTenant.State, Int) -> Bool = { state, _ in
      Scopes(state.grants[Made.api.description] ?? "").covers(scopes)
    }
    let isAssigned: @Sendable (FaultyTenant.State, Int) -> Bool = { state, index in
      state.assigned.contains(Self.people[index].description)
    }
    let entries = people.map { Particulars.AssignmentEntry(principal: $0) }
    return [
      Deed(
        description: "enabling", command: try Commands.enable(), particulars: .object(target),
        state: alive, isSo: { state, _ in state.isEnabled }),
      Deed(
        description: "requiring", command: try Commands.require(), particulars: .object(recent),
        state: alive, isSo: { state, _ in state.isRequired }),
      Deed(
        description: "deleting", command: try Commands.delete(), particulars: .object(target),
        state: alive, isSo: { state, _ in state.deleted[id] != nil && state.alive.isEmpty }),
      Deed(
        description: "restoring", command: try Commands.restore(), particulars: .object(target),
        state: gone, isSo: { state, _ in state.alive[id] != nil }),
      Deed(
        description: "adding", command: try Commands.add(), particulars: .creation, state: gone,
        isSo: { state, _ in state.alive.count == 1 && state.created == 1 }),
      Deed(
        description: "granting", command: try Commands.grant(), particulars: grant, state: alive,
        isSo: isGranted),
      Deed(
        description: "widening", command: try Commands.grant(), particulars: grant,
        state: granted, isSo: isGranted),
      Deed(
        description: "assigning", command: try Commands.assign(3),
        particulars: .assignments(entries, to: target), state: alive, isSo: isAssigned),
      Deed(
        description: "assigning some, lately", command: try Commands.assign(3),
        particulars: .assignments(entries, to: recent), state: partly, isSo: isAssigned),
    ]
  }

  /// More requests than any deed takes when nothing goes wrong.
  private static let indices = 1...8

  @Test("nothing is called done that is not", arguments: try deeds())
  func outcomes(_ deed: Deed) async throws {
    for fault in Fault.allCases {
      for index in Self.indices {
        for times in [1, 2, 1_000] {
          let tenant = FaultyTenant(deed.state) { number in
            (index..<index + times).contains(number) ? fault : nil
          }
          let place = "\(deed), \(fault) at \(index), \(times) times"
          try await judge(deed, tenant, place)
        }
      }
    }
  }

  @Test(
    "not even when a refusal comes after a fault that hid what happened", arguments: try deeds())
  func pairs(_ deed: Deed) async throws {
    let decided: [Fault] = [
      .forbidden, .notFound, .notYet, .unknown, .redirected, .cancelled, .unreachable, .throttled,
    ]
    for first in Fault.allCases where first.isCarriedOut {
      for second in decided {
        for index in 1...5 {
          let tenant = FaultyTenant(deed.state) { number in
            number == index ? first : number > index ? second : nil
          }
          try await judge(deed, tenant, "\(deed), \(first) at \(index), then \(second)")
        }
      }
    }
  }

  @Test("not even when what is read lags behind", arguments: try deeds())
  func lag(_ deed: Deed) async throws {
    for first in Fault.allCases {
      for second in Fault.allCases {
        let tenant = FaultyTenant(deed.state, toWrites: [first, second], isLagging: true)
        try await judge(deed, tenant, "\(deed), \(first), \(second), lagging")
      }
    }
  }

  private func judge(_ deed: Deed, _ tenant: FaultyTenant, _ place: String) async throws {
    let intents = Mutex(0)
    let writer = try await GraphWriter(
      for: Commands.caseID, through: Bench(tenant).client,
      recording: { _ in intents.withLock { $0 += 1 } })
    do throws(WriteRefusal) {
      let outcomes = try await writer.perform(deed.command, with: deed.particulars)
      #expect(intents.withLock { $0 } <= 1, "\(place)")
      for (index, outcome) in outcomes.enumerated() {
        let wasSo = deed.isSo(deed.state, index)
        let isSo = deed.isSo(tenant.now, index)
        switch outcome {
        case .done: #expect(isSo, "\(place): \(outcome)")
        case .alreadyDone: #expect(isSo, "\(place): \(outcome)")
        case .failed, .notYet, .untried: #expect(isSo == wasSo, "\(place): \(outcome)")
        case .uncertain: break
        }
      }
    } catch { #expect(tenant.now == deed.state, "\(place): \(error)") }
    #expect(tenant.now.created <= 1, "\(place)")
  }

  @Test("it is done when nothing does, and after one fault that says nothing was decided")
  func healing() async throws {
    let healed: [Fault] = [
      .throttled, .unavailable, .failed, .timedOut, .unreachable, .unauthorized,
      .unavailableAfterwards, .failedAfterwards, .timedOutAfterwards, .lostAfterwards,
      .gatewayAfterwards, .partMissing, .partThrottled, .partMissingAfterwards,
    ]
    for deed in try Self.deeds() {
      for fault in [nil] + healed.map(Optional.some) {
        for index in Self.indices {
          let tenant = FaultyTenant(deed.state) { $0 == index ? fault : nil }
          let writer = try await GraphWriter(
            for: Commands.caseID, through: Bench(tenant).client, recording: { _ in })
          let outcomes = try await writer.perform(deed.command, with: deed.particulars)
          let place = "\(deed), \(fault?.rawValue ?? "nothing") at \(index): \(outcomes)"
          #expect(outcomes.allSatisfy { $0.isDone }, "\(place)")
        }
      }
    }
  }
}
