import Foundation

/// Why something could not be written to a standard stream.
enum StreamError: Error, Sendable, Hashable {
  /// Whoever was reading has left (EPIPE): no reason to complain.
  case closedByReader
  /// The system's error number.
  case failed(Int32)
}

/// Standard input, output and error: every byte of a command goes through here, and every write is
/// checked.
enum StandardStream {
  /// Makes writing to a closed pipe an error instead of an end, and keeps files away from 0, 1, 2.
  ///
  /// A descriptor that is closed would be given to the first file that is opened, and what is
  /// printed would land in it. In its place stands one that fails as a closed one does.
  static func guardAll() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether it is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether somebody can be asked: standard input and standard error are terminals.
  static var canAsk: Bool { isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO) }

  /// Writes a text to standard output, all of it.
  static func write(_ text: String) throws(StreamError) {
    try write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes lines to standard output.
  static func write(lines: [String]) throws(StreamError) {
    try write(lines.map { $0 + "\n" }.joined())
  }

  /// Writes bytes to a descriptor, all of them.
  static func write(_ bytes: some ContiguousBytes, to descriptor: Int32) throws(StreamError) {
    let number: Int32 = bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    if number == EPIPE { throw .closedByReader }
    if number != 0 { throw .failed(number) }
  }

  /// Says lines on standard error.
  ///
  /// If that is closed too, nobody is left to be told.
  static func complain(_ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    do throws(StreamError) { try write(Array(text.utf8), to: STDERR_FILENO) } catch { return }
  }

  /// Reads a descriptor to its end, at most `limit` bytes; nil when it holds more.
  static func read(_ descriptor: Int32, atMost limit: Int) throws(StreamError) -> Data? {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .failed(errno) }
      if count == 0 { return data }
      data.append(contentsOf: chunk[..<count])
      if data.count > limit { return nil }
    }
  }
}
