import Cells
import Entra
import Remediation
import Screens
import Wording

/// Somebody who walks through the screens in process, and what they see: no terminal, disk or clock.
struct Visitor {
  private(set) var room: Room
  private(set) var view = View()

  /// A row that the screen should offer, and does not.
  struct Lost: Error, CustomStringConvertible {
    let row: String
    let page: Page

    var description: String {
      "no row \"\(row)\" on:\n" + PlainLayout(page).lines.joined(separator: "\n")
    }
  }

  static let now = Moment(seconds: 1_795_528_800)

  /// At home, where two cases wait.
  init() {
    let words = Words()
    let cases = [
      CaseLine(
        number: 11, name: ForeignText("Contoso"), waitsFor: words.waitsFor(.consenting),
        since: Moment(seconds: Self.now.seconds - 5_400)),
      CaseLine(
        number: 9, name: ForeignText("Fabrikam"), waitsFor: words.waitsFor(.verifying),
        since: Moment(seconds: Self.now.seconds - 93_600)),
    ]
    room = .home(Home(cases: cases, now: Self.now, profile: .nexeticBackup))
  }

  var page: Page { Desk(room, view).page }
  var frame: Frame { Layout(page, size: .design, charset: .utf8).frame }

  mutating func press(_ keys: Key...) throws {
    for key in keys {
      let reaction = Desk(room, view).react(to: key, size: .design)
      view = reaction.view
      for request in reaction.requests { try perform(request) }
    }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  /// Chooses the row whose words begin so, by moving to it.
  mutating func choose(_ words: String) throws {
    try select(words)
    try press(.enter)
  }

  /// Moves to the row whose words begin so.
  mutating func select(_ words: String) throws {
    guard let menu = page.menu,
      let index = menu.choices.firstIndex(where: { $0.title.hasPrefix(words) })
    else { throw Lost(row: words, page: page) }
    while page.focused != menu.id { try press(.tab) }
    while let selected = page.menu?.selected, selected != index {
      try press(selected < index ? .down : .up)
    }
  }

  /// From now on Regrant's own hands reach a tenant.
  mutating func reach(_ reach: Reach) {
    guard case .walk(var opened) = room else { return }
    opened.reach = reach
    room = .walk(opened)
    view = View()
  }

  /// Says to the case what no key can.
  mutating func submit(_ input: Input) throws {
    guard case .walk(var opened) = room else { return }
    let commands = try opened.matter.handle(input)
    if let command = commands.first { opened.command = command }
    room = .walk(opened)
    view = View()
  }

  private mutating func perform(_ request: Request) throws {
    switch request {
    case .begin(let symptom):
      let matter = Case(id: CaseID(bits: 12), mode: .guide, profile: .nexeticBackup)
      var opened = Opened(matter, now: Self.now)
      opened.number = 12
      opened.particulars[.customer] = ForeignText("Contoso")
      room = .walk(opened)
      view = View()
      if let symptom { try submit(.reported(symptom)) }
    case .submit(let sayings):
      for saying in sayings {
        switch saying {
        case .input(let input): try submit(input)
        case .particular(let particular, let text):
          guard case .walk(var opened) = room else { continue }
          opened.particulars[particular] = ForeignText(text)
          room = .walk(opened)
        case .note, .paste: break
        }
      }
    case .takeSnapshot: try submit(.snapshotCompleted(Self.snapshot))
    case .takeList: try submit(.listCompleted(3))
    case .home, .attestSnapshot, .open, .copy, .plain, .report, .place, .leave, .suspend, .redraw,
      .mouse, .arrive, .work, .browser, .search, .assign:
      break
    }
  }

  /// 237 people and 3 groups.
  private static let snapshot = Snapshot(
    id: 1, digest: "", assignments: 240, groups: 3, grants: 0, permissions: 0, owners: 1,
    isAssignmentRequired: true, properties: 2)
}
