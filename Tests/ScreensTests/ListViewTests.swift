import Screens
import Testing

@Suite("The window on a list") struct ListViewTests {
  static let moves: [ActionID] = [
    .up, .down, .pageUp, .pageDown, .halfUp, .halfDown, .first, .last,
  ]

  @Test("always holds the cursor and never more than there is", arguments: 0...7)
  func window(_ count: Int) {
    for height in 1...5 {
      var reached: Set<ListView> = [ListView(count: count, height: height)]
      var open = Array(reached)
      while let view = open.popLast() {
        #expect(count == 0 ? view.visible.isEmpty : view.visible.contains(view.selected))
        #expect(view.visible.count == min(count, height))
        for move in Self.moves {
          var next = view
          let took1 = next.react(to: move)
          #expect(took1)
          if reached.insert(next).inserted { open.append(next) }
        }
      }
      #expect(Set(reached.map(\.selected)) == Set(0..<max(1, count)))
    }
  }

  @Test("keeps the cursor in sight when the list shrinks or the screen does")
  func resizing() {
    var view = ListView(count: 100, height: 10)
    view.select(90)
    view.resize(height: 3)
    #expect(view.visible.contains(90))
    view.resize(count: 5)
    #expect(view.selected == 4)
    view.resize(count: 0)
    #expect(view.visible.isEmpty)
  }

  @Test("leaves what is no movement to others")
  func others() {
    var view = ListView(count: 3, height: 3)
    let took2 = view.react(to: .goOn)
    #expect(!took2)
    var scroll = Scroll()
    let took3 = scroll.react(to: .goOn, extent: .init(rows: 3, limit: 9, listRows: 0))
    #expect(!took3)
  }

  @Test("scrolls a text from end to end and no further")
  func scrolling() {
    let extent = Layout.Extent(rows: 4, limit: 9, listRows: 0)
    var scroll = Scroll()
    for expected in [3, 6, 9, 9] {
      let took4 = scroll.react(to: .pageDown, extent: extent)
      #expect(took4)
      #expect(scroll.offset == expected)
    }
    let took5 = scroll.react(to: .first, extent: extent)
    #expect(took5)
    #expect(scroll.offset == 0)
    let took6 = scroll.react(to: .up, extent: extent)
    #expect(took6)
    #expect(scroll.offset == 0)
  }
}
