public import Entra
public import Foundation
import GRDB
import Remediation

/// A case on its way to a colleague's machine, whole.
public enum Transfer {
  /// What came of taking a case from a file.
  public enum Imported: Sendable, Hashable {
    /// It is new here, by this number.
    case new(number: Int)
    /// It was here; this many entries came after those.
    case continued(number: Int, entries: Int)
    /// It was here, as far as the file goes or further.
    case unchanged(number: Int)
  }

  /// The case as a file's bytes; that it was exported becomes its last entry.
  public static func export(_ journal: CaseJournal, at: Int) throws(TransferError) -> Data {
    let file: CaseFile
    do throws(JournalError) {
      try journal.append(.exported, at: at)
      file = try journal.file()
    } catch { throw .journal(error) }
    let data = file.written
    guard data.count <= Limit.fileBytes else { throw .tooLarge(bytes: data.count) }
    return data
  }

  /// Writes the case to a file, private, and in one step: whole or not at all.
  ///
  /// A file that is there is replaced only if that is asked for.
  public static func export(
    _ journal: CaseJournal, to path: String, replacing: Bool = false, at: Int
  ) throws(TransferError) {
    try WholeFile.write(try export(journal, at: at), to: path, replacing: replacing)
  }

  /// Takes a case from a file.
  public static func importCase(
    from path: String, into store: JournalStore, as profile: ApplicationProfile = .nexeticBackup
  ) throws(TransferError) -> Imported {
    try importCase(try WholeFile.read(path), into: store, as: profile)
  }

  /// Takes a case from a file's bytes.
  ///
  /// A case that is here already is refused unless the file continues it. What was ordered and has
  /// no outcome is unsettled here too: the hands look first.
  public static func importCase(
    _ data: Data, into store: JournalStore, as profile: ApplicationProfile = .nexeticBackup
  ) throws(TransferError) -> Imported {
    let file = try CaseFile.read(data)
    let checked = try file.checked()
    guard file.application == profile.appID else {
      throw .journal(.otherApplication(file.application.description))
    }
    do {
      let lock = try CaseLock(checked.id, in: store)
      defer { withExtendedLifetime(lock) {} }
      return try store.queue.write { database in
        try Arrival(file: file, checked: checked, store: store, profile: profile)
          .take(into: database)
      }
    } catch let error as TransferError { throw error } catch {
      throw .journal(JournalError(error, path: store.path))
    }
  }
}

extension CaseJournal {
  /// Everything the journal holds of the case.
  fileprivate func file() throws(JournalError) -> CaseFile {
    try store.read { database in
      var entries: [CaseFile.Entry] = []
      try forEach(in: database) { stored, _, hash in
        entries.append(CaseFile.Entry(stored: stored, hash: hash.description))
      }
      let lists = try ledger.lists(in: database).map { list in
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM rows WHERE list = ? ORDER BY row",
          arguments: [try ledger.key(of: list.number, in: database)])
        return CaseFile.List(list: list, rows: try rows.map { try LedgerRow($0) })
      }
      return CaseFile(
        id: id.description, mode: mode, application: application, openedAt: openedAt,
        head: try tail(in: database).head.description, entries: entries, lists: lists)
    }
  }
}
