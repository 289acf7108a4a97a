import ArgumentParser
import Entra
import Foundation
import Walk

/// The program: without arguments the walk, with them a command.
@main
enum Regrant {
  /// Nothing is thrown out of here: that would end in a trap instead of an exit code.
  static func main() {
    StandardStream.guardAll()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The walk's first screen does not wait for a parser that has nothing to parse.
    let code = arguments.isEmpty ? Composition.walk(Wishes()) : run(arguments)
    exit(code.rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitCode {
    do {
      var command = try RegrantCommand.parseAsRoot(arguments)
      if var command = command as? any CodedCommand {
        return try command.perform()
      }
      try command.run()
      return .done
    } catch {
      return end(with: error, arguments)
    }
  }

  private static func end(with error: any Error, _ arguments: [String]) -> ExitCode {
    switch error {
    case let failure as Failure:
      StandardStream.complain(failure.lines)
      return failure.code
    case StreamError.closedByReader:
      // Somebody downstream has read enough: `regrant cases list | head -1`.
      return .done
    case StreamError.failed(let number):
      let failure = Failure(
        .cannotWrite, "The output cannot be written: \(Failure.text(of: number)).")
      StandardStream.complain(failure.lines)
      return failure.code
    default:
      return endParsing(with: error, arguments)
    }
  }

  /// What the parser says: help and the version are results, everything else is a complaint.
  private static func endParsing(with error: any Error, _ arguments: [String]) -> ExitCode {
    let message = RegrantCommand.fullMessage(for: error)
    guard RegrantCommand.exitCode(for: error).isSuccess else {
      // The parser repeats what it did not understand, and that may be anything.
      let lines = ForeignText(message).safeLines
      StandardStream.complain(lines + Suggestion.lines(for: arguments))
      return .usage
    }
    do throws(StreamError) {
      try StandardStream.write(message + "\n")
      return .done
    } catch { return end(with: error, arguments) }
  }
}

/// A command that ends with an exit code of its own.
protocol CodedCommand: ParsableCommand {
  /// Does it, and says how it ended.
  mutating func perform() throws -> ExitCode
}

extension CodedCommand {
  mutating func run() throws {
    _ = try perform()
  }
}
