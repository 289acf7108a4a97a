import Cells
import Screens
import Testing

/// A line as two heaps of characters, left and right of the cursor: slow and obvious.
private struct Model {
  var left: [Character] = []
  var right: [Character] = []
  var killed: [Character] = []
  let limit: Int

  mutating func react(to key: Key) {
    switch key {
    case .character(let character): type([character])
    case .paste(let text): type(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    case .control("y"): type(killed)
    case .left, .control("b"): if let last = left.popLast() { right.insert(last, at: 0) }
    case .right, .control("f"): if !right.isEmpty { left.append(right.removeFirst()) }
    case .home, .control("a"): (left, right) = ([], left + right)
    case .end, .control("e"): (left, right) = (left + right, [])
    case .backspace, .control("h"): _ = left.popLast()
    case .delete, .control("d"): if !right.isEmpty { right.removeFirst() }
    case .wordLeft, .alt("b"): right = takeWordLeft() + right
    case .wordRight, .alt("f"): left += takeWordRight()
    case .wordBackspace, .control("w"): keep(takeWordLeft())
    case .alt("d"): keep(takeWordRight())
    case .control("u"):
      keep(left)
      left = []
    case .control("k"):
      keep(right)
      right = []
    default: break
    }
  }

  private mutating func type(_ text: [Character]) {
    for character in text where left.count + right.count < limit { left.append(character) }
  }

  private mutating func keep(_ cut: [Character]) { if !cut.isEmpty { killed = cut } }

  private mutating func takeWordLeft() -> [Character] {
    var taken: [Character] = []
    while let last = left.last, !last.isLetter {
      taken.insert(last, at: 0)
      left.removeLast()
    }
    while let last = left.last, last.isLetter {
      taken.insert(last, at: 0)
      left.removeLast()
    }
    return taken
  }

  private mutating func takeWordRight() -> [Character] {
    var taken: [Character] = []
    while let next = right.first, !next.isLetter {
      taken.append(next)
      right.removeFirst()
    }
    while let next = right.first, next.isLetter {
      taken.append(next)
      right.removeFirst()
    }
    return taken
  }
}

@Suite("A line being edited") struct TextFieldTests {
  static let keys: [Key] =
    [
      .left, .right, .home, .end, .wordLeft, .wordRight, .backspace, .delete, .wordBackspace,
      .character("a"), .character(" "), .character("ß"), .character("田"), .character("?"),
      .character("q"), .paste("two\nwords"), .paste("tab\there"),
    ] + "abefdhwukyx".map { Key.control($0) } + "bfd".map { Key.alt($0) } + [.enter, .tab, .up]

  @Test("does what two heaps of characters do", arguments: 0..<50)
  func model(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    var line = TextField(limit: 20)
    var model = Model(limit: 20)
    for step in 0..<400 {
      let key = Self.keys.randomElement(using: &random) ?? .left
      _ = line.react(to: key)
      model.react(to: key)
      #expect(
        line.clusters == model.left + model.right && line.cursor == model.left.count
          && line.killed == model.killed, "seed \(seed), step \(step), \(key)")
    }
  }

  @Test("never stands inside a cluster, whatever joins what", arguments: 0..<50)
  func clusters(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    var line = TextField(limit: 12)
    let joining: [Key] = [
      "e", "\u{301}", "🇩", "🇪", "👩", "\u{200D}", "🏽", "\u{FE0F}", "ก", "\u{E33}",
    ]
    .map { .character($0) }
    for _ in 0..<400 {
      _ = line.react(to: (joining + Self.keys).randomElement(using: &random) ?? .left)
      #expect(line.clusters == Array(line.text))
      #expect((0...line.clusters.count).contains(line.cursor))
      #expect(line.clusters.count <= 12)
    }
  }

  @Test(
    "leaves keys that edit nothing to others", arguments: [Key.enter, .escape, .tab, .up, .down])
  func others(_ key: Key) {
    var line = TextField("text")
    let before = line
    let took1 = line.react(to: key)
    #expect(!took1)
    #expect(line == before)
  }

  @Test("takes a paste's lines as it was told")
  func pasting() {
    var separated = TextField(pasting: .separated(by: "; "))
    let took2 = separated.react(to: .paste("one\r\ntwo\n\nthree\n"))
    #expect(took2)
    #expect(separated.text == "one; two; three")
    var refused = TextField("x", pasting: .refused)
    let took3 = refused.react(to: .paste("delete 240"))
    #expect(!took3)
    #expect(refused.text == "x")
  }

  @Test("says where it differs from what must be typed")
  func comparison() {
    func compare(_ value: String) -> Field.Comparison? {
      Field("Phrase", value: value, expected: "delete 240 x").comparison
    }
    #expect(compare("  ") == .empty)
    #expect(compare(" delete 24") == .beginning)
    #expect(compare(" delete 240 x ") == .same)
    #expect(compare("delete 24 x") == .differs(after: "delete 24"))
    #expect(compare("delete 240 xy") == .differs(after: "delete 240 x"))
    #expect(Field("Phrase", value: "any").comparison == nil)
  }
}
