import Cells
import Wording

/// Says a page in lines, for screen readers, serial lines and transcripts.
///
/// Nothing is drawn and nothing wrapped; states, defaults and choices are words.
public struct PlainLayout: Sendable, Hashable {
  let page: Page

  let isASCII: Bool

  /// A page to be said, in ASCII where the locale has nothing else.
  public init(_ page: Page, ascii: Bool = false) { (self.page, isASCII) = (page, ascii) }

  /// The lines, each a whole sentence or a numbered choice.
  public var lines: [String] {
    var lines = heading
    for block in page.blocks { lines += said(block) }
    if let notice = page.notice { lines.append(Labels.note(notice)) }
    lines.append(prompt)
    return lines.map { CellText($0, ascii: isASCII).text }
  }

  /// What asks for an answer, at the end of ``lines``.
  public var prompt: String {
    if let prefix = page.answerPrefix { return Labels.answer(beginningWith: prefix) }
    if let field = page.focusedField {
      return Labels.fieldPrompt(field.label, choices: page.menu?.choices.count ?? 0)
    }
    if let menu = page.menu, !menu.choices.isEmpty {
      let isDefault = menu.id == page.focused && !page.isStop
      let prompt = Labels.numberPrompt(
        upTo: menu.choices.count, default: isDefault ? menu.selected + 1 : nil)
      return isOffered(.carryOut) ? Labels.carryOut(or: prompt) : prompt
    }
    if hasRows { return Labels.rowPrompt }
    if isOffered(.carryOut) { return Labels.carryOutPrompt }
    return isOffered(.goOn) ? Labels.barePrompt : Labels.readingPrompt
  }

  private func isOffered(_ id: ActionID) -> Bool {
    page.actions.contains { $0.id == id && $0.because == nil }
  }

  private var hasRows: Bool {
    page.blocks.contains { block in
      switch block {
      case .list, .checklist: true
      default: false
      }
    }
  }

  private var heading: [String] {
    let header = page.header
    let tenant = header.tenant?.spoken
    let facts = [header.caseName, header.customer, header.mode, tenant].compactMap(\.self)
    var lines: [String] = facts.isEmpty ? [] : [facts.joined(separator: ", ") + "."]
    let title = page.isStop ? "\(Labels.stop): \(page.title)" : page.title
    lines.append(title)
    if let number = page.journey.number {
      lines.append(Labels.stepSentence(number, of: page.journey.total))
    }
    if let stake = page.journey.stake { lines.append("\(Labels.stake): \(stake)") }
    if let undo = page.journey.undo { lines.append("\(Labels.undo): \(undo)") }
    return lines
  }

  private func said(_ block: Block) -> [String] {
    switch block {
    case .lead(let text), .text(let text): text.split(whereSeparator: \.isNewline).map(String.init)
    case .say(let text): ["\(Labels.say) \(text)"]
    case .path(let steps): ["\(Labels.goTo) \(steps.joined(separator: ", then "))"]
    case .expect(let text): ["\(Labels.expect) \(text)"]
    case .quote(let sentence, let source): ["\(Labels.quoted(source)) \(sentence)"]
    case .pairs(let pairs): pairs.map { "\($0.label): \($0.value)" }
    case .gates(let gates): gates.map(said)
    case .menu(let menu): said(menu)
    case .checklist(let list): said(list)
    case .list(let list): said(list)
    case .field(let field): said(field)
    case .link(let url): [Labels.link, url]
    case .code(let address): [Labels.link, address]
    case .command(let lines): [Labels.commandBegins] + lines + [Labels.commandEnds]
    case .progress(let progress): said(progress)
    case .gap: []
    }
  }

  private func said(_ gate: GateRow) -> String {
    let evidence = gate.evidence.map { " (\($0))" } ?? ""
    return "\(gate.name): \(Labels.state(gate.state).word), \(gate.because)\(evidence)"
  }

  private func said(_ progress: Progress) -> [String] {
    let count = "\(Quantity.grouped(progress.done)) of \(Quantity.grouped(progress.total))"
    return ["\(count), \(progress.percent) percent. \(progress.text)"]
  }

  private func said(_ menu: Menu) -> [String] {
    menu.choices.enumerated().map { index, choice in
      var text = "\(index + 1). \(choice.title)"
      if let detail = choice.detail { text += ": \(detail)" }
      if let because = choice.because { text += " (\(Labels.notPossible(because)))" }
      return text
    }
  }

  private func said(_ list: List) -> [String] {
    var lines = list.message.map { [$0] } ?? []
    for (index, row) in list.rows.enumerated() {
      let number = list.offset + index
      var text = "\(number + 1). " + named(row.cells, by: list.columns)
      if row.isAltered { text += " (\(Labels.altered))" }
      if number == list.selected { text += " (\(Labels.here))" }
      lines.append(text)
    }
    let shown = list.offset..<(list.offset + list.rows.count)
    lines.append(Labels.rows(shown, of: list.total, unfiltered: list.unfiltered) + ".")
    return lines
  }

  private func said(_ list: Checklist) -> [String] {
    var lines = list.message.map { [$0] } ?? []
    for (index, row) in list.rows.enumerated() {
      let state = row.isTicked ? Labels.ticked : Labels.notTicked
      var text = "\(list.offset + index + 1). \(row.cells.joined(separator: ", ")): \(state)"
      if row.isAltered { text += " (\(Labels.altered))" }
      lines.append(text)
    }
    lines.append(Labels.ticks(list.ticked, hidden: list.hidden) + ".")
    let shown = list.offset..<(list.offset + list.rows.count)
    lines.append(Labels.rows(shown, of: list.total) + ".")
    return lines
  }

  private func said(_ field: Field) -> [String] {
    var lines: [String] = []
    if let expected = field.expected { lines.append("\(field.label): \(expected)") }
    if let hint = field.hint, !hint.isEmpty { lines.append(hint) }
    if !field.value.isEmpty { lines.append(Labels.typedSoFar(field.value)) }
    if let problem = field.problem { lines.append(Labels.wrong(problem)) }
    return lines
  }

  /// A row's texts, each with its column's name where there is one.
  private func named(_ cells: [String], by columns: [String]) -> String {
    cells.enumerated().map { index, cell in
      columns.indices.contains(index) ? "\(columns[index]) \(cell)" : cell
    }.joined(separator: ", ")
  }
}
