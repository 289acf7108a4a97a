public import Entra

/// Walks every reachable state of an abstracted case and holds it against the invariants.
public struct Explorer: Sendable {
  private let application: AppID
  private let guards: Guards
  private let alphabet: Alphabet

  /// An explorer of the machine as it is: where the customer's admin acts, or where Regrant does.
  public init(application: AppID, isConnected: Bool = false) {
    self.application = application
    guards = .all
    alphabet = Alphabet(isConnected: isConnected)
  }

  /// An explorer of a machine that lacks one guard; its orders are obeyed by nobody.
  public init(application: AppID, isConnected: Bool = false, without removed: Guard) {
    self.application = application
    guards = Guards.all.without(removed)
    alphabet = Alphabet(isConnected: isConnected)
  }

  private struct Node: Hashable {
    var state: State
    var witness = Witness()
  }

  /// Explores breadth first; when told to stop early, only to the first violation.
  public func explore(stoppingEarly isStoppingEarly: Bool = false) -> Exploration {
    let start = Node(
      state: State(application: application, isConnected: alphabet.isConnected)
        .abstracted(asking: guards))
    var numbers = [start: 0]
    var nodes = [start]
    var exploration = Exploration()
    exploration.add(start.state)
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      for input in alphabet.inputs(in: node.state, asking: guards) {
        var state = node.state
        guard let orders = try? state.step(input, asking: guards) else { continue }
        let step = Step(
          before: node.state, prompt: node.state.prompt(asking: guards), witness: node.witness,
          input: input, orders: orders, after: state)
        state = state.abstracted(asking: guards)
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
