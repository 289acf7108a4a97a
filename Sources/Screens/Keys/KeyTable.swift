public import Cells

/// The one table of keys, from which come the footer, the help, the documentation and the tests.
///
/// No page binds a key of its own: it offers actions, and the table knows their keys.
public enum KeyTable {
  /// Every binding, in the order the documentation shows them.
  public static let bindings: [Binding] = moving + answering + ticking + finding + showing + leaving

  /// The binding of an action.
  public static func binding(of id: ActionID) -> Binding? { byAction[id] }

  private static let byAction = Dictionary(bindings.map { ($0.id, $0) }) { first, _ in first }

  /// The first binding of each key, as the table has them.
  private static let byKey = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding) } }
  ) { first, _ in first }

  /// What a key does on a page; nil when it is text for a field or means nothing there.
  ///
  /// An action that the page offers with a reason against it is nil too: see ``refusal(of:on:)``.
  public static func binding(for key: Key, on page: Page) -> ActionID? {
    guard let binding = byKey[key] else { return nil }
    if page.isTyping, isText(key) { return nil }
    if let action = page.actions.first(where: { $0.id == binding.id }) {
      return action.because == nil ? binding.id : nil
    }
    if binding.id == .choose { return page.menu == nil ? nil : .choose }
    return binding.reach == .everywhere ? binding.id : nil
  }

  /// Why a key that is known does not work on a page now.
  public static func refusal(of key: Key, on page: Page) -> String? {
    guard let binding = byKey[key] else { return nil }
    if page.isTyping, isText(key) { return nil }
    return page.actions.first { $0.id == binding.id }?.because
  }

  /// The number that a key types, 1 to 9.
  public static func number(of key: Key) -> Int? {
    guard case .character(let character) = key, let number = character.wholeNumberValue,
      character.isASCII, (1...9).contains(number)
    else { return nil }
    return number
  }

  /// Whether a field that is typed into keeps the key for itself.
  ///
  /// Enter, Escape, Tab, the rows above and below, F1 and the control keys that edit nothing pass.
  static func isText(_ key: Key) -> Bool {
    switch key {
    case .enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function: false
    case .control(let letter): !"cglz".contains(letter)
    default: true
    }
  }

  /// The table as Markdown, for the documentation.
  public static var markdownTable: [String] {
    ["| Keys | What they do |", "|---|---|"]
      + bindings.map { binding in
        let keys = binding.keys.map(name).joined(separator: " ")
        return "| \(keys) | \(binding.help) |"
      }
  }
}

extension KeyTable {
  private static let moving: [Binding] = [
    Binding(
      .up, [.up, .character("k")], "Up", typing: "Up", "up", "The row above.", reach: .everywhere),
    Binding(
      .down, [.down, .character("j")], "Down", typing: "Down", "down", "The row below.",
      reach: .everywhere),
    Binding(
      .pageUp, [.pageUp], "PgUp", typing: "PgUp", "page up", "A page up.", reach: .everywhere),
    Binding(
      .pageDown, [.pageDown], "PgDn", typing: "PgDn", "more", "A page down.", reach: .everywhere),
    Binding(.halfUp, [.control("u")], "Ctrl-U", "half up", "Half a page up.", reach: .everywhere),
    Binding(
      .halfDown, [.control("d")], "Ctrl-D", "half down", "Half a page down.", reach: .everywhere),
    Binding(
      .first, [.home, .character("g")], "g", "first", "To the first row.", reach: .everywhere),
    Binding(.last, [.end, .character("G")], "G", "last", "To the last row.", reach: .everywhere),
  ]

