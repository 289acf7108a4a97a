import Entra
import Remediation
import Wording

/// What happened in a case, told entry by entry under the headings of a report.
struct Chronicle {
  let words: Words
  let particulars: [Particular: ForeignText]
  var found: [Report.Line] = []
  var decided: [Report.Line] = []
  var done: [Report.Line] = []
  var lists: [Report.Line] = []
  var notes: [Report.Line] = []
  var warnings: [Warning: Report.Line] = [:]
  /// What the user saw, as last said.
  var symptom: Symptom?
  /// When the application was deleted, if this case saw it.
  var deletedAt: Moment?
  /// The gates that were found shut at any time.
  var foundShut: Set<Gate> = []
  /// Names of what was done with success, for the paragraph.
  var deeds: [String] = []

  init(words: Words, particulars: [Particular: ForeignText]) {
    (self.words, self.particulars) = (words, particulars)
  }

  /// Takes in one entry that counts, with the case as it was before it.
  mutating func take(_ content: JournalEntry.Content, at milliseconds: Int, before: Case) {
    let at = Moment(milliseconds: milliseconds)
    foundShut.formUnion(before.facts.shutGates)
    switch content {
    case .input(let input): take(input, at: at, before: before)
    case .note(let text): notes.append(Report.Line("\(free: text)", at: at))
    case .paste(_, let isCut):
      let how = isCut ? "its beginning is kept in the case" : "it is kept in the case"
      found.append(Report.Line("A text was pasted; \(how).", at: at))
    case .evidence(let text):
      done += text.safeLines.map { line in
        Report.Line("\(free: ForeignText(line))", at: at, by: Self.hands(before.mode))
      }
    case .exported: decided.append(Report.Line("The case was exported.", at: at))
    case .setAside(let first):
      decided.append(Report.Line("Entries from \(first) on were set aside.", at: at))
    case .particular, .place, .unreadable: break
    }
  }

  /// Whose hands a proof is of.
  private static func hands(_ mode: Mode) -> ReportText {
    switch mode {
    case .guide: "said by the engineer"
    case .connect: "executed through Graph"
    case .train: "in training"
    }
  }

  private mutating func take(_ input: Input, at: Moment, before: Case) {
    let by = source(of: input, mode: before.mode)
    switch input {
    case .reported(let symptom):
      self.symptom = symptom
      found.append(Report.Line("The user sees: \(words.name(of: symptom))", at: at, by: by))
    case .observed(let observation): observe(observation, at: at, by: by, before: before)
    case .answered(let prompt, let answer):
      take(answer, to: prompt, at: at, by: by, before: before)
    case .outcome(let id, let outcome): end(id, outcome, at: at, by: by, before: before)
    case .settled(let parts, let settlement):
      let reason = reason(.waiverReason(parts))
      let text = "\(words.name(of: parts)): \(words.label(of: settlement))"
      done.append(Report.Line("\(text)\(reason)", at: at, by: by))
    case .verified(let verification):
      let text = "\(words.label(of: verification)). \(words.meaning(of: verification))"
      done.append(Report.Line(ReportText(text), at: at, by: by))
    case .snapshotCompleted(let snapshot):
      let loss = words.lossSentence(for: snapshot)
      lists.append(Report.Line("Snapshot \(snapshot.id) was completed. \(loss)", at: at, by: by))
    case .listCompleted(let count):
      let entries = Quantity.counted(count, "entry", plural: "entries")
      lists.append(Report.Line("The list of who is to be assigned: \(entries)", at: at, by: by))
    case .chosen, .putAside, .routeChosen, .routeSetAside, .confirmed, .resumed, .closed:
      decided.append(Report.Line(decision(input, before: before), at: at))
    }
    for warning in input.answeredWarnings {
      warnings[warning] = Report.Line(answer(input, before: before), at: at, by: by)
    }
  }

  private func decision(_ input: Input, before: Case) -> ReportText {
    switch input {
    case .chosen(let act): return "Chosen: \(words.title(of: act))"
    case .putAside:
      let act = before.intent.map { words.title(of: $0) } ?? "what was begun"
      return "Put aside: \(act)"
    case .routeChosen(let route): return "Consent by: \(words.name(of: route))"
    case .routeSetAside(let route):
      return "Not tried: \(words.name(of: route))\(reason(.routeReason(route)))"
    case .confirmed(let act): return "Confirmed: \(words.title(of: act))"
    case .resumed(let id): return "Taken up again: \(deed(id, before: before))"
    case .closed(let closing):
      return "Closed: \(words.label(of: closing))\(reason(.closingReason))"
    case .reported, .observed, .answered, .snapshotCompleted, .listCompleted, .outcome, .settled,
      .verified:
      return ReportText()
    }
  }

