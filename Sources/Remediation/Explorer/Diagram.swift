/// The machine as people can look at it: the quotient of what was explored, by phase.
public struct Diagram: Sendable {
  private let edges: [(from: Phase, to: Phase, label: String)]

  /// The quotient of an exploration; observations, which are possible everywhere, are left out.
  public init(of exploration: Exploration) {
    var labels: [Edge: Set<String>] = [:]
    for transition in exploration.transitions {
      let from = exploration.places[transition.from].phase
      let to = exploration.places[transition.to].phase
      if case .observed = transition.input { continue }
      if from == to || to == .handedOver || to == .abandoned { continue }
      labels[Edge(from: from, to: to), default: []].insert(
        transition.orders.first?.name ?? transition.input.name)
    }
    edges = labels.map { ($0.from, $0.to, $1.sorted().joined(separator: ", ")) }
      .sorted { ($0.from.rawValue, $0.to.rawValue) < ($1.from.rawValue, $1.to.rawValue) }
  }

  private struct Edge: Hashable {
    let from: Phase
    let to: Phase
  }

  /// A Mermaid state diagram.
  public var mermaid: String {
    let lines = edges.map { "  \($0.from.rawValue) --> \($0.to.rawValue): \($0.label)" }
    let ends = [Phase.resolved, .notOurs].map { "  \($0.rawValue) --> [*]" }
    return (["stateDiagram-v2", "  [*] --> intake"] + lines + ends).joined(separator: "\n") + "\n"
  }
}
