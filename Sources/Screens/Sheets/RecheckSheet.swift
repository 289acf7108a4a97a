import Entra
import Remediation
import Wording

extension Sheet {
  /// Consent was given and a sign-in fails: waiting, a private window and the ID on the error page
  /// come before the way of consenting counts as without effect.
  static func recheck(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.recheckTitle, back: .close)
    sheet.blocks = [
      .lead(words.recheckWait(since: opened.since, now: opened.now)), .say(words.recheckSay),
      .pairs([Pair("Ours", opened.matter.profile.appID.description)]), .gap,
    ]
    sheet.choices = [
      Choice(words.recheckAgain, .close),
      Choice(ScreenWords.worksNow, .submit([.input(.verified(.ordinaryUser))])),
      Choice(words.recheckOther, .notice(words.recheckOtherMeaning)),
      Choice(
        words.recheckDone,
        .submit([
          .note(words.recheckNote(since: opened.since, now: opened.now)),
          .input(.observed(.consent(.shut))),
        ])),
    ]
    sheet.explanation = [
      "What fails here counts against this way to consent, and in the end leads to removing.",
      "Copies of the directory agree only after some minutes; a browser keeps old answers.",
    ]
    return sheet
  }
}
