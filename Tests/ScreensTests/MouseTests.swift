import Cells
import Screens
import Testing

@Suite("The mouse, once it is taken") struct MouseTests {
  private func click(_ words: String, in player: inout Player) throws {
    let row = try #require(
      (0..<player.size.rows).first { player.frame.text(row: $0).contains(words) })
    player.press(.mouse(Key.Mouse(.press, at: Position(row: row, column: 9))))
  }

  private func wheel(_ action: Key.Mouse.Action, in player: inout Player) {
    player.press(.mouse(Key.Mouse(action, at: Position(row: 9, column: 9))))
  }

  @Test("moves the cursor to the row that is clicked, at every size")
  func clicks() throws {
    for size in [Size.design, Size(columns: 120, rows: 40), Size(columns: 60, rows: 20)] {
      var player = Player()
      player.size = size
      for words in ["The application is gone", "New case", "Practise", "New case"] {
        try click(words, in: &player)
        let row = player.frame.text(row: player.frame.cursor.row)
        #expect(row.hasPrefix(">") && row.contains(words))
      }
    }
  }

  @Test("does nothing where there is nothing to choose")
  func elsewhere() {
    var player = Player()
    let before = player.view
    for position in [Position(row: 0, column: 3), Position(row: 22, column: 3)] {
      player.press(.mouse(Key.Mouse(.press, at: position)))
      #expect(player.view == before)
    }
  }

  @Test("goes through the rows with the wheel, and through text that is longer than the screen")
  func wheel() {
    var player = Player()
    wheel(.wheelDown, in: &player)
    #expect(player.view.selected == 1)
    wheel(.wheelUp, in: &player)
    #expect(player.view.selected == 0)
    player.press(.character("?"))
    let top = player.text
    wheel(.wheelDown, in: &player)
    #expect(player.view.scroll.offset == 1 && player.text != top)
    wheel(.wheelUp, in: &player)
    #expect(player.text == top)
  }

  @Test("answers nothing, wherever on the screen it clicks")
  func harmless() {
    var player = Player()
    for row in 0..<24 { player.press(.mouse(Key.Mouse(.press, at: Position(row: row, column: 5)))) }
    #expect(player.orders.isEmpty && player.opened == nil && player.view.layers.isEmpty)
  }
}
