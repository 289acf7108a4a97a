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

  init(_ session: Session, ascii isASCII: Bool) {
    (self.session, self.isASCII) = (session, isASCII)
  }

  /// Asks and reads until somebody leaves or the input ends; the exit status.
  consuming func run(openingCase number: Int?) -> Int32 {
    session.start(with: number)
    var isLeaving = false
    show()
    while !isLeaving {
      let given = answer()
      switch given {
      case .end:
        Lines.write("The input has ended.")
        isLeaving = true
      case .tooLong:
        Lines.write("That line is longer than 1 MB and was not taken. Give a file's path instead.")
      case .text(let line):
        turnToField(for: line)
        fillStop(with: line)
        echo(line)
        isLeaving = act(session.take(line: line))
        if !isLeaving { show() }
      }
    }
    for line in session.farewell { Lines.write(line) }
    return session.isSomethingOpen ? ExitStatus.somethingOpen : ExitStatus.done
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

  /// Turns to the page's field when a line answers nothing else.
  private func turnToField(for line: String) {
    let page = session.page
    guard !page.isTyping, page.answerPrefix == nil, !line.isEmpty,
      PlainReply(to: page).answer(to: line) == .unknown
    else { return }
    for case .field(let field) in page.blocks {
      session.view.focus = field.id
      return
    }
  }

  /// On a typed warning, keeps what was typed: choosing to go on is a line of its own.
  private func fillStop(with line: String) {
    let page = session.page
    guard page.isStop, case .text(let phrase) = PlainReply(to: page).answer(to: line) else {
      return
    }
    session.view.line.clear()
    for character in phrase { _ = session.view.line.react(to: .character(character)) }
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
      case .suspend, .redraw, .mouse, .ring: break
      }
    }
    return false
  }
}
