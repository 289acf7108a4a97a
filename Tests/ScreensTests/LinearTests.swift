import Goldens
import Remediation
import Testing

@testable import Screens

@Suite("In linear mode") struct LinearTests {
  /// What was said by both sides.
  private struct Transcript {
    var player = Player()
    var lines: [String] = []

    init(_ answers: [String]) {
      lines = PlainLayout(player.page).lines
      for answer in answers {
        player.say(answer)
        lines += ["> \(answer)", ""] + PlainLayout(player.page).lines
      }
    }
  }

  static let option1 = [
    "new case", "3", "1", "1", "W1 ac9c819f843e", "dana@contoso.example, lee@contoso.example", "c",
    "", "", "", "", "", "", "1", "1", "1",
  ]
  static let option2A = ["1", "2", "2", "1", "1", "1", "c", "", "", "1", "1", "1"]

  @Test("Option 1 is walked to its end") func assign() {
    let transcript = Transcript(Self.option1)
    #expect(transcript.player.opened?.matter.closing == .resolved)
    #expect(transcript.player.orders == [.assignPrincipals(3)])
    #expect(golden.difference(of: transcript.lines, from: "option1") == nil)
  }

  @Test("Option 2A is walked to its end") func reconsent() {
    let transcript = Transcript(Self.option2A)
    #expect(transcript.player.opened?.matter.closing == .resolved)
    #expect(transcript.player.orders == [.consent(.signIn)])
    #expect(golden.difference(of: transcript.lines, from: "option2A") == nil)
  }

  @Test("Option 2B is walked to its end") func replace() {
    let transcript = Transcript(Self.option2B)
    #expect(transcript.player.opened?.matter.closing == .resolved)
    #expect(
      transcript.player.orders.map(\.name) == [
        "consentBySigningIn", "consentByLink", "deleteServicePrincipal", "addServicePrincipal",
        "requireAssignment", "consentByLink", "assignSnapshot",
      ])
    #expect(golden.difference(of: transcript.lines, from: "option2B") == nil)
  }

  static let option2B =
    Array(option2A.prefix(7))
    + [
      "it looks different", "no prompt", "yes, that", "consent again", "the admin-consent", "c", "",
      "it still fails: need", "it still fails: waited", "consent again", "a way can't", "\"grant",
      "the button is greyed out",
      "b", "remove and", "W1 ac9c819f843e", "paste what", "{}", "contoso.example",
      "W5 delete 240 contoso.example", "W5 2", "", "", "", "add the", "c", "", "put", "c", "", "",
      "", "consent again", "the admin-consent", "c", "", "assign", "W1 ac9c819f843e", "c", "", "",
      "", "back: compared", "back: compared", "an ordinary", "nobody", "resolved",
    ]

  private var golden: Golden { WalkGoldenTests.golden("linear") }

  @Test("every answer of every screen has a number", arguments: Place.all)
  func numbered(_ place: Place) {
    let page = place.player.page
    guard let menu = page.menu else { return }
    let lines = PlainLayout(page).lines
    for (index, choice) in menu.choices.enumerated() {
      #expect(lines.contains { $0.hasPrefix("\(index + 1). \(choice.title)") })
      let prefix = page.answerPrefix.map { "\($0) " } ?? (page.isTyping ? "/" : "")
      let answer = PlainReply(to: page).answer(to: "\(prefix)\(index + 1)")
      #expect(answer == choice.because.map { .refused($0) } ?? .choice(index))
    }
  }

  @Test("a warning is answered only after its name", arguments: ["identification", "stop-untyped"])
  func prefixed(_ name: String) throws {
    let place = try #require(Place.all.first { $0.name == name })
    let start = place.player
    let right = name == "identification" ? "ac9c819f843e" : "delete 240 contoso.example"
    for line in ["", "y", "yes", "1", "2", right, "W4 " + right, right + " W5"] {
      var player = start
      player.say(line)
      #expect(player.opened?.matter == start.opened?.matter, "\(line)")
      #expect(player.orders == start.orders)
    }
    var player = start
    player.say((name == "identification" ? "w1 " : "w5 ") + right)
    #expect(player.view.notice != nil || player.opened?.matter != start.opened?.matter)
    #expect(player.orders == start.orders, "the phrase alone does not delete")
  }
}
