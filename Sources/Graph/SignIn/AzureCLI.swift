import Entra
import Subprocess

/// How another program ended, and what it said; it may hold a token, and says nothing when printed.
public struct ToolOutcome: Sendable, CustomStringConvertible, CustomReflectable {
  /// Its exit status; `nil` when a signal ended it.
  public let status: Int?
  /// What it printed on standard output.
  public let output: String
  /// What it printed on standard error.
  public let complaint: String

  /// An outcome by its parts.
  public init(status: Int?, output: String, complaint: String) {
    (self.status, self.output, self.complaint) = (status, output, complaint)
  }

  /// The status alone.
  public var description: String { "(az ended: \(status.map(String.init) ?? "by a signal"))" }

  /// The status alone.
  public var customMirror: Mirror { Mirror(self, children: ["status": status as Any]) }
}

/// Azure CLI, found on the path.
public enum AzureCLI {
  /// What is read of each of its streams, in bytes; a token takes a few thousand.
  private static let bytesRead = 256 << 10
  /// How long it may take, in seconds; it asks the network itself.
  private static let secondsAllowed = 60

  /// Runs it with nothing to read, and ends it when the task is cancelled.
  public static func run(_ arguments: [String]) async throws(TokenError) -> ToolOutcome {
    try await run(arguments, program: "az")
  }

  static func run(
    _ arguments: [String], program: String
  ) async throws(TokenError) -> ToolOutcome {
    do {
      return try await withThrowingTaskGroup(of: ToolOutcome?.self) { group in
        group.addTask { try await outcome(arguments, program) }
        group.addTask {
          try await Task.sleep(for: .seconds(secondsAllowed))
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let outcome = first else {
          throw TokenError.refused(
            SignInRefusal(.toolFailed, "az did not end within \(secondsAllowed) seconds."))
        }
        return outcome
      }
    } catch let error as TokenError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .refused(SignInRefusal(.toolMissing))
    } catch {
      throw Task.isCancelled
        ? .cancelled : .refused(SignInRefusal(.toolFailed, "az cannot be run."))
    }
  }

  private static func outcome(_ arguments: [String], _ program: String) async throws -> ToolOutcome
  {
    let result = try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), input: .none,
      output: .string(limit: bytesRead), error: .string(limit: bytesRead))
    let status: Int? =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled: nil
      }
    return ToolOutcome(
      status: status, output: result.standardOutput, complaint: result.standardError)
  }
}
