import Entra
import Remediation
import Wording

extension Sheet {
  /// Who gets in now, and who would by each option.
  static func outlook(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Before and after", back: .close)
    guard let reading = opened.reach?.reading else { return sheet }
    let words = opened.words
    if let outlooks = reading.outlooks {
      let own = reading.ownOutlooks
      sheet.blocks = [
        .lead(words.outlookLead(own.isEmpty ? outlooks : own)),
        .pairs(pairs(words.lines(for: outlooks))), .gap,
        .text(words.basis(of: outlooks)),
      ]
      sheet.choices = outlooks.map {
        Choice("By name: \(words.title(of: $0.remedy))", .open(.names($0.remedy)))
      }
    } else if let trouble = reading.notForeseen {
      sheet.blocks = [.lead("Who gets in by which option could not be foreseen."), .text(trouble)]
    } else {
      sheet.blocks = [.lead("Reading who there is, and reckoning. Nothing is changed.")]
    }
    sheet.choices += [
      Choice(ScreenWords.rolesAllow, .open(.abilities)),
      Choice(ScreenWords.whatWasRead, .open(.read)), Choice("Back", .close),
    ]
    sheet.explanation = [
      "Each person is judged as sign-in would: account, application, assignment, consent.",
      "A group inside an assigned group does not count.",
    ]
    return sheet
  }

  /// Who gains and who stays out by an option, by name.
  static func names(by remedy: Remedy, _ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "By name: \(words.title(of: remedy))", back: .close)
    let outlooks = opened.reach?.reading?.outlooks ?? []
    guard let outlook = outlooks.first(where: { $0.remedy == remedy }) else { return sheet }
    let parts = words.names(in: outlook)
    for part in parts {
      sheet.blocks += [.text("\(part.title)"), .pairs(pairs(part.people)), .gap]
    }
    if parts.isEmpty { sheet.blocks = [.lead("Nobody gains, and nobody is out.")] }
    sheet.plain = parts.flatMap { part in
      [part.title] + part.people.map { "  \($0.label)  \($0.value)" }
    }.map { $0 + "\n" }.joined()
    sheet.explanation = [
      "y copies the names; p shows them alone.", words.basis(of: [outlook]),
    ]
    return sheet
  }

  /// What the signed-in admin's roles allow of each option: now, after activating, or never.
  static func abilities(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "What the roles allow", back: .close)
    let words = opened.words
    sheet.choices = [
      Choice(words.activatedNow, .request(.work(.readAgain))),
      Choice("Another admin acts now", .submit([.input(.observed(.adminChanged))])),
      Choice("Back", .close),
    ]
    guard let admin = opened.reach?.reading?.admin else {
      sheet.blocks = [.lead("The roles could not be read.")]
      return sheet
    }
    sheet.blocks = [
      .pairs(pairs(words.identity(of: admin))), .gap,
      .pairs(pairs(words.abilities(of: admin))),
    ]
    if let roles = admin.activation(for: Remedy.allCases.flatMap { $0.deeds.map { [$0] } }) {
      sheet.blocks.append(.text(words.activation(of: roles)))
    } else {
      sheet.choices.removeFirst()
    }
    sheet.explanation = [
      "Eligible is not active: a role counts from its activation in PIM on.",
      "What is never possible with these roles, another admin has to do.",
    ]
    return sheet
  }

  private static func pairs(_ lines: [Words.Line]) -> [Pair] {
    lines.map { Pair($0.label, $0.value) }
  }
}

extension ScreenWords {
  static let whoGetsIn = "Who gets in by which option, the roles, what was read"
  static let rolesAllow = "What the roles allow"
  static let whatWasRead = "What was read"
}
