import Remediation
import Wording

extension Sheet {
  /// The five gates, and what may be done: the plan's next act first.
  static func findings(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.title(of: .act))
    sheet.blocks = [.lead(words.verdict(on: opened.matter.facts)), .gates(gates(opened))]
    if let text = words.openToAll(in: opened.matter) { sheet.blocks.insert(.text(text), at: 1) }
    if let text = words.nothingToDo(in: opened.matter) {
      sheet.blocks += [.gap, .say(text)]
      if opened.matter.facts.judgement(of: .rbac) == .unknown {
        sheet.blocks.append(.text(words.roleIsNext))
      }
    }
    if opened.matter.facts.isReaddAwaited {
      sheet.blocks += [
        .gap, .text("Adding again is not possible yet (650051). \(waiting(opened))"),
      ]
      sheet.choices.append(
        Choice("Try again now", .submit([.input(.observed(.deletionSettled))])))
    }
    sheet.choices += acts(opened)
    if opened.matter.refusal(of: .verified(.ordinaryUser)) == nil {
      sheet.choices.append(worksNow(opened))
    }
    if opened.matter.facts.object == .deleted, opened.matter.loss.snapshot == nil {
      sheet.choices.append(Choice(ScreenWords.lookAlike, .open(.lookAlike)))
    }
    sheet.choices.append(Choice(ScreenWords.everything, .open(.offers)))
    sheet.explanation = [
      "Each act opens one gate; the gentlest that suffices stands first.",
      "A shut gate that is not ours belongs to the customer's admin or to the vendor.",
    ]
    sheet.quotes = [.eitherMethod, .option1, .option2]
    return sheet
  }

  /// It works meanwhile: what somebody says does not count against what can be read.
  private static func worksNow(_ opened: Opened) -> Choice {
    guard let reach = opened.reach else {
      return Choice(ScreenWords.worksNow, .submit([.input(.verified(.ordinaryUser))]))
    }
    return reach.isPractice
      ? Choice(ScreenWords.tryToSignIn, .request(.browser(.userSignsIn)))
      : Choice(ScreenWords.readWhetherItWorks, .request(.work(.readAgain)))
  }

  private static func waiting(_ opened: Opened) -> String {
    let wait = "Wait a few minutes, then try again. Never delete a second time."
    guard let since = opened.since else { return wait }
    return "\(wait) It waits \(Wording.Span(from: since, to: opened.now).since)."
  }

  static func gates(_ opened: Opened) -> [GateRow] {
    opened.matter.facts.findings.map { finding in
      GateRow(
        opened.words.name(of: finding.gate), GateRow.State(finding.judgement),
        because: opened.words.because(finding.gate, in: opened.matter.facts))
    }
  }

  /// The plan's acts that are possible, then other possible ones; what is refused is a layer away.
  private static func acts(_ opened: Opened) -> [Choice] {
    let words = opened.words
    let offers = opened.matter.offers
    let planned = opened.matter.plan.acts
    let possible = offers.compactMap { offer -> Act? in
      if case .act(let act) = offer.choice, offer.isPossible { act } else { nil }
    }
    let first = planned.filter(possible.contains)
    let others = possible.filter { act in
      !first.contains(act) && !act.isDestructive
        && act.opens.map { opened.matter.facts.judgement(of: $0) != .open } ?? true
    }
    // What nobody can list, only the old one holds: it stands before what builds upon the new one.
    let isLost = possible.contains(.swapBack)
    let urgent = first.prefix { $0 == .require }
    let wayBack: [Act] = isLost ? [.swapBack] : []
    return (urgent + wayBack + first.dropFirst(urgent.count) + others).map {
      Choice(words.title(of: $0), words.text(of: $0).opens, .submit([.input(.chosen($0))]))
    }
  }

  /// Everything that may be done now, and why the rest may not.
  static func offers(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "All that can be done")
    let offers = opened.matter.offers
    // What became of a loss is a screen of its own, from which one comes here.
    var choices = offers.filter { $0.isPossible && !$0.choice.isSettlement }
      .map { choice($0.choice, words) }
    choices.append(
      Choice(
        "Another admin acts now", .submit([.input(.observed(.adminChanged))])))
    choices.append(
      Choice("Something turned out to be so", .open(.review)))
    choices.append(Choice(ScreenWords.lookAlike, .open(.lookAlike)))
    for offer in offers {
      guard let denial = denial(of: offer, opened) else { continue }
      var refused = choice(offer.choice, words)
      (refused.because, refused.remedy) = (denial.why, denial.remedy)
      choices.append(refused)
    }
    sheet.choices = choices
    sheet.back = .close
    return sheet
  }

  private static func choice(_ choice: Offer.Choice, _ words: Words) -> Choice {
    let label = words.label(of: choice)
    return Choice(ScreenWords.title(of: choice, label), .submit([.input(choice.input)]))
  }

  /// Why something is not possible, where that teaches more than that it makes no sense.
  private static func denial(of offer: Offer, _ opened: Opened) -> Denial? {
    let words = opened.words
    switch (offer.refusal, offer.choice) {
    case (nil, _), (_, .route), (_, .settlement), (_, .closing(.resolved)),
      (.guarded(.swapBackJustified)?, _):
      return nil
    case (let refusal?, .act(let act)):
      if let never = opened.matter.plan.never.first(where: { $0.act == act }) {
        return Denial(why: words.because(never.because), remedy: "")
      }
      return refusal.isNonsense ? nil : words.denial(of: refusal)
    case (let refusal?, .verification), (let refusal?, .closing):
      return refusal.isNonsense ? nil : words.denial(of: refusal)
    }
  }
}

extension Offer.Choice {
  fileprivate var isSettlement: Bool { if case .settlement = self { true } else { false } }
}

extension Refusal {
  /// Whether it only says that the choice has no meaning with things as they are.
  fileprivate var isNonsense: Bool {
    switch self {
    case .outOfPlace, .objectState: true
    default: false
    }
  }
}

extension GateRow.State {
  init(_ judgement: Judgement) {
    switch judgement {
    case .open: self = .open
    case .shut: self = .shut
    case .unknown: self = .unknown
    }
  }
}

extension ScreenWords {
  /// A choice by what it does.
  static func title(of choice: Offer.Choice, _ label: String) -> String {
    guard case .closing = choice else { return label }
    return "Close: \(label.prefix(1).lowercased())\(label.dropFirst())"
  }

  static let worksNow = "It works now: an ordinary user signed in"
  static let readWhetherItWorks = "They say it works now: read it again"
  static let tryToSignIn = "Let the user try to sign in"
  static let lookAlike = "It was the look-alike that was deleted"
  static let everything = "Everything else, and why not"
}
