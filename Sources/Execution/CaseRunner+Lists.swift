public import Entra
import Journal
public import Remediation
public import Wording

/// What was taken in.
public enum Taken: Sendable, Hashable {
  /// Who is to be assigned: how many, and how many lines repeat another.
  case list(count: Int, repeated: Int)
  /// Everything a deletion would take away, and of which object.
  case snapshot(Snapshot, of: ObjectID?)
  /// What came back after a deletion, compared with what was there: entries back and missing.
  case comparison(back: Int, missing: Int)
  /// How a command ended, and which object it left, where its output names one.
  case outcome(Outcome, of: ObjectID?)
}

extension Taken {
  /// The object that it shows, where it shows one.
  public var object: ObjectID? {
    switch self {
    case .snapshot(_, let object), .outcome(_, let object): object
    case .list, .comparison: nil
    }
  }
}

extension CaseRunner {
  /// Reads who is to be assigned: typed, pasted, or from a file.
  ///
  /// - Throws: ``IntakeFailure`` with everything that is wrong; then nothing has changed.
  public func takeList(_ given: String) throws(IntakeFailure) -> Taken {
    let bytes = try bytes(of: given)
    let list: PrincipalList
    do throws(ListRefusal) {
      let isTyped = bytes.elementsEqual(given.utf8) && !given.contains(where: \.isNewline)
      list = try isTyped ? PrincipalCSV.typed(given) : PrincipalCSV.read(bytes)
    } catch { throw .list(error) }
    let count = list.principals.count
    try admit(.listCompleted(count))
    try write(.assignees, list.principals.map(\.entry))
    try take(.listCompleted(count))
    return .list(count: count, repeated: list.duplicates.count + list.moreDuplicates)
  }

  /// Takes the counts that an admin read out as the snapshot: nobody can be named from it.
  ///
  /// - Throws: ``IntakeFailure``; then nothing has changed.
  public func attestSnapshot(_ counts: ReadOutCounts) throws(IntakeFailure) -> Taken {
    try admit(.snapshotCompleted(Self.anySnapshot))
    do throws(Hindrance) {
      try remember(.note(Words(opened.profile).countsNote))
    } catch { throw .hindered(error) }
    return try completeSnapshot(counts.entries, of: nil, from: .person)
  }

  /// Reads what the admin's command printed, pasted or from a file.
  ///
  /// Before a deletion it is the snapshot; after one it is compared with that; while a command is
  /// under way it tells how that ended.
  /// - Throws: ``IntakeFailure`` with everything that is wrong; then nothing has changed.
  public func takeOutput(_ given: String) throws(IntakeFailure) -> Taken {
    let bytes = try bytes(of: given)
    let output = PastedOutput.read(bytes, expecting: opened.profile.appID)
    if let unsettled = opened.unsettled.first {
      if case .complete(let contents) = output, case .assignSnapshot = unsettled.order {
        return try compare(contents)
      }
      return try takeOutcome(bytes, of: unsettled)
    }
    switch output {
    case .incomplete(let shortcomings): throw .snapshot(shortcomings)
    case .complete(let contents):
      if opened.loss.snapshot != nil, opened.loss.isOutstanding {
        return try compare(contents)
      }
      return try completeSnapshot(contents.entries, of: contents.objectID, from: .pasted)
    }
  }

  private func completeSnapshot(
    _ entries: [LedgerEntry], of object: ObjectID?, from source: JournalEntry.Source
  ) throws(IntakeFailure) -> Taken {
    try admit(.snapshotCompleted(Self.anySnapshot))
    let list = try write(.snapshot, entries)
    let snapshot: Snapshot
    do throws(JournalError) { snapshot = try ledger.snapshot(list.number) } catch {
      throw .hindered(.unremembered(error))
    }
    try take(.snapshotCompleted(snapshot), from: source)
    return .snapshot(snapshot, of: object)
  }

  func bytes(of given: String) throws(IntakeFailure) -> [UInt8] {
    do throws(IncomingFile.Failure) { return try IncomingFile.bytes(of: given) } catch {
      throw .file(error)
    }
  }

  /// Refuses what the machine would refuse, before anything is written for it.
  func admit(_ input: Input) throws(IntakeFailure) {
    if let refusal = opened.refusal(of: input) { throw .hindered(.refused(refusal)) }
  }

  func take(
    _ input: Input, from source: JournalEntry.Source = .person
  ) throws(IntakeFailure) {
    do throws(Hindrance) { try submit(input, from: source) } catch { throw .hindered(error) }
  }

  @discardableResult
  func write(
    _ purpose: LedgerList.Purpose, _ entries: [LedgerEntry]
  ) throws(IntakeFailure) -> LedgerList {
    do throws(JournalError) { return try ledger.write(purpose, entries, at: now()) } catch {
      throw .hindered(.unremembered(error))
    }
  }

  /// Whether one is asked for now doesn't depend on what it holds.
  private static let anySnapshot = Snapshot(
    id: 0, digest: "", assignments: 0, groups: 0, grants: 0, permissions: 0, owners: 0,
    isAssignmentRequired: false, properties: 0)
}
