/// Why there can be no screen, by what the person can do about it.
public enum TerminalError: Error, Sendable, Hashable {
  /// Keys or output don't go to a terminal.
  case notATerminal
  /// `TERM` is empty or not set.
  case unnamed
  /// This machine knows nothing about a terminal of this name.
  case unknown(String)
  /// A terminal that can't place text: the linear mode's.
  case dumb(String)
  /// The system refused: no descriptors, no memory.
  case refused(String)
}

extension TerminalError: CustomStringConvertible {
  /// One sentence that says what to type.
  public var description: String {
    switch self {
    case .notATerminal:
      "Input and output are not a terminal; use --plain, or run it in a terminal window."
    case .unnamed:
      "TERM is not set; type: export TERM=xterm-256color"
    case .unknown(let name):
      "This machine doesn't know the terminal “\(name)”; type: export TERM=xterm-256color, or use"
        + " --plain."
    case .dumb(let name):
      "The terminal “\(name)” can't place text; use --plain."
    case .refused(let reason):
      "The terminal can't be used: \(reason)."
    }
  }
}
