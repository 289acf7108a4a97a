import Cells

extension Reading {
  /// What the mouse does when it is taken: it moves, answers nothing and orders nothing.
  ///
  /// A click moves the cursor to a row, the wheel goes through rows or text.
  mutating func point(with mouse: Key.Mouse) {
    switch mouse.action {
    case .press:
      guard let menu = page.menu, let index = choice(inRow: mouse.position.row) else { return }
      (view.focus, view.selected) = (menu.id, index)
    case .wheelUp: roll(.up)
    case .wheelDown: roll(.down)
    }
  }

  /// Text that is longer than the screen scrolls; else the cursor goes.
  private mutating func roll(_ action: ActionID) {
    let extent = Layout(page, size: size).extent
    if extent.limit > 0 {
      _ = view.scroll.react(to: action, extent: extent)
    } else {
      move(action)
    }
  }

  /// The choice that is drawn in a row of the screen, or right under its title.
  private func choice(inRow row: Int) -> Int? {
    let rows = sheet.choices.indices.map { index in
      var looking = view
      (looking.focus, looking.selected) = (page.menu?.id, index)
      return Layout(Desk(room, looking).page, size: size).frame.cursor.row
    }
    guard let index = rows.lastIndex(where: { $0 <= row }) else { return nil }
    return index + 1 < rows.count || row <= rows[index] + 1 ? index : nil
  }
}
