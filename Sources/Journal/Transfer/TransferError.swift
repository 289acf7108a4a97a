/// Why a case could not be written to a file or taken from one; the journal is as it was.
public enum TransferError: Error, Sendable, Hashable {
  /// The file is larger than ``Limit/fileBytes``.
  case tooLarge(bytes: Int)
  /// The file is no text: the first byte that isn't.
  case notText(at: Int)
  /// The file is nested deeper than ``Limit/nesting``.
  case tooDeep
  /// The file is no case: another kind of file, or not a file at all.
  case notACase
  /// A newer program wrote it; this one knows ``CaseFile/newest``.
  case newer(version: Int)
  /// It says it is a case, and this part of it can't be read.
  case unreadable(part: String)
  /// The first entry that is missing, damaged or changed.
  case brokenChain(at: Int)
  /// The rows of this list are not those that were written.
  case alteredList(Int)
  /// The same case is here, and went on in another way since it was exported.
  case diverged(number: Int, at: Int)
  /// The file can't be read or written: the system's error number.
  case operatingSystem(path: String, errno: Int32)
  /// The journal itself could not be read or written.
  case journal(JournalError)
}
