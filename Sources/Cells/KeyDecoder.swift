/// Bytes from a terminal to keys: a value without clock or input of its own.
///
/// It knows what xterm, PuTTY, rxvt, the Linux console, tmux and screen send, so that it doesn't
/// matter which of them the terminal is said to be. What it doesn't know vanishes whole, never as
/// an Escape and letters. Only one thing needs the clock: an ESC may be the key or begin a
/// sequence. When ``isPending`` is true and nothing comes within the escape delay, ``flush()``
/// decides.
public struct KeyDecoder: Sendable {
  /// What the next byte is read as.
  private enum State {
    case ground
    case escape
    /// Two of them: Escape twice, or rxvt's Alt before a sequence.
    case escapeEscape
    case sequence(ControlSequence.Introducer, isAlt: Bool)
    /// `ESC [ [` and a letter: the Linux console's F1 to F5.
    case linuxFunction
    /// A sequence that grew too long, until its end.
    case overlong(Int)
    /// OSC, DCS, APC, PM or SOS until its terminator, and what introduced it.
    case string(introducer: UInt8, count: Int)
    /// The three bytes of the old mouse report.
    case mouse
    case paste
  }

  /// The most bytes of a control sequence that is understood.
  public static let longestSequence = 64
  /// The most bytes of a string, or of a sequence not understood, that vanish.
  public static let longestString = 4096
  /// The most bytes of a paste that are kept unless said otherwise: 16 MiB.
  public static let usualPasteLimit = 16 << 20

  private var state = State.ground
  private var utf8 = UTF8Assembler()
  private var isAlt = false  // ESC stood before the character being assembled
  private var parameters: [UInt8] = []
  private var pasted: PasteBuffer

  /// A decoder at the beginning of a stream.
  /// - Parameter pasteLimit: the most bytes of a paste that are kept.
  public init(pasteLimit: Int = usualPasteLimit) { pasted = PasteBuffer(limit: pasteLimit) }

  /// Whether ``flush()`` would tell a key: bytes came that may be one, or the beginning of more.
  public var isPending: Bool {
    switch state {
    case .escape, .escapeEscape: true
    case .string(_, let count): count == 0
    default: false
    }
  }

  /// Whether a paste has begun and not ended.
  public var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// The keys that a byte completes.
  public mutating func feed(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte, isAlt: false)
    case .escapeEscape:
      if byte == 0x1B { return [.escape] }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") { return escape(byte, isAlt: true) }
      return [.escape] + escape(byte, isAlt: false)
    case .sequence(let introducer, let isAlt):
      return sequence(byte, introducer, isAlt: isAlt)
    case .linuxFunction: return linuxFunction(byte)
    case .overlong(let count): return overlong(byte, count)
    case .string(let introducer, let count): return string(byte, introducer, count)
    case .mouse: return mouse(byte)
    case .paste:
      guard let paste = pasted.feed(byte) else { return [] }
      state = .ground
      return [paste]
    }
  }

  /// The keys that a row of bytes completes.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes {
      if isPasting {
        // Most bytes that ever come are a paste's.
        guard let paste = pasted.feed(byte) else { continue }
        state = .ground
        keys.append(paste)
      } else {
        keys += feed(byte)
      }
    }
    return keys
  }

  /// The keys that what came so far stands for when nothing came after it within the escape delay.
  ///
  /// A sequence, a character or a paste that has begun goes on: a slow line may tear it anywhere.
  public mutating func flush() -> [Key] {
    switch state {
    case .escape:
      state = .ground
      return [.escape]
    case .escapeEscape:
      state = .ground
      return [.escape, .escape]
    case .string(let introducer, 0):
      // No reply stops there, but a person with a finger on Alt does.
      state = .ground
      return [.alt(Character(Unicode.Scalar(introducer)))]
    default: return []
    }
  }
}

