/// What can go wrong beside the tenant: files, journals, pastes.
public enum Mishap: Sendable, Hashable {
  /// Another Regrant holds the case.
  case caseHeld(process: Int)
  /// The journal was written by a newer Regrant.
  case journalNewer
  /// The journal is damaged, or was edited, from this entry on.
  case journalDamaged(entry: Int)
  /// Today's rules refuse an entry that older ones accepted.
  case rulesChanged(entry: Int)
  /// The disk is full.
  case diskFull
  /// The folder can't be written.
  case folderReadOnly
  /// Another program keeps the journal locked.
  case journalBusy
  /// The file is another program's database.
  case notAJournal
  /// The journal answers with an error that nobody foresaw.
  case journalFailed
  /// A paste or a file is larger than what is read.
  case tooLarge(megabytes: Int)
  /// A paste or a file holds no text.
  case notText
  /// Nothing was pasted.
  case empty
}

extension Words {
  /// What happened, what it means for the customer's tenant, and what comes next.
  public func trouble(with mishap: Mishap) -> Trouble {
    Trouble(happened: happened(mishap), meaning: meaning(mishap), next: next(mishap))
  }

  private func happened(_ mishap: Mishap) -> String {
    switch mishap {
    case .caseHeld(let process): "This case is open elsewhere, in process \(process)."
    case .journalNewer: "The journal was written by a newer version of Regrant."
    case .journalDamaged(let entry): "The journal is damaged or was edited, from entry \(entry) on."
    case .rulesChanged(let entry): "Today's rules do not accept entry \(entry) of this case."
    case .diskFull: "The disk is full."
    case .folderReadOnly: "The folder for cases cannot be written."
    case .journalBusy: "Another program keeps the journal locked."
    case .notAJournal: "The file with the name of the journal is another program's database."
    case .journalFailed: "The journal cannot be used."
    case .tooLarge(let megabytes): "This is larger than \(megabytes) MB."
    case .notText: "This is not text."
    case .empty: "There is nothing in it."
    }
  }

  private func meaning(_ mishap: Mishap) -> String {
    switch mishap {
    case .caseHeld: "The tenant is not affected. Nothing was changed here."
    case .journalNewer: "The tenant is not affected. The journal was left as it is."
    case .journalDamaged: "The tenant is not affected. What stands before is good."
    case .rulesChanged: "The tenant is not affected. The case opens at the entry before."
    case .diskFull: "The last input was not taken, and nothing was done in the tenant."
    case .folderReadOnly, .journalBusy, .journalFailed:
      "You can work, but nothing outlives this program: what is said is gone when it ends."
    case .notAJournal: "It was left as it is. You can work, but nothing outlives this program."
    case .tooLarge, .notText, .empty: "The tenant is not affected. Nothing was taken in."
    }
  }

  private func next(_ mishap: Mishap) -> String {
    switch mishap {
    case .caseHeld: "Go on there, or close it there first."
    case .journalNewer: "Update Regrant, or open the case where it was made."
    case .journalDamaged: "Export what is good, and open a new case."
    case .rulesChanged: "Look at the tenant, then answer what is asked."
    case .diskFull: "Free some space, then repeat the last input."
    case .folderReadOnly: "Make the folder writable, or set XDG_STATE_HOME to another."
    case .journalBusy: "Start again in a moment."
    case .notAJournal: "Move it away, or set XDG_STATE_HOME to another folder."
    case .journalFailed: "Start again, or set XDG_STATE_HOME to another folder."
    case .tooLarge: "Give the part that holds the error or the list."
    case .notText: "Give it as text, in UTF-8."
    case .empty: "Copy it again, then paste."
    }
  }
}
