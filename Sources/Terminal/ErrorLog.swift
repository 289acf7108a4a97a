import CNcurses
import Glibc

/// Standard error while the screen is up: a file, whose end is repeated when the screen is gone.
///
/// A library's warning never lands in the middle of the screen, and a trap's message is not lost
/// with it. Where standard error is a file already, it stays that file.
struct ErrorLog {
  /// The file; negative when nothing is to be kept.
  let file: Int32
  /// Standard error as it was.
  let original: Int32

  init(path: String?) {
    guard isatty(STDERR_FILENO) == 1 else {
      (file, original) = (-1, -1)
      return
    }
    let opened = log_open(path)
    // A folder that takes no file must not cost the screen: memory will do.
    file = opened < 0 ? log_open(nil) : opened
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
  }

  /// From here on standard error is the file.
  func begin() { if file >= 0 && original >= 0 { dup2(file, STDERR_FILENO) } }

  /// Standard error is what it was; what was written meanwhile is repeated there.
  func end() {
    guard file >= 0 && original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    log_replay(file, original)
  }

  func release() {
    if file >= 0 { close(file) }
    if original >= 0 { close(original) }
  }
}
