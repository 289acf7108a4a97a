/// The walk as seen from one screen: what is done, what is ahead, what is at stake.
public struct Journey: Sendable, Hashable {
  /// The steps in order.
  public var steps: [Step]
  /// What may be lost from here on.
  public var stake: String?
  /// What can still be undone, by which act and until when.
  public var undo: String?

  /// Whether more steps may be found to be ahead: then their number is not told.
  public var isOpenEnded: Bool

  /// A journey; an empty one is not drawn.
  public init(
    _ steps: [Step] = [], stake: String? = nil, undo: String? = nil, isOpenEnded: Bool = false
  ) {
    (self.steps, self.stake, self.undo) = (steps, stake, undo)
    self.isOpenEnded = isOpenEnded
  }

  /// How many steps there are, where that is known.
  var total: Int? { isOpenEnded ? nil : steps.count }

  /// One step's name and state.
  public struct Step: Sendable, Hashable {
    /// Where a step stands.
    public enum State: Sendable, Hashable, CaseIterable {
      /// Behind.
      case done
      /// Here.
      case now
      /// Still to come.
      case ahead
    }

    /// The step, in one or two words.
    public var name: String
    /// Done, now or ahead.
    public var state: State

    /// A step.
    public init(_ name: String, _ state: State) { (self.name, self.state) = (name, state) }
  }

  /// The number of the present step, from one, if there is one.
  public var number: Int? { steps.firstIndex { $0.state == .now }.map { $0 + 1 } }
}
