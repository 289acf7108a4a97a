import PseudoTerminal
import Testing

@Suite("After a power cut") struct PowerCutTests {
  @Test("the case is where it was, on any screen of a removal")
  func powerCuts() throws {
    let driver = try NaiveDriver()
    for move in StoryTests.gentlerWays + StoryTests.toTheWarning {
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
      .contains { screen.lines[1].contains($0) } || screen.shows("that is what they see")
  }

  /// Cuts the power, starts again without a word, and takes the case up where it is offered.
  private func cutAndReturn(_ driver: NaiveDriver, waitingFor wait: String) throws {
    try driver.killAndReturn()
    try driver.terminal.expect("the case and what it waits for") {
      $0.shows("Case 1") && $0.shows(wait)
    }
    try driver.make(.choose("Case 1"))
  }

  @Test("assigning users (Option 1) goes on at its step, to a closed case")
  func assign() throws {
    let driver = try NaiveDriver()
    try driver.make([
      .choose("New case"), .choose("Blocked unless specifically assigned"),
      .choose("Yes, consent"), .choose("Assign users"), .type("ac9c819f843e"),
      .type("anna@contoso.example, kim@contoso.example"), .press("c"), .press("1"), .press("1"),
    ])
    let title = driver.terminal.screen.lines[1]
    #expect(driver.terminal.screen.shows("Should appear"))
    let orders = try driver.orders(in: 1)
    try cutAndReturn(driver, waitingFor: "assign")
    try driver.terminal.expect("Interrupted")
    try driver.make(.press("c"))
    try driver.terminal.expect("the step it was left on: \(title)") { $0.lines[1] == title }
    #expect(try driver.orders(in: 1) == orders, "nothing is ordered anew")
    try driver.walk(StoryTests.common, until: "Show the report")
    #expect(driver.terminal.screen.shows("Resolved"))
  }

  @Test("consenting again (Option 2A) goes on at its step, to a closed case")
  func consentAgain() throws {
    let driver = try NaiveDriver()
    try driver.make(Array(StoryTests.gentlerWays.prefix(7)))
    let title = driver.terminal.screen.lines[1]
    #expect(driver.terminal.screen.shows("Should appear"))
    let orders = try driver.orders(in: 1)
    try cutAndReturn(driver, waitingFor: "consent")
    try driver.terminal.expect("Interrupted")
    try driver.make(.press("c"))
    try driver.terminal.expect("the step it was left on: \(title)") { $0.lines[1] == title }
    #expect(try driver.orders(in: 1) == orders, "nothing is ordered anew")
    try driver.walk(StoryTests.common, until: "Show the report")
    #expect(driver.terminal.screen.shows("Resolved"))
  }

  @Test("in the middle of a deletion it is asked whether it happened, and nothing is repeated")
  func duringDeletion() throws {
    let driver = try NaiveDriver()
    try driver.make(StoryTests.gentlerWays + StoryTests.toTheWarning)
    try driver.make(Array(StoryTests.fromTheWarning.prefix(1)))
    #expect(driver.terminal.screen.shows("Should appear"))
    let orders = try driver.orders(in: 1)
    try cutAndReturn(driver, waitingFor: "delete")
    try driver.terminal.expect("A deletion is never resumed, only confirmed anew.")
    try driver.make(.choose("It did not happen"))
    #expect(try driver.orders(in: 1) == orders)
    #expect(!driver.terminal.screen.shows("Should appear"))
    // What was known before is asked anew: somebody may have changed it meanwhile.
    try driver.terminal.expect("assigned, directly or by a group?")
  }

  @Test("after the deletion the case is offered as an emergency, and goes on to a closed one")
  func afterDeletion() throws {
    let driver = try NaiveDriver()
    try driver.make(StoryTests.gentlerWays + StoryTests.toTheWarning)
    try driver.make(Array(StoryTests.fromTheWarning.prefix(4)))
    try driver.terminal.expect("Add the application again")
    let title = driver.terminal.screen.lines[1]
    try cutAndReturn(driver, waitingFor: "the application is missing")
    try driver.terminal.expect("the screen it was left on: \(title)") { $0.lines[1] == title }
    try driver.make(Array(StoryTests.fromTheWarning.dropFirst(4)))
    try driver.terminal.expect("Show the report")
  }

  @Test("the case is where it was, on any screen between a removal and a closed case")
  func powerCutsAfterwards() throws {
    let driver = try NaiveDriver()
    try driver.make(StoryTests.gentlerWays + StoryTests.toTheWarning)
    try driver.make(Array(StoryTests.fromTheWarning.prefix(3)))
    for move in StoryTests.fromTheWarning.dropFirst(3) {
      try driver.make(move)
      let before = driver.terminal.screen
      guard !before.shows("Show the report"), !Self.isLayer(before) else { continue }
      let title = before.lines[1]
      try driver.killAndReturn(["--case", "1"])
      if before.shows("Should appear") {
        try driver.terminal.expect("Interrupted")
        try driver.make(.press("c"))
      }
      try driver.terminal.expect("the screen it was left on: \(title)") { $0.lines[1] == title }
    }
    try driver.terminal.expect("Show the report")
  }
}
