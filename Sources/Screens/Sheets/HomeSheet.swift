import Entra
import Remediation
import Wording

extension Desk {
  static func sheet(_ room: Room, _ view: View) -> Sheet {
    switch room {
    case .home(let home):
      if view.layer == .leaving { return .leaving(caseName: nil) }
      if view.layer == .help { return .help(about: .home(home), view) }
      return .home(home)
    case .arriving(let arrival):
      if view.layer == .leaving { return .leaving(caseName: nil) }
      if view.layer == .help { return .help(about: room, view) }
      return .arrival(arrival)
    case .walk(let opened):
      if let layer = view.layer { return .layer(layer, opened, view) }
      if opened.isOutOfReach { return .outOfReach(opened) }
      return .prompt(opened, view)
    }
  }
}

extension Sheet {
  /// Unfinished cases and what each waits for; a new case; the emergency; practice.
  static func home(_ home: Home) -> Sheet {
    let words = Words(home.profile)
    var sheet = Sheet(title: "Restore access to \(home.profile.name)")
    if let trouble = home.trouble {
      sheet.blocks = [.lead(trouble.happened), .text("\(trouble.meaning) \(trouble.next)")]
    }
    let isFull = (home.cases?.count ?? 0) > 3
    sheet.choices = [
      Choice(
        "New case", isFull ? nil : "Somebody can't get in. Only what they see is needed.",
        .request(.begin(nil))),
      Choice(
        "The application is gone", isFull ? nil : "Deleted, or not in the list: nobody gets in.",
        .request(.begin(.applicationNotFound))),
    ]
    switch home.cases {
    case nil: sheet.footnotes = [.gap, .text("Reading your cases...")]
    case let cases?:
      sheet.choices += cases.prefix(mostCases).map { $0.choice(at: home.now) }
      if cases.count > mostCases {
        let older = Quantity.counted(cases.count - mostCases, "older case")
        sheet.footnotes = [.text("\(older): regrant cases list")]
      }
    }
    sheet.choices += [
      Choice("Connect to a tenant", .request(.arrive(.connect))),
      Choice("Practise on the embedded tenant", .request(.arrive(.practise))),
    ]
    sheet.noWayBack = "This is the first screen. q or Ctrl-C leaves the program."
    sheet.explanation = [
      "Open a case, find the shut gate, open it by the gentlest means.",
      words.meaning(of: .guide),
    ]
    sheet.quotes = [.howToGrant, .refer]
    return sheet
  }

  /// How many cases stand on the first screen, whole, at 80x24.
  private static let mostCases = 4

  static func leaving(caseName: String?) -> Sheet {
    var sheet = Sheet(title: "Leave Regrant?")
    sheet.blocks = [
      .lead(caseName.map { "\($0) is kept, as it is now." } ?? "Nothing is under way."),
      .text("Come back at any time: you will be on this screen. Ctrl-C again leaves at once."),
    ]
    sheet.choices = [Choice("Stay", .close), Choice("Leave", .request(.leave))]
    sheet.explanation = ["Every answer is in the journal already; leaving loses nothing."]
    return sheet
  }

  static func help(about room: Room, _ view: View) -> Sheet {
    var under = view
    under.close()
    let sheet = Desk.sheet(room, under)
    let words = room.words
    let help = Help.page(
      about: sheet.page(room, under), explanation: sheet.explanation,
      quotes: sheet.quotes.map {
        Help.Quote(
          words.quote($0, masked: sheet.isMasked), source: ScreenWords.articleSource)
      })
    return Sheet(title: help.title, blocks: help.blocks, back: .close)
  }
}

extension CaseLine {
  fileprivate func choice(at now: Moment) -> Sheet.Choice {
    let title = name.map { "Case \(number): \($0.safe)" } ?? "Case \(number)"
    return Sheet.Choice(
      title, "\(waitsFor), \(Wording.Span(from: since, to: now).since)", .request(.open(number)))
  }
}

extension Room {
  var words: Words {
    switch self {
    case .home(let home): Words(home.profile)
    case .arriving(let arrival): Words(arrival.profile)
    case .walk(let opened): opened.words
    }
  }
}
