import Cells
import Entra
import Remediation

extension Reading {
  /// Another row; from the field the first step down leads to the rows.
  mutating func move(_ action: ActionID, in picker: Sheet.Picker) {
    guard page.focused == Sheet.menuFocus else {
      if action == .down, !picker.candidates.isEmpty { view.focus = Sheet.menuFocus }
      return
    }
    let height = Layout(page, size: size).extent.listRows
    var list = ListView(count: picker.candidates.count, height: height)
    list.select(view.selected)
    if list.react(to: action) { view.selected = list.selected }
  }

  /// Ticks a row or takes the tick away; what can't be assigned is said why.
  mutating func toggle(_ index: Int) {
    guard let rows = sheet.picker?.candidates, rows.indices.contains(index) else {
      view.notice = ScreenWords.unknownAnswer
      return
    }
    let row = rows[index]
    if let place = view.picked.firstIndex(where: { $0.principal.id == row.principal.id }) {
      view.picked.remove(at: place)
    } else if let because = row.because {
      view.notice = because
    } else {
      view.picked.append(row)
      // Ticked rows stand first, in the order they were ticked.
      view.selected = min(index + 1, rows.count - 1)
      if row.isAssigned { view.notice = ScreenWords.assignedAlready }
    }
  }

  /// Asks for those whom the typed text finds.
  mutating func search() {
    view.selected = view.picked.count
    requests.append(.search(view.line.text))
  }

  /// Many at once: a list is read on Enter; one name is searched for.
  mutating func pasteList(_ text: String) {
    guard text.contains(where: { $0.isNewline || $0 == "," || $0 == ";" }) else {
      guard page.isTyping else {
        view.notice = ScreenWords.pasteNeedsField
        return
      }
      _ = view.line.react(to: .paste(text))
      return search()
    }
    view.pasted = text
    view.problems = []
  }

  /// On with a pasted list, a file, or all that are ticked; from the field first to the rows.
  mutating func goOn(with picker: Sheet.Picker) {
    if !view.pasted.isEmpty { return requests.append(.takeList(view.pasted)) }
    let typed = view.line.text
    if page.isTyping, typed.hasSuffix(".csv") || typed.contains("/") {
      return requests.append(.takeList(typed))
    }
    if page.isTyping, !picker.candidates.isEmpty, view.picked.isEmpty {
      view.focus = Sheet.menuFocus
      return
    }
    apply(picker.goOn(view.picked))
  }
}
