import PseudoTerminal
import Testing

@Suite("A support engineer who reads the screens") struct StoryTests {
  typealias Answers = [(sees: String, does: NaiveDriver.Move)]

  /// What every story has in common: intake, questions, verification, hand-off, closing.
  static let common: Answers = [
    ("New case", .choose("New case")),
    ("What does the user see?", .choose("The admin gets in, and nobody else does")),
    ("in the list, and enabled?", .choose("Yes, and it is enabled")),
    ("Does access work now?", .choose("An ordinary user signed in")),
    ("W6: who needs", .choose("Nobody")),
    ("How does the case end?", .choose("Resolved")),
  ]

  @Test("gets from the first screen to a closed case by consenting again (Option 2A)")
  func consentAgain() throws {
    let driver = try NaiveDriver()
    try driver.walk(
      Self.common + [
        ("Consent", .choose("Consent again")),
      ], until: "The case is closed")
  }
}
