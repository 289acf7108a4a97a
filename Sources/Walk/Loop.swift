import Cells
import Screens
import Terminal

/// The one loop: wait, take what came, react to each key, draw once.
///
/// It runs on the main thread, which alone touches the terminal.
struct Loop {
  /// How it ended.
  enum Ending: Sendable, Hashable {
    /// The person left; by Ctrl-C or not.
    case left(byInterrupt: Bool)
    /// A signal, or a line that ended.
    case signal(Int32)
  }

  let terminal: CursesTerminal
  let session: Session
  private let ringsBell: Bool
  private var isMouseOn: Bool
  private var shown: Session.Place?

  init(_ terminal: CursesTerminal, _ session: Session, _ wishes: Wishes) {
    (self.terminal, self.session, ringsBell) = (terminal, session, wishes.ringsBell)
    isMouseOn = wishes.isMouseOn && terminal.setMouse(true)
  }

  /// Shows home at once, reads the cases, and goes on until somebody leaves.
  mutating func run(_ wishes: Wishes) -> Ending {
    session.view.notice = terminal.notice
    draw()
    session.start(with: wishes.caseNumber)
    if wishes.connects { session.connect(forCase: wishes.caseNumber) }
    draw()
    defer { session.stop() }
    while true {
      let events = terminal.wait(until: session.searchDue)
      session.searchIfDue()
      if let ending = take(events) { return ending }
      draw()
    }
  }

  private mutating func take(_ events: [Event]) -> Ending? {
    for (index, event) in events.enumerated() {
      switch event {
      case .signal(let number): return .signal(number)
      case .hangup: return .signal(Self.hangUp)
      case .resize, .resumed: break
      case .wake:
        if session.receive(), ringsBell { terminal.bell() }
        if isOtherQuestion { return answered(after: index, in: events) }
      case .key(let key):
        guard isLegible || Self.isMeantBlindly(key) else { continue }
        if act(session.take(key, size: terminal.size)) {
          return .left(byInterrupt: key == .control("c"))
        }
        if isOtherQuestion { return answered(after: index, in: events) }
      }
    }
    return nil
  }

  /// Shows another question, and throws away what was typed before it could be read.
  private mutating func answered(after index: Int, in events: [Event]) -> Ending? {
    let rest = events[(index + 1)...]
    let count = rest.count { if case .key = $0 { true } else { false } }
    draw()
    let dropped = count + terminal.discardTypeAhead()
    if dropped > 0 {
      session.view.notice =
        "What was typed before this screen appeared was dropped (\(dropped) keys)."
    }
    return take(rest.filter { if case .key = $0 { false } else { true } })
  }

  private var isOtherQuestion: Bool { session.place(of: session.page) != shown }

  /// Brings about what only the terminal can; true when the person leaves.
  private mutating func act(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .leave: return true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .mouse:
        isMouseOn = terminal.setMouse(!isMouseOn)
        session.view.notice =
          isMouseOn ? "The mouse is taken; Shift and drag selects." : "The mouse is yours."
      case .copy(let text): session.view.notice = notice(of: terminal.copy(text))
      case .plain(let text):
        terminal.plainly {
          terminal.say(text)
          terminal.say("\nEnter goes back to Regrant.")
          terminal.waitForEnter()
        }
      }
    }
    return false
  }

  private func notice(of copy: Copy) -> String {
    switch copy {
    case .sent: "The terminal was asked to copy it. If it did not, p shows it alone."
    case .tooLong(let limit): "Longer than \(limit) bytes, which no terminal copies: use p."
    case .unsupported: "This terminal has no clipboard: p shows it alone."
    }
  }

  private mutating func draw() {
    let page = session.page
    let place = session.place(of: page)
    let layout = Layout(
      page, size: terminal.size, charset: terminal.isASCII ? .ascii : .utf8)
    terminal.draw(layout.frame, sweeping: place != shown)
    shown = place
  }

  /// Whether the page itself is on the screen, and not the request to enlarge it.
  private var isLegible: Bool {
    terminal.size.columns >= Layout.smallest.columns && terminal.size.rows >= Layout.smallest.rows
  }

  /// What is obeyed on a screen too small to show what it does.
  private static func isMeantBlindly(_ key: Key) -> Bool {
    ["c", "l", "z"].contains { key == .control($0) }
  }

  /// SIGHUP.
  private static let hangUp: Int32 = 1
}
