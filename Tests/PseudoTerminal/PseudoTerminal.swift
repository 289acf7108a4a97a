import Glibc

/// A program running in a real terminal line, and the window a person would sit before.
///
/// Nothing sleeps: whoever waits says for what, and output is read until that holds. The deadline is
/// only ever reached by a failing test. Used by one thread.
public final class PseudoTerminal {
  /// An environment that is the same everywhere: xterm, UTF-8, no size, no colours asked for.
  public static let plainEnvironment: [String: String] = {
    var environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "HOME": "/nonexistent", "PS1": "$ ",
    ]
    // Without it, a program built to measure coverage leaves its figures where it stands.
    if let profile = getenv("LLVM_PROFILE_FILE") {
      environment["LLVM_PROFILE_FILE"] = String(cString: profile)
    }
    return environment
  }()

  /// How long anything may take, in seconds, before a test gives up.
  public static let patience = 60.0

  /// Everything the program wrote.
  public private(set) var received: [UInt8] = []
  /// When the last of it arrived.
  public private(set) var lastArrival = ContinuousClock.now
  /// What the terminal had to answer to the program's questions; empty if it asked none.
  public private(set) var replies: [UInt8] = []
  /// How the program ended; nil while it runs, as far as was read.
  public private(set) var ending: Ending?
  /// The line's settings before the program began.
  public let settingsBefore: LineSettings

  private let child: Child
  private let emulator: Emulator
  private var line: Int32
  private var isStopped = false
  private var isDrained = false

  /// Starts a program in a terminal of a size, with exactly this environment.
  public init(
    executable: String, arguments: [String] = [],
    environment: [String: String] = PseudoTerminal.plainEnvironment,
    columns: Int = 80, rows: Int = 24
  ) throws(PseudoTerminalFailure) {
    let (line, name) = try Self.openLine()
    self.line = line
    Self.setSize(of: line, columns: columns, rows: rows)
    guard let settings = LineSettings(descriptor: line),
      let emulator = Emulator(columns: columns, rows: rows)
    else {
      close(line)
      throw PseudoTerminalFailure("no terminal settings or no emulator")
    }
    (settingsBefore, self.emulator) = (settings, emulator)
    do throws(PseudoTerminalFailure) {
      child = try Child(
        executable: executable, arguments: arguments, environment: environment, terminal: name)
    } catch {
      close(line)
      throw error
    }
  }

  deinit {
    if ending == nil { kill(child.id, SIGKILL) }
    hangUp()
    close(child.news)
  }

  /// The window as far as output was read.
  public var screen: Screen { emulator.snapshot() }
  /// The line's settings now; nil after hanging up.
  public var settings: LineSettings? { LineSettings(descriptor: line) }
  /// The program's process.
  public var processID: Int32 { child.id }
  /// What the program has changed about the terminal and not changed back, in words.
  public var changes: [String] {
    let screen = self.screen
    return [
      (settings != settingsBefore, "the line's settings"),
      (screen.isAlternate, "the alternate screen"),
      (!screen.isCursorVisible, "the cursor is hidden"),
      (!screen.modes.isEmpty, "modes \(screen.modes.sorted())"),
      (!screen.title.isEmpty, "the title"),
      (!replies.isEmpty, "the terminal was asked, and its answers may come too late"),
    ].filter(\.0).map(\.1)
  }
  /// How many bytes the program wrote, as far as they were read.
  public var bytesReceived: Int { received.count }

  /// Types a text.
  public func send(_ text: String) throws(PseudoTerminalFailure) { try send(bytes: text.utf8) }

  /// Types bytes, reading meanwhile, so that no amount of either can block.
  public func send(bytes: some Sequence<UInt8>) throws(PseudoTerminalFailure) {
    var rest = Array(bytes)[...]
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(line, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0 && errno != EAGAIN && errno != EINTR {
        throw failure("nobody takes what is typed", #function)
      } else if !step(until: deadline, writing: true) {
        throw failure("\(rest.count) typed bytes were not read", #function)
      }
    }
  }

  /// Gives the window another size, and with it the line.
  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    Self.setSize(of: line, columns: columns, rows: rows)
  }

  /// Sends the program a signal, unless it has ended.
  public func signal(_ number: Int32) { if ending == nil { kill(child.id, number) } }

  /// Sets the line as a shell does for itself while a program is stopped.
  public func makeSane() { settingsBefore.apply(to: line) }

  /// Closes the window: the line is gone for the program.
  public func hangUp() {
    guard line >= 0 else { return }
    close(line)
    line = -1
  }

  /// Reads until the window is as a condition wants it.
  ///
  /// A frame that is held together (mode 2026) is shown when it is whole, as terminals do it.
  public func expect(
    _ what: String = "what was expected", within seconds: Double = PseudoTerminal.patience,
    file: String = #fileID, at number: Int = #line, _ isSo: (Screen) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try !Self.isWhole(screen, and: isSo) {
      if !step(until: deadline) {
        let how = ending.map { "the program ended (\($0))" } ?? "\(seconds) s went by"
        throw failure("\(how) without \(what)", "\(file):\(number)")
      }
    }
  }

  private static func isWhole(_ screen: Screen, and isSo: (Screen) throws -> Bool) rethrows -> Bool
  {
    let beingDrawn = 2026
    return try !screen.modes.contains(beingDrawn) && isSo(screen)
  }

  /// Reads until some row holds a text.
  public func expect(
    _ text: String, within seconds: Double = PseudoTerminal.patience, file: String = #fileID,
    at number: Int = #line
  ) throws {
    try expect("“\(text)”", within: seconds, file: file, at: number) { $0.shows(text) }
  }

  /// Reads until the program has been stopped by a signal.
  public func waitForStop(file: String = #fileID, at number: Int = #line)
    throws(PseudoTerminalFailure)
  {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while !isStopped {
      if !step(until: deadline) { throw failure("it didn't stop", "\(file):\(number)") }
    }
  }

  /// Reads until the program has ended and its last byte has arrived.
  @discardableResult public func wait(
    within seconds: Double = PseudoTerminal.patience, file: String = #fileID, at number: Int = #line
  ) throws(PseudoTerminalFailure) -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let ending, line < 0 || isDrained || !canRead() { return ending }
      if !step(until: deadline), ending == nil {
        throw failure("it still runs after \(seconds) s", "\(file):\(number)")
      }
    }
  }

  /// Waits for the next piece of output or news, and takes it in.
  ///
  /// - Returns: false when the time is over or nothing can come any more.
  @discardableResult public func step(until deadline: ContinuousClock.Instant) -> Bool {
    step(until: deadline, writing: false)
  }

  private func step(until deadline: ContinuousClock.Instant, writing: Bool) -> Bool {
    if ending != nil && (line < 0 || isDrained) { return false }
    let open = !isDrained && line >= 0
    let events = Int16(writing ? POLLIN | POLLOUT : POLLIN)
    var watched = [
      pollfd(fd: open ? line : -1, events: events, revents: 0),
      pollfd(fd: ending == nil ? child.news : -1, events: Int16(POLLIN), revents: 0),
    ]
    let left = ContinuousClock.now.duration(to: deadline)
    let milliseconds =
      left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    guard milliseconds >= 0 else { return false }
    // Once it has ended, what it wrote is there already; what others hold open is not waited for.
    let timeout = ending == nil ? Int32(clamping: milliseconds) : 0
    guard poll(&watched, 2, timeout) > 0 else { return false }
    if watched[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { readLine() }
    if watched[1].revents != 0 { readNews() }
    return true
  }

  private func canRead() -> Bool {
    var watched = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  private func readLine() {
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(line, buffer.baseAddress, buffer.count))
    }
    guard !bytes.isEmpty else {
      if errno != EAGAIN && errno != EINTR { isDrained = true }
      return
    }
    lastArrival = .now
    received += bytes
    emulator.feed(bytes)
    let answers = emulator.takeReplies()
    replies += answers
    if !answers.isEmpty { _ = answers.withUnsafeBytes { write(line, $0.baseAddress, $0.count) } }
  }

  private func readNews() {
    var bits: Int32 = 0
    guard read(child.news, &bits, MemoryLayout<Int32>.size) == MemoryLayout<Int32>.size else {
      return
    }
    let status = WaitStatus(bits)
    isStopped = status.isStop
    ending = status.ending
  }

  private func failure(_ problem: String, _ place: String) -> PseudoTerminalFailure {
    PseudoTerminalFailure(problem, at: place, screen: screen, received: received)
  }

  /// A new line: our end, which no child inherits, and the name of the other.
  private static func openLine() throws(PseudoTerminalFailure) -> (Int32, String) {
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK, a macro that Swift doesn't import
    let number: UInt = 0x8004_5430  // TIOCGPTN
    let line = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var (no, index): (Int32, Int32) = (0, 0)
    guard line >= 0, ioctl(line, unlock, &no) == 0, ioctl(line, number, &index) == 0 else {
      if line >= 0 { close(line) }
      throw PseudoTerminalFailure("no pseudo terminal: \(String(cString: strerror(errno)))")
    }
    return (line, "/dev/pts/\(index)")
  }

  private static func setSize(of line: Int32, columns: Int, rows: Int) {
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(line, UInt(TIOCSWINSZ), &size)
  }
}
