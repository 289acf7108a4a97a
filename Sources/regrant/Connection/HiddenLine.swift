import Foundation

/// A line that is typed or pasted on a terminal and not shown.
enum HiddenLine {
  /// More than this is no secret.
  static let maximumBytes = 64 << 10

  /// Asks for it; the terminal is left as it was found.
  ///
  /// Keys come one by one, so that Ctrl-C ends here and not with the echo still off, and so that a
  /// token longer than a terminal's line arrives whole.
  static func asked(_ name: String) throws(Failure) -> String {
    var original = termios()
    guard tcgetattr(STDIN_FILENO, &original) == 0 else {
      throw Failure(.unavailable, "The terminal cannot be used.")
    }
    var quiet = original
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0 else {
      throw Failure(.unavailable, "The terminal cannot be used.")
    }
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
      StandardStream.complain([""])
    }
    StandardStream.complain(["\(name) (not shown; end with Return):"])
    let bytes = try typed()
    guard !bytes.isEmpty else { throw Failure(.usage, "Nothing was typed.") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func typed() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < maximumBytes {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != interrupt else { throw Failure(.interrupted, "Left.") }
      if ends.contains(byte) { break }
      if erasers.contains(byte) {
        _ = bytes.popLast()
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static let interrupt: UInt8 = 3
  /// Return in both forms, Ctrl-D.
  private static let ends: Set<UInt8> = [10, 13, 4]
  private static let erasers: Set<UInt8> = [8, 127]
}
