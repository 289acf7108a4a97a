import Entra
import Remediation
import Testing

@Suite("A situation of every day is walkable to a closing:") struct SituationTests {
  @Test("only the admin gets in, and consenting again helps (2A)")
  func reconsent() throws {
    var call = Call()
    try call.say(.reported(.onlyTheAdminGetsIn))
    try call.answer(Known(consent: .shut, isRequired: false))
    #expect(call.opened.plan.acts == [.reconsent])
    try call.consent(.signIn, .acceptedForOrganization)
    try finish(&call)
  }

  @Test("assignment is required, and people are assigned (Option 1)")
  func assign() throws {
    var call = Call()
    try call.say(.reported(.notAssigned))
    try call.answer(Known(consent: .open))
    #expect(call.opened.plan.acts == [.assign])
    try call.say(.chosen(.assign))
    #expect(call.opened.prompt == .identification)
    let wrong = Input.answered(.identification, .lastBlock("a1b2c3d4e5f6"))
    #expect(call.opened.refusal(of: wrong) == .wrongApplication(found: nil))
    let other = AppID(bits: 1)
    let pasted = Input.answered(.identification, .pasted(other))
    #expect(call.opened.refusal(of: pasted) == .wrongApplication(found: other))
    try call.identify()
    try call.say(.listCompleted(5), .confirmed(.assign))
    try call.end(.partly(3))
    #expect(call.opened.listed == 2)
    // Whether those affected are among the three has to be looked at.
    #expect(call.opened.prompt == .question(.assignment(person: 0)))
    try call.answer(Known(assignment: .shut))
    try call.say(.chosen(.assign))
    #expect(try call.say(.confirmed(.assign)) == [.assignPrincipals(2)])
    try call.end(.done)
    try finish(&call)
  }

