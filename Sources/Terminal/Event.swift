public import Cells

/// What ended a wait.
public enum Event: Sendable, Hashable {
  /// A key, a paste, a mouse button.
  case key(Key)
  /// The window has this size now, and shows nothing of ours until the next frame.
  case resize(Size)
  /// Somebody posted something and called ``Waker/wake()``.
  case wake
  /// We were stopped and go on; the screen shows nothing of ours until the next frame.
  case resumed
  /// The terminal is gone; nobody will answer any more.
  case hangup
  /// SIGTERM, SIGHUP, SIGINT or SIGQUIT: leave, by ``CursesTerminal/leave(bySignal:)``.
  case signal(Int32)
}
