import Remediation
import Wording

extension Sheet {
  /// Somebody deleted the application that runs the backups, and took it for ours.
  static func lookAlike(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "The look-alike was deleted", back: .close)
    sheet.blocks = [
      .lead(words.lookAlikeMeaning), .text(words.lookAlikeRemedy), .say(words.lookAlikeQuestion),
      .gap,
    ]
    sheet.choices = [
      Choice("Ours is in the list, and enabled", .submit(oursIsThere(opened))),
      Choice("Ours is missing, too", oursIsMissing(opened)),
    ]
    sheet.quotes = words.quotes(for: .w1)
    return sheet
  }

  /// What was taken for the loss of ours is none: nothing of ours was deleted.
  private static func oursIsThere(_ opened: Opened) -> [Saying] {
    let matter = opened.matter
    var sayings: [Saying] = [.note(opened.words.lookAlikeNote)]
    if case .deleteServicePrincipal? = matter.unsettled.first?.order,
      let id = matter.unsettled.first?.id
    {
      sayings.append(.input(.outcome(id, .notDone)))
    }
    sayings.append(.input(.observed(.object(.present))))
    if matter.loss.outstanding.contains(.unlisted), !matter.facts.object.isPresent {
      sayings += [
        .particular(.waiverReason(.unlisted), opened.words.lookAlikeWaiver),
        .input(.settled(.unlisted, .waivedOther)),
      ]
    }
    return sayings
  }

  private static func oursIsMissing(_ opened: Opened) -> Effect {
    guard opened.matter.facts.object.isPresent || opened.matter.facts.object == .unknown else {
      return .close
    }
    return .submit([
      .note(opened.words.lookAlikeNote), .input(.observed(.object(.notSeen))),
    ])
  }
}
