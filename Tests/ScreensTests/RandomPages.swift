import Screens

/// Chance from a seed, so that what failed can be had again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Pages made of anything, each text beginning with a word of its own, `t0`, `t1`...
struct RandomPages {
  private var random: Seeded
  private(set) var tokens = 0

  init(seed: UInt64) { random = Seeded(seed) }

  private static let words = [
    "consent", "a", "the", "Enterprise", "applications", "Zustimmung", "同意", "e\u{301}t\u{e9}",
    "facd4a2d-cbd2-4095-bfa8-ac9c819f843e", "person@contoso.example", "👩", "\u{1B}[2J",
    "\u{202E}txt",
    "👨\u{200D}👩\u{200D}👧", "🇩🇪", "❤\u{FE0F}", "✓", "שלום", "\t", "\r\n", "\u{9B}2J", "-", "=",
    "ยินยอม",
    String(repeating: "long", count: 30),
  ]

  mutating func page() -> Page {
    tokens = 0
    var blocks: [Block] = chance(3) ? [] : [.lead(text(8))]
    for _ in 0..<number(8) { blocks.append(block()) }
    let controls = blocks.flatMap { focusIDs(of: $0) }
    var actions = ActionID.allCases.shuffled(using: &random).prefix(number(12)).map {
      Action($0, chance(3) ? "own word" : nil, because: chance(4) ? "not now" : nil)
    }
    actions.removeAll { $0.id == .help && $0.because != nil }
    return Page(
      title: text(6), blocks: blocks,
      focus: chance(3) ? Page.reading : controls.randomElement(using: &random),
      actions: actions,
      header: .init(
        caseName: "case 7", customer: chance(2) ? text(4) : nil, mode: "guide",
        tenant: chance(2) ? Page.Tenant(domain: "contoso.example", id: text(1)) : nil),
      journey: journey(), notice: chance(3) ? text(9) : nil, isStop: chance(4))
  }

  private mutating func block() -> Block {
    switch number(15) {
    case 0: return .text(text(60))
    case 1: return .say(text(30))
    case 2: return .path((0..<(1 + number(6))).map { _ in text(2) })
    case 3: return .expect(text(12))
    case 4: return .quote(text(25), source: text(4))
    case 5: return .pairs((0..<(1 + number(4))).map { _ in Pair(text(3), text(12)) })
    case 6:
      return .gates(
        GateRow.State.allCases.map {
          GateRow(text(1), $0, because: text(9), evidence: chance(2) ? text(4) : nil)
        })
    case 7: return menu()
    case 8: return .field(field())
    case 9: return list()
    case 10: return checklist()
    case 11: return .link("https://login.example/" + String(repeating: "x", count: number(120)))
    case 12: return .command((0..<number(30)).map { _ in text(12) })
    case 13: return .progress(Progress(done: number(300) - 20, of: number(240), text(9)))
    default: return .gap
    }
  }

  private mutating func menu() -> Block {
    let choices = (0..<(1 + number(14))).map { _ in
      Menu.Choice(text(6), detail: chance(2) ? text(9) : nil, because: chance(4) ? text(6) : nil)
    }
    return .menu(Menu(id: "menu\(tokens)", choices, selected: number(choices.count)))
  }

  private mutating func field() -> Field {
    let value = chance(3) ? "" : text(20)
    return Field(
      id: "field\(tokens)", text(7), value: value, cursor: number(value.count + 1),
      problem: chance(3) ? text(6) : nil, expected: chance(3) ? text(4) : nil,
      hint: chance(3) ? text(6) : nil)
  }

  private mutating func list() -> Block {
    let rows = (0..<number(40)).map { _ in
      List.Row((0..<3).map { _ in text(4) }, isAltered: chance(5))
    }
    let offset = number(100)
    return .list(
      List(
        id: "list\(tokens)", columns: chance(2) ? ["Name", "Id", "Added"] : [], rows: rows,
        offset: offset, total: rows.isEmpty ? 0 : 5000,
        selected: offset + number(max(1, rows.count)),
        filter: chance(2) ? field() : nil, detail: chance(2) ? text(14) : nil))
  }

  private mutating func checklist() -> Block {
    let rows = (0..<number(40)).map { _ in
      Checklist.Row([text(3), text(3)], isTicked: chance(2), isAltered: chance(5))
    }
    return .checklist(
      Checklist(
        id: "ticks\(tokens)", rows: rows, selected: number(max(1, rows.count)),
        filter: chance(2) ? field() : nil))
  }

  private mutating func journey() -> Journey {
    let count = number(9)
    let now = number(count + 1)
    let steps = (0..<count).map { index in
      Journey.Step(text(2), index < now ? .done : index == now ? .now : .ahead)
    }
    return Journey(steps, stake: chance(2) ? text(8) : nil, undo: chance(2) ? text(8) : nil)
  }

  private func focusIDs(of block: Block) -> [String] {
    Page(title: "", blocks: [block]).focusable.filter { $0 != Page.reading }
  }

  /// A text of at most so many words after its token.
  private mutating func text(_ words: Int) -> String {
    defer { tokens += 1 }
    let rest = (0..<number(words)).map { _ in Self.words.randomElement(using: &random) ?? "" }
    return (["t\(tokens)"] + rest).joined(separator: " ")
  }

  private mutating func number(_ below: Int) -> Int {
    below > 0 ? Int.random(in: 0..<below, using: &random) : 0
  }

  private mutating func chance(_ of: Int) -> Bool { number(of) == 0 }
}
