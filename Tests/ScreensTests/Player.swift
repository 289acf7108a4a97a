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
  /// The notes that were written.
  private(set) var notes: [String] = []
  private var achievements = Achievements()

  static let now = Moment(seconds: 1_780_000_000)

  init() {
    room = .home(Home(cases: [], now: Self.now, profile: .nexeticBackup))
  }

  var page: Page { Desk(room, view).page }
  var frame: Frame { Layout(page, size: size, charset: .utf8).frame }

  /// The screen, as a person reads it.
  var text: String { (0..<size.rows).map { frame.text(row: $0) }.joined(separator: "\n") }

  var opened: Opened? { if case .walk(let opened) = room { opened } else { nil } }

  mutating func press(_ keys: Key...) { for key in keys { press(key) } }

  mutating func press(_ key: Key) {
    let reaction = Desk(room, view).react(to: key, size: size)
    view = reaction.view
    for request in reaction.requests { perform(request) }
  }

  /// Forgets what was ordered, asked for and noted on the way here.
  mutating func forget() { (orders, others, notes) = ([], [], []) }

  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  /// A line of linear mode.
  mutating func say(_ line: String) {
    let reaction = Desk(room, view).react(to: line)
    view = reaction.view
    for request in reaction.requests { perform(request) }
  }

  /// Chooses the row whose words begin so, by its number or by moving to it.
  mutating func choose(_ words: String) {
    guard let menu = page.menu,
      let index = menu.choices.firstIndex(where: { $0.title == words })
        ?? menu.choices.firstIndex(where: { $0.title.hasPrefix(words) })
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

  /// From now on Regrant's own hands reach a tenant.
  mutating func arrive(in reach: Reach) {
    guard case .walk(var opened) = room else { return }
    opened.reach = reach
    room = .walk(opened)
    view = View()
  }

  /// Stops the program and opens the case again: a command under way is nobody's any more.
  mutating func reopen() {
    guard case .walk(var opened) = room else { return }
    opened.command = nil
    room = .walk(opened)
    view = View()
  }

  private mutating func perform(_ request: Request) {
    switch request {
    case .begin(let symptom):
      let matter = Case(id: CaseID(bits: 7), mode: .guide, profile: .nexeticBackup)
      var opened = Opened(matter, now: Self.now)
      opened.number = 7
      achievements = Achievements()
      opened.readCommands = Self.readCommands
      room = .walk(opened)
      view = View()
      if let symptom { submit([.input(.reported(symptom))]) }
    case .submit(let sayings): submit(sayings)
    case .takeList(let text): takeList(text)
    case .takeSnapshot(let text): takeOutput(text)
    case .home: goHome()
    case .report: makeReport()
    case .attestSnapshot(let counts): submit([.input(.snapshotCompleted(Self.snapshot(counts)))])
    case .open, .copy, .plain, .place, .leave, .suspend, .redraw, .mouse, .browser, .search,
      .assign:
      others.append(request)
    case .arrive(let step):
      others.append(request)
      if step == .cancel { goHome() }
    case .work(let step):
      others.append(request)
      if step == .stop { stopWork() }
    }
  }

  private mutating func stopWork() {
    guard case .walk(var opened) = room, let task = opened.reach?.doing?.task else { return }
    opened.reach?.setback = Setback(task, Words().stoppedByYou, isCancelled: true)
    opened.reach?.doing = nil
    room = .walk(opened)
    view = View()
  }

  private mutating func goHome() {
    room = .home(Home(cases: [], now: Self.now, profile: .nexeticBackup))
    view = View()
  }

  /// A list of names is complete; one that holds no address is refused with its place.
  private mutating func takeList(_ text: String) {
    guard text.contains("@") else {
      view.problems = ["Line 1, column 1: this is neither a user name nor an object id."]
      view.notice = "Nothing was taken."
      return
    }
    submit([.input(.listCompleted(3))])
    if case .walk(var opened) = room {
      opened.names = ["dana@contoso.example", "lee@contoso.example", "Backup users"]
      opened.listed = ["3 entries"] + opened.names
      room = .walk(opened)
    }
    view.notice = "3 entries on the list."
  }

  /// What a command printed is its outcome, or a snapshot; a cut-off one is refused.
  private mutating func takeOutput(_ text: String) {
    guard let matter = opened?.matter else { return }
    if text.contains("cut off") {
      view.problems = ["The output ends in the middle: its last line is missing."]
      view.notice = "Nothing was taken."
    } else if let unsettled = matter.unsettled.first {
      submit([.input(.outcome(unsettled.id, .done))])
    } else if matter.prompt != .snapshot, matter.loss.isOutstanding {
      submit(matter.loss.outstanding.each.map { .input(.settled($0, .compared)) })
    } else {
      submit([.input(.snapshotCompleted(Self.snapshot(grants: text.contains("grant") ? 2 : 0)))])
      view.notice = "Complete: 240 entries, 3 of them groups; 0 consents."
    }
  }

  private mutating func makeReport() {
    guard case .walk(var opened) = room else { return }
    opened.report = [
      "Case 7: Nexetic Backup", "", "Found: consent for the organization was missing.",
      "Done: consent by the link, as the customer's admin says.", "", "Still open: nothing.",
    ]
    room = .walk(opened)
    if view.layer != .report { view.layers.append(.report) }
  }

  static let readCommands: [WriteCommand.Shell: [String]] = [
    .powerShell: [
      "Connect-MgGraph -Scopes Application.Read.All,Directory.Read.All",
      "Get-MgServicePrincipal -Filter \"appId eq 'facd4a2d-cbd2-4095-bfa8-ac9c819f843e'\" -All",
    ],
    .azureCLI: ["az ad sp show --id facd4a2d-cbd2-4095-bfa8-ac9c819f843e"],
  ]

  private static func snapshot(_ counts: ReadOutCounts) -> Snapshot {
    Snapshot(
      id: 1, digest: "d2", assignments: counts[.assignments], groups: counts[.groups],
      grants: counts[.grants], permissions: counts[.permissions], owners: counts[.owners],
      isAssignmentRequired: counts.isAssignmentRequired, properties: counts[.properties])
  }

  static func snapshot(grants: Int) -> Snapshot {
    Snapshot(
      id: 1, digest: "d1", assignments: 240, groups: 3, grants: grants, permissions: 0, owners: 1,
      isAssignmentRequired: true, properties: 2)
  }

  /// Says things in order, as a session does: the first refusal ends it and is shown.
  private mutating func submit(_ sayings: [Saying]) {
    guard case .walk(var opened) = room else { return }
    defer { room = .walk(opened) }
    for saying in sayings {
      switch saying {
      case .input(let input):
        do throws(Refusal) {
          let commands = try opened.matter.handle(input)
          orders += commands.map(\.order)
          achievements.take(input)
          opened.done = achievements.acts
          if let command = commands.first { opened.command = command }
          view = View()
        } catch {
          let denial = opened.words.denial(of: error)
          view.notice = "\(denial.why) \(denial.remedy)"
          return
        }
      case .particular(let particular, let text):
        opened.particulars[particular] = ForeignText(text)
      case .note(let text): notes.append(text)
      case .paste: break
      }
      opened.report = []
    }
  }
}
