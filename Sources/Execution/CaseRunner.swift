public import Entra
public import Journal
public import Remediation

/// The running case: it decides on a copy, remembers, adopts, and only then hands out commands.
///
/// It holds the case's lock until it is released, and is used by one thread.
public final class CaseRunner {
  /// The case, as the journal has it.
  public private(set) var opened: Case
  /// The sealed command under way; nil after an interruption, until ``Input/resumed(_:)``.
  public private(set) var command: Command?
  /// Since when the case waits for what it asks now, in milliseconds since 1970.
  public private(set) var since: Int
  /// When this case deleted the application, in milliseconds since 1970, if it did.
  public private(set) var deletedAt: Int?
  /// What this case has carried out.
  public private(set) var achievements = Achievements()
  /// What is remembered of it.
  public let journal: CaseJournal
  /// What the journal told when the case was opened again; nil for a new one.
  public let replayed: Replayed?

  private let lock: CaseLock
  /// What is known of the work that Regrant does by itself.
  var standing = OwnWork()
  /// The time, in milliseconds since 1970.
  public let now: () -> Int
  /// Entries that don't count any more, to be said with the next one that does.
  private var unsaid: [JournalEntry.Content] = []

  /// Begins a case; `now` is asked for milliseconds since 1970.
  ///
  /// - Throws: ``JournalError`` when nothing can be remembered; then there is no case.
  public init(
    beginning opened: Case, in store: JournalStore, now: @escaping () -> Int
  ) throws(JournalError) {
    lock = try CaseLock(opened.id, in: store)
    since = now()
    journal = try store.begin(opened, at: since)
    (self.opened, self.now, replayed) = (opened, now, nil)
  }

  /// Opens an unfinished case by its number, as far as its journal goes; nothing is performed.
  ///
  /// Where the replay had to stop (see ``replayed``), the case is the last good one; the next entry
  /// sets aside those that don't count.
  /// - Throws: ``JournalError/locked(pid:)`` while another instance has it.
  public init(
    opening number: Int, in store: JournalStore, as profile: ApplicationProfile,
    now: @escaping () -> Int
  ) throws(JournalError) {
    journal = try store.journal(number: number)
    lock = try CaseLock(journal.id, in: store)
    let replayed = try journal.replay(as: profile)
    opened = replayed.opened
    let summary = try store.summaries().first { $0.number == number }
    since = summary?.since ?? journal.openedAt
    (self.replayed, self.now) = (replayed, now)
    let entries = try journal.entries()
    deletedAt = Self.deletion(in: entries)
    for case .input(let input) in entries.map(\.content) { achievements.take(input) }
    if let stop = replayed.stop { unsaid = [.setAside(from: stop.at)] }
  }

  /// Takes an input in, and remembers on what it rests; returns the commands to perform.
  ///
  /// - Throws: ``Hindrance``; then nothing has changed and nothing was written.
  @discardableResult
  public func submit(
    _ input: Input, from source: JournalEntry.Source = .person
  ) throws(Hindrance) -> [Command] {
    var next = opened
    let commands: [Command]
    do throws(Refusal) { commands = try next.handle(input) } catch { throw .refused(error) }
    let at = now()
    let settled = try settlements(by: input, from: source, leaving: next)
    try append(.input(input), from: source, at: at, leaving: next, settling: settled)
    adopt(next, commands, after: input, at: at)
    return commands
  }

  /// Remembers something that no guard asks for: a note, a name, a paste, a place.
  ///
  /// An input is submitted.
  /// - Throws: ``Hindrance``; then nothing was written.
  public func remember(
    _ content: JournalEntry.Content, from source: JournalEntry.Source = .person
  ) throws(Hindrance) {
    switch content {
    case .input(let input): try submit(input, from: source)
    case .note, .particular, .place, .paste, .evidence, .outages, .exported:
      try append(content, from: source, at: now(), leaving: nil)
    // These say something about entries, which only this type knows.
    case .setAside, .unreadable: throw .refused(.outOfPlace)
    }
  }

  /// What the case's lists hold.
  public var ledger: Ledger { journal.ledger }

  /// Lets the command go that could not be brought to its end: it is looked at before anything else.
  func letGo() { command = nil }

  private func append(
    _ content: JournalEntry.Content, from source: JournalEntry.Source, at: Int,
    leaving next: Case?, settling settled: [RowSettlement] = []
  ) throws(Hindrance) {
    do throws(JournalError) {
      try journal.append(
        unsaid + [content], from: source, at: at, leaving: next, settling: settled)
    } catch { throw .unremembered(error) }
    unsaid = []
  }

  private func adopt(_ next: Case, _ commands: [Command], after input: Input, at: Int) {
    let before = opened
    opened = next
    standing.take(input)
    achievements.take(input)
    if let first = commands.first {
      command = first
    } else if !next.unsettled.contains(where: { $0.id == command?.id }) {
      command = nil
    }
    if before.prompt != next.prompt || before.phase != next.phase { since = at }
    guard case .deleteServicePrincipal? = Self.achieved(by: input, in: before) else { return }
    deletedAt = at
  }

  /// The order that an input says was carried out, whoever did it.
  static func achieved(by input: Input, in opened: Case) -> Order? {
    guard case .outcome(let id, let outcome) = input, isAchieved(outcome) else { return nil }
    return opened.unsettled.first { $0.id == id }?.order
  }

  private static func isAchieved(_ outcome: Outcome) -> Bool {
    outcome == .done || outcome == .alreadyDone
  }

  /// When the last deletion that a phrase ordered was said to have happened.
  private static func deletion(in entries: [JournalEntry]) -> Int? {
    var isOrdered = false
    var deletedAt: Int?
    for entry in entries {
      guard case .input(let input) = entry.content else { continue }
      switch input {
      case .answered(.phrase, .phrase): isOrdered = true
      case .outcome(_, let outcome):
        if isOrdered, isAchieved(outcome) { deletedAt = entry.at }
        isOrdered = false
      case .confirmed: isOrdered = false
      case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
        .snapshotCompleted, .listCompleted, .resumed, .settled, .verified, .closed:
        break
      }
    }
    return deletedAt
  }
}
