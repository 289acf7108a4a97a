import Cells

extension Pen {
  /// A menu: details beside the titles where all fit in one row, else under them.
  func rows(_ menu: Menu) -> [Line] {
    let notes = menu.choices.map { choice in
      [choice.detail, choice.because.map(Labels.notPossible)].compactMap(\.self)
    }
    let titles = menu.choices.map { width($0.title) }
    let column = 3 + (titles.max() ?? 0) + 3
    let fits =
      column <= columns / 2
      && notes.allSatisfy { $0.count <= 1 && $0.allSatisfy { width($0) <= columns - column } }
    return menu.choices.indices.flatMap { index in
      let choice = menu.choices[index]
      let isHere = menu.id == focused && index == menu.selected
      let style: Style = isHere ? .strong : .plain
      let number = index < 9 ? "\(index + 1)" : " "
      var lines = paragraph(
        choice.title, style, after: span(number, Style(.key, .bold)), indent: 3, width: columns)
      if fits, let note = notes[index].first {
        lines[0].spans += [blanks(column - lines[0].width), span(note)]
      } else {
        lines += notes[index].flatMap { paragraph($0, indent: 5, width: measure) }
      }
      if isHere { lines[0].cursor = 0 }
      return lines
    }
  }

  /// A list's table, what is under its cursor, and how long the whole is.
  func section(_ list: List) -> Section {
    let cells = list.rows.map(\.cells)
    let widths = columnWidths(
      list.columns.isEmpty ? cells : cells + [list.columns],
      besides: list.rows.contains { $0.isAltered || Self.isAltered($0.cells) } ? Self.alteration : 0
    )
    let here = list.id == focused ? list.selected - list.offset : -1
    var section = Section(role: .control, air: .control)
    section.head = list.filter.map(rows) ?? []
    if !list.columns.isEmpty { section.head.append(row(list.columns, widths, style: .heading)) }
    section.rows = list.rows.enumerated().map { index, entry in
      var line = row(
        entry.cells, widths, isAltered: entry.isAltered, style: index == here ? .strong : .plain)
      if index == here { line.cursor = 0 }
      return line
    }
    section.selected = list.selected - list.offset
    if let message = list.message ?? (list.rows.isEmpty ? "Nothing here." : nil) {
      section.head += marked(paragraph(message), if: list.id == focused && list.rows.isEmpty)
    }
    let detail = list.detail.map { Array(paragraph($0, width: columns).prefix(3)) } ?? []
    section.tail = { shown in
      let range = (shown.lowerBound + list.offset)..<(shown.upperBound + list.offset)
      let count = Labels.rows(range, of: list.total, unfiltered: list.unfiltered)
      return (list.total > 0 ? paragraph(count) : []) + detail
    }
    return section
  }

  /// A checklist's table, its ticks in words and numbers.
  func section(_ list: Checklist) -> Section {
    let widths = columnWidths(
      list.rows.map(\.cells),
      besides: 4
        + (list.rows.contains { $0.isAltered || Self.isAltered($0.cells) } ? Self.alteration : 0))
    let here = list.id == focused ? list.selected - list.offset : -1
    var section = Section(role: .control, air: .control)
    section.head = list.filter.map(rows) ?? []
    section.rows = list.rows.enumerated().map { index, entry in
      var line = row(
        entry.cells, widths, isAltered: entry.isAltered, style: index == here ? .strong : .plain)
      line.spans.insert(span(entry.isTicked ? "[x] " : "[ ] ", .strong), at: 0)
      if index == here { line.cursor = 0 }
      return line
    }
    section.selected = list.selected - list.offset
    if let message = list.message ?? (list.rows.isEmpty ? "Nothing here." : nil) {
      section.head += marked(paragraph(message), if: list.id == focused && list.rows.isEmpty)
    }
    section.tail = { shown in
      let range = (shown.lowerBound + list.offset)..<(shown.upperBound + list.offset)
      let ticks = Labels.ticks(list.ticked, hidden: list.hidden)
      return paragraph(ticks + "; " + Labels.rows(range, of: list.total), .strong)
    }
    return section
  }

  /// Whether something in a row is not as it was written, wherever it is drawn.
  private static func isAltered(_ cells: [String]) -> Bool {
    cells.contains { CellText($0).isAltered }
  }

  /// What the mark of an altered row takes.
  private static let alteration = 4 + Labels.altered.count

  private func marked(_ lines: [Line], if isHere: Bool) -> [Line] {
    guard isHere, var first = lines.first else { return lines }
    first.cursor = 0
    return [first] + lines.dropFirst()
  }

  private func row(
    _ cells: [String], _ widths: [Int], isAltered: Bool = false, style: Style
  ) -> Line {
    var spans: [Span] = []
    for (index, width) in widths.enumerated() where index < cells.count {
      if index > 0 { spans.append(blanks(2)) }
      spans += cell(cells[index], width: width, style)
    }
    if isAltered || Self.isAltered(cells) {
      spans += [blanks(2), span("! " + Labels.altered, .caution)]
    }
    return Line(spans: spans)
  }

  /// How wide each column is: as its texts want, rounded up so that scrolling moves nothing,
  /// the widest giving way first.
  private func columnWidths(_ rows: [[String]], besides used: Int = 0) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      let widest = rows.compactMap { $0.indices.contains(column) ? width($0[column]) : nil }
      return ((widest.max() ?? 0) + 3) / 4 * 4
    }
    let room = columns - used - 2 * max(0, count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4,
      let index = widths.lastIndex(of: widest)
    {
      widths[index] -= 1
    }
    return widths
  }
}
