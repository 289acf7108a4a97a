import CNcurses
import Cells
import Glibc

/// The terminal's line: where keys come from, where bytes go, and how it was set when we came.
struct Line {
  let input: Int32
  let output: Int32
  /// The line's settings as found.
  private(set) var found: termios
  private let ownsInput: Bool

  /// Finds the terminal's two ends.
  init(_ wanted: CursesTerminal.Options.Input) throws(TerminalError) {
    output = STDOUT_FILENO
    guard isatty(output) == 1 else { throw .notATerminal }
    if wanted == .automatic, isatty(STDIN_FILENO) == 1 {
      (input, ownsInput) = (STDIN_FILENO, false)
    } else {
      input = open("/dev/tty", O_RDWR | O_CLOEXEC)
      ownsInput = true
      guard input >= 0 else { throw .notATerminal }
    }
    found = termios()
    guard tcgetattr(input, &found) == 0 else {
      if ownsInput { close(input) }
      throw .notATerminal
    }
  }

  /// Remembers the settings as they are now, which may have been changed while we were stopped.
  mutating func find() { tcgetattr(input, &found) }

  /// Puts the settings back as found, without waiting for a terminal that takes nothing.
  func restore() {
    var settings = found
    tcsetattr(input, TCSANOW, &settings)
  }

  /// Gives back what was opened.
  func release() { if ownsInput { close(input) } }

  /// The terminal's size now; lines that don't know theirs are taken for 80x24.
  var size: Size {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return .design
    }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Writes past ncurses, all of it, as far as the terminal still takes anything.
  func write(_ bytes: some Sequence<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var full = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        guard poll(&full, 1, 500) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }

  func write(_ text: String) { write(text.utf8) }
}