extension KeyDecoder {
  private mutating func ground(_ byte: UInt8) -> [Key] {
    if !utf8.isPending {
      if byte == 0x1B {
        state = .escape
        return []
      }
      if byte < 0x20 || byte == 0x7F { return [Self.control(byte)] }
    }
    switch utf8.feed(byte) {
    case .incomplete: return []
    case .scalar(let scalar): return [character(scalar)]
    case .invalid: return [character("\u{FFFD}")]
    case .interrupted(let count):
      let first = character("\u{FFFD}")
      return [first] + Array(repeating: .character("\u{FFFD}"), count: count - 1) + ground(byte)
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar) -> Key {
    defer { isAlt = false }
    let isC1 = (0x80..<0xA0).contains(scalar.value)
    let character: Character = isC1 ? "\u{FFFD}" : Character(scalar)
    return isAlt ? .alt(character) : .character(character)
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  private mutating func escape(_ byte: UInt8, isAlt: Bool) -> [Key] {
    state = .ground
    switch byte {
    case 0x1B: state = .escapeEscape
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      parameters = []
      state = .sequence(byte == UInt8(ascii: "[") ? .csi : .ss3, isAlt: isAlt)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(introducer: byte, count: 0)
    case UInt8(ascii: "\\"): break  // a string's terminator
    case 0x08, 0x7F: return [.wordBackspace]
    case 0..<0x20: return [.escape, Self.control(byte)]
    default:
      self.isAlt = true
      return ground(byte)
    }
    return []
  }

  private mutating func sequence(
    _ byte: UInt8, _ introducer: ControlSequence.Introducer, isAlt: Bool
  ) -> [Key] {
    switch byte {
    case UInt8(ascii: "[") where introducer == .csi && parameters.isEmpty:
      state = .linuxFunction
    case UInt8(ascii: "M") where introducer == .csi && parameters.isEmpty:
      state = .mouse
    case _ where (0x40...0x7E).contains(byte) || (byte == UInt8(ascii: "$") && isRxvtNumber):
      state = .ground
      let whole = ControlSequence(
        introducer: introducer, parameters: parameters, final: byte, isAlt: isAlt)
      switch whole.meaning {
      case .key(let key): return [key]
      case .pasteBegins: state = .paste
      case .nothing: break
      }
    case 0x20...0x3F:
      parameters.append(byte)
      if parameters.count > Self.longestSequence { state = .overlong(parameters.count) }
    default: return restart(byte)
    }
    return []
  }

  /// Whether the parameters are the number of a key and nothing else: rxvt ends those with `$` when
  /// Shift was down, which elsewhere stands before the final byte.
  private var isRxvtNumber: Bool {
    (1...2).contains(parameters.count)
      && parameters.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private mutating func linuxFunction(_ byte: UInt8) -> [Key] {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "E"):
      state = .ground
      return [.function(Int(byte - UInt8(ascii: "A")) + 1)]
    case 0x20..<0x7F:
      state = .ground
      return []
    default: return restart(byte)
    }
  }

  private mutating func overlong(_ byte: UInt8, _ count: Int) -> [Key] {
    switch byte {
    case 0x20...0x3F where count < Self.longestString: state = .overlong(count + 1)
    case 0x20...0x7E: state = .ground
    default: return restart(byte)
    }
    return []
  }

  private mutating func string(_ byte: UInt8, _ introducer: UInt8, _ count: Int) -> [Key] {
    switch byte {
    case 0x07: state = .ground
    case 0..<0x20, 0x7F: return restart(byte)
    default:
      state =
        count + 1 < Self.longestString
        ? .string(introducer: introducer, count: count + 1) : .ground
    }
    return []
  }

  private mutating func mouse(_ byte: UInt8) -> [Key] {
    if byte < 0x20 { return restart(byte) }
    parameters.append(byte)
    if parameters.count < 3 { return [] }
    state = .ground
    return MouseReport(bytes: parameters).key.map { [$0] } ?? []
  }

  /// Drops what has begun: a byte came that can't be part of it, and is read for itself.
  private mutating func restart(_ byte: UInt8) -> [Key] {
    state = .ground
    if byte == 0x18 || byte == 0x1A { return [] }  // cancels by the standard
    return ground(byte)
  }
}
