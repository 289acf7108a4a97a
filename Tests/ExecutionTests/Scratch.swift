import Foundation
import Journal

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: StateFolder

  init() {
    folder = StateFolder(
      path: FileManager.default.temporaryDirectory.path + "/regrant-test-\(UUID().uuidString)")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }
}
