extension CursesTerminal {
  /// How a person wants the terminal used.
  public struct Options: Sendable, Hashable {
    /// Whether roles get colours.
    public enum Color: Sendable, Hashable {
      /// Unless `NO_COLOR` is set and not empty.
      case auto
      /// Whatever the environment says.
      case always
      /// Never: attributes alone.
      case never
    }

    /// Where keys come from.
    public enum Input: Sendable, Hashable {
      /// Standard input if it is a terminal, or else the controlling terminal.
      case automatic
      /// The controlling terminal, because standard input is data.
      case controllingTerminal
    }

    /// Whether roles get colours.
    public var color = Color.auto
    /// Where keys come from.
    public var input = Input.automatic
    /// Characters of ASCII only, whatever the locale says.
    public var isASCII = false
    /// A file for what libraries write to standard error while the screen is up; nil: memory.
    public var errorLog: String?
    /// How long a lone ESC waits to be told from a sequence, in milliseconds; `ESCDELAY` wins.
    public var escapeDelay = 25

    /// What most people want.
    public init() {}
  }
}
