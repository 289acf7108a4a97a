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
  /// What was given, ready to be read: the text itself, or what is in the file that it names.
  ///
  /// - Throws: ``IntakeFailure`` when the file can't be read.
  public func intake(_ kind: Intake.Kind, of given: String) throws(IntakeFailure) -> Intake {
    Intake(kind, given, try bytes(of: given), for: opened, in: ledger, at: now())
  }

  /// Takes in what was read, as far as the case still asks for it.
  ///
  /// - Throws: ``IntakeFailure``; then nothing has changed.
  public func take(_ draft: Draft) throws(IntakeFailure) -> Taken {
    switch draft.content {
    case .list(let list, let count, let repeated):
      try admit(.listCompleted(count))
      try complete(list)
      try take(.listCompleted(count))
      return .list(count: count, repeated: repeated)
    case .snapshot(let list, let object):
      try admit(.snapshotCompleted(.awaited))
      try complete(list)
      return try takeSnapshot(list, of: object, from: .pasted)
    case .output(let bytes, let output): return try take(output, from: bytes)
    }
  }

  /// Reads who is to be assigned: typed, pasted, or from a file.
  ///
  /// - Throws: ``IntakeFailure`` with everything that is wrong; then nothing has changed.
  public func takeList(_ given: String) throws(IntakeFailure) -> Taken {
    try take(try intake(.list, of: given).read())
  }

  /// Takes the counts that an admin read out as the snapshot: nobody can be named from it.
  ///
  /// - Throws: ``IntakeFailure``; then nothing has changed.
  public func attestSnapshot(_ counts: ReadOutCounts) throws(IntakeFailure) -> Taken {
    try admit(.snapshotCompleted(.awaited))
    do throws(Hindrance) {
      try remember(.note(Words(opened.profile).countsNote))
    } catch { throw .hindered(error) }
    let list = try write(.snapshot, counts.entries).number
    return try takeSnapshot(list, of: nil, from: .person)
  }

  /// Reads what the admin's command printed, pasted or from a file.
  ///
  /// Before a deletion it is the snapshot; after one it is compared with that; while a command is
  /// under way it tells how that ended.
  /// - Throws: ``IntakeFailure`` with everything that is wrong; then nothing has changed.
  public func takeOutput(_ given: String) throws(IntakeFailure) -> Taken {
    try take(try intake(.output, of: given).read())
  }

  private func take(_ output: PastedOutput, from bytes: [UInt8]) throws(IntakeFailure) -> Taken {
    if let unsettled = opened.unsettled.first {
      if case .complete(let contents) = output, case .assignSnapshot = unsettled.order {
        return try compare(contents)
      }
      return try takeOutcome(bytes, of: unsettled)
    }
    switch output {
    case .incomplete(let shortcomings): throw .snapshot(shortcomings)
    case .complete(let contents):
      guard opened.loss.snapshot != nil, opened.loss.isOutstanding else {
        throw .hindered(.refused(.outOfPlace))
      }
      return try compare(contents)
    }
  }

  private func takeSnapshot(
    _ list: Int, of object: ObjectID?, from source: JournalEntry.Source
  ) throws(IntakeFailure) -> Taken {
    let snapshot: Snapshot
    do throws(JournalError) { snapshot = try ledger.snapshot(list) } catch {
      throw .hindered(.unremembered(error))
    }
    try take(.snapshotCompleted(snapshot), from: source)
    return .snapshot(snapshot, of: object)
  }

  private func complete(_ list: Int) throws(IntakeFailure) {
    do throws(JournalError) { _ = try ledger.complete(list) } catch {
      throw .hindered(.unremembered(error))
    }
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

  func write(
    _ purpose: LedgerList.Purpose, _ entries: [LedgerEntry]
  ) throws(IntakeFailure) -> LedgerList {
    do throws(JournalError) { return try ledger.write(purpose, entries, at: now()) } catch {
      throw .hindered(.unremembered(error))
    }
  }
}
