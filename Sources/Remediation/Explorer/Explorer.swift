public import Entra

/// Walks every reachable state of an abstracted case and holds it against the invariants.
public struct Explorer: Sendable {
  private let application: AppID
  private let guards: Guards
  private let alphabet = Alphabet()

  /// An explorer of the machine as it is.
  public init(application: AppID) {
    self.application = application
    guards = .all
  }

  /// An explorer of a machine that lacks one guard; its orders are obeyed by nobody.
  public init(application: AppID, without removed: Guard) {
    self.application = application
    guards = Guards.all.without(removed)
  }

  private struct Node: Hashable {
    var state: State
    var witness = Witness()
  }

  /// Explores breadth first.
  ///
  /// - Parameter isStoppingEarly: whether the first violation ends it.
  public func explore(stoppingEarly isStoppingEarly: Bool = false, limit: Int = .max) -> Exploration {
    let start = Node(state: State(application: application).abstracted)
    var numbers = [start: 0]
    var nodes = [start]
    var exploration = Exploration()
    exploration.add(start.state)
    var next = 0
    while next < nodes.count, nodes.count < limit {
      let node = nodes[next]
      for input in alphabet.inputs(in: node.state) {
        var state = node.state
        guard let orders = try? state.step(input, asking: guards) else { continue }
        let step = Step(
          before: node.state, witness: node.witness, input: input, orders: orders, after: state)
        state = state.abstracted
        var reached = Node(state: state, witness: node.witness)
        reached.witness.see(input, from: node.state, to: state)
        let known = numbers[reached]
        let number = known ?? nodes.count
        if known == nil {
          numbers[reached] = number
          nodes.append(reached)
          exploration.add(state)
        }
        exploration.add(input, orders, from: next, to: number, isNew: known == nil)
        for invariant in step.violations where exploration.violations[invariant] == nil {
          exploration.record(invariant, at: exploration.transitions.count - 1)
          if isStoppingEarly { return exploration }
        }
      }
      next += 1
    }
    if !isStoppingEarly { exploration.checkClosable() }
    return exploration
  }
}
