public import Entra
public import Remediation
public import Wording

/// What a screen is given: the case, its particulars and now.
///
/// It decides nothing.
public struct Opened: Sendable {
  /// The case.
  public var matter: Case
  /// The number people call it by.
  public var number: Int?
  /// Names, numbers and reasons, as last said.
  public var particulars: [Particular: ForeignText] = [:]
  /// The time.
  public var now: Moment
  /// When the deletion happened that can still be undone.
  public var deletedAt: Moment?
  /// Since when the case waits for what it asks now.
  public var since: Moment?
  /// The sealed command under way; nil after an interruption, until it is taken up again.
  public var command: Command?
  /// What the admin's commands need besides the order: entries, grants, the deleted object.
  public var commandParticulars = WriteCommand.Particulars()
  /// The read-only commands that make a snapshot, by shell.
  public var readCommands: [WriteCommand.Shell: [String]] = [:]
  /// What the list or snapshot at hand holds, in short lines.
  public var listed: [String] = []
  /// The first of those in it, by name.
  public var names: [String] = []
  /// How many people the groups in it hold, as far as read.
  public var groupSizes = GroupSizes.unknown
  /// The report, in lines; empty until it is asked for.
  public var report: [String] = []
  /// A long list or output that is being read.
  public var takingIn: Doing?
  /// The acts that were carried out, in order.
  public var done: [Act] = []
  /// Whether what is said outlives the program.
  public var isSaved = true
  /// The tenant within reach of Regrant's own hands; nil in guide mode.
  public var reach: Reach?
  /// Whether a person chose to go on by hand although the case belongs to a tenant in reach.
  public var goesByHand = false

  /// A case as it is now.
  public init(_ matter: Case, now: Moment) { (self.matter, self.now) = (matter, now) }

  /// Whether the case's tenant must be reached, or somebody say otherwise, before anything else.
  var isOutOfReach: Bool {
    matter.mode != .guide && reach == nil && !goesByHand && matter.closing == nil
  }

  /// The program's sentences about this application.
  public var words: Words { Words(matter.profile) }

  /// Whether something was ordered before an interruption, and nobody knows whether it happened.
  public var isInterrupted: Bool { command == nil && !matter.unsettled.isEmpty }
}

/// One line of the home screen.
public struct CaseLine: Sendable, Hashable {
  /// The number people call it by.
  public var number: Int
  /// Customer or domain, as far as known.
  public var name: ForeignText?
  /// What it waits for.
  public var waitsFor: String
  /// Since when.
  public var since: Moment

  /// A case in the list.
  public init(number: Int, name: ForeignText?, waitsFor: String, since: Moment) {
    (self.number, self.name, self.waitsFor, self.since) = (number, name, waitsFor, since)
  }
}

/// What home shows.
public struct Home: Sendable {
  /// The unfinished cases, the latest first; nil while they are being read.
  public var cases: [CaseLine]?
  /// Why cases can't be saved, if they can't.
  public var trouble: Trouble?
  /// The time.
  public var now: Moment
  /// The application this desk supports.
  public var profile: ApplicationProfile

  /// Home at a time.
  public init(cases: [CaseLine]?, trouble: Trouble? = nil, now: Moment, profile: ApplicationProfile)
  {
    (self.cases, self.trouble, self.now, self.profile) = (cases, trouble, now, profile)
  }
}

/// Where the person is.
public enum Room: Sendable {
  /// The first screen.
  case home(Home)
  /// On the way into a tenant.
  case arriving(Arrival)
  /// In a case.
  case walk(Opened)
}
