import Remediation
import Wording

extension Sheet {
  /// Everything the deletion takes away, counted on the portal's pages where no command can be run.
  static func counting(_ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    let said = ReadOutCounts.understood(view.line.text)
    var sheet = Sheet(title: "Counts, read out", back: .close)
    sheet.blocks = [
      .lead("Seven counts, read out from the portal's pages, in this order."),
      .text(words.countsNameNobody),
      .pairs(
        ReadOutCounts.Part.allCases.map { part in
          Pair(words.name(of: part), said[part] ?? words.place(of: part))
        }),
      .gap,
    ]
    sheet.entry = Entry(
      label: "Counts", hint: "with blanks between them, for example: 240 3 2 0 1 yes 2",
      submit: { Self.counted($0, words) })
    sheet.explanation = [
      "The portal's pages take the place of the read-only command, where none can be run.",
      "What the deletion takes away is then known by number, and the phrase holds it.",
    ]
    sheet.quotes = [.removesAssignments, .reassign]
    return sheet
  }

  private static func counted(_ line: String, _ words: Words) -> Effect {
    do throws(ReadOutCounts.Problem) {
      return .request(.attestSnapshot(try ReadOutCounts(line)))
    } catch { return .notice(words.sentence(error)) }
  }
}
