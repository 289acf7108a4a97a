import Foundation

/// The machine's graph as `regrant machine graph` exports it, judged from the JSON alone.
struct ExportedMachine: Decodable {
  let start: Int
  let states: [Place]
  var transitions: [Transition]

  struct Place: Decodable {
    let id: Int
    let phase: String
    let closing: String?
    let applicationPresent: Bool
  }

  struct Transition: Decodable {
    let from: Int
    let to: Int
    let input: String
    var answers: [String]
    let orders: [String]
  }

  /// What was said on the way, one bit each.
  struct Said: OptionSet, Hashable {
    let rawValue: UInt8

    static let w1 = Said(rawValue: 1)
    static let w4 = Said(rawValue: 2)
    static let w5 = Said(rawValue: 4)
    static let snapshot = Said(rawValue: 8)
    static let w6 = Said(rawValue: 16)
    static let verified = Said(rawValue: 32)
    static let all: Said = [.w1, .w4, .w5, .snapshot, .w6, .verified]
    /// What speaks of one object, and says nothing of the next.
    static let ofTheObject: Said = [.w1, .w4, .w5, .snapshot]
  }

  /// What was said on *every* path to each state; nothing reaches a state that keeps `.all`.
  var saidOnEveryPath: [Said] {
    var said = Array(repeating: Said.all, count: states.count)
    said[start] = []
    let leaving = Dictionary(grouping: transitions, by: \.from)
    var waiting = [start]
    var isSeen = Array(repeating: false, count: states.count)
    isSeen[start] = true
    while let place = waiting.popLast() {
      for transition in leaving[place] ?? [] {
        let after = said[transition.to].intersection(transition.after(said[place]))
        guard after != said[transition.to] || !isSeen[transition.to] else { continue }
        (said[transition.to], isSeen[transition.to]) = (after, true)
        waiting.append(transition.to)
      }
    }
    return said
  }

  /// Transitions that order a delete without everything being said of this object.
  var rashDeletes: [Transition] {
    let said = saidOnEveryPath
    return transitions.filter { transition in
      transition.orders.contains("deleteServicePrincipal")
        && !transition.heard(on: said[transition.from]).isSuperset(of: .ofTheObject)
    }
  }

  /// Transitions that close as resolved unverified, or without W6.
  var rashClosings: [Transition] {
    let said = saidOnEveryPath
    return transitions.filter { transition in
      states[transition.to].closing == "resolved" && states[transition.from].closing == nil
        && !transition.heard(on: said[transition.from]).isSuperset(of: [.w6, .verified])
    }
  }

  /// States from which no closing can be reached.
  var deadEnds: [Int] {
    var arriving: [[Int]] = Array(repeating: [], count: states.count)
    for transition in transitions { arriving[transition.to].append(transition.from) }
    var ends = states.map { $0.closing != nil }
    var waiting = ends.indices.filter { ends[$0] }
    while let place = waiting.popLast() {
      for source in arriving[place] where !ends[source] {
        ends[source] = true
        waiting.append(source)
      }
    }
    return ends.indices.filter { !ends[$0] }
  }
}

extension ExportedMachine.Transition {
  /// What has been said once the input was heard.
  func heard(on before: ExportedMachine.Said) -> ExportedMachine.Said {
    var said = before
    for answer in answers {
      switch answer {
      case "W1": said.insert(.w1)
      case "W4": said.insert(.w4)
      case "W5": said.insert(.w5)
      case "W6": said.insert(.w6)
      default: break
      }
    }
    if input == "snapshotCompleted" { said.insert(.snapshot) }
    if input == "verified" { said.insert(.verified) }
    return said
  }

  /// What has been said of the object that is there afterwards.
  func after(_ before: ExportedMachine.Said) -> ExportedMachine.Said {
    let said = heard(on: before)
    let makesAnother = orders.contains {
      $0 == "addServicePrincipal" || $0 == "restoreServicePrincipal"
    }
    return makesAnother ? said.subtracting(.ofTheObject) : said
  }
}
