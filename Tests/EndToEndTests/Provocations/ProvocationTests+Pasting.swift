import PseudoTerminal
import Testing

extension ProvocationTests {
  /// A field, and the way to it from the first screen.
  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let moves: [NaiveDriver.Move]
  }

  /// Every kind of field there is.
  static let fields = [
    Place(testDescription: "the symptom", moves: [.choose("New case")]),
    Place(testDescription: "a note", moves: [.choose("New case"), .press("!")]),
    Place(
      testDescription: "the customer",
      moves: Array(StoryTests.gentlerWays.prefix(3)) + [
        .press("e"), .choose("Customer, ticket"), .choose("Customer"),
      ]),
    Place(
      testDescription: "the Application ID",
      moves: [
        .choose("New case"), .choose("Blocked unless specifically assigned"),
        .choose("Yes, consent"), .choose("Assign users"),
      ]),
    Place(
      testDescription: "who is to be assigned",
      moves: [
        .choose("New case"), .choose("Blocked unless specifically assigned"),
        .choose("Yes, consent"), .choose("Assign users"), .type("ac9c819f843e"),
      ]),
    Place(
      testDescription: "why a way is not tried",
      moves: Array(StoryTests.gentlerWays.prefix(19))),
    Place(
      testDescription: "what a command printed",
      moves: StoryTests.gentlerWays + StoryTests.toTheWarning.prefix(3)),
    Place(
      testDescription: "the tenant's domain",
      moves: StoryTests.gentlerWays + StoryTests.toTheWarning.prefix(7)),
    Place(
      testDescription: "the phrase",
      moves: StoryTests.gentlerWays + StoryTests.toTheWarning),
  ]

  /// What nobody means to paste, as the terminal would pass it on.
  private static let attacks: [[UInt8]] = [
    Array("\u{1b}[2J\u{1b}[?1049l\u{1b}]0;owned\u{7}\u{9b}31m\u{1b}c".utf8),
    Array("\u{202e}\u{2066}gnp.exe\u{202c}\u{200b}\u{feff}\u{e0041}".utf8),
    [0x61, 0xff, 0xfe, 0xc3, 0x28, 0xe2, 0x82, 0x62], [0x61, 0, 0, 0x62],
    Array(repeating: UInt8(ascii: "["), count: 100_000),
    Array(String(repeating: "{\"a\":", count: 20_000).utf8),
    Array(("a" + String(repeating: "\u{301}", count: 500) + "👨‍👩‍👧‍👦\t\r\n\tx").utf8),
  ]

  /// Pastes bytes, and waits until the program has taken them.
  private func paste(_ bytes: [UInt8], into driver: NaiveDriver) throws {
    try driver.terminal.send(bytes: Array("\u{1b}[200~".utf8) + bytes + Array("\u{1b}[201~".utf8))
    try fence(driver)
  }

  /// The screen's own rows are where they belong, and nothing on it is obeyed or hidden.
  private func expectWhole(_ screen: Screen, _ what: Comment) {
    #expect(screen.lines[0].hasPrefix("  Regrant   "), what)
    #expect(screen.lines[23].hasSuffix(" help"), what)
    #expect(screen.cells.allSatisfy { $0.count == 80 }, what)
    #expect(screen.lines.joined().harmful.isEmpty, what)
    #expect(screen.modes == [1049, 2004] && screen.title.isEmpty, what)
  }

  @Test(
    "10, 16: whatever is pasted stays in its field, and is taken or refused in words",
    arguments: fields)
  func hostilePaste(_ place: Place) throws {
    let driver = try home()
    try driver.make(place.moves)
    var tabs = 0
    while !driver.terminal.screen.lines[driver.terminal.screen.cursorRow].contains("[") {
      try #require(tabs < 3, "no field on:\n\(driver.terminal.screen.text)")
      try driver.make(.press("\t"))
      tabs += 1
    }
    for (number, attack) in Self.attacks.enumerated() {
      try paste(attack, into: driver)
      expectWhole(driver.terminal.screen, "attack \(number)")
    }
    try driver.terminal.send("\r")
    try fence(driver)
    expectWhole(driver.terminal.screen, "after Enter")
    for number in try driver.cases() {
      #expect(try driver.output(of: ["cases", "report", "\(number)"]).harmful.isEmpty)
      #expect(try driver.orders(in: number).allSatisfy { $0.contains("Consent again") })
    }
  }

  @Test("10: a paste of 10 MB in one line is refused in words, and the next key works")
  func hugePaste() throws {
    let driver = try intake(typing: true)
    try paste(Array(repeating: UInt8(ascii: "x"), count: 10_000_000), into: driver)
    expectWhole(driver.terminal.screen, "after the paste")
    try driver.make(.press("\t"))
  }
}
