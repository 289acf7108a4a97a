public import Graph
public import Journal
public import Remediation

/// What Regrant itself does next in a tenant, without asking anybody.
public enum Work: Sendable, Hashable {
  /// Read the tenant and judge the five gates.
  case diagnose
  /// Read everything that a deletion would take away, twice, and store it.
  case takeSnapshot
  /// Carry a sealed command out.
  case carryOut(Command)
  /// Wait until what the admin does in a browser shows in Graph.
  case watch(Command)
  /// Look whether a command that was interrupted happened.
  case reconcile(Case.Unsettled)
  /// Compare the application with what a deletion took, entry by entry.
  case compare

  /// How long an admin's consent is watched for, in seconds; then somebody has to say so again.
  public static let longestWatchSeconds = 20 * 60
}

/// What came of a piece of work.
public enum WorkResult: Sendable {
  /// The tenant was read.
  case diagnosed(Diagnosis)
  /// Everything that a deletion would take away is stored in the ledger.
  case snapshot(Snapshot)
  /// How a command ended, and what proves it.
  case ended(CommandID, Outcome, proof: Proof)
  /// Which parts of the loss are back as a whole, and how many entries are back and missing.
  case compared(back: LossParts, entries: Int, missing: Int)
  /// How many entries a restore brought back, of which nobody had a list, and what that settles.
  case counted(back: LossParts, entries: Int)
  /// It could not be done; the case stands as before.
  case stopped(Hitch)
}

/// What proves how a command went: requests, times, counts, and whether they changed anything.
public struct Proof: Sendable, Hashable {
  /// Whether Regrant executed it, or only saw that it is so.
  public var source: JournalEntry.Source
  /// What journal and report say of it, a line each.
  public var lines: [String]

  /// What Regrant's own requests did.
  public static func executed(_ lines: [String]) -> Self { Self(source: .executed, lines: lines) }

  /// What was read, whoever brought it about.
  public static func observed(_ lines: [String]) -> Self { Self(source: .observed, lines: lines) }
}

/// Why a piece of work stopped.
public enum Hitch: Error, Sendable, Hashable {
  /// Graph said no, or could not be reached.
  case graph(GraphError)
  /// The command was not begun.
  case write(WriteRefusal)
  /// The journal could not be written or read.
  case unremembered(JournalError)
  /// The tenant changed between the first reading and the second.
  case changedMeanwhile
  /// The person stopped it.
  case cancelled
}

/// How far a piece of work is.
public struct WorkProgress: Sendable, Hashable {
  /// How many entries are settled, or rows read.
  public var done: Int
  /// How many there are in all, where that is known.
  public var total: Int?
  /// How many of those failed so far.
  public var failed = 0
  /// Why it waits now, and for how many seconds.
  public var waiting: Waiting?

  /// Progress by its counts.
  public init(done: Int, total: Int? = nil) { (self.done, self.total) = (done, total) }
}

/// What performs work in a tenant: Regrant's own hands, or a test's.
public protocol Hands: Sendable {
  /// Performs a piece of work, telling how far it is; cancelling the task stops it.
  func perform(
    _ work: Work, telling: @escaping @Sendable (WorkProgress) -> Void
  ) async -> WorkResult
}
