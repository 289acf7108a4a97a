import CNcurses
import Cells
import Glibc

extension CursesTerminal {
  /// Sleeps until something happens, or until a moment, and hands out all that has happened.
  ///
  /// Empty only at the deadline. Without one, and with nothing happening, it never wakes up.
  public func wait(until deadline: ContinuousClock.Instant? = nil) -> [Event] {
    while true {
      let isIdle = kept.isEmpty && notes == Notes()
      let timeout = isIdle ? self.timeout(until: deadline) : 0
      let ready = Self.ready(of: [line.input, wake_descriptor()], milliseconds: timeout)
      if ready[1] { notes.take() }
      collect()
      if !kept.isEmpty {
        defer { kept = [] }
        return kept
      }
      if !ready.contains(true), let deadline, deadline <= .now { return [] }
    }
  }

  /// Throws away what was typed before now: it can't have been meant for what is shown now.
  ///
  /// Keys that a wait has handed out already are the caller's: the rest of its batch has to go, too.
  ///
  /// - Returns: how many keys that were.
  public func discardTypeAhead() -> Int {
    var dropped = reader.read().count
    // Half a sequence: its rest belongs to it, and is on its way or never comes.
    while let deadline = reader.deadline, !reader.isGone {
      let timeout = self.timeout(until: deadline)
      if Self.sleep(on: [line.input], milliseconds: timeout) {
        dropped += reader.read().count
      } else {
        dropped += reader.flush().count
      }
    }
    let before = kept.count
    kept.removeAll { if case .key = $0 { true } else { false } }
    return dropped + before - kept.count
  }

  /// Takes in what was noted and what the line has, in the order in which it matters.
  private func collect() {
    let taken = notes
    notes = Notes()
    kept += taken.leaving.map { .signal($0) }
    // Whoever is to leave doesn't come back first: in the background, that would stop us.
    if taken.leaving.isEmpty {
      if taken.isStopRequested {
        suspend()
        kept.append(.resumed)
      } else if taken.isContinued {
        comeBack()
        kept.append(.resumed)
      }
    }
    if taken.isResized {
      measure()
      kept.append(.resize(size))
    }
    if taken.isWoken { kept.append(.wake) }
    let keys = reader.read() + reader.flush()
    kept += keys.map { .key($0) }
    if reader.isGone { kept.append(.hangup) }
  }

  private func timeout(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let earliest = [deadline, reader.deadline].compactMap(\.self).min() else { return -1 }
    let left = ContinuousClock.now.duration(to: earliest).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    // Rounded up: waking a moment too early would mean waking twice.
    return Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// Whether one of the descriptors has something, after at most that long.
  static func sleep(on descriptors: [Int32], milliseconds: Int32) -> Bool {
    ready(of: descriptors, milliseconds: milliseconds).contains(true)
  }

  /// Which of the descriptors have something, after at most that long; all, when none can be asked.
  private static func ready(of descriptors: [Int32], milliseconds: Int32) -> [Bool] {
    var watched = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&watched, nfds_t(watched.count), milliseconds)
    return watched.map { count < 0 || $0.revents != 0 }
  }
}
