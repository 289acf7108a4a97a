import Entra
import Remediation
import Wording

extension Sheet {
  /// The admin consents in a browser: what to open, what it should look like, and what shows so far.
  static func watching(
    _ order: Order, _ doing: Doing, _ reach: Reach, _ opened: Opened
  ) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.watching(order))
    if case .consent(let route) = order { sheet.showConsent(by: route, reach, opened) }
    let waited = Wording.Span(from: doing.since, to: opened.now)
    let bound = doing.until.map { ", until \($0.clock.prefix(5)) UTC at the latest" } ?? ""
    let seen = doing.pause?.because ?? "Watching \(waited.since)\(bound)."
    sheet.blocks += [.text("\(seen) \(ScreenWords.movesOnWhenSeen)"), .gap]
    if case .outcome(let id) = opened.matter.prompt {
      sheet.choices = reach.isPractice ? browser(order) : seenInstead(id, order, words)
    }
    sheet.back = .request(.work(.stop))
    sheet.backLabel = "stop watching"
    sheet.explanation = [
      "Regrant reads the consents again and again until they cover the organization.",
      "Esc stops watching; then it can be done otherwise, or handed over.",
      "What the admin sees may differ: say so, and the next screen knows it.",
    ]
    sheet.quotes = [.signInAgain, .tickCheckbox, .checkboxMayNotAppear]
    return sheet
  }

  private mutating func showConsent(by route: ConsentRoute, _ reach: Reach, _ opened: Opened) {
    let words = opened.words
    if let step = Order.consent(route).steps.last, !reach.isPractice {
      blocks.append(.say(words.text(of: step, for: .consent(route)).say))
    }
    let who = reach.tenant.account.map { "\($0.safe), or " } ?? ""
    blocks.append(
      .pairs(
        [
          Pair("Where", route == .signIn ? words.signInPlace : ""),
          Pair("Who", who + words.whoConsents(by: route)),
          Pair("Permissions", reach.consentSummary ?? ""),
        ].filter { !$0.value.isEmpty }))
    if route == .signIn, let link = opened.promptLink { blocks.append(.link(link)) }
    blocks.append(.expect(words.promptShouldShow(on: route)))
    if route == .link, let link = opened.consentLink { blocks.append(.link(link)) }
  }

  /// What else the admin may have seen: the answers to "no checkbox".
  private static func seenInstead(_ id: CommandID, _ order: Order, _ words: Words) -> [Choice] {
    let seen: [Appearance] =
      order == .consent(.signIn)
      ? [.noPrompt, .noCheckbox, .acceptedForSelf, .approvalPage, .declined, .error]
      : [.approvalPage, .declined, .notYet, .error]
    var choices = seen.map {
      Choice(words.name(of: $0), .submit([.input(.outcome(id, .appeared($0)))]))
    }
    if order == .consent(.link) { choices.insert(Choice("Show its QR code", .open(.code)), at: 0) }
    return choices
  }

  /// In practice there is no browser: what the admin does in it is chosen here.
  private static func browser(_ order: Order) -> [Choice] {
    guard order == .consent(.signIn) else {
      return [
        Choice("The admin accepts", .request(.browser(.accept(ticked: false)))),
        Choice("The admin cancels", .request(.browser(.cancel))),
      ]
    }
    return [
      Choice(
        "The admin signs in, ticks the box, accepts", .request(.browser(.accept(ticked: true)))),
      Choice(
        "The admin signs in, accepts without the box", .request(.browser(.accept(ticked: false)))),
      Choice("The admin signs in, and cancels", .request(.browser(.cancel))),
    ]
  }

  /// The link as a QR code, for a phone or another computer.
  static func code(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "The consent link", back: .close)
    guard let link = opened.consentLink else { return sheet }
    sheet.blocks = [.text("A phone's camera opens it. y copies the link instead."), .code(link)]
    sheet.plain = link
    sheet.explanation = ["A phone's camera opens it. y copies the link instead."]
    return sheet
  }
}
