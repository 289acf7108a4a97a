import Cells
import Remediation
import Screens

/// The same walk in plain lines: for screen readers, serial lines and transcripts.
///
/// Nothing is drawn, nothing moves, and no escape sequence is written.
struct LinearSession {
  private let session: Session
  private let isASCII: Bool
  private var lines = Lines()
  private let nudge: Nudge
  /// A screen reader is told how far the work is no more often than this.
  private static let quiet = Duration.seconds(5)

  /// `nudge` is posted whenever a task of the session's has news.
  init(_ session: Session, wokenBy nudge: Nudge, ascii isASCII: Bool) {
    (self.session, self.nudge, self.isASCII) = (session, nudge, isASCII)
  }

  /// Asks and reads until somebody leaves or the input ends; the exit status.
  consuming func run(_ wishes: Wishes) -> Int32 {
    session.start(with: wishes.caseNumber)
    if wishes.connects { session.connect(forCase: wishes.caseNumber) }
    defer { session.stop() }
    var isLeaving = false
    show()
    awaitNews()
    while !isLeaving {
      let given = answer()
      switch given {
      case .end:
        Lines.write("The input has ended.")
        isLeaving = true
      case .tooLong:
        Lines.write("That line is longer than 1 MB and was not taken. Give a file's path instead.")
      case .text(let line):
        echo(line)
        isLeaving = act(session.take(line: line))
        if !isLeaving {
          show()
          awaitNews()
        }
      }
    }
    for line in session.end() { Lines.write(line) }
    return session.isSomethingOpen ? ExitStatus.somethingOpen : ExitStatus.done
  }

  /// Waits for the work under way, with a line of progress now and then, and shows what came of it.
  ///
  /// While an admin is watched, or somebody has to sign in, a line that is typed counts, too.
  private func awaitNews() {
    let clock = ContinuousClock()
    var said = clock.now
    while session.isWorking {
      let isOpenEnded = session.mayTakeLong
      if isOpenEnded, lines.isAnythingLeft { return }
      // A whole line was typed: there is nothing to wait for before asking.
      if session.searchDue != nil { session.searchDue = clock.now }
      session.searchIfDue()
      guard nudge.wait(watching: isOpenEnded ? 0 : nil) == .nudged else { return }
      let before = session.place(of: session.page)
      session.receive()
      if session.place(of: session.page) != before {
        show()
      } else if let line = session.lineOfProgress, said.duration(to: clock.now) > Self.quiet {
        Lines.write(line)
        said = clock.now
      }
    }
  }

  private func show() {
    Lines.write("")
    let page = session.page
    for line in PlainLayout(page, ascii: isASCII).lines { Lines.write(line) }
    let isWhole = session.view.problems.allSatisfy { page.blocks.contains(.text($0)) }
    if !isWhole { for problem in session.view.problems { Lines.write(problem) } }
    if takesLongText {
      Lines.write("A text may have several lines; end it with a line that holds only a full stop.")
    }
  }

  /// Whether a text of several lines is asked for.
  private var takesLongText: Bool {
    guard session.page.blocks.contains(where: { if case .field = $0 { true } else { false } })
    else { return false }
    if session.view.layer == .pasting { return true }
    guard case .walk(let opened) = session.room, session.view.layer == nil else { return false }
    switch opened.matter.prompt {
    case .symptom, .list: return true
    default: return false
    }
  }

  /// The next line, or all lines up to a full stop where a long text is asked for.
  private mutating func answer() -> Lines.Line {
    let first = lines.next()
    guard case .text(let line) = first, takesLongText, line != "." else { return first }
    switch PlainReply(to: session.page).answer(to: line) {
    case .action, .choice, .row, .refused: return first
    case .text, .unknown: break
    }
    var text = line
    while true {
      switch lines.next() {
      case .text("."), .end: return .text(text)
      case .text(let more): text += "\n" + more
      case .tooLong: return .tooLong
      }
    }
  }

  /// Says in words what a line was understood as.
  private func echo(_ line: String) {
    let page = session.page
    switch PlainReply(to: page).answer(to: line) {
    case .choice(let index):
      if let menu = page.menu, menu.choices.indices.contains(index) {
        Lines.write("Chosen: \(menu.choices[index].title)")
      }
    case .row(let index): Lines.write("Chosen: row \(index + 1)")
    case .action(let id):
      let label = page.actions.first { $0.id == id }?.label ?? KeyTable.binding(of: id)?.label
      Lines.write("Chosen: \(label ?? id.rawValue)")
    case .refused(let why): Lines.write("Not possible: \(why)")
    case .text, .unknown: break
    }
  }

  /// Brings about what lines can; true when the person leaves.
  private func act(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .leave: return true
      case .copy(let text), .plain(let text):
        Lines.write("To copy, line by line:")
        Lines.write(text)
        Lines.write("End of what is to be copied.")
      case .suspend, .redraw, .mouse: break
      }
    }
    return false
  }
}
