import Glibc

/// A terminal line's settings, every field of them: what a program has to leave as it found it.
public struct LineSettings: Sendable, Hashable, CustomStringConvertible {
  /// Input flags.
  public let input: UInt32
  /// Output flags.
  public let output: UInt32
  /// Control flags.
  public let control: UInt32
  /// Local flags.
  public let local: UInt32
  /// Speeds in and out.
  public let speeds: [UInt32]
  /// Control characters.
  public let characters: [UInt8]

  init?(descriptor: Int32) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    (input, output) = (settings.c_iflag, settings.c_oflag)
    (control, local) = (settings.c_cflag, settings.c_lflag)
    speeds = [cfgetispeed(&settings), cfgetospeed(&settings)]
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Sets the flags of a line; the rest stays.
  func apply(to descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    (settings.c_iflag, settings.c_oflag) = (input, output)
    (settings.c_cflag, settings.c_lflag) = (control, local)
    tcsetattr(descriptor, TCSANOW, &settings)
  }

  /// Whether typed characters are shown by the line itself.
  public var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Whether input comes by lines.
  public var isCanonical: Bool { local & UInt32(ICANON) != 0 }

  /// The fields in octal, as stty prints them.
  public var description: String {
    let flags = [input, output, control, local].map { String($0, radix: 8) }
    return "\(flags) speeds \(speeds) characters \(characters)"
  }
}
