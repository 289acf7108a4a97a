import Entra
import Foundation
import Journal

extension Failure {
  /// What went wrong with the journal: its own words, and the code.
  init(_ error: JournalError) {
    let code: ExitCode =
      switch error {
      case .readOnly: .noPermission
      case .unusable: .cannotCreate
      case .newer, .damaged, .notAJournal, .otherApplication, .tooLarge: .badData
      case .full: .cannotWrite
      case .busy, .locked: .tryAgain
      case .noSuchCase: .noInput
      case .noSuchList, .failed: .internalError
      }
    self.init(code, lines: Self.harmless(error.sentences))
  }

  /// What went wrong with a case on its way: its own words, and the code.
  init(_ error: TransferError) {
    switch error {
    case .journal(let error): self.init(error)
    case .operatingSystem(_, let number):
      self.init(Self.code(of: number), lines: Self.harmless(error.sentences))
    case .tooLarge, .notText, .tooDeep, .notACase, .newer, .unreadable, .brokenChain,
      .alteredList, .diverged:
      self.init(.badData, lines: Self.harmless(error.sentences))
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

  /// Sentences that may hold a path.
  private static func harmless(_ sentences: [String]) -> [String] { sentences.map(name) }
}
