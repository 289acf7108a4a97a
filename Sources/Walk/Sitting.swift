import Foundation
public import Terminal

/// One person's time at the program, on screens or in lines.
public struct Sitting {
  private let wishes: Wishes
  private let surroundings: Surroundings

  /// A sitting, as wished, in a world.
  public init(_ wishes: Wishes, in surroundings: Surroundings) {
    (self.wishes, self.surroundings) = (wishes, surroundings)
  }

  /// Runs to its end.
  ///
  /// - Returns: the exit status; a signal ends the process instead.
  /// - Throws: ``TerminalError`` when there can be no screen; it says what to type.
  public func run() throws(TerminalError) -> Int32 {
    guard !isPlain else { return runInLines() }
    do throws(TerminalError) { return try runOnScreen() } catch {
      if case .dumb = error { return runInLines() }
      throw error
    }
  }

  private var isPlain: Bool {
    wishes.isPlain || surroundings.environment["TERM"] == "dumb"
      || !(surroundings.environment["ACCESSIBLE"] ?? "").isEmpty
  }

  private func runInLines() -> Int32 {
    guard let nudge = Nudge() else {
      Lines.write("The system has no pipe left.")
      return ExitStatus.somethingOpen
    }
    defer { nudge.close() }
    let session = Session(surroundings) { nudge.post() }
    return LinearSession(session, wokenBy: nudge, ascii: wishes.isASCII).run(wishes)
  }

  private func runOnScreen() throws(TerminalError) -> Int32 {
    let terminal = try CursesTerminal(options: options)
    let session = Session(surroundings) { Waker().wake() }
    var loop = Loop(terminal, session, wishes)
    let ending = loop.run(wishes)
    terminal.close()
    for line in session.end() { Lines.write(line) }
    switch ending {
    case .left(let byInterrupt): return byInterrupt ? ExitStatus.interrupted : ExitStatus.done
    case .signal(let number): terminal.leave(bySignal: number)
    }
  }

  private var options: CursesTerminal.Options {
    var options = CursesTerminal.Options()
    options.isASCII = wishes.isASCII
    options.color =
      switch wishes.color {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    return options
  }
}

/// What a sitting's end tells the caller.
enum ExitStatus {
  static let done: Int32 = 0
  static let somethingOpen: Int32 = 1
  static let interrupted: Int32 = 130
}
