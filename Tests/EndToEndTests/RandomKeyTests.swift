import Glibc
import PseudoTerminal
import Testing

@Suite("Keys at random, in bursts") struct RandomKeyTests {
  /// Chance with a seed.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// What fingers that fidget press.
  static let fidgeting = ["\r", " ", "y", "\t"] + (0...9).map(String.init)

  /// Everything on a keyboard, and beside it, but Ctrl-S, which would hold the plain page's line.
  static let keyboard: [String] = {
    let printable = (0x20...0x7e).map { String(UnicodeScalar(UInt8($0))) }
    let controls = (0x01...0x1f).filter { $0 != 0x13 }.map { String(UnicodeScalar(UInt8($0))) }
    let moving = ["A", "B", "C", "D", "H", "F", "Z", "5~", "6~", "3~", "1;5C"].map {
      "\u{1b}[" + $0
    }
    let oddities = [
      "\u{1b}", "\u{1b}q", "\u{1b}[<0;5;5M", "\u{1b}[99~", "é", "漢",
      "\u{1b}[200~pasted\nc\u{1b}[201~",
    ]
    return printable + controls + moving + moving + ["\r", "\r", "\r"] + oddities
  }()

  /// Sends bursts, and starts the program again whenever they have left it in order.
  private func press(
    _ count: Int, of keys: [String], seed: UInt64, to driver: NaiveDriver
  ) throws {
    var random = Seeded(state: seed)
    var left = count
    while left > 0 {
      let burst = (0..<min(left, 100)).map { _ in keys[Int.random(in: keys.indices, using: &random)]
      }
      left -= burst.count
      do { try driver.terminal.send(burst.joined()) } catch {
        try #require(driver.terminal.ending != nil, "seed \(seed), \(left) left: \(error)")
      }
      driver.settle()
      guard let ending = driver.terminal.ending else { continue }
      let isInOrder = [.exited(0), .exited(130), .signaled(SIGINT), .signaled(SIGQUIT)].contains(
        ending)
      try #require(isInOrder, "seed \(seed), \(left) left: \(ending)")
      try driver.terminal.wait()
      try #require(driver.terminal.changes.isEmpty, "seed \(seed), \(left) left")
      try driver.comeBack()
    }
  }

  @Test("crash nothing, and the terminal is given back", arguments: [1, 2, 3, 4] as [UInt64])
  func keyboard(_ seed: UInt64) throws {
    let driver = try NaiveDriver()
    try press(5_000, of: Self.keyboard, seed: seed, to: driver)
    driver.terminal.signal(SIGTERM)
    #expect(try driver.terminal.wait() == .signaled(SIGTERM))
    #expect(driver.terminal.changes.isEmpty)
    #expect(try driver.output(of: ["cases", "verify"]).contains("damaged") == false)
  }

  @Test("order nothing without c", arguments: [5, 6] as [UInt64])
  func withoutC(_ seed: UInt64) throws {
    let driver = try NaiveDriver()
    try press(2_000, of: Self.keyboard.filter { !$0.contains("c") }, seed: seed, to: driver)
    for number in try driver.cases() { #expect(try driver.orders(in: number).isEmpty) }
  }

  /// Where fidgeting begins, and what was ordered to get there.
  static let places: [(name: String, moves: [NaiveDriver.Move])] = [
    ("home", []),
    ("findings", Array(StoryTests.gentlerWays.prefix(3))),
    ("confirming a consent", Array(StoryTests.gentlerWays.prefix(6))),
    ("a step of the portal", Array(StoryTests.gentlerWays.prefix(7))),
    ("the typed warning", StoryTests.gentlerWays + StoryTests.toTheWarning),
  ]

  @Test(
    "Enter, Space, y, Tab and digits never order a deletion or a consent",
    arguments: places.indices)
  func fidget(at place: Int) throws {
    let driver = try NaiveDriver()
    try driver.make(Self.places[place].moves)
    let before = try driver.cases().isEmpty ? [] : driver.orders(in: 1)
    try press(2_000, of: Self.fidgeting, seed: UInt64(place + 1), to: driver)
    for number in try driver.cases() {
      #expect(try driver.orders(in: number) == (number == 1 ? before : []))
    }
  }
}
