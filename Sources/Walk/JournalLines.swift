import Entra
import Journal
import Remediation
import Wording

/// What a case's journal says, one line an entry.
struct JournalLines {
  let lines: [String]

  init(_ journal: CaseJournal, words: Words) throws(JournalError) {
    var lines = ["Case \(journal.number) about \(words.profile.name)"]
    for entry in try journal.entries() {
      guard let text = Self.text(of: entry.content) else { continue }
      lines.append("\(Moment(milliseconds: entry.at)) \(text)")
    }
    lines.append("Journal head \(try journal.head())")
    self.lines = lines
  }

  private static func text(of content: JournalEntry.Content) -> String? {
    switch content {
    case .input(let input): "\(input)"
    case .note(let text): "Note: \(text.safe)"
    case .particular(let particular, let text): "\(particular): \(text.safe)"
    case .paste(let text, _): "Pasted: \(text.safeLines.first ?? "")"
    case .setAside(let first): "Entries from \(first) on are set aside."
    case .exported: "Exported."
    case .place, .unreadable: nil
    }
  }
}
