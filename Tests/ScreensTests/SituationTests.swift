import Cells
import Entra
import Remediation
import Screens
import Testing
import Wording

/// What comes up on calls, each walked on the screens to a closing.
@Suite("On the screens a case can be closed when") struct SituationTests {
  private static let resolved: [Move] = ["An ordinary user", "Nobody", "Resolved"]

  private func play(_ moves: [Move]) -> Player {
    let player = Player(moves)
    #expect(player.opened?.matter.closing != nil, "\(player.text)")
    return player
  }

  @Test("the admin doesn't know the role") func role() {
    let player = play(
      Ways.roles + ["Don't know", "The admin-consent link", .carryOut, .enter] + Self.resolved)
    #expect(player.opened?.matter.facts.roles == nil)
    #expect(player.orders == [.consent(.link)])
  }

  @Test("the customer answers only by mail") func mail() {
    var player = Player(Ways.link + [.key(.character("m"))])
    #expect(player.page.copied?.contains("https://login.microsoftonline.com/") == true)
    player.press(.character("y"))
    #expect(player.others.contains { if case .copy = $0 { true } else { false } })
    player.press(.escape, .character("q"))
    guard case .home = player.room else {
      Issue.record("not at home")
      return
    }
    let answered = play(Ways.link + [.key(.character("m")), .escape, .enter] + Self.resolved)
    #expect(answered.opened?.matter.closing == .resolved)
  }

  @Test("a colleague deleted the application yesterday") func deleted() {
    let player = play(
      Ways.restored + Place.consentThere + ["Back: counted"] + Self.resolved)
    #expect(player.orders == [.restoreServicePrincipal])
    #expect(player.opened?.matter.loss.isOutstanding == false)
  }

  @Test("it was deleted and re-added empty, and the list is lost") func readded() {
    let player = play(
      Ways.readded + [
        "Consent again", "Global Administrator", "The admin-consent link", .carryOut, .enter,
        "Left out: the list",
      ] + Self.resolved)
    #expect(player.orders == [.consent(.link)])
  }

  @Test("it was deleted and re-added empty, and the old one is swapped back") func swappedBack() {
    let player = play(
      Ways.swappingBack + [
        .type("ac9c819f843e"), .enter, "Paste what it printed", .paste("{}"), .enter,
        .type("contoso.example"), .enter, .type("delete 240 contoso.example"), .enter,
        "Delete and go on", .enter, .enter, .enter, "Restore", .carryOut, .enter,
        "Yes, consent", "Yes, assignment is required", "Yes, assigned", "Back: counted",
      ] + Self.resolved)
    #expect(player.orders == [.deleteServicePrincipal(snapshot: 1), .restoreServicePrincipal])
  }

  @Test("the customer clicks Delete during the snapshot") func tooEarly() {
    let player = play(
      Ways.snapshot + ["The application is gone", "Restore", .carryOut, .enter] + ["No, none"]
        + ["No, assignment", "Back: counted", "Consent again", "The admin-consent link"]
        + [.carryOut, .enter] + Self.resolved)
    #expect(!player.orders.contains { $0.name == "deleteServicePrincipal" })
    #expect(player.orders.contains(.restoreServicePrincipal))
  }

  @Test("every consent route is refused by a policy") func policy() {
    let player = play(
      Ways.signIn + [.enter, "It looks different", "\"Need admin approval\"", "Yes, that is"]
        + ["Consent again", "The admin-consent link", .carryOut]
        + ["It looks different", "A policy", "Yes, that is"]
        + ["Consent again", "\"Grant admin consent\"", .carryOut, .enter, .enter]
        + ["It looks different", "A policy", "Yes, that is"]
        + ["Everything else", "Close: handed over"])
    #expect(player.opened?.matter.closing == .handedOver)
    #expect(player.opened?.matter.refusal(of: .chosen(.replace)) != nil)
  }

  @Test("the admin can't list assignments") func listless() {
    let player = play(Ways.snapshot + ["No complete list"])
    #expect(player.opened?.matter.closing == .handedOver)
    #expect(!player.orders.contains { $0.name == "deleteServicePrincipal" })
  }

  @Test("the look-alike was deleted") func lookAlike() {
    let player = play(
      Ways.gone + ["It was the look-alike", "Ours is in the list"] + Place.consentThere + [
        "Yes, other apps", "They get to",
      ] + Self.resolved)
    #expect(player.orders.isEmpty)
    #expect(player.notes.contains { $0.contains("backups stand still") })
  }

  @Test("the look-alike was deleted in the middle of our own removal") func wrongOne() {
    let player = play(
      Ways.deleting + [
        .enter, .enter, "It looks different", "It was the look-alike", "Ours is in the list",
        "Something else", "Close: handed over",
      ])
    #expect(player.opened?.matter.loss.happened == false)
  }

  @Test("assignment is required, nobody is assigned and consent is missing") func both() {
    let player = play(
      Ways.required + ["No, not assigned", "Consent again", "Global Administrator"]
        + ["The admin-consent link", .carryOut, .enter, "Assign users"]
        + [.type("ac9c819f843e"), .enter, .type("dana@contoso.example"), .enter, .carryOut]
        + Array(repeating: .enter, count: 6) + Self.resolved)
    #expect(player.orders == [.consent(.link), .assignPrincipals(3)])
  }

  @Test("all users are admins") func admins() {
    var player = Player(Ways.verification + ["Only an administrator"])
    #expect(player.opened?.matter.verification == nil)
    #expect(player.page.notice != nil)
    for move in ["Grant and assignments", "Nobody", "Resolved"] as [Move] { player.make(move) }
    #expect(player.opened?.matter.closing == .resolved)
  }

  @Test("it was never installed") func never() {
    let player = play(
      Ways.notFound + ["It was never there", "Consent again", "Global Administrator"]
        + ["The admin-consent link", .carryOut, .enter] + Self.resolved)
    #expect(player.orders == [.consent(.link)])
  }

  @Test("consent is missing for one, and a policy blocks another") func twoCauses() {
    let player = play(
      Ways.consentShut + Place.anotherPerson + [
        .key(.character("e")), "The account of person 1", "Person 1: no, other apps fail",
        "Consent again", "Global Administrator", "The admin-consent link", .carryOut, .enter,
        "An ordinary user", "Nobody", .enter,
      ])
    #expect(player.opened?.matter.closing == .notOurs, "the best closing does not stand first")
    #expect(player.orders == [.consent(.link)])
    #expect(player.opened?.particulars[.person(1)]?.safe == "lee@contoso.example")
  }
}
