import Cells

extension Layout {
  /// The columns of the journey's panel, its upright included.
  static let panel = 30

  /// Where the blocks go on an ordinary page.
  var bodyArea: Area {
    if isWide {
      return Area(
        row: 3, column: Self.panel, rows: size.rows - 3 - 3, columns: size.columns - Self.panel)
    }
    let top = isLow ? 3 : 4
    let bottom = isLow ? 3 : 4
    return Area(row: top, column: 0, rows: size.rows - top - bottom, columns: size.columns)
  }

  /// Where the blocks of a stop may go, at most.
  var stopArea: Area {
    let columns = min(size.columns, 84)
    let frame = isLow ? 1 : 2
    return Area(
      row: 1 + frame, column: (size.columns - columns) / 2 + 2, rows: size.rows - 4 - 2 * frame,
      columns: columns - 4)
  }

  /// One column of text under a header, the journey in a row.
  func drawNarrow(_ fit: Fit, in frame: inout Frame) {
    let area = bodyArea
    drawTitle(in: &frame, row: 1, column: 0)
    if !isLow { drawTrail(in: &frame, row: 2) }
    frame.rule(glyphs.rule, row: area.row - 1, columns: 0..<size.columns)
    frame.write(fit.lines, in: area)
    if !isLow { frame.rule(glyphs.rule, row: size.rows - 4, columns: 0..<size.columns) }
    drawStatus(in: &frame, withJourney: true)
  }

  /// The journey on the left, the page on the right.
  func drawWide(_ fit: Fit, in frame: inout Frame) {
    let area = bodyArea
    let upright = Self.panel - 2
    let bottom = size.rows - 3
    frame.rule(glyphs.rule, row: 1, columns: 0..<size.columns)
    frame.rule(glyphs.rule, row: bottom, columns: 0..<size.columns)
    frame.rule(glyphs.teeDown, row: 1, columns: upright..<(upright + 1))
    frame.rule(glyphs.teeUp, row: bottom, columns: upright..<(upright + 1))
    for row in 2..<bottom {
      frame.rule(glyphs.upright, row: row, columns: upright..<(upright + 1))
    }
    drawPanel(in: &frame, rows: 2..<bottom)
    drawTitle(in: &frame, row: 2, column: Self.panel)
    frame.write(fit.lines, in: area)
    drawStatus(in: &frame, withJourney: false)
  }

  /// A frame of its own around a typed warning, as high as what it says.
  func drawStop(_ fit: Fit, in frame: inout Frame) {
    let most = stopArea
    let inset = most.row - 1
    let slack = most.rows - fit.lines.count
    var area = most
    area.row += min(slack / 3, 3)
    area.rows = fit.lines.count
    drawBox(in: &frame, around: area, inset: inset)
    frame.write(fit.lines, in: area)
    drawStatus(in: &frame, withJourney: true)
  }

  private func drawBox(in frame: inout Frame, around area: Area, inset: Int) {
    let style = Style(.danger, .bold)
    let top = area.row - inset
    let bottom = area.row + area.rows + inset - 1
    let (left, right) = (area.column - 2, area.column + area.columns + 1)
    let marks = glyphs.stop
    for row in [top, bottom] {
      frame.rule(marks[4], row: row, columns: left..<(right + 1), style: style)
    }
    for row in (top + 1)..<bottom {
      for column in [left, right] {
        frame.rule(marks[5], row: row, columns: column..<(column + 1), style: style)
      }
    }
    for (mark, row, column) in [
      (marks[0], top, left), (marks[1], top, right), (marks[2], bottom, right),
      (marks[3], bottom, left),
    ] {
      frame.rule(mark, row: row, columns: column..<(column + 1), style: style)
    }
    let step = stepOfAll.map { " \($0) " } ?? ""
    let room = area.columns - 6 - text(step).width
    let title = text(" \(Labels.stop): \(page.title) ")
      .truncated(to: room, .end, ascii: charset == .ascii)
    frame.write(title, at: Position(row: top, column: left + 2), style: style, within: room)
    let end = right - 1 - text(step).width
    frame.write(
      text(step), at: Position(row: top, column: end), style: .plain, within: right - end)
  }
}
