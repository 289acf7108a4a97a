import Entra
import Remediation
import Testing

@Suite("Removing and re-adding (2B)") struct ReplacingTests {
  @Test("goes from a stuck consent to a closed case, everything back")
  func endToEnd() throws {
    var call = Call()
    try call.prepareReplace()
    #expect(call.opened.phrase == "delete 240 contoso.example")
    #expect(try call.delete() == [.deleteServicePrincipal(snapshot: 7)])
    try call.end(.done)
    #expect(call.opened.facts.object == .deleted)
    #expect(call.opened.plan.acts == [.readd, .require, .reconsent, .assign])
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.applicationPresent))
    #expect(call.opened.refusal(of: .closed(.abandoned)) == .guarded(.applicationPresent))
    try call.perform(.readd)
    #expect(call.opened.facts.object == .readded)
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == .guarded(.requirementPutBack))
    #expect(call.opened.refusal(of: .chosen(.assign)) == .guarded(.requirementPutBack))
    try call.perform(.require)
    try call.consent(.signIn, .acceptedForOrganization)
    try call.perform(.assign)
    #expect(call.ordered.contains(.assignSnapshot(240)))
    #expect(call.opened.loss.outstanding == .owners)
    #expect(call.opened.prompt == .settlement(.owners))
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.lossSettled))
    try call.say(.settled(.owners, .compared))
    #expect(call.opened.plan.acts.isEmpty)
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.accessDecided))
    try call.say(.verified(.ordinaryUser), .answered(.access, .access(.nobody)))
    #expect(call.opened.prompt == .closing)
    try call.say(.closed(.resolved))
    #expect(call.ordered.count { $0 == .deleteServicePrincipal(snapshot: 7) } == 1)
  }

  @Test("plans the assignments again where none was required")
  func assignmentsOwed() throws {
    var call = Call()
    try call.prepareReplace(.some(owners: 0, isAssignmentRequired: false))
    try call.delete()
    try call.end(.done)
    #expect(call.opened.plan.acts == [.readd, .reconsent, .assign])
    try call.perform(.readd)
    try call.consent(.link, .acceptedForOrganization)
    #expect(call.opened.prompt == .act)
    #expect(call.opened.plan.acts == [.assign])
    try call.perform(.assign)
    #expect(call.opened.prompt == .verification)
  }

  @Test("asks what became of the assignments that could not be put back")
  func someLost() throws {
    var call = Call()
    try call.prepareReplace(.some(owners: 0, isAssignmentRequired: false))
    try call.delete()
    try call.end(.done)
    try call.perform(.readd)
    try call.consent(.link, .acceptedForOrganization)
    try call.perform(.assign, outcome: .partly(237))
    #expect(call.opened.prompt == .settlement(.assignments))
    #expect(call.opened.refusal(of: .chosen(.assign)) == nil)
    try call.say(.settled(.assignments, .waivedNotNeeded))
    #expect(call.opened.prompt == .verification)
  }

  @Test("is left before the delete and loses nothing")
  func wayBack() throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(.putAside)
    #expect(call.opened.loss == .none)
    #expect(call.opened.facts.consent == .shut)
    try call.say(.closed(.abandoned))
  }

  @Test("is undone by restoring, which is counted")
  func restored() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    try call.perform(.restore)
    try call.answer(Known(consent: .shut, isRequired: true, assignment: .open))
    // Consent is as shut as before; what is back is counted all the same.
    guard case .settlement(let parts) = call.opened.prompt else {
      Issue.record("\(call.opened.prompt)")
      return
    }
    try call.say(.settled(parts, .counted))
    #expect(!call.opened.loss.isOutstanding)
    try call.say(.closed(.abandoned))
  }

  @Test(
    "refuses every phrase but its own",
    arguments: [
      "", "yes", "delete", "delete 239 contoso.example", "delete 240 fabrikam.example",
      "Delete 240 contoso.example", "240 contoso.example",
    ])
  func wrongPhrase(_ typed: String) throws {
    var call = Call()
    try call.prepareReplace()
    let input = Input.answered(call.opened.prompt, .phrase(typed))
    #expect(call.opened.refusal(of: input) == .guarded(.lossAcknowledged))
  }

  @Test("takes the phrase whatever spaces are around it")
  func spaces() throws {
    var call = Call()
    try call.prepareReplace()
    #expect(
      try !call.say(.answered(.phrase(240), .phrase("  delete 240  contoso.example "))).isEmpty)
  }

  @Test("refuses an answer to a phrase of another number")
  func otherNumber() throws {
    var call = Call()
    try call.prepareReplace()
    let input = Input.answered(.phrase(239), .phrase("delete 240 contoso.example"))
    #expect(call.opened.refusal(of: input) == .guarded(.answerNamesPrompt))
  }

  @Test("asks for a new snapshot, and so another phrase, when the content changed")
  func contentChanged() throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(.observed(.contentChanged))
    #expect(call.opened.prompt == .snapshot)
    try call.say(.snapshotCompleted(.some(assignments: 241)))
    #expect(call.opened.phrase == "delete 241 contoso.example")
  }

  @Test("is never resumed, only confirmed anew")
  func notResumed() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    let id = try #require(call.opened.unsettled.first?.id)
    #expect(call.opened.refusal(of: .resumed(id)) == .deleteNotResumable)
    try call.end(.notDone)
    #expect(call.opened.loss.outstanding.isEmpty)
    #expect(call.opened.facts.object == .present)
    try call.say(.chosen(.replace))
    #expect(call.opened.phrase == "delete 240 contoso.example" || call.opened.snapshot == nil)
    #expect(try call.delete() == [.deleteServicePrincipal(snapshot: 7)])
  }

  @Test("asks for roles again when the portal has no Delete button")
  func noDeleteButton() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.refused(.role))
    #expect(call.opened.facts.roles == nil)
    #expect(!call.opened.loss.isOutstanding)
  }

  @Test(
    "needs every role before its first step (W8)",
    arguments: [
      [.privilegedRoleAdministrator], [.owner], [.userAdministrator], [.other], [],
    ] as [RoleSet])
  func roles(_ roles: RoleSet) throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(consent: .shut, isRequired: false))
    try call.say(.chosen(.reconsent))
    try call.answer(Known(roles: nil))
    try call.say(.routeChosen(.signIn), .confirmed(.reconsent))
    try call.end(.appeared(.noPrompt))
    try call.say(.routeSetAside(.link))
    try call.say(.chosen(.replace))
    #expect(call.opened.prompt == .question(.roles))
    try call.say(.answered(.question(.roles), .fact(.roles(roles))))
    // Another admin is needed: nothing else is asked for in vain.
    #expect(call.opened.prompt == .question(.roles))
    try call.say(.putAside)
    #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.rolesAtHand))
  }

  @Test("goes back to the findings when nobody knows the role")
  func unknownRole() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(consent: .shut, isRequired: false))
    try call.say(.chosen(.reconsent))
    try call.answer(Known(roles: nil))
    try call.say(.routeChosen(.signIn), .confirmed(.reconsent))
    try call.end(.appeared(.noPrompt))
    try call.say(.routeSetAside(.link), .chosen(.replace))
    try call.say(.answered(.question(.roles), .unknown))
    #expect(call.opened.prompt == .act)
    #expect(call.opened.intent == nil)
  }

  @Test("is not offered while a way of consenting is untried or was refused")
  func gentlerFirst() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(consent: .shut, isRequired: false))
    #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.gentlerRoutesTried))
    try call.consent(.signIn, .noPrompt)
    #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.gentlerRoutesTried))
    try call.consent(.link, .declined)
    try call.say(.routeSetAside(.portal))
    #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.noRouteRefused))
    #expect(call.opened.plan.acts == [.reconsent])
  }

  @Test("is not offered for a gate that it does not open")
  func otherGates() throws {
    let findings: [Known] = [
      Known(consent: .open, isRequired: true, assignment: .shut),
      Known(consent: .open, isRequired: false, account: .shut),
      Known(consent: .open, isRequired: false, account: .open, nexeticRole: .shut),
      Known(consent: nil, isRequired: false),
    ]
    for known in findings {
      var call = Call()
      try call.say(.reported(.other))
      try call.answer(known)
      #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.consentShut), "\(known)")
      #expect(call.opened.plan.never.contains { $0.act == .replace })
    }
  }

  @Test("is not begun a second time while a re-add is awaited (650051)")
  func awaited() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    try call.perform(.readd, outcome: .notYet)
    #expect(call.opened.phase == .waiting)
    #expect(call.opened.facts.isReaddAwaited)
    #expect(call.opened.plan.acts.first == .wait)
    try call.say(.observed(.deletionSettled))
    try call.perform(.readd)
    #expect(!call.opened.facts.isReaddAwaited)
    #expect(call.opened.facts.object == .readded)
  }

  @Test("puts \"Assignment required\" back next when consenting itself re-created it")
  func consentRecreates() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    try call.consent(.link, .acceptedForOrganization)
    #expect(call.opened.facts.object == .readded)
    #expect(call.opened.facts.consent == .open)
    #expect(call.opened.plan.acts == [.require, .assign])
    #expect(call.opened.refusal(of: .chosen(.assign)) == .guarded(.requirementPutBack))
  }

  @Test("stays a new object when a later error says that it is there")
  func laterError() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    try call.perform(.readd)
    let later: [Input] = [
      .reported(.adminApproval), .reported(.onlyTheAdminGetsIn), .reported(.notAssigned),
      .observed(.object(.present)),
    ]
    for input in later {
      var again = call
      try again.say(input)
      #expect(again.opened.facts.object == .readded, "\(input)")
      // A user who is not assigned shows that assignment is required again; nothing else is back.
      let isBack: LossParts = input == .reported(.notAssigned) ? .requirement : []
      let outstanding = call.opened.loss.outstanding.subtracting(isBack)
      #expect(again.opened.loss.outstanding == outstanding, "\(input)")
    }
  }

  @Test("does not forget \"Assignment required\" over somebody's switching sign-in off")
  func disabledBetween() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    try call.perform(.readd)
    try call.say(.observed(.object(.disabled)))
    try call.perform(.enable)
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == .guarded(.requirementPutBack))
    #expect(call.opened.refusal(of: .chosen(.require)) == nil)
  }

  @Test("keeps its list over a moment in which the application is not seen")
  func notSeen() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.end(.done)
    let loss = call.opened.loss
    try call.say(.reported(.applicationNotFound))
    #expect(call.opened.facts.object == .deleted)
    try call.perform(.readd)
    try call.say(.observed(.object(.notSeen)))
    try call.say(.answered(.question(.absence), .fact(.object(.readded))))
    #expect(call.opened.loss == loss)
  }
}
