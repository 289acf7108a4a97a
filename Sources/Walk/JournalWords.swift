import Journal
import Wording

extension Words {
  /// What a journal that can't be opened means, on the first screen.
  func mishap(_ error: JournalError) -> Mishap {
    switch error {
    case .newer: .journalNewer
    case .damaged: .journalDamaged(entry: 1)
    case .full: .diskFull
    case .locked(let pid): .caseHeld(process: Int(pid ?? 0))
    case .readOnly, .unusable: .folderReadOnly
    case .busy: .journalBusy
    case .notAJournal: .notAJournal
    case .noSuchCase, .noSuchList, .otherApplication, .tooLarge, .failed: .journalFailed
    }
  }

  /// What a journal's error means, in one line.
  func line(_ error: JournalError) -> String { error.walkSentences.joined(separator: " ") }

  /// Why a case could be opened only in part.
  func line(_ stop: Replayed.Stop) -> String {
    switch stop.reason {
    case .refused: line(trouble(with: .rulesChanged(entry: stop.at)))
    case .unreadable: line(trouble(with: .journalNewer))
    case .broken: line(trouble(with: .journalDamaged(entry: stop.at)))
    }
  }

  private func line(_ trouble: Trouble) -> String {
    "\(trouble.happened) \(trouble.meaning) \(trouble.next)"
  }
}
