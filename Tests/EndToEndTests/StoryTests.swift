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
        ("How is consent to be given?", .choose("sign in")),
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
}
