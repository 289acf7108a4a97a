import Cells

extension Layout {
  /// "step 3 of 6", if the page is in a walk.
  var stepOfAll: String? {
    page.journey.number.map { Labels.step($0, of: page.journey.total) }
  }

  /// Whose case this is; the tenant, by which people check where they are, on the right.
  func drawHeader(in frame: inout Frame) {
    let header = page.header
    let name = text(Labels.program)
    // The tenant's word says the mode too, where it has one.
    let mode = header.tenant?.kind == nil ? header.mode : nil
    let parts = [header.caseName, header.customer, mode].compactMap(\.self)
    let whole = size.columns - 2 * Area.gutter
    let wanted = text(parts.joined(separator: " \(glyphs.dot) ")).width
    let tenant = header.tenant.map {
      line($0, in: whole - name.width - 3 - wanted - 2)
    }
    let room = whole - (tenant.map { $0.width + 2 } ?? 0)
    frame.write(name, at: Position(row: 0, column: Area.gutter), style: .heading, within: room)
    let rest = text(parts.joined(separator: " \(glyphs.dot) "))
      .truncated(to: max(1, room - name.width - 3), .end, ascii: charset == .ascii)
    frame.write(
      rest, at: Position(row: 0, column: Area.gutter + name.width + 3), style: .plain,
      within: max(0, room - name.width - 3))
    if let tenant {
      let column = size.columns - Area.gutter - tenant.width
      frame.write(
        tenant, at: Position(row: 0, column: column), style: .plain, within: tenant.width)
    }
  }

  /// The most that can be said of a tenant in `room`; where it is very narrow, in half the screen.
  private func line(_ tenant: Page.Tenant, in room: Int) -> CellText {
    let isASCII = charset == .ascii
    let lines = tenant.lines(dot: glyphs.dot).map(text)
    let least = size.columns * 3 / 5
    let fitting = lines.first { $0.width <= room } ?? lines.last { $0.width <= least }
    return (fitting ?? lines.last ?? text("")).truncated(
      to: max(room, least), .middle, ascii: isASCII)
  }

  /// What the screen is for, and which step of how many.
  func drawTitle(in frame: inout Frame, row: Int, column: Int) {
    let step = text(stepOfAll ?? "")
    let left = column + Area.gutter
    let end = size.columns - Area.gutter - step.width
    let title = text(page.title).truncated(to: end - left - 2, .end, ascii: charset == .ascii)
    frame.write(title, at: Position(row: row, column: left), style: .heading, within: end - left)
    frame.write(step, at: Position(row: row, column: end), style: .plain, within: step.width)
  }

  /// The steps in one row; where they don't fit, only how many are done and ahead.
  func drawTrail(in frame: inout Frame, row: Int) {
    let room = size.columns - 2 * Area.gutter
    let steps = page.journey.steps
    guard !steps.isEmpty else { return }
    let done = steps.filter { $0.state == .done }
    let ahead = steps.filter { $0.state == .ahead }
    let now = steps.filter { $0.state == .now }.map { span("[\($0.name)]", .strong) }
    let trails: [[Span]] = [
      done.map { mark("\(glyphs.done) \($0.name)") } + now + ahead.map { span($0.name) },
      (done.isEmpty ? [] : [mark("\(glyphs.done) \(done.count) \(Labels.done)")]) + now
        + ahead.map { span($0.name) },
      (done.isEmpty ? [] : [mark("\(glyphs.done) \(done.count) \(Labels.done)")]) + now
        + (ahead.isEmpty ? [] : [span("\(ahead.count) \(Labels.ahead)")]),
    ]
    let widths = trails.map { $0.reduce(3 * ($0.count - 1)) { $0 + $1.text.width } }
    let best = widths.firstIndex { $0 <= room } ?? trails.count - 1
    let spaced = trails[best].flatMap { [$0, span("   ")] }
    frame.write(spaced, row: row, column: Area.gutter, within: room)
  }

