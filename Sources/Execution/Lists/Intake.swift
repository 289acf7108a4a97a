import Entra
public import Journal
import Remediation

/// Something given to a case: read and written beside it, and only then taken in.
///
/// Reading takes long where it is much, so it needs no case and may be done by any task.
public struct Intake: Sendable {
  /// What can be given.
  public enum Kind: Sendable, Hashable {
    /// Who is to be assigned.
    case list
    /// What a command printed.
    case output
  }

  private let kind: Kind
  private let given: String
  private let bytes: [UInt8]
  private let opened: Case
  private let ledger: Ledger
  private let at: Int

  init(
    _ kind: Kind, _ given: String, _ bytes: [UInt8], for opened: Case, in ledger: Ledger, at: Int
  ) {
    (self.kind, self.given, self.bytes) = (kind, given, bytes)
    (self.opened, self.ledger, self.at) = (opened, ledger, at)
  }

  /// Whether reading it takes so long that somebody would notice.
  public var isLarge: Bool { bytes.count > Self.mostBytesAtOnce }

  private static let mostBytesAtOnce = 50_000

  /// Reads it, and writes its rows where they count for nothing yet.
  ///
  /// `goingOn` is told how many rows of how many are written, and says whether it is still wanted.
  /// - Throws: ``IntakeFailure`` with everything that is wrong; then nothing was written.
  public func read(
    goingOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(IntakeFailure) -> Draft {
    switch kind {
    case .list:
      let list = try list()
      try admit(.listCompleted(list.principals.count))
      let entries = list.principals.map(\.entry)
      let number = try write(.assignees, entries, goingOn)
      let repeated = list.duplicates.count + list.moreDuplicates
      return Draft(.list(number, count: entries.count, repeated: repeated), entries)
    case .output:
      let output = PastedOutput.read(bytes, expecting: opened.profile.appID)
      guard case .complete(let contents) = output, isSnapshotAwaited else {
        return Draft(.output(bytes, output))
      }
      try admit(.snapshotCompleted(.awaited))
      let number = try write(.snapshot, contents.entries, goingOn)
      return Draft(.snapshot(number, of: contents.objectID), contents.entries)
    }
  }

  /// A line is typed; anything longer is a file, or was copied from one.
  private func list() throws(IntakeFailure) -> PrincipalList {
    do throws(ListRefusal) {
      let isTyped = bytes.elementsEqual(given.utf8) && !given.contains(where: \.isNewline)
      return try isTyped ? PrincipalCSV.typed(given) : PrincipalCSV.read(bytes)
    } catch { throw .list(error) }
  }

  private var isSnapshotAwaited: Bool {
    opened.unsettled.isEmpty && (opened.loss.snapshot == nil || !opened.loss.isOutstanding)
  }

  /// Refuses what the machine would refuse, before anything is written for it.
  private func admit(_ input: Input) throws(IntakeFailure) {
    if let refusal = opened.refusal(of: input) { throw .hindered(.refused(refusal)) }
  }

  /// Writes rows a page at a time, so that others get at the journal in between.
  private func write(
    _ purpose: LedgerList.Purpose, _ entries: [LedgerEntry], _ goingOn: (Int, Int) -> Bool
  ) throws(IntakeFailure) -> Int {
    do throws(JournalError) {
      let list = try ledger.begin(purpose, at: at).number
      var done = 0
      while done < entries.count {
        guard goingOn(done, entries.count) else {
          try ledger.discard(list)
          break
        }
        let page = entries[done..<min(done + Self.page, entries.count)]
        do throws(JournalError) { try ledger.add(page, to: list) } catch {
          try ledger.discard(list)
          throw error
        }
        done += page.count
      }
      if done == entries.count { return list }
    } catch { throw .hindered(.unremembered(error)) }
    throw .stopped
  }

  private static let page = 2_000
}

/// What was read and written, and waits to be taken into its case.
public struct Draft: Sendable {
  enum Content: Sendable {
    case list(Int, count: Int, repeated: Int)
    case snapshot(Int, of: ObjectID?)
    case output([UInt8], PastedOutput)
  }

  let content: Content
  /// The assignments that were written, so that nobody has to read them again.
  public let assignments: [LedgerRight]

  init(_ content: Content, _ entries: [LedgerEntry] = []) {
    self.content = content
    assignments = entries.filter { $0.part == .assignment }.map(LedgerRight.init)
  }

  /// The list that was written; nil where none was.
  public var list: Int? {
    switch content {
    case .list(let list, _, _), .snapshot(let list, _): list
    case .output: nil
    }
  }
}

extension Snapshot {
  /// Whether one is asked for doesn't depend on what it holds.
  static let awaited = Snapshot(
    id: 0, digest: "", assignments: 0, groups: 0, grants: 0, permissions: 0, owners: 0,
    isAssignmentRequired: false, properties: 0)
}
