import Entra
import Remediation
import Testing

@Suite("Editing an earlier answer") struct EditingTests {
  @Test("is possible to every question that was answered, and to no other")
  func whatCanBeRevised() throws {
    var call = Call()
    #expect(!call.opened.canRevise(.object))
    try call.say(.reported(.other))
    try call.answer(Known(consent: .shut, isRequired: true, assignment: .shut))
    for question in [Question.object, .consent, .requirement, .assignment(person: 0)] {
      #expect(call.opened.canRevise(question))
    }
    for question in [
      Question.account(person: 0), .nexeticRole, .roles, .assignment(person: 1),
      .assignment(person: -1),
    ] {
      #expect(!call.opened.canRevise(question))
      let input = Input.answered(.question(question), .fact(question.choices[0]))
      #expect(call.opened.refusal(of: input) == .guarded(.answerNamesPrompt))
    }
  }

  @Test("takes no answer that does not fit the question")
  func misfit() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: .shut, isRequired: true, assignment: .shut))
    let answers: [Answer] = [
      .fact(.nexeticRole(.open)), .lastBlock("x"), .phrase("x"), .access(.nobody), .unknown,
    ]
    for answer in answers {
      #expect(call.opened.refusal(of: .answered(.question(.consent), answer)) == .misfit)
    }
  }

  /// One edit of a prepared 2B, and what of it is left.
  struct Row: Sendable {
    let edit: Input
    var isIdentified = true
    var hasSnapshot = true
    var hasAppearance = true
    var hasRoutes = true
    var isPreparing = true
    var keepsDomain = true
  }

  static let rows = [
    // The same again drops nothing.
    Row(edit: .answered(.question(.object), .fact(.object(.present)))),
    Row(edit: .answered(.question(.consent), .fact(.consent(.shut)))),
    // Switched off is still the same object.
    Row(edit: .answered(.question(.object), .fact(.object(.disabled)))),
    // Another object, or none: everything that was said of it.
    Row(
      edit: .answered(.question(.object), .fact(.object(.notSeen))), isIdentified: false,
      hasSnapshot: false, hasAppearance: false, hasRoutes: false, isPreparing: false),
    Row(
      edit: .observed(.object(.readded)), isIdentified: false, hasSnapshot: false,
      hasAppearance: false, hasRoutes: false, isPreparing: false),
    // Another admin: what that admin saw, nothing else.
    Row(
      edit: .answered(.question(.roles), .fact(.roles([.privilegedRoleAdministrator]))),
      hasAppearance: false, hasRoutes: false),
    Row(edit: .observed(.adminChanged), hasAppearance: false, hasRoutes: false),
    // Properties: the snapshot that holds them.
    Row(
      edit: .answered(.question(.requirement), .fact(.assignmentRequired(false))),
      hasSnapshot: false),
    Row(edit: .observed(.contentChanged), hasSnapshot: false),
    // W3 said anew, and the domain.
    Row(edit: .answered(.appearance, .appearance(.noPrompt))),
    Row(edit: .answered(.appearance, .appearance(.declined))),
  ]

  @Test("drops exactly what depended on it", arguments: rows)
  func dependants(_ row: Row) throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(row.edit)
    #expect(call.opened.isIdentified == row.isIdentified)
    #expect((call.opened.snapshot != nil) == row.hasSnapshot)
    #expect((call.opened.appearance != nil) == row.hasAppearance)
    #expect((call.opened.status(of: .link) != .untried) == row.hasRoutes)
    #expect((call.opened.intent != nil) == row.isPreparing)
    #expect((call.opened.domain != nil) == row.keepsDomain)
    #expect(call.opened.loss.happened == (row.edit == .observed(.object(.readded))))
  }

  @Test("of W3 judges the way again: a refusal stands against replacing")
  func appearance() throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(.answered(.appearance, .appearance(.declined)))
    #expect(call.opened.status(of: .signIn) == .refused)
    let phrase = Input.answered(.phrase(240), .phrase("delete 240 contoso.example"))
    #expect(call.opened.refusal(of: phrase) != nil)
  }

  @Test("of consent takes the 2B that rested on it away")
  func consentOpen() throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(.answered(.question(.consent), .fact(.consent(.open))))
    let phrase = Input.answered(.phrase(240), .phrase("delete 240 contoso.example"))
    #expect(call.opened.refusal(of: phrase) != nil)
  }

  @Test("of the domain means another tenant, and so another object and another phrase")
  func domain() throws {
    var call = Call()
    try call.prepareReplace()
    let other = try #require(DomainName("fabrikam.example"))
    try call.say(.answered(.tenant, .domain(other)))
    #expect(call.opened.prompt == .identification)
    try call.identify()
    #expect(call.opened.prompt == .snapshot)
    try call.say(.snapshotCompleted(.some()))
    #expect(call.opened.phrase == "delete 240 fabrikam.example")
    let old = Input.answered(.phrase(240), .phrase("delete 240 contoso.example"))
    #expect(call.opened.refusal(of: old) == .guarded(.lossAcknowledged))
  }

  @Test("ends where a delete was ordered")
  func irreversible() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    let edits: [Input] = [
      .answered(.question(.consent), .fact(.consent(.open))),
      .answered(.question(.object), .fact(.object(.present))),
      .answered(.question(.requirement), .fact(.assignmentRequired(false))),
    ]
    for edit in edits { #expect(call.opened.refusal(of: edit) == .irreversible) }
    try call.end(.done)
    let consent = Input.answered(.question(.consent), .fact(.consent(.open)))
    #expect(call.opened.refusal(of: consent) != nil)
    // What turned out to be so is taken in all the same.
    #expect(call.opened.refusal(of: .observed(.consent(.open))) == nil)
  }

  @Test("of who needs access is possible until the end")
  func access() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: .open, isRequired: false, account: .open, nexeticRole: .open))
    try call.say(.verified(.ordinaryUser), .answered(.access, .access(.nobody)))
    try call.say(.answered(.access, .access(.namedPeople)))
    #expect(call.opened.access == .namedPeople)
  }

  @Test("of an unknown one is possible, too")
  func passed() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: nil, isRequired: false))
    try call.say(.answered(.question(.consent), .fact(.consent(.open))))
    #expect(call.opened.facts.consent == .open)
    #expect(!call.opened.isPassed(.consent))
  }
}
