import Entra
import Remediation

/// A walk of accepted inputs, chosen by chance: mostly sensible ones, some that come from anywhere.
struct RandomWalk: Sendable {
  let seed: Int
  private(set) var inputs: [Input]
  /// The case before each input, and at the end.
  private(set) var cases: [Case] = []

  static let length = 60

  /// Walked once for all who look at them.
  static let all = (1...200).map(RandomWalk.init(seed:))

  init(seed: Int) {
    self.seed = seed
    var random = Seeded(seed)
    var opened = Case(id: CaseID(bits: 1), mode: .guide, profile: .nexeticBackup)
    inputs = []
    for input in Self.beginnings[seed % Self.beginnings.count] { take(input, in: &opened) }
    var tries = 0
    while inputs.count < Self.length, tries < 1_000 {
      tries += 1
      let isSensible = UInt8.random(in: 0..<12, using: &random) != 0
      let choices = isSensible ? Lexicon.sensible(in: opened) : Lexicon.inputs(for: opened)
      guard let input = choices.randomElement(using: &random) else { continue }
      if case .closed = input { continue }
      take(input, in: &opened)
    }
    for index in 0..<4 where opened.closing == nil {
      take(.closed(Closing.allCases[(seed + index) % 4]), in: &opened)
    }
    cases.append(opened)
  }

  private mutating func take(_ input: Input, in opened: inout Case) {
    let before = opened
    do throws(Refusal) { _ = try opened.handle(input) } catch { return }
    inputs.append(input)
    cases.append(before)
  }

  /// Where walks begin: at the start, and where chance alone would hardly come.
  private static let beginnings: [[Input]] = {
    let scripts: [(inout Call) throws -> Void] = [
      { _ in },
      { call in try call.prepareReplace() },
      { call in
        try call.prepareReplace()
        try call.delete()
        try call.end(.done)
      },
      { call in
        try call.prepareReplace()
        try call.delete()
        try call.end(.done)
        try call.perform(.readd)
      },
      { call in
        try call.say(.reported(.applicationNotFound))
        try call.answer(Known(object: .notSeen, absence: .readded))
        try call.say(.chosen(.swapBack))
      },
    ]
    return scripts.map { script in
      var call = Call()
      do { try script(&call) } catch { return [] }
      return call.inputs
    }
  }()
}
