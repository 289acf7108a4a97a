import Entra
import Foundation
import Journal
import Wording

extension Failure {
  /// What went wrong with the journal, in words.
  init(_ error: JournalError) {
    switch error {
    case .readOnly(let path): self.init(.noPermission, .folderReadOnly, detail: Self.name(path))
    case .unusable(let path, let number):
      self.init(
        .cannotCreate, "\(Self.name(path)) cannot be used: \(Self.text(of: number)).",
        "The tenant is not affected. Nothing was changed here.",
        "Make the folder usable, or set XDG_STATE_HOME to another.")
    case .newer(let version, let known):
      self.init(
        .badData, .journalNewer, detail: "It has version \(version); this program knows \(known).")
    case .damaged(let path, let detail):
      self.init(
        .badData, "The journal is damaged: \(Self.name(detail)).", Self.name(path),
        "The tenant is not affected. The file was left as it is.",
        "Move it away, or put a backup in its place.")
    case .notAJournal(let path):
      self.init(
        .badData, "\(Self.name(path)) is a database, and no journal of Regrant's.",
        "The file was left as it is.", "Move it away, or set XDG_STATE_HOME to another folder.")
    case .full(let path): self.init(.cannotWrite, .diskFull, detail: Self.name(path))
    case .busy:
      self.init(
        .tryAgain, "Another program keeps the journal locked.", "Nothing was changed.",
        "Try again in a moment.")
    case .locked(let process?): self.init(.tryAgain, .caseHeld(process: Int(process)))
    case .locked(nil):
      self.init(
        .tryAgain, "This case is open in another process.", "Nothing was changed here.",
        "Go on there, or close it there first.")
    case .noSuchCase:
      self.init(.noInput, "There is no such case.", "`regrant cases list` shows those there are.")
    case .noSuchList: self.init(.internalError, "The case has no such list.")
    case .otherApplication(let application):
      self.init(
        .badData, "The case is about another application: \(Self.name(application)).",
        "Open it with the program it was made with.")
    case .tooLarge(let bytes):
      self.init(.badData, "An entry of \(bytes) bytes is more than the journal takes.")
    case .failed(let code, let message):
      self.init(
        .internalError, "The database says: \(Self.name(message)) (\(code)).",
        "The tenant is not affected.")
    }
  }

  /// What went wrong with a case on its way, in words.
  init(_ error: TransferError) {
    switch error {
    case .tooLarge: self.init(.badData, .tooLarge(megabytes: Limit.fileBytes >> 20))
    case .notText(let place):
      self.init(.badData, .notText, detail: "The byte at \(place) belongs to no text.")
    case .tooDeep:
      self.init(.badData, "This is nested deeper than any case file.", Self.nothingTaken)
    case .notACase: self.init(.badData, "This is no case file of Regrant's.", Self.nothingTaken)
    case .newer(let version):
      self.init(
        .badData, "The case file was written by a newer version of Regrant (\(version)).",
        Self.nothingTaken, "Update Regrant.")
    case .unreadable(let part):
      self.init(.badData, "The case file cannot be read: \(Self.name(part)).", Self.nothingTaken)
    case .brokenChain(let entry):
      self.init(
        .badData, "The case file is damaged or was edited, from entry \(entry) on.",
        Self.nothingTaken, "Have it exported again.")
    case .alteredList(let list):
      self.init(
        .badData, "List \(list) of the case file is not as it was written.", Self.nothingTaken,
        "Have it exported again.")
    case .diverged(let number, let entry):
      self.init(
        .badData, "Case \(number) is the same case, and went another way from entry \(entry) on.",
        "Both stay as they are.", "Delete the one here, then import again, or go on with it.")
    case .operatingSystem(let path, let number):
      self.init(Self.code(of: number), path: path, number)
    case .journal(let error): self.init(error)
    }
  }

  /// What went wrong with a file, in words.
  init(_ code: ExitCode, path: String, _ number: Int32) {
    self.init(code, "\(Self.name(path)): \(Self.text(of: number)).")
  }

  /// The code for the system's error number.
  static func code(of number: Int32, creating isCreating: Bool = false) -> ExitCode {
    switch number {
    case EACCES, EPERM: .noPermission
    case ENOENT, ENOTDIR: isCreating ? .cannotCreate : .noInput
    case ENOSPC, EDQUOT, EIO: .cannotWrite
    default: isCreating ? .cannotCreate : .noInput
    }
  }

  /// A path or a message, with nothing in it that a terminal would obey.
  static func name(_ text: String) -> String { ForeignText(text).safe }

  private static let nothingTaken = "The tenant is not affected. Nothing was taken in."
}
