public import Entra
import Execution
public import Journal
public import Remediation
public import Training

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
  /// How one signs in to a customer's tenant; nil where the program was not told.
  ///
  /// Asked for once, when somebody wants to go there.
  public var door: @Sendable () -> Door?
  /// A practice tenant that was asked for by name; nil to choose one.
  public var practice: (@Sendable () -> PracticeTenant)?
  /// Whose access new cases in a tenant are about; nil: nobody was named.
  public var person: UserPrincipalName?
  /// What works in a tenant.
  public var makeHands: HandsMaker

  /// A world.
  public init(
    now: @escaping @Sendable () -> Int, newCaseID: @escaping @Sendable () -> CaseID,
    folder: StateFolder?, environment: [String: String],
    profile: ApplicationProfile = .nexeticBackup, door: @escaping @Sendable () -> Door? = { nil },
    practice: (@Sendable () -> PracticeTenant)? = nil, person: UserPrincipalName? = nil,
    makeHands: @escaping HandsMaker
  ) {
    (self.now, self.newCaseID, self.folder) = (now, newCaseID, folder)
    (self.environment, self.profile) = (environment, profile)
    (self.door, self.practice) = (door, practice)
    (self.person, self.makeHands) = (person, makeHands)
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
  /// Whether to go straight to signing in to a tenant.
  public var connects = false

  /// What most people want.
  public init() {}
}
