/// What an explorer saw: states, transitions and, if there were any, broken invariants.
public struct Exploration: Sendable {
  /// One state, as far as others need it.
  public struct Place: Sendable, Hashable {
    /// Its place in the diagram.
    public let phase: Phase
    /// How it is closed, if it is.
    public let closing: Closing?
    /// False while the application is known to be deleted.
    public let isApplicationPresent: Bool
  }

  /// One accepted input.
  public struct Transition: Sendable, Hashable {
    /// The state before.
    public let from: Int
    /// The state after.
    public let to: Int
    /// What was said.
    public let input: Input
    /// What was ordered.
    public let orders: [Order]
  }

  /// The states by number; 0 is the start.
  public private(set) var places: [Place] = []
  /// The transitions, in the order of exploration.
  public private(set) var transitions: [Transition] = []
  /// For each broken invariant the shortest path of inputs to it.
  public private(set) var violations: [Invariant: [Input]] = [:]
  private var arrivals: [Int: Int] = [:]

  mutating func add(_ state: State) {
    places.append(
      Place(
        phase: state.phase, closing: state.closing,
        isApplicationPresent: !state.facts.object.isDeleted))
  }

  mutating func add(_ input: Input, _ orders: [Order], from: Int, to: Int, isNew: Bool) {
    transitions.append(Transition(from: from, to: to, input: input, orders: orders))
    if isNew, to != 0, arrivals[to] == nil { arrivals[to] = transitions.count - 1 }
  }

  mutating func record(_ invariant: Invariant, at transition: Int) {
    violations[invariant] = path(to: transitions[transition].from) + [transitions[transition].input]
  }

  /// The inputs that lead from the start to a state, as few as there are.
  public func path(to place: Int) -> [Input] {
    var path: [Input] = []
    var place = place
    while let arrival = arrivals[place] {
      path.append(transitions[arrival].input)
      place = transitions[arrival].from
    }
    return path.reversed()
  }

  /// Every state must lead to some closing.
  mutating func checkClosable() {
    var sources: [[Int]] = Array(repeating: [], count: places.count)
    for transition in transitions { sources[transition.to].append(transition.from) }
    var canClose = places.map { $0.closing != nil }
    var frontier = canClose.indices.filter { canClose[$0] }
    while let place = frontier.popLast() {
      for source in sources[place] where !canClose[source] {
        canClose[source] = true
        frontier.append(source)
      }
    }
    if let stuck = canClose.firstIndex(of: false) { violations[.closable] = path(to: stuck) }
  }
}
