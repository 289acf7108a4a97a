import Cells

extension Pen {
  /// The widest a field is drawn.
  private static let widestField = 48

  /// A field: what is asked, the phrase to type, the line itself, what is wrong with it.
  func rows(_ field: Field) -> [Line] {
    var lines: [Line] = []
    let label = text(field.label)
    let isInline = field.expected == nil && label.width <= 20
    if let expected = field.expected {
      let phrase = span(expected, .strong)
      if label.width + 2 + phrase.text.width <= columns {
        lines.append(Line(spans: [Span(text: label, style: .plain), blanks(2), phrase]))
      } else {
        lines += paragraph(field.label) + paragraph(expected, .strong, indent: 2)
      }
    } else if !isInline {
      lines += paragraph(field.label)
    }
    lines.append(line(field, after: isInline ? [Span(text: label, style: .plain), blanks(2)] : []))
    if let problem = field.problem {
      lines += paragraph("! " + problem, .caution)
    } else if let comparison = field.comparison {
      let isWrong = if case .differs = comparison { true } else { false }
      lines += paragraph(
        Labels.comparison(comparison), isWrong ? .caution : .plain)
    } else if let hint = field.hint {
      lines += paragraph(hint)
    }
    return lines
  }

  /// The line itself: as much of the value as fits, the cursor in it, marks where more is hidden.
  private func line(_ field: Field, after before: [Span]) -> Line {
    let used = before.reduce(0) { $0 + $1.text.width }
    let room = max(8, min(Self.widestField, columns - used - 2))
    let clusters = Array(field.value).map { text(String($0)) }
    let widths = clusters.map(\.width)
    let cursor = min(max(field.cursor, 0), widths.count)
    var start = 0
    var ahead = widths[..<cursor].reduce(0, +)
    let underCursor = cursor < widths.count ? max(1, widths[cursor]) : 1
    while ahead + underCursor > room, start < cursor {
      ahead -= widths[start]
      start += 1
    }
    var end = start
    var width = 0
    while end < clusters.count, width + widths[end] <= room {
      width += widths[end]
      end += 1
    }
    let style = Style(.text, .underline)
    var spans = before
    spans.append(mark(start > 0 ? glyphs.hiddenLeft : "[", Style(.key)))
    spans += clusters[start..<end].map { Span(text: $0, style: style) }
    spans.append(
      Span(text: text(String(repeating: " ", count: room - width)), style: style))
    spans.append(mark(end < clusters.count ? glyphs.hiddenRight : "]", Style(.key)))
    return Line(spans: spans, cursor: field.id == focused ? used + 1 + ahead : nil)
  }
}
