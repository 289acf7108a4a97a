import Foundation
import Simulator
import Testing

/// How much is tried where all of it takes minutes: `REGRANT_FAULTS=all` tries all.
enum Thoroughness {
  static let isGreat = ProcessInfo.processInfo.environment["REGRANT_FAULTS"] == "all"

  /// The requests at which something happens: each of them, or one in thirteen from `first` on.
  static func requests(of count: Int, from first: Int) -> StrideThrough<Int> {
    isGreat ? stride(from: 1, through: count, by: 1) : stride(from: first, through: count, by: 13)
  }
}

@Suite("Work under hardship") struct HardshipTests {
  /// Whatever can go wrong with one request.
  static let faults: [Fault.Kind] = [
    .throttled(seconds: 2), .unavailable(seconds: nil), .unavailable(seconds: 5), .internalError,
    .badGateway, .gatewayTimeout(afterDoing: false), .gatewayTimeout(afterDoing: true),
    .reset(afterDoing: false), .reset(afterDoing: true), .claimsChallenge, .truncated,
  ]

  /// Walks it once for each request, with trouble at that one; all ends as without.
  private func compare(
    _ walk: HardWalk, _ what: String, _ trouble: (Int) -> HardWalk.Trouble,
    _ judge: (HardWalk.End, String) -> Void = { _, _ in }
  ) async throws {
    let untroubled = try await walk.walk("untroubled")
    #expect(untroubled.hitches.isEmpty)
    for number in 1...untroubled.answered {
      let place = "\(what) at \(number)"
      let end = try await walk.walk(place, trouble(number))
      #expect(end.content == untroubled.content, "\(walk), \(place)")
      judge(end, place)
    }
  }

  private static func failing(_ kind: Fault.Kind, at number: Int) -> HardWalk.Trouble {
    HardWalk.Trouble(change: { $0.faults = [Fault(at: number, kind)] })
  }

  @Test(
    "ends as it should and does nothing twice, whatever fails at whichever request",
    arguments: [HardWalk.assigning, .granting, .watching])
  func everyFault(_ walk: HardWalk) async throws {
    let kinds = Self.faults
    for round in Thoroughness.isGreat ? 0..<kinds.count : 0..<1 {
      // The kinds change from request to request, so that each meets another in every round.
      let shift = round * 5
      try await compare(walk, "one of all faults") { number in
        Self.failing(kinds[(number + shift) % kinds.count], at: number)
      }
    }
  }

  @Test("loses nothing of a removed application when any one request fails")
  func removalFaults() async throws {
    let kinds = Self.faults
    try await compare(.replacing, "one of all faults") { number in
      Self.failing(kinds[number % kinds.count], at: number)
    }
  }

  @Test(
    "goes on after the program was gone at any request",
    arguments: [HardWalk.assigning, .granting, .watching, .replacing])
  func interruptions(_ walk: HardWalk) async throws {
    let untroubled = try await walk.walk("uninterrupted")
    for number in 1...untroubled.requests {
      let end = try await walk.walk("gone at \(number)", HardWalk.Trouble(crash: number))
      #expect(end.content == untroubled.content, "gone at \(number)")
    }
  }

  @Test("waits for what not every server knows yet", arguments: [5.0, 60, 200])
  func replication(seconds: Double) async throws {
    _ = try await HardWalk.replacing.walk(
      "replicated within \(seconds) seconds",
      HardWalk.Trouble(change: { $0.replication = Replication(seconds: seconds) }))
  }

  @Test("waits until the name of the deleted one is free")
  func heldName() async throws {
    _ = try await HardWalk.replacing.walk(
      "650051",
      HardWalk.Trouble(change: {
        $0.nameHold = NameHold(requests: 4, seconds: 90)
        $0.switches.heldNameBlocksCreation = true
      }))
  }
}

@Suite("A session that ends in the middle of a restore") struct EndedSessionTests {
  /// Ends it before each request; somebody signs in again, and all goes on by itself.
  private func end(
    _ what: String, for claims: Bool, from first: Int, _ trouble: (Int) -> HardWalk.Trouble
  ) async throws {
    let untroubled = try await HardWalk.replacing.walk("untroubled")
    #expect(untroubled.signIns.count == 1)
    for number in Thoroughness.requests(of: untroubled.answered, from: first) {
      let place = "\(what) at \(number)"
      let end = try await HardWalk.replacing.walk(place, trouble(number))
      #expect(end.content == untroubled.content, "\(place)")
      #expect(end.hitches.isEmpty, "\(place)")
      guard number > 1, number < untroubled.requests else { continue }
      #expect(end.signIns.count == 2, "\(place)")
      #expect(((end.signIns.last ?? nil) != nil) == claims, "\(place)")
    }
  }

  @Test("for good is begun again, and everything comes back") func revoked() async throws {
    try await end("revoked", for: false, from: 2) { number in
      HardWalk.Trouble(deed: (number, { $0.revokeTokens(ofPersonAt: 0) }))
    }
  }

  @Test("by its hour is begun again, and everything comes back") func expired() async throws {
    try await end("expired", for: false, from: 4) { number in
      HardWalk.Trouble(deed: (number, { $0.advance(bySeconds: 3600) }))
    }
  }

  @Test("by a challenge goes on once its claims are satisfied") func challenged() async throws {
    try await end("challenged", for: true, from: 6) { number in
      HardWalk.Trouble(change: { $0.faults = [Fault(at: number, .claimsChallenge)] })
    }
  }
}
