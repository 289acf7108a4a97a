import Cells
import Glibc
import Terminal

/// An error that nobody catches.
struct Mishap: Error {}

/// A list of 18 rows, the last key, and counts of what else happened.
struct Probe {
  private(set) var selected = 0
  private(set) var presses = 0
  private(set) var mishap: Mishap?
  private var last = "none"
  private var note = "ready"
  private var isLeaving = false
  private var isSweeping = true
  private var batch: [Event] = []

  /// The next thing that happened; a frame is drawn once all that came together has been seen.
  mutating func next(_ terminal: CursesTerminal) -> Event? {
    while batch.isEmpty && !isLeaving {
      terminal.draw(frame(terminal), sweeping: isSweeping)
      isSweeping = false
      batch = terminal.wait()
    }
    return isLeaving ? nil : batch.removeFirst()
  }

  mutating func react(to event: Event, _ terminal: CursesTerminal) {
    switch event {
    case .key(let key): press(key, terminal)
    case .resize(let size): note = "resized to \(size.columns)x\(size.rows)"
    case .wake: note = "woken"
    case .resumed: note = "resumed"
    case .hangup: terminal.leave(bySignal: SIGHUP)
    case .signal(let number): terminal.leave(bySignal: number)
    }
  }

  private mutating func press(_ key: Key, _ terminal: CursesTerminal) {
    presses += 1
    last = Self.spelled(key)
    switch key {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(17, selected + 1)
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redraw()
    case .character(let letter): act(on: letter, terminal)
    default: break
    }
  }

  private mutating func act(on letter: Character, _ terminal: CursesTerminal) {
    switch letter {
    case "q": isLeaving = true
    case "f": fatalError("a trap on purpose")
    case "F": Task.detached { fatalError("a trap on purpose") }
    case "e": exit(3)
    case "t": (isLeaving, mishap) = (true, Mishap())
    case "i": selected = [0, 1, 2][presses + 2]
    case "a": abort()
    case "o": selected = Self.overflow(presses)
    case "k": raise(SIGSEGV)
    case "x":
      Self.complain("a library's warning")
      note = "warned"
    case "w":
      note = "asleep"
      Task.detached { for _ in 0..<1000 { Waker().wake() } }
    case "m": note = terminal.setMouse(true) ? "mouse" : "no mouse"
    case "M": note = terminal.setMouse(false) ? "mouse" : "no mouse"
    case "y": note = "\(terminal.copy("to the clipboard"))"
    case "T": terminal.setTitle("a \u{1b}title\u{07}")
    case "b": terminal.bell()
    case "d": note = "dropped \(dropTypeAhead(terminal))"
    case "p":
      terminal.plainly {
        terminal.say("plain text, alone")
        terminal.waitForEnter()
      }
      note = "back"
    default: break
    }
  }

  /// Writes to standard error as libraries do, who don't ask.
  static func complain(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private mutating func dropTypeAhead(_ terminal: CursesTerminal) -> Int {
    defer { batch = [] }
    return batch.count + terminal.discardTypeAhead()
  }

  private static func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) + 1 }
}

extension Probe {
  private func frame(_ terminal: CursesTerminal) -> Frame {
    let size = terminal.size
    var frame = Frame(size: size)
    guard size.columns >= 60, size.rows >= 24 else {
      Self.put("\(size.columns)x\(size.rows)", row: 0, .plain, &frame)
      return frame
    }
    Self.put("Probe \(size.columns)x\(size.rows)", row: 0, Style(.heading), &frame)
    for row in 0..<18 {
      let text = "\(row == selected ? ">" : " ") row \(row) of a list that is made up"
      Self.put(text, row: row + 2, Style(.text, row == selected ? .bold : []), &frame)
    }
    Self.putOddities(&frame)
    let rule = String(repeating: terminal.isASCII ? "-" : "─", count: size.columns)
    Self.put(rule, row: 20, Style(.rule), &frame)
    Self.put("last: \(last) (\(presses))", row: 21, .plain, &frame)
    Self.put("note: \(note)", row: 22, .plain, &frame)
    for (index, role) in Style.Role.allCases.enumerated() {
      Self.put(role.rawValue, row: index + 2, column: 45, Style(role), &frame)
    }
    if let notice = terminal.notice { Self.put(notice, row: 23, .plain, &frame) }
    frame.cursor = Position(row: selected + 2, column: 0)
    return frame
  }

  private static func put(
    _ text: String, row: Int, column: Int = 0, _ style: Style, _ frame: inout Frame
  ) {
    for (index, character) in text.enumerated() {
      frame[Position(row: row, column: column + index)] = Cell(String(character), style)
    }
  }

  /// Cells as they should be, wide and with marks, and as no measuring would have made them.
  private static func putOddities(_ frame: inout Frame) {
    let cells = ["漢", "", "e\u{301}", "|", "漢", "\u{1b}", "\u{9b}", "\u{202e}", "", "x", "", "|"]
    for (index, text) in cells.enumerated() {
      frame[Position(row: 1, column: index)] = Cell(text)
    }
  }

  private static func spelled(_ key: Key) -> String {
    switch key {
    case .paste(let text): "paste of \(text.count)"
    case .pasteTooLong(let count): "paste too long, \(count)"
    default: "\(key)"
    }
  }
}
