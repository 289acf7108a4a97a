import Foundation

/// The project's own files, as git lists them.
struct Repository {
  /// The project's folder.
  let root: URL
  /// Files git follows, and new ones that it would.
  let files: [String]
  /// Files git follows.
  let tracked: [String]

  /// The repository this source file belongs to.
  static let current = Repository(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  init(root: URL) {
    self.root = root
    // A clone that belongs to somebody else is still read: nothing in it is run.
    let list = ["git", "-c", "safe.directory=*", "-C", root.path(), "ls-files", "-z", "--cached"]
    tracked = Self.names(list, in: root)
    files = Self.names(list + ["--others", "--exclude-standard"], in: root)
  }

  /// The Swift files below a folder.
  func swiftFiles(under folder: String) -> [SourceFile] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }.map {
      SourceFile(path: $0, text: text(of: $0) ?? "")
    }
  }

  /// A file's text; nil for what is not UTF-8.
  func text(of path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func names(_ command: [String], in root: URL) -> [String] {
    let listed = (try? Program.run(command))?.output.split(separator: "\0").map(String.init) ?? []
    return listed.filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path()) }
  }
}

/// A Swift file by its path from the project's folder.
struct SourceFile {
  let path: String
  let text: String

  /// The module a file in `Sources` belongs to.
  var module: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// The file's name without `.swift`.
  var name: String { String(path.split(separator: "/").last?.dropLast(6) ?? "") }
}

/// What a rule of the house objects to, and where.
struct Objection: Hashable, CustomStringConvertible {
  let path: String
  var line: Int?
  let why: String

  var description: String {
    line.map { "\(path):\($0): \(why)" } ?? "\(path): \(why)"
  }
}

extension [Objection] {
  /// All of them, one a line, for a failing test.
  var listed: String { map(\.description).joined(separator: "\n") }
}
