import PseudoTerminal
import Testing

@Suite("The practice tenant, in the real program") struct PracticeTests {
  /// What somebody answers on the way through Option 2B, whatever comes first.
  static let answers: StoryTests.Answers = [
    ("Practise on the embedded tenant", .choose("Practise on")),
    ("Which situation?", .choose("default")),
    ("Regrant reads; it changes nothing", .choose("Begin")),
    ("What does the user see?", .choose("The admin gets in, and nobody else does")),
    ("signs in, ticks the box", .choose("ticks the box")),
    ("Why none of these?", .type("the admin is not at hand")),
    ("STOP", .typePhrase(thenChoose: "Delete and go on")),
    ("Which application?", .choose("Nexetic Backup")),
    ("Press c", .press("c")),
    ("None of the others is to be tried", .choose("None of the others")),
    ("How is consent to be given?", .choose("A grant through")),
    ("Remove and re-add (Option 2B)", .choose("Remove and re-add")),
    ("Let the user try to sign in", .choose("Let the user try")),
    ("W6: who needs", .choose("Nobody")),
    ("How does the case end?", .choose("Resolved")),
  ]

  @Test("is walked from the first screen to a closed 2B case with everything back")
  func replace() throws {
    let driver = try NaiveDriver()
    try driver.make([
      .choose("Practise on"), .choose("default"), .choose("Begin"),
      .choose("The admin gets in"), .choose("Consent again"), .choose("Sign in and tick"),
      .press("c"), .choose("ticks the box"), .choose("Consent again"),
    ])
    try driver.walk(Self.answers, until: "Show the report")
    #expect(driver.terminal.screen.shows("Resolved"))
  }

  @Test("is entered at once by connect --simulate") func connect() throws {
    let driver = try NaiveDriver(["connect", "--simulate", "healthy"])
    try driver.make(.choose("Begin"))
    try driver.terminal.expect("the first question") { $0.shows("What does the user see?") }
  }
}