  private static let answering: [Binding] = [
    Binding(
      .goOn, [.enter], "Enter", typing: "Enter", "go on",
      "Go on with what is under the cursor; never the way on past a typed warning.",
      reach: .everywhere),
    Binding(
      .choose, (1...9).map { .character(Character("\($0)")) }, "1-9", "choose",
      "Choose the row with that number."),
    Binding(
      .nextArea, [.tab], "Tab", typing: "Tab", "next area",
      "To the next field or area; out of a field, so that letters are keys again.",
      reach: .everywhere),
    Binding(
      .previousArea, [.backTab], "Shift-Tab", typing: "Shift-Tab", "area before",
      "To the field or area before.", reach: .everywhere),
    Binding(
      .carryOut, [.character("c")], "c", "carry out",
      "Carry out what the page shows; no other key orders a change."),
    Binding(.edit, [.character("e")], "e", "change", "Change an earlier answer."),
    Binding(
      .pause, [.character("u")], "u", "pause", "Pause what is under way, or go on with it."),
  ]

  private static let ticking: [Binding] = [
    Binding(
      .toggle, [.character(" ")], "Space", "tick", "Tick or untick the row, and go to the next."),
    Binding(.tickAll, [.character("a")], "a", "all", "Tick all rows that are shown."),
    Binding(.tickNone, [.character("A")], "A", "none", "Untick all rows that are shown."),
    Binding(
      .tickRange, [.character("v")], "v", "range", "Tick from this row to where the cursor goes."),
    Binding(.showTicked, [.character("s")], "s", "ticked", "Show only the ticked rows, or all."),
  ]

  private static let finding: [Binding] = [
    Binding(.filter, [.character("/")], "/", "search", "Narrow the list to what is typed."),
    Binding(.nextMatch, [.character("n")], "n", "next", "To the next match."),
    Binding(.previousMatch, [.character("N")], "N", "match before", "To the match before."),
    Binding(.sort, [.character("o")], "o", "order", "Sort by the next column."),
    Binding(.openAll, [.character("w")], "w", "whole", "Show the whole of what is folded away."),
  ]

  private static let showing: [Binding] = [
    Binding(
      .help, [.character("?"), .control("g"), .function(1)], "?", typing: "Ctrl-G", "help",
      "Explain this screen, quote the article, list its keys.", reach: .everywhere),
    Binding(
      .copy, [.character("y")], "y", "copy", "Copy what is to be read out, the link or command."),
    Binding(
      .plain, [.character("p")], "p", "plain",
      "Show it alone on the ordinary screen, to be selected with the mouse."),
    Binding(
      .message, [.character("m")], "m", "message",
      "The rest of the walk as a message for a customer who is not on the line."),
    Binding(
      .note, [.character("!")], "!", "note", "Write a note into the case.", reach: .everywhere),
    Binding(.report, [.character("r")], "r", "report", "The report of the case."),
    Binding(
      .mouse, [.character("M")], "M", "mouse",
      "Switch the mouse on or off; while it is on, a click moves the cursor, Shift and drag selects.",
      reach: .everywhere),
    Binding(
      .redraw, [.control("l")], "Ctrl-L", typing: "Ctrl-L", "redraw", "Draw the screen anew.",
      reach: .everywhere),
  ]

  private static let leaving: [Binding] = [
    Binding(
      .back, [.escape, .left, .backspace], "Esc", typing: "Esc", "back",
      "Close the nearest thing, or one step back; never out of the program.", reach: .everywhere),
    Binding(
      .close, [.character("q")], "q", "close", "Close this, or leave from the first screen.",
      reach: .everywhere),
    Binding(
      .suspend, [.control("z")], "Ctrl-Z", typing: "Ctrl-Z", "shell",
      "To the shell for a while; fg comes back.", reach: .everywhere),
    Binding(
      .leave, [.control("c")], "Ctrl-C", typing: "Ctrl-C", "leave",
      "Cancel what is under way, then leave; the case is kept.", reach: .everywhere),
  ]
}

extension KeyTable {
  /// What is printed on a key.
  public static func name(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): "\(character)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let letter): "Alt-\(letter)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .wordBackspace: "Alt-Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .wordLeft: "Ctrl-Left"
    case .wordRight: "Ctrl-Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .paste, .pasteTooLong: "a paste"
    case .mouse: "the mouse"
    }
  }
}
