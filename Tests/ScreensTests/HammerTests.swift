import Cells
import Entra
import Remediation
import Testing

@testable import Screens

/// Keys hit at random: none of them orders anything but `c` and the typed phrase.
@Suite("Hammering on the keys") struct HammerTests {
  static let idle: [Key] = [.enter, .character(" "), .character("y"), .tab] + digits
  private static let digits = (0...9).map { Key.character(Character("\($0)")) }

  /// Where the phrase is typed already, the deletion is a person's word away.
  static let places = Place.all.filter { $0.name != "stop-typed" }

  @Test("Enter, Space, y, Tab and digits order nothing from any screen", arguments: places)
  func idle(_ place: Place) {
    let seed = UInt64.random(in: 0 ... .max)
    var fidget = Fidget(from: place.player, seed: seed)
    for _ in 0..<10_000 {
      guard let ordered = fidget.press() else { continue }
      Issue.record("\(place.name), seed \(seed): ordered \(ordered)")
      return
    }
  }

  @Test("anything at all orders only by c or the phrase", arguments: [1, 2, 3, 4] as [UInt64])
  func anything(_ seed: UInt64) {
    var monkey = Monkey(seed: seed)
    for count in 1...25_000 {
      monkey.hit()
      if let fault = monkey.fault {
        Issue.record("seed \(seed), key \(count): \(fault)")
        return
      }
    }
    #expect(monkey.ordered.count > 5, "the keys led nowhere: \(monkey.ordered)")
  }
}

/// Somebody who hits every key there is, pastes what should not be pasted and pulls at the window.
private struct Monkey {
  private var player = Player()
  private var random: Seeded
  private var hits = 0
  /// What went wrong.
  private(set) var fault: String?
  /// The names of all that was ordered.
  private(set) var ordered: Set<String> = []

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func hit() {
    hits += 1
    if hits.isMultiple(of: 500) { jump() }
    switch Int.random(in: 0..<100, using: &random) {
    case 0: resize()
    case 1: player.reopen()
    case 2: typeRightly()
    case 3...8: press(.character("c"))
    case 9...50: press(HammerTests.idle.randomElement(using: &random) ?? .enter)
    case 51...54: press(.paste(Self.pastes.randomElement(using: &random) ?? ""))
    default: press(Self.keys.randomElement(using: &random) ?? .enter)
    }
    if hits.isMultiple(of: 200) { look() }
  }

  private mutating func press(_ key: Key) {
    let before = player
    player.press(key)
    guard player.orders.count > before.orders.count else { return }
    for order in player.orders[before.orders.count...] {
      ordered.insert(order.name)
      let typed = before.view.line.text.split(separator: " ").joined(separator: " ")
      let isMeant =
        order.name == "deleteServicePrincipal"
        ? before.page.isStop && typed == before.opened?.matter.phrase : key == .character("c")
      if !isMeant { fault = "\(key) ordered \(order.name) on:\n\(before.text)" }
    }
  }

  /// To anywhere, so that the keys also fall where they would hardly lead.
  private mutating func jump() {
    let size = player.size
    player = Place.all.randomElement(using: &random)?.player ?? Player()
    player.size = size
  }

  private mutating func resize() {
    player.size = Size(
      columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random)
    )
    if player.frame.size != player.size { fault = "a frame of another size" }
  }

  /// What a person would type there, so that the keys get further than to the first field.
  private mutating func typeRightly() {
    guard player.page.isTyping, let matter = player.opened?.matter else { return }
    let text =
      switch matter.prompt {
      case .identification: "ac9c819f843e"
      case .tenant: "contoso.example"
      case .list: "dana@contoso.example"
      case .phrase: matter.phrase ?? ""
      default: "a reason"
      }
    press(.control("a"))
    press(.control("k"))
    for character in text { press(.character(character)) }
  }

  private mutating func look() {
    let size = player.size
    guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else { return }
    for charset in Layout.Charset.allCases {
      let broken = FrameRules.violations(of: player.page, size: size, charset: charset)
      if !broken.isEmpty { fault = "\(size) \(charset): \(broken)\n\(player.text)" }
    }
  }

  private static let keys: [Key] =
    [
      .escape, .backTab, .backspace, .wordBackspace, .delete, .insert, .up, .down, .left, .right,
      .wordLeft, .wordRight, .home, .end, .pageUp, .pageDown, .pasteTooLong(9_000_000),
    ] + (1...12).map(Key.function) + "abcdefghijklmnopqrstuvwxyz".map(Key.control)
    + "bdfxyz".map(Key.alt) + (32..<127).map { Key.character(Character(UnicodeScalar($0))) }
    + ["é", "田", "\u{1F469}\u{200D}\u{1F4BB}", "\u{202E}", "\u{301}"].map(Key.character)
    + [.mouse(Key.Mouse(.press, at: Position(row: 99, column: 999)))]

  private static let pastes = [
    "", "\n\n\n", "c", "delete 240 contoso.example", "{}", "a grant", "cut off",
    "facd4a2d-cbd2-4095-bfa8-ac9c819f843e", "AADSTS65001", "dana@contoso.example\n",
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{202E}\u{2066}evil\u{0}",
    String(repeating: "x", count: 9_000),
    String(repeating: "[", count: 100_000), "C:\\Users\\dana\\list.csv", "../../etc/passwd",
  ]
}
