import Remediation
import Wording

extension Sheet {
  /// The five gates, and what may be done: the plan's next act first.
  static func findings(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.title(of: .act))
    sheet.blocks = [.gates(gates(opened))]
    if let text = words.nothingToDo(in: opened.matter) {
      sheet.blocks += [.gap, .say(text)]
    }
    if opened.matter.facts.isReaddAwaited {
      sheet.blocks += [
        .gap, .lead("Re-adding is not possible yet (650051)."),
        .text(waiting(opened)),
      ]
      sheet.choices.append(
        Choice("Try again now", .submit([.input(.observed(.deletionSettled))])))
    }
    sheet.choices += acts(opened)
    if opened.matter.refusal(of: .verified(.ordinaryUser)) == nil {
      sheet.choices.append(
        Choice(ScreenWords.worksNow, .submit([.input(.verified(.ordinaryUser))])))
    }
    sheet.choices.append(Choice(ScreenWords.everything, .open(.offers)))
    sheet.explanation = [
      "Each act opens one gate; the gentlest that suffices stands first.",
      "A shut gate that is not ours belongs to the customer's admin or to the vendor.",
    ]
    sheet.quotes = [.eitherMethod, .option1, .option2]
    return sheet
  }

  private static func waiting(_ opened: Opened) -> String {
    let since = opened.since.map { Wording.Span(from: $0, to: opened.now).since } ?? ""
    return "Wait a few minutes, then try again; waited \(since). Never delete a second time."
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
    return (first + others).map {
      Choice(words.title(of: $0), words.text(of: $0).opens, .submit([.input(.chosen($0))]))
    }
  }

  /// Everything that may be done now, and why the rest may not.
  static func offers(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "All that can be done")
    var choices: [Choice] = []
    for offer in opened.matter.offers {
      if case .route = offer.choice { continue }
      if case .closing(.resolved) = offer.choice, !offer.isPossible { continue }
      let denial = offer.refusal.map { words.denial(of: $0) }
      choices.append(
        Choice(
          words.label(of: offer.choice), because: denial.map { "\($0.why) \($0.remedy)" },
          .submit([.input(offer.choice.input)])))
    }
    choices.append(
      Choice(
        "Another admin acts now", .submit([.input(.observed(.adminChanged))])))
    choices.append(
      Choice("Something turned out to be so", .open(.review)))
    sheet.choices = choices.filter { $0.because == nil } + choices.filter { $0.because != nil }
    sheet.back = .close
    return sheet
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
  static let worksNow = "It works now: an ordinary user signed in"
  static let everything = "Everything else, and why not"
}
