public import Entra
import Foundation
import GRDB
public import Remediation
public import Wording

/// A case as its journal makes it, and how far that got.
public struct Replayed: Sendable {
  /// The case after the last entry that counts.
  public let opened: Case
  /// Names, numbers and reasons, as last said.
  public let particulars: [Particular: ForeignText]
  /// The screen or step it was left on.
  public let place: String?
  /// Where the replay had to stop, and why; nil when it went through.
  ///
  /// To ask on from there, append ``JournalEntry/Content/setAside(from:)`` with its place.
  public let stop: Stop?

  /// An entry that could not be taken in; the case is as it was before it.
  public struct Stop: Sendable, Hashable {
    /// Its place in the case.
    public let at: Int
    /// The version of the rules that had accepted it.
    public let rules: Int
    /// Why it could not.
    public let reason: Reason
  }

  /// Why an entry could not be taken in.
  public enum Reason: Sendable, Hashable {
    /// Today's rules refuse what those of its time accepted.
    case refused(Input, because: Refusal)
    /// This program can't read it, perhaps because a newer one wrote it.
    case unreadable
    /// It is damaged, or was changed without rebuilding the chain.
    case broken
  }
}

extension CaseJournal {
  /// The case as its journal makes it; it orders nothing.
  ///
  /// - Throws: ``JournalError`` when the journal can't be read at all. What can be read is the last
  ///   good case, with the place and the reason of the stop.
  public func replay(as profile: ApplicationProfile = .nexeticBackup) throws(JournalError)
    -> Replayed
  {
    guard profile.appID == application else {
      throw .otherApplication(application.description)
    }
    return try store.read { database in try replay(as: profile, in: database) }
  }

  /// The same, telling of each entry that counts before it is taken in.
  func replay(
    as profile: ApplicationProfile, in database: Database,
    visit: (StoredEntry, JournalEntry.Content, _ before: Case) -> Void = { _, _, _ in }
  ) throws -> Replayed {
    var fold = Fold(Case(id: id, mode: mode, profile: profile))
    var previous = genesis
    var entries: [(entry: StoredEntry, isChained: Bool)] = []
    try forEach(in: database) { stored, before, hash in
      let made = Chain.link(after: previous, stored)
      entries.append((stored, before == previous && made == hash))
      previous = hash
    }
    fold.skipped = Fold.setAside(entries.filter(\.isChained).map(\.entry))
    for (entry, isChained) in entries { fold.take(entry, isChained: isChained, visit: visit) }
    return fold.result
  }
}

/// The fold of the entries, one by one.
private struct Fold {
  var opened: Case
  var skipped: Set<Int> = []
  var particulars: [Particular: ForeignText] = [:]
  var place: String?
  var stop: Replayed.Stop?

  init(_ opened: Case) { self.opened = opened }

  /// Inputs that don't count any more: from the one named up to the one that says so.
  static func setAside(_ entries: [StoredEntry]) -> Set<Int> {
    var skipped: Set<Int> = []
    var first = Int.max
    for entry in entries.reversed() {
      if entry.sequence >= first { skipped.insert(entry.sequence) }
      if entry.kind == "setAside", case .setAside(let named) = entry.content {
        first = min(first, named)
      }
    }
    return skipped
  }

  /// Takes in one entry; names and notes count wherever they stand, inputs only up to a stop.
  mutating func take(
    _ entry: StoredEntry, isChained: Bool,
    visit: (StoredEntry, JournalEntry.Content, _ before: Case) -> Void
  ) {
    let counts = stop == nil && !skipped.contains(entry.sequence)
    guard isChained else {
      if counts { halt(at: entry, .broken) }
      return
    }
    let content = entry.content
    let before = opened
    switch content {
    case .input(let input):
      guard counts else { return }
      do throws(Refusal) { _ = try opened.handle(input) } catch {
        return halt(at: entry, .refused(input, because: error))
      }
    case .particular(let particular, let text): particulars[particular] = text
    case .place(let place): if counts { self.place = place }
    case .note, .paste, .evidence, .outages, .exported, .setAside: break
    case .unreadable:
      if counts, EntryKind(entry.kind).isInput { halt(at: entry, .unreadable) }
      return
    }
    visit(entry, content, before)
  }

  private mutating func halt(at entry: StoredEntry, _ reason: Replayed.Reason) {
    stop = Replayed.Stop(at: entry.sequence, rules: entry.rules, reason: reason)
  }

  var result: Replayed {
    Replayed(opened: opened, particulars: particulars, place: place, stop: stop)
  }
}
