import Foundation

/// A pipe by which a task ends the sleep of linear mode, which has no terminal to wake.
struct Nudge: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// A pipe; nil where the system has none left.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
  }

  /// Ends the present sleep, or the next one.
  func post() {
    var byte: UInt8 = 1
    // A full pipe wakes as well as one byte does.
    _ = write(writing, &byte, 1)
  }

  /// What ended a sleep.
  enum End: Sendable, Hashable {
    /// Something was posted.
    case nudged
    /// A line is coming in, or the input has ended.
    case input
  }

  /// Sleeps until something is posted, or something comes in where `input` is watched.
  func wait(watching input: Int32?) -> End {
    var watched = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    if let input { watched.append(pollfd(fd: input, events: Int16(POLLIN), revents: 0)) }
    while poll(&watched, nfds_t(watched.count), -1) < 0, errno == EINTR {}
    guard watched[0].revents != 0 else { return .input }
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
    return .nudged
  }

  /// Gives the pipe back.
  func close() {
    _ = Foundation.close(reading)
    _ = Foundation.close(writing)
  }
}
