import Foundation
import GRDB

extension JournalStore {
  /// Opens a journal that may not be written, as it is now: what follows only reads.
  ///
  /// SQLite needs to write beside a journal of this kind even to read it, so a copy is read, in a
  /// folder of its own that is gone again when this returns.
  /// - Throws: ``JournalError``; writing to it is refused later as ``JournalError/readOnly(path:)``.
  public convenience init(reading folder: StateFolder) throws(JournalError) {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "regrant-\(UUID().uuidString)")
    let copy = place.appending(path: "cases.sqlite").path
    let queue: DatabaseQueue
    do {
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { JournalStore.remove(place) }
      for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: folder.file + ending)
      {
        try FileManager.default.copyItem(atPath: folder.file + ending, toPath: copy + ending)
      }
      try JournalFile.prepare(copy)
      var configuration = Configuration()
      configuration.readonly = true
      queue = try DatabaseQueue.inMemoryCopy(fromPath: copy, configuration: configuration)
      try queue.inDatabase { try Schema.check($0, path: folder.file) }
    } catch let error as CocoaError {
      throw .failed(code: error.errorCode, message: error.localizedDescription)
    } catch { throw JournalError(error, path: folder.file) }
    self.init(queue, in: folder, isWritable: false)
  }

  /// What can't be removed stays until the system clears its folder for such things.
  private static func remove(_ place: URL) {
    do { try FileManager.default.removeItem(at: place) } catch { return }
  }
}
