import Foundation
import PseudoTerminal
import Testing

/// The built program, run to its end as scripts run it, with cases of its own.
final class Regrant {
  /// What `XDG_STATE_HOME` names.
  let state: URL
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "regrant-commands-\(UUID().uuidString)")
    state = folder.appending(path: "state")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// How a run ended, and what it wrote.
  struct Result {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// Where the output goes.
  enum Target {
    case file
    case path(String)
    case closedPipe
    case nowhere
  }

  /// The file that holds the cases.
  var journal: URL { state.appending(path: "regrant/cases.sqlite") }

  /// The program's path.
  static func program() throws -> String { try #require(builtProgram(named: "regrant")) }

  /// A path for a file of this test's.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file of this test's.
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file of this test's.
  func write(_ bytes: Data, to name: String) throws -> String {
    try bytes.write(to: folder.appending(path: name))
    return path(name)
  }

  /// Runs the program; files stand for its streams, so that nothing can wait for anything.
  func run(
    _ arguments: [String], input: Data = Data(), output target: Target = .file,
    environment: [String: String] = [:]
  ) throws -> Result {
    let program = try Self.program()
    if case .nowhere = target {
      // A shell can leave a descriptor closed; Foundation can't.
      let script = ["-c", "exec \"$0\" \"$@\" >&-", program]
      return try run("/bin/sh", script + arguments, input, target, environment)
    }
    return try run(program, arguments, input, target, environment)
  }

  /// What a shell shows for commands that are typed one after the other, prompts included.
  func shell(_ lines: [Substring]) throws -> String {
    var script = ["exec 2>&1", "regrant() { \(try Self.program()) \"$@\"; }", "last=0"]
    for line in lines {
      let quoted = line.replacing("'", with: "'\\''")
      script += [
        "printf '%s\\n' '\(quoted)'", "(exit $last)", String(line.dropFirst(2)), "last=$?",
      ]
    }
    return try run("/bin/sh", ["-c", script.joined(separator: "\n")], Data(), .file, [:]).output
  }

  private func run(
    _ program: String, _ arguments: [String], _ input: Data, _ target: Target,
    _ environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["XDG_STATE_HOME": state.path, "HOME": folder.path, "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: try write(input, to: "stdin")))
    process.standardOutput = try handle(for: target)
    process.standardError = try FileHandle(
      forWritingTo: URL(filePath: try write(Data(), to: "stderr")))
    try process.run()
    process.waitUntilExit()
    let hasSignal = process.terminationReason == .uncaughtSignal
    return Result(
      status: hasSignal ? 128 + process.terminationStatus : process.terminationStatus,
      output: try text("stdout"), complaints: try text("stderr"))
  }

  private func handle(for target: Target) throws -> FileHandle {
    let file = URL(filePath: try write(Data(), to: "stdout"))
    switch target {
    case .file, .nowhere: return try FileHandle(forWritingTo: file)
    case .path(let path): return try FileHandle(forWritingTo: URL(filePath: path))
    case .closedPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      return pipe.fileHandleForWriting
    }
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Takes the sample cases from their files: 1 waits, 2 is closed.
  func takeSamples() throws {
    for sample in [SampleCase.waiting, SampleCase.abandoned] {
      let result = try run(["cases", "import", "-"], input: Data(sample.utf8))
      try #require(result.status == 0, "\(result.complaints)")
    }
  }

  /// The output as JSON.
  func json(_ arguments: [String], input: Data = Data(), ending status: Int32 = 0) throws
    -> [String:
    Any]
  {
    let result = try run(arguments, input: input)
    try #require(result.status == status, "\(arguments): \(result.complaints)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }
}

extension String {
  /// What a terminal would obey, reorder or not show: empty for text that is harmless.
  var harmful: [String] {
    unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }
}
