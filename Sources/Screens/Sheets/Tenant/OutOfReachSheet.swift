import Remediation
import Wording

extension Sheet {
  /// The case's tenant is not in reach: without it nothing can be read, and nothing is guessed.
  static func outOfReach(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.outOfReach)
    sheet.blocks = [.lead(words.outOfReach(of: opened.matter.mode)), .gap]
    switch opened.matter.mode {
    case .connect:
      sheet.choices = [
        Choice("Sign in to the tenant", .request(.arrive(.connect))),
        Choice(
          "Go on by hand", "The admin acts in the portal; what they say is attested.",
          .request(.work(.withoutHands))),
      ]
    case .train:
      let closing: Closing =
        opened.matter.refusal(of: .closed(.abandoned)) == nil ? .abandoned : .handedOver
      sheet.choices = [
        Choice("Practise anew", .request(.arrive(.practise))),
        Choice("Close this case", .submit([.input(.closed(closing))])),
      ]
    case .guide: break
    }
    sheet.choices.append(Choice("Show the report", .request(.report)))
    sheet.back = .request(.home)
    sheet.explanation = [
      "Regrant reads this case's tenant itself. Nothing is taken for done that it has not seen."
    ]
    return sheet
  }
}
