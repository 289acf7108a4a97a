/// Why a story in a pseudo terminal did not go on, with all that is needed to see why.
public struct PseudoTerminalFailure: Error, CustomStringConvertible {
  /// What went wrong, where, what the window shows and every byte received.
  public let description: String

  init(_ problem: String) { description = problem }

  init(_ problem: String, at place: String, screen: Screen, received: [UInt8]) {
    let cursor = "cursor at row \(screen.cursorRow), column \(screen.cursorColumn)"
    let alternate = screen.isAlternate ? "alternate screen" : "ordinary screen"
    description = """
      \(place): \(problem)
      --- \(alternate), \(cursor), modes \(screen.modes.sorted())
      \(screen.text)
      --- \(received.count) bytes received
      \(Self.escaped(received))
      """
  }

  /// Bytes as text, everything unprintable in escapes.
  static func escaped(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
      switch byte {
      case 0x1b: text += "\\e"
      case 0x0a: text += "\\n\n"
      case 0x0d: text += "\\r"
      case 0x20...0x7e: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return text
  }
}

/// How a program ended.
public enum Ending: Sendable, Hashable {
  /// By itself, with a status.
  case exited(Int32)
  /// By a signal.
  case signaled(Int32)
}
