/// Brings a page's sections into a number of rows.
///
/// What is answered and what decides stay in sight. Lists give way first, then air, class by class,
/// then the text in the middle scrolls; only when even that is too little do long menus.
struct Fit {
  /// The rows, at most as many as there is room for.
  private(set) var lines: [Line] = []
  /// What can be scrolled.
  private(set) var extent = Layout.Extent(rows: 0, limit: 0, listRows: 0)

  private let sections: [Section]
  private let capacity: Int
  private let pen: Pen

  /// Rows of text that stay in sight beside a menu, the row that says how much is hidden among
  /// them.
  private static let leastText = 4

  init(_ page: Page, pen: Pen, capacity: Int) {
    (self.pen, self.capacity) = (pen, max(1, capacity))
    sections = page.blocks.map(pen.section)
    if !fitWhole() { fitScrolling(from: page.scroll) }
    if !lines.contains(where: { $0.cursor != nil }) { markFirst() }
  }

  /// Everything at once, with as much air and as many list rows as there is room for.
  private mutating func fitWhole() -> Bool {
    let attempts =
      Air.allCases.dropFirst().map { (Section.comfortable, $0) } + [(Section.least, Air.packed)]
    for (least, air) in attempts {
      let rest = capacity - assembled(sections, listRows: least, extra: 0, air: air).count
      guard rest >= 0 else { continue }
      lines = assembled(sections, listRows: least, extra: rest, air: air)
      extent.rows = lines.count
      extent.listRows = sections.contains(where: \.isElastic) ? least + rest : 0
      return true
    }
    return false
  }

  /// The sections' rows one after the other, with blank rows between that are worth `air`.
  private func assembled(_ sections: [Section], listRows: Int, extra: Int, air: Air) -> [Line] {
    var lines: [Line] = []
    var extra = extra
    var owed = Air.top
    for section in sections {
      owed = max(owed, section.air)
      let wanted = min(section.rows.count, listRows + extra)
      if section.isElastic { extra -= max(0, wanted - listRows) }
      let rows = section.lines(showing: section.isElastic ? wanted : .max)
      guard !rows.isEmpty else { continue }
      if lines.isEmpty { owed = .top }
      if owed >= air { lines.append(.blank) }
      lines += rows
      owed = section.airAfter
    }
    return lines
  }

  /// The text scrolls between what decides above and what is answered below.
  private mutating func fitScrolling(from scroll: Int) {
    let first = sections.firstIndex { $0.role == .control } ?? sections.count
    let last = sections.lastIndex { $0.role == .control } ?? first - 1
    let controls = first <= last ? Array(sections[first...last]) : []
    let others = sections[..<first] + sections[(last + 1)...]
    var top = controls.isEmpty ? [] : rows(others.filter { $0.role == .lead }, air: .packed)
    var bottom = rows(controls, air: .packed)
    if top.count + Self.leastText + min(bottom.count, Self.leastText) > capacity { top = [] }
    let middle = rows(others.filter { top.isEmpty || $0.role != .lead }, air: .paragraph)
    let text = middle.isEmpty ? 0 : min(middle.count + 1, Self.leastText)
    bottom = cut(bottom, to: capacity - top.count - text)
    let room = capacity - top.count - bottom.count - 1
    guard middle.count > room + 1 else {
      lines = top + middle + bottom
      return
    }
    let limit = middle.count - room
    let offset = min(max(0, scroll), limit)
    extent = Layout.Extent(rows: room, limit: limit, listRows: Section.least)
    lines =
      top + middle[offset..<(offset + room)] + [scrollMark(offset, room, of: middle.count)] + bottom
  }

  private func rows(_ sections: [Section], air: Air) -> [Line] {
    var lines = assembled(sections, listRows: Section.least, extra: 0, air: air)
    if lines.first == .blank { lines.removeFirst() }
    return lines
  }

  /// At most so many rows of what is answered, the one with the cursor among them.
  private func cut(_ rows: [Line], to room: Int) -> [Line] {
    guard rows.count > room else { return rows }
    let shown = max(1, room - 1)
    let cursor = rows.firstIndex { $0.cursor != nil } ?? 0
    let start = min(max(0, cursor - shown + 2), rows.count - shown, max(0, cursor))
    let from = cursor < shown - 1 ? 0 : start
    let window = Array(rows[from..<(from + shown)])
    guard room > 1 else { return window }
    let mark = Labels.hidden(above: from, below: rows.count - from - shown)
    return window + [Line(spans: [pen.span(mark)])]
  }

  private func scrollMark(_ offset: Int, _ room: Int, of count: Int) -> Line {
    let below = count - offset - room
    let percent = (offset + room) * 100 / max(1, count)
    let words = Labels.scrolled(percent: percent, above: offset > 0, below: below > 0)
    let rule = String(repeating: pen.glyphs.rule, count: 2)
    return Line(spans: [pen.mark(rule + " ", .rule), pen.span(words), pen.mark(" " + rule, .rule)])
  }

  /// Without anything to answer the cursor stands on the first row of text in sight; an address at
  /// the screen's edge leaves no room for the mark.
  private mutating func markFirst() {
    let candidates = [
      lines.firstIndex { $0 != .blank && !$0.isFlush }, lines.firstIndex(of: .blank),
    ]
    if let index = candidates.compactMap(\.self).first {
      lines[index].cursor = 0
    } else if lines.count < capacity {
      lines.append(Line(cursor: 0))
    } else if !lines.isEmpty {
      lines[0].isFlush = false
      lines[0].cursor = 0
    }
  }
}
