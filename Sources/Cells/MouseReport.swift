/// What a terminal says of its mouse, in either encoding.
struct MouseReport {
  private let button: Int
  private let isRelease: Bool
  private let position: Position

  /// xterm's encoding 1006: `<button;column;row` and `M` or `m`.
  init?(parameters: [UInt8], final: UInt8) {
    guard parameters.first == UInt8(ascii: "<") else { return nil }
    let fields = parameters.dropFirst().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Int(digits: $0) }
    guard fields.count == 3, numbers.count == 3 else { return nil }
    (button, isRelease) = (numbers[0], final == UInt8(ascii: "m"))
    position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
  }

  /// The old encoding: three bytes, each raised by 32.
  init(bytes: [UInt8]) {
    let numbers = bytes.map { Int($0) - 32 }
    (button, isRelease) = (numbers[0], numbers[0] & 3 == 3)
    position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
  }

  /// The key it amounts to; none for releases, motion, other buttons and places off the screen.
  var key: Key? {
    guard !isRelease, button >= 0, position.row >= 0, position.column >= 0 else { return nil }
    return switch button & ~0b1_1100 {  // without Shift, Alt and Control
    case 0: .mouse(Key.Mouse(.press, at: position))
    case 64: .mouse(Key.Mouse(.wheelUp, at: position))
    case 65: .mouse(Key.Mouse(.wheelDown, at: position))
    default: nil
    }
  }
}
