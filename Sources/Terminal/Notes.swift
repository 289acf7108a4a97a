import CNcurses
import Glibc

/// What signal handlers and wakers have dropped into the pipe.
struct Notes: Sendable, Hashable {
  var isWoken = false
  var isResized = false
  var isContinued = false
  var isStopRequested = false
  var leaving: [Int32] = []

  /// Adds what is in the pipe now; never waits.
  mutating func take() {
    let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = max(0, read(wake_descriptor(), buffer.baseAddress, buffer.count))
    }
    for byte in bytes {
      switch Int32(byte) {
      case 0:
        wake_answered()
        isWoken = true
      case SIGWINCH: isResized = true
      case SIGCONT: isContinued = true
      case SIGTSTP: isStopRequested = true
      case let number: leaving.append(number)
      }
    }
  }
}
