import Cells
import Entra
import Remediation
import Screens
import Testing
import Wording

/// A session without a terminal, a disk or a clock: what the real one does, in process.
struct Player {
  var room: Room
  var view = View()
  var size = Size.design
  /// Everything that was ordered, in order.
  private(set) var orders: [Order] = []
  /// How many requests of each kind that only a real session can do.
  private(set) var others: [Request] = []

  static let now = Moment(seconds: 1_780_000_000)

  init() {
    room = .home(Home(cases: [], now: Self.now, profile: .nexeticBackup))
  }

  var page: Page { Desk.page(room, view) }
  var frame: Frame { Layout(page, size: size, charset: .utf8).frame }

  /// The screen, as a person reads it.
  var text: String { (0..<size.rows).map { frame.text(row: $0) }.joined(separator: "\n") }

  var opened: Opened? { if case .walk(let opened) = room { opened } else { nil } }

  mutating func press(_ keys: Key...) { for key in keys { press(key) } }

  mutating func press(_ key: Key) {
    let reaction = Desk.react(to: key, in: room, view, size: size)
    view = reaction.view
    for request in reaction.requests { perform(request) }
  }

  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  /// A line of linear mode.
  mutating func say(_ line: String) {
    let reaction = Desk.react(to: line, in: room, view)
    view = reaction.view
    for request in reaction.requests { perform(request) }
  }

  /// Chooses the row whose words begin so, by its number or by moving to it.
  mutating func choose(_ words: String) {
    guard let menu = page.menu,
      let index = menu.choices.firstIndex(where: { $0.title.hasPrefix(words) })
    else {
      Issue.record("no row \(words) on:\n\(text)")
      return
    }
    while page.focused != menu.id { press(.tab) }
    while let selected = page.menu?.selected, selected != index {
      press(selected < index ? .down : .up)
    }
    press(.enter)
  }

  private mutating func perform(_ request: Request) {
    switch request {
    case .begin(let symptom):
      let matter = Case(id: CaseID(bits: 7), mode: .guide, profile: .nexeticBackup)
      var opened = Opened(matter, now: Self.now)
      opened.number = 7
      room = .walk(opened)
      view = View()
      if let symptom { submit([.input(.reported(symptom))]) }
    case .submit(let sayings): submit(sayings)
    case .takeList: submit([.input(.listCompleted(3))])
    case .takeSnapshot: submit([.input(.snapshotCompleted(Self.snapshot))])
    case .home: room = .home(Home(cases: [], now: Self.now, profile: .nexeticBackup))
    case .attestSnapshot, .open, .copy, .plain, .report, .place, .leave, .suspend, .redraw, .mouse:
      others.append(request)
    }
  }

  static let snapshot = Snapshot(
    id: 1, digest: "d1", assignments: 240, groups: 3, grants: 0, permissions: 0, owners: 1,
    isAssignmentRequired: true, properties: 2)

  private mutating func submit(_ sayings: [Saying]) {
    guard case .walk(var opened) = room else { return }
    for saying in sayings {
      switch saying {
      case .input(let input):
        do throws(Refusal) {
          let commands = try opened.matter.handle(input)
          orders += commands.map(\.order)
          if let command = commands.first { opened.command = command }
        } catch {
          let denial = opened.words.denial(of: error)
          view.notice = "\(denial.why) \(denial.remedy)"
          room = .walk(opened)
          return
        }
      case .particular(let particular, let text):
        opened.particulars[particular] = ForeignText(text)
      case .note, .paste: break
      }
    }
    room = .walk(opened)
    view = View()
  }
}
