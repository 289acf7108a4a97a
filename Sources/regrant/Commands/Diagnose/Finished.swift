import Foundation
import Synchronization

/// Work that takes its time, run to its end by a command that has nothing else to do.
enum Finished {
  /// Waits for what `work` comes to.
  static func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let outcome = Outcome<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do throws(Failure) { outcome.set(.success(try await work())) } catch {
        outcome.set(.failure(error))
      }
      done.signal()
    }
    done.wait()
    return try outcome.value.get()
  }

  private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, Failure>>(
      .failure(Failure(.internalError, "The work ended without a result.")))

    func set(_ result: Result<Value, Failure>) { self.result.withLock { $0 = result } }

    var value: Result<Value, Failure> { result.withLock { $0 } }
  }
}
