import Cells
import Wording

extension Pen {
  /// A block as a section.
  func section(_ block: Block) -> Section {
    switch block {
    case .lead(let text):
      Section(role: .lead, air: .heading, airAfter: .heading, head: paragraph(text, .strong))
    case .text(let text): Section(head: paragraph(text))
    case .say(let text): labelled(Labels.say, text, Style(.speech))
    case .path(let steps): path(steps)
    case .expect(let text): labelled(Labels.expect, text, .plain)
    case .quote(let sentence, let source): quote(sentence, source)
    case .pairs(let pairs): Section(air: .paragraph, head: rows(pairs))
    case .gates(let gates): Section(air: .heading, head: rows(gates))
    case .menu(let menu): Section(role: .control, air: .control, head: rows(menu))
    case .checklist(let list): section(list)
    case .list(let list): section(list)
    case .field(let field): Section(role: .control, air: .control, head: rows(field))
    case .link(let url): Section(head: rows(link: url))
    case .code(let address): Section(head: rows(code: address))
    case .command(let lines): Section(head: rows(command: lines))
    case .progress(let progress): Section(air: .heading, head: rows(progress))
    case .gap: Section(air: .heading)
    }
  }

  private func labelled(_ label: String, _ text: String, _ style: Style) -> Section {
    let mark = span(label, .strong)
    guard labelColumn > 0 else {
      return Section(air: .related, head: runIn(mark, text, style))
    }
    return Section(air: .related, head: paragraph(text, style, after: mark, indent: labelColumn))
  }

  /// A label and its text in one paragraph, further rows a little to the right.
  private func runIn(_ label: Span, _ text: String, _ style: Style) -> [Line] {
    let used = label.text.width + 2
    var first = self.text(text).wrapped(to: max(1, measure - used))
    guard first.count > 1 else { return paragraph(text, style, after: label, indent: used) }
    first.removeAll()
    return [Line(spans: [label])] + paragraph(text, style, indent: 2)
  }

  /// A way through the portal: in one row, or broken after a separator.
  private func path(_ steps: [String]) -> Section {
    let indent = labelColumn > 0 ? labelColumn : 2
    let label = span(Labels.goTo, .strong)
    var rows: [String] = []
    for (index, step) in steps.enumerated() {
      let part = index + 1 < steps.count ? step + " >" : step
      if let last = rows.last, width(last + " " + part) <= measure - indent {
        rows[rows.count - 1] = last + " " + part
      } else {
        rows.append(part)
      }
    }
    let lines = rows.flatMap { paragraph($0, .strong, indent: indent) }
    guard labelColumn > 0, var first = lines.first else {
      return Section(air: .related, head: [Line(spans: [label])] + lines)
    }
    first.spans = [label, blanks(indent - label.text.width)] + first.spans.dropFirst()
    return Section(air: .related, head: [first] + lines.dropFirst())
  }

  private func quote(_ sentence: String, _ source: String) -> Section {
    let bar = mark(glyphs.upright, .rule)
    let lines =
      paragraph("\"\(sentence)\"", width: measure - 2) + paragraph(source, width: measure - 2)
    return Section(
      head: lines.map { Line(spans: [bar, blanks(1)] + $0.spans) })
  }

  private func rows(_ pairs: [Pair]) -> [Line] {
    let widest = pairs.map { width($0.label) }.max() ?? 0
    let column = min(widest, 24) + 2
    return pairs.flatMap { pair in
      let label = Span(text: cut(pair.label, to: column - 2), style: .plain)
      return paragraph(pair.value, .strong, after: label, indent: column)
    }
  }

  private func rows(_ gates: [GateRow]) -> [Line] {
    let column = min(gates.map { width($0.name) }.max() ?? 0, 20)
    return gates.flatMap { gate in
      let (mark, word) = Labels.state(gate.state)
      let style = Style(gate.state.role, .bold)
      let spans =
        cell(mark, width: 4, style) + cell(gate.name, width: column + 2, .strong)
        + cell(word, width: 9, style)
      let indent = column + 15
      let evidence = gate.evidence.map { " (\($0))" } ?? ""
      var lines = paragraph(gate.because + evidence, indent: indent)
      if !lines.isEmpty { lines[0].spans = spans + lines[0].spans.dropFirst() }
      return lines
    }
  }

  private func rows(link url: String) -> [Line] {
    let link = text(url)
    let style = Style(.text, .underline)
    if let flush, link.width <= flush {
      return [Line(spans: [Span(text: link, style: style)], isFlush: true)]
    }
    if link.width <= columns { return [Line(spans: [Span(text: link, style: style)])] }
    let short = link.truncated(to: columns, .middle, ascii: isASCII)
    return [Line(spans: [Span(text: short, style: style)])] + paragraph(Labels.linkTooLong)
  }

  private func rows(command: [String]) -> [Line] {
    let bar = mark(glyphs.upright, .rule)
    var isCut = false
    let lines = command.map { line in
      let whole = text(line)
      isCut = isCut || whole.width > columns - 2
      return Line(spans: [
        bar, blanks(1),
        Span(text: whole.truncated(to: columns - 2, .end, ascii: isASCII), style: .plain),
      ])
    }
    return isCut ? lines + paragraph(Labels.moreRight) : lines
  }

  private func rows(_ progress: Progress) -> [Line] {
    let room = min(40, columns - 30)
    let filled = room * progress.percent / 100
    let bar =
      String(repeating: glyphs.filled, count: filled)
      + String(repeating: glyphs.unfilled, count: room - filled)
    let count =
      "  \(Quantity.grouped(progress.done)) of \(Quantity.grouped(progress.total)), \(progress.percent)%"
    return [Line(spans: [span("["), mark(bar, Style(.good)), span("]"), span(count, .strong)])]
      + paragraph(progress.text)
  }
}

extension GateRow.State {
  var role: Style.Role {
    switch self {
    case .open: .good
    case .shut: .danger
    case .unknown: .caution
    }
  }
}
