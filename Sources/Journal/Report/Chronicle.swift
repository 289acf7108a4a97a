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
  /// By whom, or from where, each name and number is.
  var said: [Particular: Judged] = [:]
  /// What the last reading or saying of each gate rests on.
  var judged: [Gate: Judged] = [:]
  /// When somebody said what the user sees.
  var reportedAt: Moment?
  /// The last line in which Graph refused something, for the vendor's support.
  var refusal: Report.Line?
  /// Whose sign-ins were lost and found, as was measured.
  var measurements: [OutageMeasurement] = []
  /// The deletion of which the case holds a list.
  var deletion: Deletion?
  /// The requests of the command that ends next.
  private var requests: [ForeignText] = []
  private var last: (by: ReportText, source: JournalEntry.Source, at: Moment)?
  private var judgements: [Gate: Judgement] = [:]

  /// A deletion that was carried out, and the list of what it took.
  struct Deletion {
    let snapshot: Int
    let at: Moment
  }

  /// On what the judgement of a gate rests.
  struct Judged {
    let by: ReportText
    let source: JournalEntry.Source
    let at: Moment
  }

  init(words: Words, particulars: [Particular: ForeignText]) {
    (self.words, self.particulars) = (words, particulars)
  }

  /// Takes in one entry that counts, with the case as it was before it.
  mutating func take(
    _ content: JournalEntry.Content, from source: JournalEntry.Source, at milliseconds: Int,
    before: Case
  ) {
    let at = Moment(milliseconds: milliseconds)
    let sources = sources(before.mode)
    judge(before)
    switch content {
    case .input(let input): take(input, from: source, at: at, before: before)
    case .note(let text):
      add("\(free: text)", to: \.notes, at: at, from: source, by: sources.decided(from: source))
    case .paste(_, let isCut):
      let how = isCut ? "its beginning is kept in the case" : "it is kept in the case"
      add(
        "A text was pasted; \(how).", to: \.found, at: at, from: source,
        by: sources.decided(from: source))
    case .evidence(let text):
      for line in text.safeLines {
        add(
          "\(free: ForeignText(line))", to: \.done, at: at, from: source,
          by: sources.known(from: source))
      }
      requests = source == .executed ? Self.requests(in: text) : []
      if source == .executed, let line = text.safeLines.last(where: { $0.contains("answered 4") }) {
        refusal = Report.Line(
          "\(free: ForeignText(line))", at: at, by: sources.known(from: source), source: source)
      }
    case .outages(let measured): measurements.append(measured)
    case .exported:
      add(
        "The case was exported.", to: \.decided, at: at, from: source,
        by: sources.decided(from: source))
    case .setAside(let first):
      add(
        "Entries from \(first) on were set aside.", to: \.decided, at: at, from: source,
        by: sources.decided(from: source))
    case .particular(let particular, _):
      said[particular] = Judged(by: sources.known(from: source), source: source, at: at)
    case .place, .unreadable: break
    }
  }

  /// Takes in how the gates stand; who said it last, if they stand otherwise than before.
  mutating func judge(_ opened: Case) {
    foundShut.formUnion(opened.facts.shutGates)
    for finding in opened.facts.findings
    where judgements.updateValue(finding.judgement, forKey: finding.gate) != finding.judgement {
      judged[finding.gate] =
        finding.judgement == .unknown
        ? nil : last.map { Judged(by: $0.by, source: $0.source, at: $0.at) }
    }
  }

  private mutating func add(
    _ text: ReportText, to section: WritableKeyPath<Self, [Report.Line]>, at: Moment,
    from source: JournalEntry.Source, by: ReportText
  ) {
    self[keyPath: section].append(Report.Line(text, at: at, by: by, source: source))
  }

  private func sources(_ mode: Mode) -> SourceWords {
    SourceWords(mode: mode, engineer: particulars[.engineer])
  }

  /// The IDs of requests at the ends of the lines of a proof, as the hands write them.
  private static func requests(in proof: ForeignText) -> [ForeignText] {
    proof.safeLines.compactMap { line in
      guard let open = line.lastIndex(of: "("), let end = line.lastIndex(of: ")"), open < end
      else { return nil }
      let inside = line[line.index(after: open)..<end]
      return inside.contains("request-id ") ? ForeignText(String(inside)) : nil
    }
  }

  private mutating func take(
    _ input: Input, from source: JournalEntry.Source, at: Moment, before: Case
  ) {
    let by = known(input, from: source, mode: before.mode)
    last = (by, source, at)
    defer { requests = [] }
    switch input {
    case .reported(let symptom):
      self.symptom = symptom
      reportedAt = at
      add(
        "The user sees: \(words.name(of: symptom))", to: \.found, at: at, from: source, by: by)
    case .observed(let observation):
      observe(observation, at: at, from: source, by: by, before: before)
    case .answered(let prompt, let answer):
      take(answer, to: prompt, at: at, from: source, by: by, before: before)
    case .outcome(let id, let outcome):
      end(id, outcome, at: at, from: source, before: before)
    case .settled(let parts, let settlement):
      let reason = reason(.waiverReason(parts))
      let text = "\(words.name(of: parts)): \(words.label(of: settlement))"
      add("\(text)\(reason)", to: \.done, at: at, from: source, by: by)
    case .verified(let verification):
      let text = "\(words.label(of: verification)). \(words.meaning(of: verification))"
      add(ReportText(text), to: \.done, at: at, from: source, by: by)
    case .snapshotCompleted(let snapshot):
      let loss = words.lossSentence(for: snapshot)
      add(
        "Snapshot \(snapshot.id) was completed. \(loss)", to: \.lists, at: at, from: source, by: by)
    case .listCompleted(let count):
      let entries = Quantity.counted(count, "entry", plural: "entries")
      add(
        "The list of who is to be assigned: \(entries)", to: \.lists, at: at, from: source, by: by)
    case .chosen, .putAside, .routeChosen, .routeSetAside, .confirmed, .resumed, .closed:
      add(
        decision(input, before: before), to: \.decided, at: at, from: source,
        by: sources(before.mode).decided(from: source))
    }
    for warning in input.answeredWarnings {
      warnings[warning] = Report.Line(
        answer(input, before: before), at: at, by: by, source: source)
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
    _ observation: Observation, at: Moment, from source: JournalEntry.Source, by: ReportText,
    before: Case
  ) {
    add("Seen: \(words.label(of: observation))", to: \.found, at: at, from: source, by: by)
    let isDeleting = before.unsettled.contains {
      if case .deleteServicePrincipal = $0.order { true } else { false }
    }
    if case .object(let object) = observation, isDeleting, object.isDeleted { deletedAt = at }
  }

  private mutating func take(
    _ answer: Answer, to prompt: Prompt, at: Moment, from source: JournalEntry.Source,
    by: ReportText, before: Case
  ) {
    switch (prompt, answer) {
    case (.question(let question), .fact(let observation)):
      let ask = words.text(of: question).ask
      add("\(ask) \(words.label(of: observation))", to: \.found, at: at, from: source, by: by)
    case (.question(let question), .unknown):
      let ask = words.text(of: question).ask
      add("\(ask) \(words.dontKnow)", to: \.found, at: at, from: source, by: by)
    case (.tenant, .domain(let domain)):
      add("The tenant's domain: \(domain)", to: \.found, at: at, from: source, by: by)
    case (.phrase, .phrase):
      add(
        "The deletion was confirmed by typing its phrase.", to: \.decided, at: at, from: source,
        by: sources(before.mode).decided(from: source))
    case (_, _): break
    }
  }

  private mutating func end(
    _ id: CommandID, _ outcome: Outcome, at: Moment, from source: JournalEntry.Source,
    before: Case
  ) {
    let deed = deed(id, before: before)
    let by = requests.reduce(sources(before.mode).ended(outcome, from: source)) { by, request in
      by + "; " + "\(request)"
    }
    last = (by, source, at)
    add("\(deed): \(words.name(of: outcome))", to: \.done, at: at, from: source, by: by)
    switch outcome {
    case .done, .alreadyDone, .partly, .appeared(.acceptedForOrganization): deeds.append(deed)
    case .notYet, .refused, .appeared, .notDone: return
    }
    guard let order = before.unsettled.first(where: { $0.id == id })?.order,
      case .deleteServicePrincipal(let snapshot) = order
    else { return }
    deletedAt = at
    deletion = deletion ?? Deletion(snapshot: snapshot, at: at)
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
  private func known(
    _ input: Input, from source: JournalEntry.Source, mode: Mode
  ) -> ReportText {
    switch input {
    case .answered(_, .compared):
      "compared by Regrant, as " + sources(mode).known(from: .observed)
    case .answered(_, .pasted): "pasted from the customer"
    case .outcome(_, let outcome): sources(mode).ended(outcome, from: source)
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .confirmed, .resumed, .settled, .verified, .closed:
      sources(mode).known(from: source)
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
