public import Entra
public import Journal
public import Remediation

/// The world as the walk sees it, made once where the program begins.
public struct Surroundings: Sendable {
  /// Now, in milliseconds since 1970.
  public var now: @Sendable () -> Int
  /// A new case's ID.
  public var newCaseID: @Sendable () -> CaseID
  /// Where cases are kept; nil where there is no such place, and nothing outlives the program.
  public var folder: StateFolder?
  /// What the environment's variables say.
  public var environment: [String: String]
  /// The application that this desk supports.
  public var profile: ApplicationProfile

  /// A world.
  public init(
    now: @escaping @Sendable () -> Int, newCaseID: @escaping @Sendable () -> CaseID,
    folder: StateFolder?, environment: [String: String],
    profile: ApplicationProfile = .nexeticBackup
  ) {
    (self.now, self.newCaseID, self.folder) = (now, newCaseID, folder)
    (self.environment, self.profile) = (environment, profile)
  }
}

/// How a person wants to work, as told on the command line.
public struct Wishes: Sendable, Hashable {
  /// Whether colours are used.
  public enum Color: String, Sendable, Hashable, CaseIterable {
    /// Unless `NO_COLOR` is set.
    case auto
    /// Whatever the environment says.
    case always
    /// Never.
    case never
  }

  /// Lines instead of screens.
  public var isPlain = false
  /// Characters of ASCII only.
  public var isASCII = false
  /// Whether colours are used.
  public var color = Color.auto
  /// Whether the mouse is taken from the beginning.
  public var isMouseOn = false
  /// Whether the bell rings when something that was waited for happened.
  public var ringsBell = true
  /// The unfinished case to go on with.
  public var caseNumber: Int?

  /// What most people want.
  public init() {}
}
