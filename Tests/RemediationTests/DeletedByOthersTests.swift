import Entra
import Remediation
import Testing

@Suite("A deletion by somebody else") struct DeletedByOthersTests {
  private func deleted() throws -> Call {
    var call = Call()
    try call.say(.reported(.applicationGone))
    return call
  }

  @Test("is a loss of unknown extent, restored, counted and resolved")
  func restored() throws {
    var call = try deleted()
    #expect(call.opened.loss.outstanding == .unlisted)
    #expect(call.opened.phase == .missing)
    #expect(call.opened.plan.acts == [.restore])
    #expect(call.opened.refusal(of: .chosen(.readd)) == .guarded(.restoreFirst))
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == .guarded(.restoreFirst))
    try call.perform(.restore)
    try call.answer(Known(consent: .open, isRequired: true, assignment: .open, account: .open))
    #expect(call.opened.prompt == .settlement(.unlisted))
    #expect(call.opened.refusal(of: .settled(.unlisted, .compared)) == .misfit)
    try call.say(.settled(.unlisted, .counted), .verified(.readBack))
    try call.say(.answered(.access, .access(.customerDecides)), .closed(.resolved))
  }

  @Test("lets earlier answers be corrected: nothing here was irreversible")
  func editable() throws {
    var call = try deleted()
    try call.perform(.restore)
    try call.answer(Known(consent: .shut, isRequired: false))
    try call.say(.answered(.question(.consent), .fact(.consent(.open))))
    #expect(call.opened.facts.consent == .open)
  }

  @Test("asks again what was answered of the one that was there, and what nobody knew")
  func askedAgain() throws {
    var call = Call()
    try call.say(.reported(.other))
    try call.answer(Known(consent: .open, isRequired: true, assignment: nil))
    #expect(call.opened.isPassed(.assignment(person: 0)))
    try call.say(.observed(.object(.deleted)))
    try call.perform(.restore)
    #expect(call.opened.prompt == .question(.consent))
    #expect(!call.opened.isPassed(.assignment(person: 0)))
  }

  @Test(
    "leads on where restoring is refused",
    arguments: [
      (Outcome.refused(.conflict), ApplicationObject.readded),
      (.refused(.notFound), .gone), (.refused(.policy), .deleted), (.refused(.other), .deleted),
    ])
  func refused(_ outcome: Outcome, _ object: ApplicationObject) throws {
    var call = try deleted()
    try call.perform(.restore, outcome: outcome)
    #expect(call.opened.facts.object == object)
    if object.isDeleted {
      #expect(call.opened.refusal(of: .chosen(.readd)) == nil)
      #expect(call.opened.refusal(of: .chosen(.reconsent)) == nil)
      #expect(call.opened.plan.acts == [.readd, .reconsent])
    } else {
      #expect(call.opened.refusal(of: .chosen(.swapBack)) == nil)
    }
  }

  @Test("is not given up because one admin's role was too small")
  func restoreByRole() throws {
    var call = try deleted()
    try call.perform(.restore, outcome: .refused(.role))
    #expect(call.opened.refusal(of: .chosen(.readd)) == .guarded(.restoreFirst))
    #expect(call.opened.facts.roles == nil)
    try call.perform(.restore)
    #expect(call.opened.facts.object == .present)
  }

  @Test("refuses a Privileged Role Administrator's restoring (W8)")
  func restoringRole() throws {
    var call = try deleted()
    try call.say(.chosen(.restore))
    try call.answer(Known(roles: [.privilegedRoleAdministrator]))
    #expect(call.opened.refusal(of: .confirmed(.restore)) == .roleForbids(.restore))
  }

  @Test("with a new one beside it is judged by questions: it need not be empty")
  func readdedByOthers() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(
      Known(
        object: .notSeen, absence: .readded, consent: .open, isRequired: false, account: .open,
        nexeticRole: .open))
    #expect(call.opened.facts.consent == .open)
    #expect(call.opened.loss.outstanding == .unlisted)
    #expect(call.opened.refusal(of: .chosen(.swapBack)) == nil)
    #expect(call.opened.prompt == .settlement(.unlisted))
    try call.say(.settled(.unlisted, .listed), .verified(.ordinaryUser))
    try call.say(.answered(.access, .access(.nobody)), .closed(.resolved))
  }

  @Test("is swapped back under all the guards of a delete")
  func swapBack() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(Known(object: .notSeen, absence: .readded, consent: .shut, isRequired: false))
    try call.say(.chosen(.swapBack))
    #expect(call.opened.prompt == .question(.roles))
    try call.answer(Known())
    #expect(call.opened.prompt == .identification)
    try call.identify()
    #expect(call.opened.prompt == .snapshot)
    try call.say(.snapshotCompleted(.some(assignments: 0, grants: 0, isAssignmentRequired: false)))
    if let domain = Call.domain { try call.say(.answered(.tenant, .domain(domain))) }
    #expect(call.opened.phrase == "delete 0 contoso.example")
    #expect(try call.delete().map(\.name) == ["deleteServicePrincipal"])
    try call.end(.done)
    #expect(call.opened.refusal(of: .chosen(.readd)) == .guarded(.restoreFirst))
    try call.perform(.restore)
    #expect(call.opened.facts.object == .present)
    try call.answer(Known(consent: .open, isRequired: true, assignment: .open))
    try call.say(.settled(call.opened.loss.outstanding, .counted), .verified(.ordinaryUser))
    try call.say(.answered(.access, .access(.nobody)), .closed(.resolved))
  }

  @Test("that left an empty one open to all asks whether the old one was, and shuts it first")
  func openToAll() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(Known(object: .notSeen, absence: .readded))
    try call.say(.observed(.consent(.shut)), .observed(.assignmentRequired(false)))
    #expect(call.opened.prompt == .question(.formerRequirement))
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == .guarded(.requirementPutBack))
    try call.answer(Known(wasRequired: true))
    #expect(call.opened.loss.outstanding == [.unlisted, .requirement])
    #expect(call.opened.plan.acts == [.require, .reconsent, .assign])
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == .guarded(.requirementPutBack))
    #expect(call.opened.refusal(of: .chosen(.assign)) != nil)
    #expect(call.opened.refusal(of: .chosen(.swapBack)) == nil)
    try call.perform(.require)
    #expect(call.opened.loss.outstanding == .unlisted)
    #expect(call.opened.refusal(of: .chosen(.reconsent)) == nil)
    #expect(call.opened.refusal(of: .chosen(.swapBack)) == nil)
  }

  @Test(
    "that left an empty one open to all, as the old one was, is gone on with",
    arguments: [
      false, nil,
    ])
  func openBefore(_ wasRequired: Bool?) throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(
      Known(
        object: .notSeen, absence: .readded, consent: .shut, isRequired: false,
        wasRequired: wasRequired))
    #expect(call.opened.prompt == .act)
    #expect(call.opened.plan.acts == [.reconsent])
    #expect(call.opened.canRevise(.formerRequirement))
    try call.say(
      .answered(.question(.formerRequirement), .fact(.formerRequirement(true))))
    #expect(call.opened.plan.acts.first == .require)
  }

  @Test("is asked about no more where nothing unlisted was lost")
  func nothingUnlisted() throws {
    var call = Call()
    try call.prepareReplace(.some(isAssignmentRequired: false))
    try call.delete()
    try call.end(.done)
    try call.perform(.readd)
    #expect(call.opened.prompt == .act)
    try call.say(.observed(.formerRequirement(true)))
    #expect(!call.opened.loss.outstanding.contains(.requirement))
  }

  @Test("is not swapped back once the 30 days are over, and then re-added when it is gone")
  func windowClosed() throws {
    var call = Call()
    try call.say(.reported(.applicationNotFound))
    try call.answer(Known(object: .notSeen, absence: .readded, consent: .shut, isRequired: false))
    try call.say(.observed(.restoreWindowClosed))
    #expect(call.opened.refusal(of: .chosen(.swapBack)) == .guarded(.swapBackJustified))
    var gone = try deleted()
    try gone.say(.observed(.restoreWindowClosed))
    #expect(gone.opened.plan.acts == [.readd, .reconsent])
    #expect(gone.opened.refusal(of: .chosen(.readd)) == nil)
    #expect(gone.opened.refusal(of: .chosen(.restore)) == .objectState(.gone))
  }

  @Test("during the snapshot leaves no list, and no delete of ours")
  func duringSnapshot() throws {
    var call = Call()
    try call.prepareReplace()
    try call.say(.observed(.contentChanged))
    #expect(call.opened.prompt == .snapshot)
    try call.say(.observed(.object(.deleted)))
    #expect(call.opened.intent == nil)
    #expect(call.opened.loss.outstanding == .unlisted)
    #expect(call.opened.plan.acts == [.restore])
    #expect(!call.ordered.contains { $0.name == "deleteServicePrincipal" })
  }

  @Test("while ours is under way still counts as the one whose snapshot is stored")
  func whileUnderWay() throws {
    var call = Call()
    try call.prepareReplace()
    try call.delete()
    try call.say(.observed(.object(.deleted)))
    try call.end(.alreadyDone)
    #expect(call.opened.loss.snapshot == .some())
    #expect(!call.opened.loss.outstanding.contains(.unlisted))
  }

  @Test("is handed over where nobody can bring it back")
  func handedOver() throws {
    var call = try deleted()
    #expect(call.opened.refusal(of: .closed(.notOurs)) != nil)
    try call.say(.closed(.handedOver))
    #expect(call.opened.closing == .handedOver)
  }
}
