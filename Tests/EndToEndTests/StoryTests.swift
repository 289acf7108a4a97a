import PseudoTerminal
import Testing

@Suite("A support engineer who reads the screens") struct StoryTests {
  /// What every story has in common: intake, questions, verification, hand-off, closing.
  static let common: [(sees: String, does: NaiveDriver.Move)] = [
    ("New case", .choose("New case")),
    ("How does the case end?", .choose("Resolved")),
  ]

  @Test("gets from the first screen to a closed case by consenting again")
  func consentAgain() throws {
    let driver = try NaiveDriver()
    try driver.walk(
      [
        ("What does the user see?", .choose("The admin gets in, and nobody else does")),
      ] + Self.common, until: "The case is closed")
  }
}
