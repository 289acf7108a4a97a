import Entra
import Remediation
import Testing

@Suite("Consent") struct ConsentingTests {
  /// What an appearance by one route comes to, when consent was `before`.
  struct Row: Sendable {
    let route: ConsentRoute
    let appearance: Appearance
    let before: Judgement
    let consent: Judgement
    let status: RouteStatus
  }

  private static func rows(_ route: ConsentRoute, _ before: Judgement) -> [Row] {
    // Only a sign-in asks for nothing where consent is there: its asking shows that it is not.
    let asked: Judgement = route == .signIn ? .shut : before
    let matrix: [(Appearance, Judgement, RouteStatus)] = [
      (.acceptedForOrganization, .open, .worked),
      (.acceptedForSelf, before == .shut ? .shut : asked, .untried),
      (.noPrompt, before, .ineffective),
      (.noCheckbox, before == .shut ? .shut : asked, .refused),
      (.approvalPage, before == .shut ? .shut : asked, .refused),
      (.declined, before == .shut ? .shut : asked, .refused),
      (.error, before, .refused),
      (.notYet, before, .untried),
      (.notTried, before, .setAside),
    ]
    return matrix.map {
      Row(route: route, appearance: $0.0, before: before, consent: $0.1, status: $0.2)
    }
  }

  private static let everyRow = [ConsentRoute.signIn, .link, .portal].flatMap { route in
    rows(route, .shut) + rows(route, .unknown)
  }

  @Test("comes to what appeared, by every route", arguments: everyRow)
  func appeared(_ row: Row) throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: row.before == .shut ? .shut : nil, isRequired: false))
    try call.consent(row.route, row.appearance)
    #expect(call.opened.facts.consent == row.consent)
    #expect(call.opened.status(of: row.route) == row.status)
    #expect(call.opened.facts.isReaddAwaited == (row.appearance == .notYet))
    #expect(call.opened.intent == nil && call.opened.unsettled.isEmpty)
  }

  @Test("is ineffective by a way that worked, once the gate is seen shut again")
  func ineffective() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.consent(.link, .acceptedForOrganization)
    #expect(call.opened.prompt == .verification)
    try call.say(.observed(.consent(.shut)))
    #expect(call.opened.status(of: .link) == .ineffective)
  }

  @Test("is refused to a role that does not see the checkbox, but not by link (W7)")
  func cloudApplicationAdministrator() throws {
    var call = Call()
    try call.say(.reported(.adminApproval), .chosen(.reconsent))
    try call.answer(Known(roles: [.cloudApplicationAdministrator]))
    #expect(call.opened.refusal(of: .routeChosen(.signIn)) == .guarded(.routeAllowed))
    #expect(call.opened.refusal(of: .routeChosen(.link)) == nil)
    #expect(call.opened.refusal(of: .routeChosen(.portal)) == nil)
    #expect(call.opened.refusal(of: .routeChosen(.graph)) == .scopesUnknown)
    try call.say(.routeChosen(.link))
    #expect(try call.say(.confirmed(.reconsent)) == [.consent(.link)])
  }

  @Test("may be tried by signing in and by link when nobody knows the role (W7)")
  func unknownRole() throws {
    var call = Call()
    try call.say(.reported(.adminApproval), .chosen(.reconsent))
    try call.answer(Known(roles: nil))
    #expect(call.opened.prompt == .route)
    let possible = ConsentRoute.allCases.filter {
      call.opened.refusal(of: .routeChosen($0)) == nil
    }
    #expect(possible == [.signIn, .link])
  }

  @Test("may be given by link where nobody knows how it stands")
  func unknownConsent() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: nil, isRequired: false))
    #expect(call.opened.prompt == .act)
    #expect(call.opened.plan.acts == [.reconsent])
    try call.consent(.link, .acceptedForOrganization, Known(roles: nil))
    #expect(call.opened.prompt == .verification)
  }

  @Test("dies with the admin who tried it: another one may try every way")
  func anotherAdmin() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.consent(.signIn, .noCheckbox, Known(roles: nil))
    #expect(call.opened.status(of: .signIn) == .refused)
    try call.say(.observed(.adminChanged))
    #expect(call.opened.status(of: .signIn) == .untried)
    #expect(call.opened.appearance == nil)
    #expect(call.opened.facts.roles == nil)
  }

  @Test("creates the application where it was never installed")
  func neverInstalled() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(Known(object: .notSeen, absence: .neverInstalled))
    #expect(call.opened.plan.acts == [.reconsent])
    try call.consent(.signIn, .acceptedForOrganization)
    #expect(call.opened.facts.object == .present)
    #expect(!call.opened.loss.isOutstanding)
    #expect(call.opened.prompt == .verification)
    try call.say(.verified(.ordinaryUser), .answered(.access, .access(.nobody)))
    try call.say(.closed(.resolved))
  }

  @Test("tells nothing of an application that nobody looked at, but that it is there")
  func unseen() throws {
    var call = Call()
    try call.say(.reported(.other), .chosen(.reconsent))
    try call.answer(Known())
    try call.say(.routeChosen(.link), .confirmed(.reconsent))
    try call.end(.appeared(.acceptedForOrganization))
    #expect(call.opened.facts.object == .present)
    #expect(call.opened.facts.consent == .open)
    #expect(call.opened.facts.isAssignmentRequired == nil)
    #expect(call.opened.prompt == .question(.requirement))
  }

  @Test("by one command is set aside when the admin can't run it")
  func noCommands() {
    #expect(
      Deviation.cannotRunCommands.effect(on: .runGrantCommand) == .outcome(.appeared(.notTried)))
    #expect(
      Deviation.cannotRunCommands.effect(on: .runRestoreCommand) == .outcome(.refused(.other)))
    #expect(
      Deviation.alreadyExists.effect(on: .runRestoreCommand) == .outcome(.refused(.conflict)))
    #expect(Deviation.alreadyExists.effect(on: .runAddCommand) == .outcome(.alreadyDone))
  }
}
