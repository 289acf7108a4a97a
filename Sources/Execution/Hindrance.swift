public import Journal
public import Remediation

/// Why something said was not taken into a case; nothing changed.
public enum Hindrance: Error, Sendable, Hashable {
  /// The machine refuses it.
  case refused(Refusal)
  /// The journal could not remember it, so it does not count.
  case unremembered(JournalError)
}

/// Why a list, a snapshot or an output was not taken; nothing changed.
public enum IntakeFailure: Error, Sendable, Hashable {
  /// The file can't be read.
  case file(IncomingFile.Failure)
  /// The list has faults.
  case list(ListRefusal)
  /// The snapshot is not complete.
  case snapshot([Shortcoming])
  /// Nobody can tell from it how the command ended: its words, or none.
  case unclear([String])
  /// Nobody wanted it any more before it was read to its end.
  case stopped
  /// The machine or the journal does not take it.
  case hindered(Hindrance)
}
