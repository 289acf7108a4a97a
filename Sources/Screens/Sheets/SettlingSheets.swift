import Remediation
import Wording

extension Sheet {
  /// What became of something lost: back, or waived for a reason.
  static func settlement(_ parts: LossParts, _ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.settlement(parts), opened)
    sheet.choices = opened.matter.offers.filter(\.isPossible).compactMap { offer in
      guard case .settlement(_, let settlement) = offer.choice else { return nil }
      let label = words.label(of: settlement)
      return settlement == .waivedOther
        ? Choice(label, .open(.waiver(parts)))
        : Choice(label, .submit([.input(offer.choice.input)]))
    }
    sheet.choices.append(Choice("Paste what the read-only command printed", .open(.pasting)))
    sheet.choices.append(Choice(ScreenWords.otherWays, .open(.offers)))
    sheet.quotes = [.removesAssignments, .reassign]
    return sheet
  }

  /// An ordinary user signs in, or everything is read afterwards.
  static func verification(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.verification, opened)
    sheet.choices = [
      Choice(
        words.label(of: .ordinaryUser), words.meaning(of: .ordinaryUser),
        .submit([.input(.verified(.ordinaryUser))])),
      Choice(
        words.label(of: .readBack), words.meaning(of: .readBack),
        .submit([.input(.verified(.readBack))])),
      Choice(
        words.label(of: .administrator), words.meaning(of: .administrator),
        .submit([.input(.verified(.administrator))])),
      Choice("It still fails: need admin approval", .open(.recheck)),
      Choice(
        "It still fails: not assigned (50105)",
        .submit([
          .input(.observed(.assignmentRequired(true))),
          .input(.observed(.assignment(person: 0, .shut))),
        ])),
      Choice("It fails in another way, or for somebody else", .open(.review)),
      Choice(ScreenWords.otherWays, .open(.offers)),
    ]
    return sheet
  }

  /// How the case ends.
  static func closing(_ opened: Opened) -> Sheet {
    var sheet = asking(.closing, opened)
    sheet.choices = closings(opened)
    sheet.choices.append(Choice(ScreenWords.otherWays, .open(.offers)))
    return sheet
  }

  private static func closings(_ opened: Opened) -> [Choice] {
    let words = opened.words
    // It is possible only where somebody is still kept out: then it is the truer word.
    let isNotOurs = opened.matter.refusal(of: .closed(.notOurs)) == nil
    let first: Closing = isNotOurs ? .notOurs : .resolved
    let order = [first] + Closing.allCases.filter { $0 != first }
    let choices = order.map { closing -> Choice in
      let refusal = opened.matter.refusal(of: .closed(closing))
      let denial =
        refusal == .outOfPlace
        ? Denial(why: "Nothing is left that belongs to somebody else.", remedy: "")
        : refusal.map { words.denial(of: $0) }
      var choice = Choice(
        words.label(of: closing),
        denial == nil ? words.meaning(of: closing, in: opened.matter) : nil,
        because: denial?.why, .submit([.input(.closed(closing))]))
      choice.remedy = denial?.remedy
      return choice
    }
    return choices.filter { $0.because == nil } + choices.filter { $0.because != nil }
  }

  /// Closed: the report, to be copied into the ticket.
  static func closed(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.title(of: .nothing))
    let closing = opened.matter.closing
    sheet.blocks = [
      .lead(closing.map { words.label(of: $0) } ?? ""),
      .text(closing.map { words.meaning(of: $0, in: opened.matter) } ?? ""), .gap,
    ]
    sheet.choices = [
      Choice("Show the report", "To paste into the ticket.", .open(.report)),
      Choice("Back to the cases", .request(.home)),
    ]
    sheet.quotes = []
    return sheet
  }
}