  private mutating func observe(
    _ observation: Observation, at: Moment, by: ReportText, before: Case
  ) {
    found.append(Report.Line("Seen: \(words.label(of: observation))", at: at, by: by))
    let isDeleting = before.unsettled.contains {
      if case .deleteServicePrincipal = $0.order { true } else { false }
    }
    if case .object(let object) = observation, isDeleting, object.isDeleted { deletedAt = at }
  }

  private mutating func take(
    _ answer: Answer, to prompt: Prompt, at: Moment, by: ReportText, before: Case
  ) {
    switch (prompt, answer) {
    case (.question(let question), .fact(let observation)):
      let ask = words.text(of: question).ask
      found.append(Report.Line("\(ask) \(words.label(of: observation))", at: at, by: by))
    case (.question(let question), .unknown):
      let ask = words.text(of: question).ask
      found.append(Report.Line("\(ask) \(words.dontKnow)", at: at, by: by))
    case (.tenant, .domain(let domain)):
      found.append(Report.Line("The tenant's domain: \(domain)", at: at, by: by))
    case (.phrase, .phrase):
      decided.append(
        Report.Line("The deletion was confirmed by typing its phrase.", at: at, by: by))
    case (_, _): break
    }
  }

  private mutating func end(
    _ id: CommandID, _ outcome: Outcome, at: Moment, by: ReportText, before: Case
  ) {
    let deed = deed(id, before: before)
    done.append(Report.Line("\(deed): \(words.name(of: outcome))", at: at, by: by))
    switch outcome {
    case .done, .alreadyDone, .partly, .appeared(.acceptedForOrganization): deeds.append(deed)
    case .notYet, .refused, .appeared, .notDone: return
    }
    if before.unsettled.contains(where: { $0.id == id && $0.order.name == "deleteServicePrincipal" }
    ) {
      deletedAt = at
    }
  }

  private func deed(_ id: CommandID, before: Case) -> String {
    before.unsettled.first { $0.id == id }.map { words.name(of: $0.order) } ?? "a step"
  }

  /// The answer to a warning, in words.
  private func answer(_ input: Input, before: Case) -> ReportText {
    switch input {
    case .answered(_, .lastBlock): return "The last block of the Application ID was read out"
    case .answered(_, .pasted): return "The Application ID was pasted"
    case .answered(_, .compared): return "The Application ID was compared in the tenant"
    case .answered(_, .appearance(let appearance)):
      return
        "\(words.name(of: appearance))\(reason(.notTriedReason, when: appearance == .notTried))"
    case .outcome(_, .appeared(let appearance)): return ReportText(words.name(of: appearance))
    case .answered(.phrase(let count), _):
      guard let domain = before.domain else { return "The phrase was typed" }
      return "The phrase was typed: delete \(count) \(domain)"
    case .answered(_, .access(let need)):
      let people = particulars[.accessPeople].map { ": \(person: $0)" as ReportText }
      let named = need == .namedPeople ? people : nil
      return "\(words.label(of: need))\(named ?? ReportText())"
    case .answered(_, .fact(.roles(let roles))), .observed(.roles(let roles)):
      return ReportText(words.name(of: roles))
    case .answered, .reported, .observed, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .confirmed, .outcome, .resumed, .settled, .verified,
      .closed:
      return "Answered"
    }
  }

  private func reason(_ particular: Particular, when isAsked: Bool = true) -> ReportText {
    guard isAsked, let text = particulars[particular] else { return ReportText() }
    return ", because: \(free: text)"
  }

  /// By whom, or by what, something is known.
  private func source(of input: Input, mode: Mode) -> ReportText {
    switch (input, mode) {
    case (.answered(_, .compared), _): return "compared by Regrant"
    case (.answered(_, .pasted), _): return "pasted from the customer"
    case (_, .guide):
      guard let engineer = particulars[.engineer] else { return "said by the engineer" }
      return "said by the engineer, \(person: engineer)"
    case (.outcome, .connect): return "executed through Graph"
    case (.observed, .connect): return "observed through Graph"
    case (_, .connect): return "said by the engineer"
    case (_, .train): return "in training"
    }
  }
}

extension Facts {
  /// The gates that keep anybody out.
  var shutGates: [Gate] { findings.filter { $0.judgement == .shut }.map(\.gate) }
}

extension Moment {
  /// A moment of a journal, which counts milliseconds.
  init(milliseconds: Int) {
    // What a damaged file may hold beyond the year 9999 is no time.
    self.init(seconds: min(max(milliseconds / 1000, 0), 253_402_300_799))
  }
}
