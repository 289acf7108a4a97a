import Entra
import Remediation
import Wording

extension Sheet {
  /// The consent routes, each with what refuses it; a gentler one can be set aside for a reason.
  static func route(_ opened: Opened) -> Sheet {
    let words = opened.words
    let matter = opened.matter
    var sheet = asking(.route, opened)
    sheet.blocks.removeAll { if case .say = $0 { true } else { false } }
    sheet.blocks.insert(.text(words.text(of: .w2, in: matter).meaning), at: 1)
    sheet.choices = ConsentRoute.allCases.map { route in
      let because = denial(of: route, opened)
      let status = matter.status(of: route)
      let detail =
        status == .untried
        ? words.explanation(of: route) : words.sentence(words.name(of: status))
      return Choice(
        words.name(of: route), because == nil ? detail : nil, because: because,
        .submit([.input(.routeChosen(route))]))
    }
    if !settableRoutes(opened).isEmpty {
      sheet.choices.append(Choice("A way can't be used: say why", .open(.setAside)))
    }
    sheet.quotes = [.option2A, .signInAgain, .tickCheckbox, .checkboxMayNotAppear]
    return sheet
  }

  private static func denial(of route: ConsentRoute, _ opened: Opened) -> String? {
    let matter = opened.matter
    guard let refusal = matter.refusal(of: .routeChosen(route)) else { return nil }
    if matter.facts.roles == nil, refusal == .guarded(.routeAllowed) {
      return "The admin's role is not known (W7)."
    }
    return opened.words.denial(of: refusal).why
  }

  /// The routes that could be set aside, each for a reason.
  static func setAside(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "Which way can't be used?", back: .close)
    sheet.blocks = [.lead("It is then not tried; the reason stands in the report."), .gap]
    sheet.choices = settableRoutes(opened).map { Choice(words.name(of: $0), .open(.reason($0))) }
    return sheet
  }

  /// The routes that are possible and were not tried yet.
  static func settableRoutes(_ opened: Opened) -> [ConsentRoute] {
    ConsentRoute.allCases.filter {
      opened.matter.refusal(of: .routeChosen($0)) == nil
        && opened.matter.refusal(of: .routeSetAside($0)) == nil
    }
  }

  /// What will change, line by line; only `c` carries it out.
  static func confirmation(_ act: Act, _ opened: Opened) -> Sheet {
    let words = opened.words
    let stop = words.stop(before: act, in: opened.matter)
    var sheet = Sheet(title: words.title(of: act))
    sheet.blocks = [
      .lead(stop.willHappen),
      .pairs(
        [
          Pair("To", stop.toWhat), Pair("How many", stop.howMany),
          Pair("Who", act == .assign ? opened.who ?? "" : ""), Pair("Undo", stop.undo),
          Pair("Won't fix", words.text(of: act).leaves),
        ].filter { !$0.value.isEmpty }),
      .gap,
      .say(words.text(of: .confirmation(act), in: opened.matter).say),
    ]
    if act == .reconsent, let route = opened.matter.route {
      sheet.blocks.insert(.text("\(words.name(of: route)): \(words.explanation(of: route))"), at: 1)
    }
    if act == .assign, opened.matter.listed > 0, !opened.matter.loss.happened {
      sheet.choices.append(Choice("Change the list", .open(.listAgain)))
    }
    sheet.blocks += [.gap, .text("Press c: \(stop.goOn.lowercased()). Esc: go back.")]
    sheet.effects[.carryOut] = .submit([.input(.confirmed(act))])
    sheet.back = .submit([.input(.putAside)])
    sheet.quotes = words.quotes(for: act)
    sheet.explanation = [words.text(of: act).opens, words.text(of: act).costs]
    return sheet
  }

  /// W4 and W5: the typed stop, which looks like no other screen.
  static func deletionStop(_ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    let matter = opened.matter
    let stop = words.deletionStop(in: matter, opened.groupSizes)
    let phrase = matter.phrase ?? ""
    let isTyped = view.line.text.split(separator: " ").joined(separator: " ") == phrase
    var sheet = Sheet(title: words.title(of: .phrase(0)), isStop: true)
    sheet.blocks = [
      .lead(stop.willHappen), .text(stop.howMany),
      .pairs([Pair("What", stop.toWhat), Pair("Undo", stop.undo)]),
      .quote(words.quote(.removesAssignments), source: "\(ScreenWords.articleSource), Option 2B"),
    ]
    let go = [Saying.input(.answered(matter.prompt, .phrase(view.line.text)))]
    sheet.entry = Entry(
      label: "Type this phrase", expected: phrase, answerPrefix: "W5",
      pasteRefusal: "Type the phrase; a paste is not an answer.",
      submit: { text in
        text.split(separator: " ").joined(separator: " ") == phrase
          ? .notice("That is the phrase. Now choose: \(stop.goOn).")
          : .notice("That differs from the phrase. Nothing happened.")
      })
    sheet.choices = [
      Choice(stop.goBack, .submit([.input(.putAside)])),
      Choice(stop.goOn, because: isTyped ? nil : "The phrase is not typed yet.", .submit(go)),
      contentChanged(words),
    ]
    sheet.back = .submit([.input(.putAside)])
    sheet.quotes = words.quotes(for: .w4) + words.quotes(for: .w5)
    sheet.explanation = [
      words.text(of: .w4, in: matter).meaning,
      words.lossSentence(for: matter.snapshot, opened.groupSizes),
    ]
    return sheet
  }

  /// The list at hand is not true any more: it is taken anew.
  static func contentChanged(_ words: Words) -> Choice {
    Choice(words.changedSince, .submit([.input(.observed(.contentChanged))]))
  }

  /// Who is to be assigned (Option 1): typed, pasted, or from a file.
  static func list(_ opened: Opened) -> Sheet {
    var sheet = asking(.list, opened)
    sheet.entry = Entry(
      label: "Names, a file, or paste",
      hint: "user names or object ids, separated by commas; or a CSV file's path",
      isBulk: true, submit: { .request(.takeList($0)) })
    sheet.quotes = [.selectPrincipals]
    return sheet
  }

  /// Another list in the place of the one at hand, before it is confirmed.
  static func listAgain(_ opened: Opened, _ view: View) -> Sheet {
    var sheet = opened.reach.map { principalPicker($0, opened, view) } ?? list(opened)
    sheet.back = .close
    return sheet
  }

  /// Everything the deletion takes away, complete, before it can be confirmed.
  static func snapshot(_ opened: Opened) -> Sheet {
    var sheet = asking(.snapshot, opened)
    sheet.choices = [
      Choice(
        "Show the command for PowerShell", "The admin runs it; it only reads.",
        .open(.readCommands(.powerShell))),
      Choice("Show the command for Azure CLI", .open(.readCommands(.azureCLI))),
      Choice("Paste what it printed", .open(.pasting)),
      Choice(
        "No command can be run: have the counts read out", "Seven counts from the portal's pages.",
        .open(.counting)),
      Choice(
        "The application is gone meanwhile",
        .submit([.input(.observed(.object(.deleted)))])),
      Choice("No complete list can be had: hand over", .submit([.input(.closed(.handedOver))])),
    ]
    sheet.footnotes = [
      .gap, .text("Without a complete list there is no deletion."),
    ]
    sheet.quotes = [.removesAssignments, .reassign]
    return sheet
  }
}
