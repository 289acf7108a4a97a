import CNcurses

/// Ends the terminal's waiting from any task: something has been posted.
public struct Waker: Sendable {
  /// A waker of this process's terminal.
  public init() {}

  /// Makes the next ``CursesTerminal/wait(until:)``, or the present one, return ``Event/wake``.
  public func wake() { wake_post() }
}