  /// The rows above the footer: what is at stake, what can be undone, what just happened.
  func drawStatus(in frame: inout Frame, withJourney: Bool) {
    let room = size.columns - 2 * Area.gutter
    let journey = page.journey
    var facts: [[Span]] = []
    if withJourney {
      if let stake = journey.stake {
        facts.append([span(Labels.stake + ": ", .strong), span(stake)])
      }
      if let undo = journey.undo { facts.append([span(Labels.undo + ": ", .strong), span(undo)]) }
      let whole = facts.joined().reduce(3) { $0 + $1.text.width }
      if facts.count == 2, whole <= room { facts = [facts[0] + [span("   ")] + facts[1]] }
    }
    if let notice = page.notice {
      let said = rows(of: notice, most: withJourney ? 2 : 1, room)
      facts = withJourney && said.count == 1 ? [facts.last ?? []] + said : said
    }
    let first = size.rows - (withJourney ? 3 : 2)
    for (index, fact) in facts.enumerated() {
      frame.write(cut(fact, to: room), row: first + index, column: Area.gutter, within: room)
    }
  }

  /// What just happened, in a row or two.
  private func rows(of notice: String, most: Int, _ room: Int) -> [[Span]] {
    let mark = Span(text: text("* "), style: .heading)
    let rows = text(notice).wrapped(to: room - 2)
    guard most > 1, rows.count > 1 else { return [[mark, span(notice, .strong)]] }
    let rest = rows.dropFirst().map(\.text).joined(separator: " ")
    return [[mark, Span(text: rows[0], style: .strong)], [span("  "), span(rest, .strong)]]
  }

  /// The journey as a panel.
  func drawPanel(in frame: inout Frame, rows: Range<Int>) {
    let room = Self.panel - 2 - 2 * Area.gutter
    var lines: [[Span]] = []
    if !page.journey.steps.isEmpty { lines += [[span(Labels.way, .heading)], []] }
    for step in page.journey.steps {
      let name = text(step.name).truncated(to: room - 6, .end, ascii: charset == .ascii)
      switch step.state {
      case .done: lines.append([mark("\(glyphs.done) "), Span(text: name, style: .plain)])
      case .ahead: lines.append([span("  "), Span(text: name, style: .plain)])
      case .now:
        let blanks = String(repeating: " ", count: max(1, room - 2 - name.width - Labels.now.count))
        lines.append([
          span("  "), Span(text: name, style: .strong), span(blanks), span(Labels.now, .strong),
        ])
      }
    }
    for (label, fact) in [(Labels.stake, page.journey.stake), (Labels.undo, page.journey.undo)] {
      guard let fact else { continue }
      lines += [[], [span(label, .heading)]]
      lines += text(fact).wrapped(to: room).map { [Span(text: $0, style: .plain)] }
    }
    for (index, line) in lines.prefix(rows.count).enumerated() {
      frame.write(line, row: rows.lowerBound + index, column: Area.gutter, within: room)
    }
  }

  /// The keys that the footer names; a page down is none where the text ends in sight.
  func footer(under extent: Extent) -> [KeyHint] {
    let columns = size.columns - 2 * Area.gutter
    guard extent.limit == 0, page.actions.contains(where: { $0.id == .pageDown }) else {
      return page.footer(columns: columns)
    }
    var page = page
    page.actions.removeAll { $0.id == .pageDown || $0.id == .pageUp }
    return page.footer(columns: columns)
  }

  /// The keys that work here, as many as fit, the most useful first.
  func drawFooter(under extent: Extent, in frame: inout Frame) {
    let room = size.columns - 2 * Area.gutter
    var spans: [Span] = []
    for hint in footer(under: extent) {
      if !spans.isEmpty { spans.append(span("   ")) }
      spans += [span(hint.shown, Style(.key, .bold)), span(" " + hint.label)]
    }
    frame.write(spans, row: size.rows - 1, column: Area.gutter, within: room)
  }

  /// What the layout itself draws.
  private func mark(_ string: String, _ style: Style = .plain) -> Span {
    Span(text: CellText(string, from: .wording, ascii: charset == .ascii), style: style)
  }

  private func span(_ string: String, _ style: Style = .plain) -> Span {
    Span(text: text(string), style: style)
  }

  /// Spans of at most a width, the last of them cut with a mark.
  private func cut(_ spans: [Span], to room: Int) -> [Span] {
    var used = 0
    return spans.map { span in
      let text = span.text.truncated(to: max(0, room - used), .end, ascii: charset == .ascii)
      used += text.width
      return Span(text: text, style: span.style)
    }
  }
}
