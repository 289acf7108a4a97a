import CNcurses
public import Cells
import Glibc

/// The terminal: frames out, keys in.
///
/// The only one to write to it while the screen is up. There is one in a process, used by one thread, which sleeps in ``wait(until:)``. However the
/// process ends, by itself, by a signal or by a trap, the terminal is left as it was found.
public final class CursesTerminal {
  /// The window's size, as of the last wait.
  public private(set) var size: Size
  /// Whether only ASCII can be drawn: asked for, or the locale's characters are not UTF-8.
  public let isASCII: Bool
  /// One sentence for the help page when this machine doesn't know the terminal by its name.
  public let notice: String?

  let description: Description
  var line: Line
  var reader: KeyReader
  var notes = Notes()
  /// What was read and not yet handed out.
  var kept: [Event] = []
  private let screen: OpaquePointer
  private let log: ErrorLog
  private var canvas: Canvas
  private var isMouseOn = false
  private var phase = Phase.up

  private enum Phase {
    case up
    case away
    case closed
  }

  /// Takes the terminal over; nothing has been changed when it throws.
  public init(options: Options = Options()) throws(TerminalError) {
    line = try Line(options.input)
    Environment.dropSize()
    isASCII = !Environment.adoptCharacters() || options.isASCII
    do throws(TerminalError) {
      description = try Description(of: line.output)
    } catch {
      line.release()
      throw error
    }
    let name = description.name
    notice = description.unknownName.map {
      "This machine doesn't know the terminal “\($0)”; it is used as \(name)."
    }
    size = line.size
    reader = KeyReader(line: line.input, escapeDelay: options.escapeDelay)
    log = ErrorLog(path: options.errorLog)
    // Before ncurses, which would take SIGINT, SIGTERM, SIGTSTP and SIGWINCH for itself.
    guard handlers_install() else {
      log.release()
      line.release()
      throw .refused("no pipe or no stack for signals")
    }
    Self.arm(line, description, log)
    guard let screen = curses_start(name, line.output, line.input) else {
      undo_disarm()
      line.restore()
      handlers_remove()
      log.release()
      line.release()
      throw .unknown(description.unknownName ?? name)
    }
    self.screen = screen
    raw()
    noecho()
    nonl()
    canvas = Canvas(palette: Palette(options.color), isASCII: isASCII)
    log.begin()
    switchModesOn()
    measure()
  }

  deinit { close() }

  /// Shows a frame, sending only what differs from the last one.
  ///
  /// - Parameters:
  ///   - frame: what to show.
  ///   - sweeping: whether much of it changes, so that it should appear at once.
  public func draw(_ frame: Frame, sweeping: Bool = false) {
    guard phase == .up else { return }
    let isWhole = (sweeping || canvas.isForgotten) && description.isXtermLike
    // ncurses writes to the line itself: what goes past it must be written, not buffered.
    if isWhole { line.write(Mode.frameBegins) }
    canvas.draw(frame)
    if isWhole { line.write(Mode.frameEnds) }
  }

  /// The next frame is sent whole, whatever the screen shows: Ctrl-L.
  public func redraw() { canvas.forget() }

  /// Takes clicks and the wheel, which takes selecting text away from the person; or gives it back.
  ///
  /// - Returns: whether the mouse is taken now; a terminal without a mouse never is.
  @discardableResult public func setMouse(_ isOn: Bool) -> Bool {
    isMouseOn = isOn && description.isXtermLike
    if phase == .up, description.isXtermLike {
      line.write(isMouseOn ? Mode.mouseOn : Mode.mouseOff)
    }
    return isMouseOn
  }

  /// Stops the job, as Ctrl-Z does, and returns when it goes on; the next frame is sent whole.
  public func suspend() {
    leaveScreen()
    stop_job()
    await_foreground(line.input)
    line.find()
    notes.take()
    notes.isContinued = false
    enterScreen()
  }

  /// Leaves the screen for the ordinary one while a closure speaks there, and comes back.
  ///
  /// Selecting text and its plain lines belong to the person meanwhile: see ``say(_:)`` and
  /// ``waitForEnter()``.
  public func plainly(_ body: () -> Void) {
    leaveScreen()
    body()
    enterScreen()
  }

  /// The terminal as it was found; calling it again changes nothing.
  public func close() {
    guard phase != .closed else { return }
    leaveScreen()
    phase = .closed
    curses_end(screen)
    handlers_remove()
    log.release()
    line.release()
  }

  /// Closes the terminal and ends the process by a signal, so that the caller sees the true cause.
  public func leave(bySignal number: Int32) -> Never {
    close()
    leave_by(number)
  }

  /// Comes back after somebody stopped us without asking and continued us.
  func comeBack() {
    guard phase == .up else { return }
    await_foreground(line.input)
    endwin()
    enterScreen()
  }

  /// Takes the window's size over; what it shows can't be relied on.
  func measure() {
    size = line.size
    resizeterm(Int32(size.rows), Int32(size.columns))
    canvas.forget()
  }

  private func leaveScreen() {
    guard phase == .up else { return }
    endwin()
    line.write(description.modesOff + description.sweep)
    line.restore()
    undo_disarm()
    phase = .away
    log.end()
  }

  private func enterScreen() {
    guard phase != .closed else { return }
    log.begin()
    Self.arm(line, description, log)
    phase = .up
    reset_prog_mode()
    switchModesOn()
    measure()
  }

  private func switchModesOn() {
    guard description.isXtermLike else { return }
    line.write(Mode.pasteOn + (isMouseOn ? Mode.mouseOn : ""))
  }

  private static func arm(_ line: Line, _ description: Description, _ log: ErrorLog) {
    var settings = line.found
    undo_arm(
      description.undo.map(CChar.init(bitPattern:)), description.undo.count, line.output,
      line.input, &settings, log.file, log.original)
  }
}
