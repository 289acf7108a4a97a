/// A control sequence that is whole: `ESC [` parameters final, or `ESC O` parameters final.
struct ControlSequence {
  /// How it was introduced.
  enum Introducer {
    /// `ESC [`
    case csi
    /// `ESC O`
    case ss3
  }

  /// What a sequence means.
  enum Meaning: Equatable {
    case key(Key)
    case pasteBegins
    /// Nothing for us: it vanishes whole.
    case nothing
  }

  let introducer: Introducer
  /// The bytes before the final one.
  let parameters: [UInt8]
  let final: UInt8
  /// Whether another ESC stood before it: rxvt's Alt.
  let isAlt: Bool

  var meaning: Meaning {
    if introducer == .csi, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") {
      return MouseReport(parameters: parameters, final: final)?.key.map { .key($0) } ?? .nothing
    }
    guard let numbers else { return .nothing }
    switch (introducer, final) {
    case (.csi, UInt8(ascii: "~")) where numbers.first == 200: return .pasteBegins
    case (.csi, UInt8(ascii: "~")), (.csi, UInt8(ascii: "^")), (.csi, UInt8(ascii: "$")),
      (.csi, UInt8(ascii: "@")):
      return numbers.first.flatMap(Self.numbered).map { .key(moved($0, numbers)) } ?? .nothing
    case (.csi, _):
      return lettered(numbers).map { .key(moved($0, numbers)) } ?? .nothing
    case (.ss3, _):
      return (lettered(numbers) ?? keypad).map { .key(moved($0, numbers)) } ?? .nothing
    }
  }

  /// The decimal parameters, none when anything else stands among them.
  private var numbers: [Int]? {
    var numbers: [Int] = []
    for field in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let number = field.isEmpty ? 0 : Int(digits: field) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The key that a letter stands for: xterm's and the VT's, rxvt's with Shift or Control.
  private func lettered(_ numbers: [Int]) -> Key? {
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "c") where introducer == .ss3: .wordRight
    case UInt8(ascii: "d") where introducer == .ss3: .wordLeft
    case UInt8(ascii: "c") where parameters.isEmpty: .right
    case UInt8(ascii: "d") where parameters.isEmpty: .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z") where introducer == .csi: .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S")
    where introducer == .ss3 || (numbers.count == 2 && numbers[0] == 1):
      .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// The numeric keypad in application mode, and PuTTY's F5 to F12 as a VT100 has them.
  private var keypad: Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "T")...UInt8(ascii: "["): .function(Int(final - UInt8(ascii: "T")) + 5)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }

  /// The key that a number before `~` stands for.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// With Alt or Control the arrows go by word; other keys stay what they are.
  private func moved(_ key: Key, _ numbers: [Int]) -> Key {
    let coded = numbers.count > 1 ? numbers[1] : introducer == .ss3 ? numbers.first : nil
    guard isAlt || max(0, (coded ?? 0) - 1) & 0b1110 != 0 else { return key }
    return switch key {
    case .left: .wordLeft
    case .right: .wordRight
    default: key
    }
  }
}

extension Int {
  /// A number of at most six decimal digits.
  init?(digits: ArraySlice<UInt8>) {
    guard (1...6).contains(digits.count) else { return nil }
    self = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      self = self * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
