import Cells
import Remediation
import Wording

/// A key or a line, read on the page it was typed on.
struct Reading {
  let desk: Desk
  let size: Size
  var view: View
  var requests: [Request] = []

  init(of desk: Desk, size: Size) {
    (self.desk, self.size, view) = (desk, size, desk.view)
    view.notice = nil
  }

  var room: Room { desk.room }
  var sheet: Sheet { desk.sheet }
  var page: Page { desk.page }

  /// What a key means.
  func react(to key: Key) -> Reaction {
    var reading = self
    reading.take(key)
    return Reaction(reading.view, reading.requests)
  }

  /// What a line means in linear mode.
  func react(to line: String) -> Reaction {
    var reading = self
    switch PlainReply(to: page).answer(to: line) {
    case .choice(let index): reading.choose(index)
    case .row(let index): reading.toggle(index)
    case .text(let text): reading.write(text)
    case .action(let action): reading.perform(action, key: nil)
    case .refused(let why): reading.view.notice = why
    case .unknown: reading.writeUnasked(line)
    }
    return Reaction(reading.view, reading.requests)
  }

  private mutating func take(_ key: Key) {
    switch key {
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return point(with: mouse)
    case .pasteTooLong:
      view.notice = ScreenWords.pasteTooLong
      return
    default: break
    }
    if let action = KeyTable.binding(for: key, on: page) { return perform(action, key: key) }
    if let why = KeyTable.refusal(of: key, on: page) {
      view.notice = why
      return
    }
    if page.isTyping {
      if view.line.react(to: key) {
        view.problems = []
        if sheet.picker != nil { search() }
      }
      return
    }
    view.notice = ScreenWords.unknownKey
  }

  private mutating func paste(_ text: String) {
    if sheet.picker != nil { return pasteList(text) }
    guard let entry = sheet.entry, page.isTyping else {
      view.notice = ScreenWords.pasteNeedsField
      return
    }
    if let why = entry.pasteRefusal {
      view.notice = why
      return
    }
    if entry.isBulk {
      view.pasted = text
      view.problems = []
    } else {
      _ = view.line.react(to: .paste(text))
    }
  }

  private mutating func perform(_ action: ActionID, key: Key?) {
    if let effect = sheet.effects[action] { return apply(effect) }
    switch action {
    case .up, .down: move(action)
    case .pageUp, .pageDown, .halfUp, .halfDown, .first, .last: scroll(action)
    case .goOn: goOn()
    case .choose:
      guard let key, let number = KeyTable.number(of: key) else { return }
      guard let index = page.menu?.choice(numbered: number) else { return refuse(number) }
      choose(index)
    case .nextArea: view.focus = page.nextFocus
    case .previousArea: view.focus = page.previousFocus
    case .help: if view.layer != .help { view.open(.help) }
    case .note: note()
    case .copy: copy(Request.copy)
    case .plain: copy(Request.plain)
    case .back: goBack()
    case .close: view.layers.isEmpty ? leave() : view.close()
    case .leave: view.layer == .leaving ? requests.append(.leave) : view.open(.leaving)
    case .suspend: requests.append(.suspend)
    case .redraw: requests.append(.redraw)
    case .mouse: requests.append(.mouse)
    case .toggle: toggle(view.selected)
    case .carryOut, .tickAll, .tickNone, .tickRange, .showTicked, .filter, .nextMatch,
      .previousMatch, .sort, .message, .report, .edit, .openAll, .pause:
      view.notice = ScreenWords.unknownKey
    }
  }

  mutating func move(_ action: ActionID) {
    if let picker = sheet.picker { return move(action, in: picker) }
    guard let menu = page.menu, page.focused == menu.id else { return scroll(action) }
    let step = action == .up ? -1 : 1
    view.selected = min(max(menu.selected + step, 0), menu.choices.count - 1)
  }

  mutating func scroll(_ action: ActionID) {
    if let picker = sheet.picker, page.focused == Sheet.menuFocus {
      return move(action, in: picker)
    }
    if let menu = page.menu, page.focused == menu.id, action == .first || action == .last {
      view.selected = action == .first ? 0 : menu.choices.count - 1
      return
    }
    _ = view.scroll.react(to: action, extent: Layout(page, size: size).extent)
  }

  private mutating func goOn() {
    if let picker = sheet.picker { return goOn(with: picker) }
    if page.isTyping { return submit(view.pasted.isEmpty ? view.line.text : view.pasted) }
    if let menu = page.menu { return choose(menu.selected) }
    view.notice =
      sheet.effects[.carryOut] != nil ? ScreenWords.pressC : ScreenWords.unknownKey
  }

  private mutating func choose(_ index: Int) {
    guard sheet.choices.indices.contains(index) else { return }
    view.selected = index
    if let denial = sheet.choices[index].denial {
      view.notice = denial
      return
    }
    apply(sheet.choices[index].effect)
  }

  private mutating func refuse(_ number: Int) {
    guard sheet.choices.indices.contains(number - 1) else {
      view.notice = ScreenWords.unknownKey
      return
    }
    view.notice = sheet.choices[number - 1].denial
  }

  /// What answers nothing on the page is for its field, where it has one beside the answers.
  private mutating func writeUnasked(_ line: String) {
    guard sheet.entry != nil, page.answerPrefix == nil, !line.isEmpty else {
      view.notice = ScreenWords.unknownAnswer
      return
    }
    write(line)
  }

  /// A whole line: on a typed warning it stays written, and going on is an answer of its own.
  private mutating func write(_ text: String) {
    if page.isStop {
      view.line.clear()
      _ = view.line.react(to: .paste(text))
    }
    submit(text)
  }

  private mutating func submit(_ text: String) {
    if sheet.picker != nil {
      view.line.clear()
      _ = view.line.react(to: .paste(text))
      return search()
    }
    guard let entry = sheet.entry else { return }
    apply(entry.submit(text))
  }

  private mutating func copy(_ request: (String) -> Request) {
    guard let copied = page.copied else {
      view.notice = ScreenWords.nothingToCopy
      return
    }
    requests.append(request(copied))
  }

  private mutating func note() {
    guard case .walk = room else {
      view.notice = ScreenWords.noteNeedsCase
      return
    }
    if view.layer != .note { view.open(.note) }
  }

  private mutating func goBack() {
    if view.layers.isEmpty { apply(sheet.back) } else { view.close() }
  }

  private mutating func leave() {
    switch room {
    case .home: view.open(.leaving)
    case .walk, .arriving: requests.append(.home)
    }
  }

  /// What answers nothing is kept, and the screen below stands as it was.
  private mutating func say(_ sayings: [Saying]) {
    requests.append(.submit(sayings))
    let isAnswer = sayings.contains { if case .input = $0 { true } else { false } }
    guard !isAnswer else { return }
    view.close()
    view.notice = ScreenWords.kept
  }

  mutating func apply(_ effect: Sheet.Effect) {
    switch effect {
    case .submit(let sayings): say(sayings)
    case .request(let request): requests.append(request)
    case .open(let layer):
      view.open(layer)
      if layer == .report { requests.append(.report) }
      if layer == .outlook { requests.append(.work(.reckon)) }
    case .close: view.close()
    case .step(let step):
      view.layers = []
      view.open(.help)
      view.close()
      view.step = step
      requests.append(.place(step))
    case .notice(let text): view.notice = text
    }
  }
}
