import Entra
import Journal
import Remediation
import Wording

extension Words {
  /// What an entry of the journal says, on one line.
  func line(for content: JournalEntry.Content) -> String {
    switch content {
    case .input(let input): line(for: input)
    case .note(let text): "Note: \(text.line)"
    case .particular(let particular, let text): "\(name(of: particular)): \(text.line)"
    case .place(let place): "Left on: \(place)"
    case .paste(let text, let isCut): "Pasted\(isCut ? ", its beginning" : ""): \(text.line)"
    case .evidence(let text): "Proof: \(text.line)"
    case .outages(let measured):
      "Measured after \(Quantity.counted(measured.changes, "change")): "
        + "\(Quantity.counted(measured.outages.count, "outage")) began or ended"
    case .exported: "Exported"
    case .setAside(let first): "Set aside from entry \(first) on: today's rules refuse it"
    case .unreadable(let kind): "Not readable by this program: \(ForeignText(kind).line)"
    }
  }

  private func line(for input: Input) -> String {
    switch input {
    case .reported(let symptom): "Seen: \(name(of: symptom))"
    case .observed(let observation): "Observed: \(label(of: observation))"
    case .answered(let prompt, let answer): "\(title(of: prompt)): \(label(of: answer))"
    case .chosen(let act): "Chosen: \(title(of: act))"
    case .putAside: "Put aside"
    case .routeChosen(let route): "Consent by: \(name(of: route))"
    case .routeSetAside(let route): "Not tried: \(name(of: route))"
    case .snapshotCompleted(let snapshot):
      "Snapshot \(snapshot.id) stored: \(Quantity.counted(snapshot.assignments, "assignment")), "
        + Quantity.counted(snapshot.grants, "grant")
    case .listCompleted(let count):
      "List stored: \(Quantity.counted(count, "entry", plural: "entries"))"
    case .confirmed(let act): "Confirmed: \(title(of: act))"
    case .outcome(_, let outcome): "Outcome: \(name(of: outcome))"
    case .resumed: "Taken up again"
    case .settled(let parts, let settlement):
      "Settled, \(name(of: parts)): \(label(of: settlement))"
    case .verified(let verification): "Verified: \(label(of: verification))"
    case .closed(let closing): "Closed: \(label(of: closing))"
    }
  }

  private func label(of answer: Answer) -> String {
    switch answer {
    case .fact(let observation): label(of: observation)
    case .unknown: dontKnow
    case .lastBlock(let text): "the last block read out: \(ForeignText(text).line)"
    case .pasted(let id): "pasted: \(id.description)"
    case .compared(let id): "read in the tenant: \(id.description)"
    case .appearance(let appearance): name(of: appearance)
    case .domain(let domain): domain.description
    case .phrase(let text): "typed: \(ForeignText(text).line)"
    case .access(let need): label(of: need)
    }
  }
}
