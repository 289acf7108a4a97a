import Cells
import Screens
import Testing

@Suite("The key table") struct KeyTableTests {
  @Test("has one line for each action and one action for each key")
  func unambiguous() {
    #expect(Set(KeyTable.bindings.map(\.id)) == Set(ActionID.allCases))
    #expect(KeyTable.bindings.count == ActionID.allCases.count)
    let keys = KeyTable.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("reaches everything without the keys other keyboards lack", arguments: KeyTable.bindings)
  func reachable(_ binding: Binding) {
    let usable = binding.keys.filter { key in
      switch key {
      case .character(let character): !"[]{}~@\\".contains(character)
      case .alt, .function: false
      default: true
      }
    }
    #expect(!usable.isEmpty)
    #expect(binding.keys.contains { KeyTable.name($0) == binding.shown } || binding.id == .choose)
  }

  @Test("gives every way back a key that terminals don't hold up")
  func back() {
    let keys = KeyTable.binding(of: .back)?.keys ?? []
    #expect(keys.contains(.left) && keys.contains(.backspace))
  }

  @Test("leaves every printable character to a field that is typed into")
  func typing() {
    let page = Page(
      title: "Typing", blocks: [.field(Field("Name"))],
      actions: ActionID.allCases.map { Action($0) })
    for value in UInt8(32)..<127 {
      let key = Key.character(Character(UnicodeScalar(value)))
      #expect(KeyTable.binding(for: key, on: page) == nil)
    }
    for key in [Key.backspace, .left, .home, .control("u"), .control("d"), .paste("x")] {
      #expect(KeyTable.binding(for: key, on: page) == nil)
    }
    #expect(KeyTable.binding(for: .escape, on: page) == .back)
    #expect(KeyTable.binding(for: .control("g"), on: page) == .help)
    #expect(KeyTable.binding(for: .control("c"), on: page) == .leave)
  }

  @Test("gives letters back their meaning one Tab away from a lone field")
  func tabAway() {
    var page = Page(title: "Typing", blocks: [.field(Field("Name"))])
    #expect(page.isTyping)
    page.focus = page.nextFocus
    #expect(!page.isTyping)
    #expect(KeyTable.binding(for: .character("!"), on: page) == .note)
    #expect(KeyTable.binding(for: .character("?"), on: page) == .help)
    page.focus = page.nextFocus
    #expect(page.isTyping)
  }

  @Test("does nothing that a page doesn't offer or offers with a reason against it")
  func offered() {
    var page = Page(title: "Page")
    #expect(KeyTable.binding(for: .character("r"), on: page) == nil)
    page.actions = [Action(.report, because: "nothing was done yet")]
    #expect(KeyTable.binding(for: .character("r"), on: page) == nil)
    #expect(KeyTable.refusal(of: .character("r"), on: page) == "nothing was done yet")
    page.actions = [Action(.report), Action(.back, because: "the application is deleted")]
    #expect(KeyTable.binding(for: .character("r"), on: page) == .report)
    #expect(KeyTable.binding(for: .escape, on: page) == nil)
  }

  @Test("chooses by number only where there is a menu")
  func numbers() {
    let page = Page(
      title: "Menu", blocks: [.menu(Menu([.init("one"), .init("two", because: "x")]))])
    #expect(KeyTable.binding(for: .character("1"), on: page) == .choose)
    #expect(KeyTable.binding(for: .character("1"), on: Page(title: "None")) == nil)
    #expect(KeyTable.number(of: .character("7")) == 7)
    #expect(KeyTable.number(of: .character("0")) == nil)
    #expect(KeyTable.number(of: .character("٣")) == nil)
    #expect(page.menu?.choice(numbered: 1) == 0)
    #expect(page.menu?.choice(numbered: 2) == nil)
    #expect(page.menu?.choice(numbered: 3) == nil)
  }

  @Test("is the help's list of keys, what is not possible with its reason")
  func help() {
    let page = Page(
      title: "Page",
      actions: [Action(.report), Action(.back, because: "the application is deleted")])
    let lines = PlainLayout(Help.page(about: page, explanation: ["What this is."])).lines
    #expect(lines.contains("r: The report of the case."))
    #expect(lines.contains("Esc: back: the application is deleted"))
    #expect(lines.contains { $0.hasPrefix("Ctrl-C:") })
  }

  @Test("has a row in the documentation for each binding")
  func documentation() {
    #expect(KeyTable.markdownTable.count == KeyTable.bindings.count + 2)
  }
}
