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
    show(player)
    player.press(.enter)
    show(player)
    player.press(.enter)
    show(player)
    player.choose("An ordinary user")
    show(player)
    Self.close(&player)
    show(player)
    #expect(player.orders == [.consent(.signIn)])
  }

  @Test("assigns users (Option 1) and closes") func assign() {
    var player = Player()
    player.choose("New case")
    player.choose("Blocked unless")
    player.choose("Yes, consent")
    show(player)
    player.choose("Assign users")
    player.type("ac9c819f843e")
    player.press(.enter)
    show(player)
    player.type("dana@contoso.example, lee@contoso.example")
    player.press(.enter)
    show(player)
    player.press(.character("c"))
    for _ in 0..<6 {
      show(player)
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
    player.choose("It looks different")
    player.choose("Another error")
    player.choose("Yes, that is")
    show(player)
    player.choose("Everything else")
    show(player)
  }

  private func show(_ player: Player) {
    print("+" + String(repeating: "-", count: 80))
    for row in 0..<player.size.rows { print("|" + player.frame.text(row: row)) }
  }
}