  @Test("the admin doesn't know the role")
  func unknownRole() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.consent(.signIn, .acceptedForOrganization, Known(roles: nil))
    try finish(&call)
  }

  @Test("the customer answers only by mail: hours lie between any two answers")
  func mail() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.say(.chosen(.reconsent))
    try call.answer(Known())
    try call.say(.routeChosen(.link), .confirmed(.reconsent))
    let later = try Case(
      replaying: call.inputs, id: call.opened.id, mode: .guide, profile: .nexeticBackup)
    #expect(later == call.opened)
    let id = try #require(later.unsettled.first?.id)
    #expect(later.refusal(of: .resumed(id)) == nil)
    try call.end(.appeared(.acceptedForOrganization))
    try finish(&call)
  }

  @Test("an interrupted order is taken up again only if its guards still allow it")
  func resumption() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.say(.chosen(.reconsent))
    try call.answer(Known())
    try call.say(.routeChosen(.portal), .confirmed(.reconsent))
    let id = try #require(call.opened.unsettled.first?.id)
    try call.say(.observed(.adminChanged))
    #expect(call.opened.refusal(of: .resumed(id)) == .guarded(.routeAllowed))
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.nothingUnderWay))
    try call.end(.notDone)
    #expect(call.opened.status(of: .portal) == .untried)
  }

  @Test("every consent route is refused by policy")
  func policy() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    for route in [ConsentRoute.signIn, .link, .portal] {
      try call.say(.chosen(.reconsent))
      try call.answer(Known())
      try call.say(.routeChosen(route), .confirmed(.reconsent))
      try call.end(.refused(.policy))
    }
    #expect(call.opened.refusal(of: .chosen(.replace)) == .guarded(.noRouteRefused))
    try call.say(.closed(.handedOver))
  }

  @Test("the admin can't list assignments")
  func noList() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: .open, isRequired: true, assignment: nil))
    #expect(call.opened.prompt == .act)
    #expect(call.opened.refusal(of: .chosen(.assign)) == nil)
    try call.perform(.assign)
    try finish(&call)
  }

  @Test("the look-alike was deleted: ours is as it was, and only somebody else's to act on")
  func lookAlike() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(
      Known(consent: .open, isRequired: false, account: .open, nexeticRole: .open))
    #expect(call.opened.refusal(of: .chosen(.restore)) == .objectState(.present))
    #expect(call.opened.plan.acts.isEmpty)
    try call.say(.verified(.ordinaryUser), .answered(.access, .access(.nobody)))
    try call.say(.closed(.resolved))
  }

  @Test("assignment is required with nobody assigned, and consent is missing")
  func both() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: true, assignment: .shut))
    #expect(call.opened.plan.acts == [.reconsent, .assign])
    try call.consent(.link, .acceptedForOrganization)
    #expect(call.opened.plan.acts == [.assign])
    try call.perform(.assign)
    try finish(&call)
  }

  @Test("all users are admins: everything is read afterwards, and that is said")
  func onlyAdmins() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.consent(.signIn, .acceptedForOrganization)
    #expect(call.opened.refusal(of: .verified(.administrator)) == .guarded(.ordinaryUserOnly))
    try call.say(.verified(.readBack), .answered(.access, .access(.nobody)))
    try call.say(.closed(.resolved))
    #expect(call.opened.verification == .readBack)
  }

  @Test("one person's consent is missing, and a policy blocks another")
  func twoPeople() throws {
    var call = Call()
    try call.say(.reported(.adminApproval), .observed(.person))
    try call.say(.observed(.account(person: 1, .shut)))
    try call.answer(Known(isRequired: false))
    #expect(call.opened.plan.acts == [.reconsent, .elsewhere])
    try call.consent(.link, .acceptedForOrganization)
    // The first may well get in now; what blocks the second is not ours.
    #expect(call.opened.prompt == .verification)
    try call.say(.verified(.ordinaryUser), .answered(.access, .access(.nobody)))
    #expect(call.opened.refusal(of: .closed(.resolved)) == nil)
    #expect(call.opened.refusal(of: .closed(.notOurs)) == nil)
    #expect(call.opened.plan.acts == [.elsewhere])
  }

  @Test("a named person has an assignment of their own")
  func secondPerson() throws {
    var call = Call()
    try call.say(.reported(.other), .observed(.person))
    try call.say(
      .observed(.object(.present)), .observed(.consent(.open)),
      .observed(.assignmentRequired(true)), .observed(.assignment(person: 0, .open)))
    #expect(call.opened.prompt == .question(.assignment(person: 1)))
    try call.answer(Known(assignment: .shut))
    #expect(call.opened.facts.judgement(of: .assignment) == .shut)
    #expect(call.opened.plan.acts == [.assign])
  }

  @Test("no more people are named than a case holds")
  func manyPeople() throws {
    var call = Call()
    for _ in 0..<40 { try call.say(.observed(.person)) }
    #expect(call.opened.facts.people.count == Facts.mostPeople + 1)
  }

  @Test("the account is blocked, and nobody knows the role in Nexetic")
  func account() throws {
    var call = Call()
    try call.say(.reported(.accountBlocked))
    try call.answer(Known(consent: .open, isRequired: false))
    #expect(call.opened.facts.nexeticRole == .unknown)
    #expect(call.opened.prompt == .access)
    try call.say(.answered(.access, .access(.namedPeople)), .closed(.notOurs))
  }

  @Test("Nexetic says No Access: nothing to do in Entra")
  func noAccess() throws {
    var call = Call()
    try call.say(.reported(.noAccessInNexetic))
    try call.answer(Known(isRequired: false))
    #expect(call.opened.plan.acts == [.rbac])
    #expect(call.opened.refusal(of: .closed(.notOurs)) == .guarded(.accessDecided))
    try call.say(.answered(.access, .access(.namedPeople)), .closed(.notOurs))
  }

  @Test("the vendor disabled it")
  func vendor() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(object: .disabledByVendor))
    #expect(call.opened.plan.acts == [.elsewhere])
    try call.say(.answered(.access, .access(.nobody)), .closed(.notOurs))
  }

  @Test("it is switched off, and this admin may not switch it on: another one may")
  func disabled() throws {
    var call = Call()
    try call.say(.reported(.applicationDisabled))
    #expect(call.opened.plan.acts == [.enable])
    try call.perform(.enable, Known(roles: nil), outcome: .refused(.role))
    #expect(call.opened.prompt == .act)
    #expect(call.opened.refusal(of: .closed(.handedOver)) == nil)
    try call.say(.chosen(.enable))
    #expect(call.opened.prompt == .question(.roles))
    try call.answer(Known(roles: [.privilegedRoleAdministrator]))
    #expect(call.opened.refusal(of: .confirmed(.enable)) == .roleForbids(.enable))
    try call.say(.putAside, .observed(.adminChanged))
    try call.perform(.enable)
    try call.answer(Known(consent: .open, isRequired: false))
    try finish(&call)
  }

  @Test("it is not in the list, and nobody knows why")
  func notSeen() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(Known(object: .notSeen, absence: nil))
    #expect(call.opened.plan.acts == [.ask])
    #expect(call.opened.canRevise(.absence))
    try call.say(.closed(.handedOver))
  }

  @Test("re-adding answers 650051, and somebody else's re-add was faster")
  func pending() throws {
    var call = Call()
    try call.say(.reported(.recreationPending))
    try call.answer(Known(object: .notSeen, absence: .gone))
    #expect(call.opened.plan.acts == [.wait, .readd, .reconsent])
    try call.say(.observed(.object(.readdedForGood)))
    #expect(!call.opened.facts.isReaddAwaited)
    try call.answer(Known(consent: .shut, isRequired: false))
    try call.consent(.link, .acceptedForOrganization)
    try call.say(.settled(.unlisted, .waivedListLost))
    try finish(&call)
  }

  private func finish(_ call: inout Call) throws {
    #expect(call.opened.prompt == .verification)
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.accessDecided))
    try call.say(.verified(.ordinaryUser))
    #expect(call.opened.prompt == .access)
    try call.say(.answered(.access, .access(.customerDecides)))
    #expect(call.opened.prompt == .closing)
    try call.say(.closed(.resolved))
    #expect(call.opened.closing == .resolved)
  }
}
