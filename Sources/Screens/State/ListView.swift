/// Which row of a long list is under the cursor, and which rows are in sight.
public struct ListView: Sendable, Hashable {
  /// The row under the cursor, counted in the whole list.
  public private(set) var selected = 0
  /// The first row in sight.
  public private(set) var offset = 0
  /// How many rows there are.
  public private(set) var count: Int
  /// How many rows are in sight.
  public private(set) var height: Int

  /// A list at its beginning.
  public init(count: Int, height: Int) {
    (self.count, self.height) = (max(0, count), max(1, height))
  }

  /// The rows in sight.
  public var visible: Range<Int> { offset..<min(count, offset + height) }

  /// Takes a new length or height, and keeps the cursor's row in sight.
  public mutating func resize(count: Int? = nil, height: Int? = nil) {
    self.count = max(0, count ?? self.count)
    self.height = max(1, height ?? self.height)
    select(selected)
  }

  /// Puts the cursor on a row, or on the nearest there is.
  public mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, count - 1))
    offset = min(offset, selected)
    offset = max(offset, selected - height + 1)
    offset = min(max(0, offset), max(0, count - height))
  }

  /// Moves as an action says; false when it is no movement.
  public mutating func react(to action: ActionID) -> Bool {
    switch action {
    case .up: select(selected - 1)
    case .down: select(selected + 1)
    case .pageUp: select(selected - max(1, height - 1))
    case .pageDown: select(selected + max(1, height - 1))
    case .halfUp: select(selected - max(1, height / 2))
    case .halfDown: select(selected + max(1, height / 2))
    case .first: select(0)
    case .last: select(count - 1)
    default: return false
    }
    return true
  }
}
