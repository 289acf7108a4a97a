public import Entra
public import Wording

/// On the way into a tenant: which practice, signing in, and whether it is the right one.
public struct Arrival: Sendable, Hashable {
  /// How far it is.
  public var stage: Stage
  /// The time.
  public var now: Moment
  /// The application this desk supports.
  public var profile: ApplicationProfile
  /// The case to go on with; nil for a new one.
  public var caseNumber: Int?

  /// On the way, at a stage.
  public init(_ stage: Stage, now: Moment, profile: ApplicationProfile, caseNumber: Int? = nil) {
    (self.stage, self.now, self.profile, self.caseNumber) = (stage, now, profile, caseNumber)
  }

  /// How far it is.
  public enum Stage: Sendable, Hashable {
    /// Which of the practice tenants.
    case practice([PracticeLine])
    /// What is to be known before the sign-in begins.
    case before(Doorway)
    /// Somebody has to sign in, by a code as soon as there is one.
    case signingIn(CodeLine?)
    /// Nobody is signed in, and why.
    case failed(Trouble)
    /// Signed in; is it the customer's?
    case found(TenantCard)
  }
}

/// A practice tenant in the list.
public struct PracticeLine: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// What is wrong in it.
  public var summary: String

  /// A line of the list.
  public init(name: String, summary: String) { (self.name, self.summary) = (name, summary) }
}

/// How one signs in, as told before it begins.
public struct Doorway: Sendable, Hashable {
  /// The way, such as "device code".
  public var way: String
  /// What is to be known first, a line each.
  public var caveats: [String]

  /// A way of signing in.
  public init(way: String, caveats: [String]) { (self.way, self.caveats) = (way, caveats) }
}

/// The code that somebody types in a browser.
public struct CodeLine: Sendable, Hashable {
  /// The code.
  public var code: ForeignText
  /// Where it is typed.
  public var address: ForeignText
  /// Until when it is good.
  public var until: Moment

  /// A code.
  public init(code: ForeignText, address: ForeignText, until: Moment) {
    (self.code, self.address, self.until) = (code, address, until)
  }
}
