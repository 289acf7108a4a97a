/// Private modes switched on and off in a byte stream, also those that libvterm doesn't report.
struct ModeScanner {
  private enum State {
    case ground
    case escape
    case bracket
    case parameters
  }

  private static let onAtStart: Set<Int> = [7, 25]
  private static let applicationKeypad = 66

  private(set) var modes: Set<Int> = []
  private var state = State.ground
  private var numbers = [0]

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch (state, byte) {
    case (_, 0x1b): state = .escape
    case (_, 0x18), (_, 0x1a): state = .ground
    case (_, ..<0x20): break  // a control within a sequence is obeyed and the sequence goes on
    case (.escape, UInt8(ascii: "[")): state = .bracket
    case (.escape, UInt8(ascii: "=")): set([Self.applicationKeypad], true)
    case (.escape, UInt8(ascii: ">")): set([Self.applicationKeypad], false)
    case (.escape, UInt8(ascii: "c")):
      modes = []
      state = .ground
    case (.bracket, UInt8(ascii: "?")): (state, numbers) = (.parameters, [0])
    case (.parameters, UInt8(ascii: "0")...UInt8(ascii: "9")):
      let digit = Int(byte - UInt8(ascii: "0"))
      numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 99_999)
    case (.parameters, UInt8(ascii: ";")): numbers.append(0)
    case (.parameters, UInt8(ascii: "h")): set(numbers, true)
    case (.parameters, UInt8(ascii: "l")): set(numbers, false)
    default: state = .ground
    }
  }

  private mutating func set(_ numbers: [Int], _ on: Bool) {
    state = .ground
    for number in numbers where !Self.onAtStart.contains(number) {
      if on { modes.insert(number) } else { modes.remove(number) }
    }
  }
}
