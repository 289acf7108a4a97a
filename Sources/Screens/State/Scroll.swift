/// How far a text is scrolled, in rows.
public struct Scroll: Sendable, Hashable {
  /// Rows hidden above.
  public private(set) var offset = 0

  /// A text at its beginning.
  public init() {}

  /// Moves as an action says, within what `extent` allows; false when it is no movement.
  public mutating func react(to action: ActionID, extent: Layout.Extent) -> Bool {
    switch action {
    case .up: offset -= 1
    case .down: offset += 1
    case .pageUp: offset -= max(1, extent.rows - 1)
    case .pageDown: offset += max(1, extent.rows - 1)
    case .halfUp: offset -= max(1, extent.rows / 2)
    case .halfDown: offset += max(1, extent.rows / 2)
    case .first: offset = 0
    case .last: offset = extent.limit
    default: return false
    }
    offset = min(max(0, offset), extent.limit)
    return true
  }
}
