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

  @Test("leaves by Ctrl-C twice, and is told how to go on")
  func leave() throws {
    let driver = try NaiveDriver()
    try driver.make([.choose("New case"), .choose("\"Need admin approval\""), .press("\u{3}")])
    try driver.terminal.expect("Leave Regrant?")
    try driver.terminal.send("\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.screen.shows("Go on with: regrant --case 1"))
    #expect(driver.terminal.changes.isEmpty)
  }
}
