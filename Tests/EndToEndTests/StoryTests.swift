import PseudoTerminal
import Testing

@Suite("A support engineer who reads the screens") struct StoryTests {
  typealias Answers = [(sees: String, does: NaiveDriver.Move)]

  /// What every story has in common; what a story says itself comes first.
  static let common: Answers = [
    ("New case", .choose("New case")),
    ("What does the user see?", .choose("The admin gets in, and nobody else does")),
    ("in the list, and enabled?", .choose("Yes, and it is enabled")),
    ("Is there admin consent for the whole", .choose("No, none is listed")),
    ("What does \"Assignment required?\" say?", .choose("No, assignment is not required")),
    ("assigned, directly or by a group?", .choose("No, not assigned")),
    ("sign in to other Microsoft apps?", .choose("Yes, other apps work")),
    ("show after they sign in?", .choose("They get to the backup")),
    ("Which role does the admin hold", .choose("Global Administrator")),
    ("W1: what is the last block", .type("ac9c819f843e")),
    ("main domain?", .type("contoso.example")),
    ("Does access work now?", .choose("An ordinary user signed in")),
    ("W6: who needs", .choose("Nobody")),
    ("How does the case end?", .choose("Resolved")),
    ("Press c", .press("c")),
    ("Should appear", .press("1")),
  ]

  @Test("gets from the first screen to a closed case by consenting again (Option 2A)")
  func consentAgain() throws {
    let driver = try NaiveDriver()
    try driver.walk(
      [
        ("How is consent to be given?", .choose("Sign in and tick the box")),
        ("Everything else, and why not", .choose("Consent again")),
      ] + Self.common, until: "Show the report")
    #expect(driver.terminal.screen.shows("Resolved"))
  }

  @Test("gets from the first screen to a closed case by assigning users (Option 1)")
  func assign() throws {
    let driver = try NaiveDriver()
    try driver.walk(
      [
        ("Is there admin consent for the whole", .choose("Yes, consent for the organization")),
        ("What does \"Assignment required?\" say?", .choose("Yes, assignment is required")),
        ("Who is to be assigned?", .type("anna@contoso.example, kim@contoso.example")),
        ("Everything else, and why not", .choose("Assign users")),
      ] + Self.common, until: "Show the report")
    #expect(driver.terminal.screen.shows("Resolved"))
  }

  /// Consent is tried in every gentler way, and nothing helps.
  static let gentlerWays: [NaiveDriver.Move] = [
    .choose("New case"), .choose("\"Need admin approval\""),
    .choose("No, assignment is not required"), .choose("Consent again"),
    .choose("Global Administrator"), .choose("Sign in and tick"), .press("c"),
    .choose("It looks different"), .choose("No prompt"), .choose("Yes, that is"),
    .choose("Consent again"), .choose("The admin-consent link"), .press("c"), .press("\r"),
    .choose("It still fails: need admin"), .choose("It still fails: waited"),
    .choose("Consent again"), .choose("A way can't"),
    .choose("\"Grant admin consent\""), .type("the button is greyed out"), .press("\u{1b}"),
  ]

  /// From the findings to the typed warning.
  static let toTheWarning: [NaiveDriver.Move] = [
    .choose("Remove and re-add"), .type("ac9c819f843e"), .choose("Paste what it printed"),
    .paste(Output.snapshot), .choose("A way can't"), .choose("A grant through Microsoft Graph"),
    .type("nobody may write grants"), .type("contoso.example"),
  ]

  /// From the typed warning to a closed case.
  static let fromTheWarning: [NaiveDriver.Move] = [
    .typePhrase(thenChoose: "Delete and go on"), .press("\r"), .press("\r"), .press("\r"),
    .choose("Add the application again"), .press("c"), .press("\r"),
    .choose("Put"), .press("c"), .press("\r"), .press("\r"), .press("\r"),
    .choose("Consent again"), .choose("The admin-consent link"), .press("c"), .press("\r"),
    .choose("Assign"), .type("ac9c819f843e"), .press("c"), .press("\r"), .press("\r"),
    .choose("Paste what it printed"), .paste(Output.afterwards),
    .choose("An ordinary user"), .choose("Nobody"), .choose("Resolved"),
  ]

  @Test("gets to a closed case by removing and re-adding, everything put back (Option 2B)")
  func replace() throws {
    let driver = try NaiveDriver()
    try driver.make(Self.gentlerWays)
    try driver.make(Self.toTheWarning)
    try driver.terminal.expect("STOP")
    try driver.make(Self.fromTheWarning)
    try driver.terminal.expect("Show the report")
  }

