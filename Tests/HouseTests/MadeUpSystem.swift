import Foundation

/// A system whose programs only note that they were called, for `.ci/setup` to run on.
struct MadeUpSystem {
  /// What setting up ended with, said, and called.
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let did: [String]
  }

  var installed: [String]
  var without: Set<String> = []
  var userID = 0
  /// Programs that fail, or a program's subcommand.
  var failing: Set<String> = []
  var installsNothing = false
  var swift = "Swift version 6.3.1 (swift-6.3.1-RELEASE)"

  /// Runs `.ci/setup` with nothing in `PATH` but the made-up programs.
  func setUp(_ extra: [String] = []) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "regrant-setup-\(UUID().uuidString)")
    let programs = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write((installed + [""]).joined(separator: "\n"), to: "installed", in: folder)
    for (name, body) in scripts where !without.contains(name) {
      let failure = failing.contains(name) ? "exit 100\n" : ""
      try write("#!/bin/sh\n\(failure)\(body)\n", to: "bin/" + name, in: folder)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: programs.appending(path: name).path())
    }
    try FileManager.default.createSymbolicLink(
      atPath: programs.appending(path: "env").path(), withDestinationPath: "/usr/bin/env")

    let script = Repository.current.root.appending(path: ".ci/setup").path()
    let result = try Program.run(
      ["/bin/sh", script] + extra,
      environment: ["PATH": programs.path(), "FOLDER": folder.path()])
    let did = try? String(contentsOf: folder.appending(path: "did"), encoding: .utf8)
    return Outcome(
      status: result.status, output: result.output,
      did: (did ?? "").split(separator: "\n").map(String.init))
  }

  private var scripts: [String: String] {
    let note = "echo \"${0##*/} $*\" >>\"$FOLDER/did\""
    let update = failing.contains("apt-get update") ? "exit 100" : "exit 0"
    return [
      "swift": "echo '\(swift)'",
      "git": "exit 1",
      "clang": "while read -r line; do :; done",
      "id": "echo \(userID)",
      "sudo": "\(note)\nshift\nexec \"$@\"",
      "dpkg-query": """
      while read -r package; do
        for wanted in "$@"; do
          [ "$wanted" = "$package" ] && printf '%s:installed ' "$package"
        done
      done <"$FOLDER/installed"
      """,
      "apt-get": """
      \(note)
      [ "$1" = update ] && \(update)
      for word in "$@"; do
        \(installsNothing ? ":" : "echo \"$word\" >>\"$FOLDER/installed\"")
      done
      """,
    ]
  }

  private func write(_ text: String, to path: String, in folder: URL) throws {
    try text.write(to: folder.appending(path: path), atomically: false, encoding: .utf8)
  }
}
