import Cells
import Remediation
import Screens
import Testing

@Suite("A walk on the screens") struct StoryTests {
  /// To the point where consent is known to be shut and assignment not required.
  static func consentShut() -> Player {
    var player = Player()
    player.choose("New case")
    player.choose("\"Need admin approval\"")
    player.choose("No, assignment is not required")
    return player
  }

  static func tryConsent(_ player: inout Player, by route: String) {
    player.choose("Consent again")
    if player.text.contains("Which role") { player.choose("Global Administrator") }
    player.choose(route)
    player.press(.character("c"))
  }

  static func close(_ player: inout Player) {
    player.choose("Nobody")
    player.choose("Resolved")
    #expect(player.opened?.matter.closing == .resolved)
  }

  @Test("consents again (2A) and closes") func reconsent() {
    var player = Self.consentShut()
    Self.tryConsent(&player, by: "Sign in and tick")
    player.press(.enter)
    player.press(.enter)
    player.choose("An ordinary user")
    Self.close(&player)
    #expect(player.orders == [.consent(.signIn)])
  }

  @Test("assigns users (Option 1) and closes") func assign() {
    var player = Player()
    player.choose("New case")
    player.choose("Blocked unless")
    player.choose("Yes, consent")
    player.choose("Assign users")
    player.type("ac9c819f843e")
    player.press(.enter)
    player.type("dana@contoso.example, lee@contoso.example")
    player.press(.enter)
    player.press(.character("c"))
    for _ in 0..<6 {
      player.press(.enter)
    }
    player.choose("An ordinary user")
    Self.close(&player)
    #expect(player.orders == [.assignPrincipals(3)])
  }

  @Test("removes and re-adds (2B) and closes only when everything is back") func replace() {
    var player = Self.consentShut()
    Self.tryConsent(&player, by: "Sign in and tick")
    player.choose("It looks different")
    player.choose("No prompt")
    player.choose("Yes, that is")
    Self.tryConsent(&player, by: "The admin-consent link")
    player.press(.enter)
    player.choose("It still fails: need admin")
    player.choose("It still fails: waited")
    player.choose("Consent again")
    player.choose("A way can't")
    player.choose("\"Grant admin consent\"")
    player.type("the button is greyed out")
    player.press(.enter)
    player.press(.escape)
    player.choose("Remove and re-add")
    player.type("ac9c819f843e")
    player.press(.enter)
    player.choose("Paste what it printed")
    player.press(.paste("{}"))
    player.press(.enter)
    player.type("contoso.example")
    player.press(.enter)
    player.press(.enter, .tab, .down, .enter)
    #expect(player.orders == [.consent(.signIn), .consent(.link)])
    player.press(.tab)
    player.type("delete 240 contoso.example")
    player.press(.tab)
    player.choose("Delete and go on")
    #expect(player.orders.last == .deleteServicePrincipal(snapshot: 1))
    for _ in 0..<3 { player.press(.enter) }
    player.choose("Add the application again")
    player.press(.character("c"))
    player.press(.enter)
    player.choose("Put")
    player.press(.character("c"))
    for _ in 0..<3 { player.press(.enter) }
    Self.tryConsent(&player, by: "The admin-consent link")
    player.press(.enter)
    player.choose("Assign")
    player.type("ac9c819f843e")
    player.press(.enter)
    player.press(.character("c"))
    for _ in 0..<3 { player.press(.enter) }
    player.choose("Back: compared")
    player.choose("Back: compared")
    player.choose("An ordinary user")
    Self.close(&player)
    #expect(
      player.orders.map(\.name) == [
        "consentBySigningIn", "consentByLink", "deleteServicePrincipal", "addServicePrincipal",
        "requireAssignment", "consentByLink", "assignSnapshot",
      ])
  }
}