  @Test("finds the case where it was, after a power cut on any screen of a removal")
  func powerCuts() throws {
    let driver = try NaiveDriver()
    for move in Self.gentlerWays + Self.toTheWarning {
      try driver.make(move)
      let before = driver.terminal.screen
      guard !before.shows("New case"), !Self.isLayer(before) else { continue }
      try driver.killAndReturn(["--case", "1"])
      let title = before.lines[1]
      if before.shows("Should appear") {
        try driver.terminal.expect("Interrupted")
        try driver.make(.press("c"))
      }
      try driver.terminal.expect("the screen it was left on: \(title)") { $0.lines[1] == title }
    }
  }

  /// What lies over a screen is looked at, not said: it is gone after a power cut.
  private static func isLayer(_ screen: Screen) -> Bool {
    ["Paste what it printed", "It looks different", "Which way", "Why not", "Before it counts"]
      .contains {
        screen.lines[1].contains($0)
      } || screen.shows("that is what they see")
  }

  @Test("never deletes by what was typed before the warning could be read")
  func typeAhead() throws {
    let driver = try NaiveDriver()
    try driver.make(Self.gentlerWays)
    try driver.make(Array(Self.toTheWarning.dropLast()))
    driver.settle()
    try driver.terminal.send("contoso.example\rdelete 4 contoso.example\t\u{1b}[B\r\r")
    try driver.terminal.expect("STOP")
    try driver.terminal.expect("was dropped")
    driver.settle()
    #expect(driver.terminal.screen.shows("Nothing typed yet."))
    #expect(!driver.terminal.screen.shows("Should appear"))
  }

  @Test("never deletes by keys pressed at random in bursts on the warning", arguments: 1...3)
  func hammer(_ seed: UInt64) throws {
    let driver = try NaiveDriver()
    try driver.make(Self.gentlerWays)
    try driver.make(Self.toTheWarning)
    var random = seed
    let keys = ["\r", " ", "y", "\t", "1", "2", "c"]
    for _ in 0..<200 {
      let burst = (0..<10).map { _ -> String in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return keys[Int(random >> 33) % keys.count]
      }
      try driver.terminal.send(burst.joined())
    }
    driver.settle()
    try driver.killAndReturn(["--case", "1", "--plain"])
    try driver.terminal.expect("case 1") { $0.shows("case 1") || $0.shows("Case 1") }
    #expect(!driver.terminal.screen.shows("This was ordered"))
    #expect(!driver.terminal.screen.shows("deleted"))
  }

  @Test("is told who holds a case that is open elsewhere")
  func held() throws {
    let first = try NaiveDriver()
    try first.make([.choose("New case"), .choose("\"Need admin approval\"")])
    let second = try NaiveDriver(["--case", "1"], in: first.folder)
    try second.terminal.expect("process \(first.terminal.processID)")
  }

  @Test("loses nothing and types nothing through while the window is too small")
  func tooSmall() throws {
    let driver = try NaiveDriver()
    try driver.make([.choose("New case"), .choose("\"Need admin approval\"")])
    let before = driver.terminal.screen
    driver.terminal.resize(columns: 10, rows: 3)
    try driver.terminal.expect("the small notice") { $0.shows("Enlarge") }
    try driver.terminal.send("1\r2\r")
    driver.settle()
    driver.terminal.resize(columns: 80, rows: 24)
    try driver.terminal.expect("the same screen") { $0.lines == before.lines }
  }

  @Test("leaves by Ctrl-C twice, and is told how to go on")
  func leave() throws {
    let driver = try NaiveDriver()
    try driver.make([.choose("New case"), .choose("\"Need admin approval\""), .press("\u{3}")])
    try driver.terminal.expect("Leave Regrant?")
    try driver.terminal.send("\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.screen.shows("Go on with: regrant --case 1"))
    #expect(!driver.terminal.screen.isAlternate)
    #expect(driver.terminal.settings == driver.terminal.settingsBefore)
  }

  @Test("has the terminal back after a signal, which ends the program", arguments: [1, 2, 3, 15])
  func signal(_ number: Int32) throws {
    let driver = try NaiveDriver()
    try driver.make([.choose("New case")])
    driver.terminal.signal(number)
    #expect(try driver.terminal.wait() == .signaled(number))
    #expect(!driver.terminal.screen.isAlternate)
    #expect(driver.terminal.settings == driver.terminal.settingsBefore)
  }
}
