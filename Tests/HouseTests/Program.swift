import Foundation

/// Another program, run to its end.
enum Program {
  /// How a program ended, and what it wrote to standard output and standard error.
  struct Result {
    let status: Int32
    let output: String
  }

  /// Runs a program found in `PATH`, without standard input.
  static func run(
    _ arguments: [String], environment: [String: String]? = nil, in folder: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = environment ?? ProcessInfo.processInfo.environment
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
