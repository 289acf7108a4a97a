import Journal
import Wording

extension Words {
  /// What a journal's error means, in the mishap's words; nil where those don't fit.
  func mishap(_ error: JournalError) -> Mishap? {
    switch error {
    case .readOnly, .unusable: .folderReadOnly
    case .newer: .journalNewer
    case .damaged: .journalDamaged(entry: 1)
    case .full: .diskFull
    case .locked(let pid): .caseHeld(process: Int(pid ?? 0))
    case .notAJournal, .busy, .noSuchCase, .noSuchList, .otherApplication, .tooLarge, .failed: nil
    }
  }

  /// What a journal's error means, in one line.
  func line(_ error: JournalError) -> String {
    if let mishap = mishap(error) { return line(trouble(with: mishap)) }
    return switch error {
    case .notAJournal(let path): "\(path) is no journal of Regrant's. It was left as it is."
    case .busy: "Another program keeps the journal busy. Nothing was taken; repeat it in a moment."
    case .noSuchCase: "There is no such case here."
    case .noSuchList: "The list is not in the journal any more. Give it again."
    case .otherApplication(let id): "This case is about another application: \(id)."
    case .tooLarge: "This is too long for one entry of the journal. Give the part that matters."
    case .failed(let code, _):
      "The journal could not be written (SQLite error \(code)). Nothing was taken."
    case .readOnly, .unusable, .newer, .damaged, .full, .locked: ""
    }
  }

  /// Where the file or folder is that an error speaks of.
  func place(of error: JournalError) -> String? {
    switch error {
    case .readOnly(let path), .unusable(let path, _), .notAJournal(let path), .full(let path): path
    case .damaged(let path, let detail): "\(path): \(detail)"
    case .newer(let version, let known): "version \(version), this program knows \(known)"
    case .busy, .locked, .noSuchCase, .noSuchList, .otherApplication, .tooLarge, .failed: nil
    }
  }

  /// Why a case could be opened only in part.
  func line(_ stop: Replayed.Stop) -> String {
    switch stop.reason {
    case .refused: line(trouble(with: .rulesChanged(entry: stop.at)))
    case .unreadable: line(trouble(with: .journalNewer))
    case .broken: line(trouble(with: .journalDamaged(entry: stop.at)))
    }
  }

  func line(_ trouble: Trouble) -> String {
    "\(trouble.happened) \(trouble.meaning) \(trouble.next)"
  }
}
