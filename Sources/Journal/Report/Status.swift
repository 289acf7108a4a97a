import Entra
import Remediation
import Wording

/// Where a case stands, in a report's words.
struct Status {
  let words: Words
  let replayed: Replayed
  let chronicle: Chronicle

  private var opened: Case { replayed.opened }
  private var particulars: [Particular: ForeignText] { replayed.particulars }

  /// The case in three to five sentences.
  var paragraph: [ReportText] {
    let app = words.profile.name
    let customer: ReportText = particulars[.customer].map { "\(person: $0)" } ?? "a customer"
    let seen = chronicle.symptom.map { ": \(Self.sentence(words.name(of: $0)))" } ?? "."
    var sentences: [ReportText] = ["Users of \(customer) had no access to \(app)\(seen)", gates]
    let deeds = Quantity.listed(
      chronicle.deeds.reduce(into: [String]()) { deeds, deed in
        if !deeds.contains(deed) { deeds.append(deed) }
      })
    sentences.append(
      deeds.isEmpty ? "Nothing was changed in the tenant." : "Done in the tenant: \(deeds).")
    sentences.append(
      opened.verification.map { verification in
        ReportText("\(words.label(of: verification)). ")
          + ReportText(words.meaning(of: verification))
      } ?? "Nobody has shown yet that access works.")
    sentences.append(ending)
    return sentences
  }

  private var gates: ReportText {
    let shut = opened.facts.shutGates
    let found = chronicle.foundShut.union(shut)
    let unknown = opened.facts.findings.filter { $0.judgement == .unknown }.map(\.gate)
    var parts: [String] = []
    if !found.isEmpty { parts.append("found shut: \(names(Gate.allCases.filter(found.contains)))") }
    if !shut.isEmpty { parts.append("shut now: \(names(shut))") }
    if !unknown.isEmpty { parts.append("not known: \(names(unknown))") }
    if shut.isEmpty, unknown.isEmpty { parts.append("now every gate is open") }
    return "Of the five gates, \(parts.joined(separator: "; "))."
  }

  private func names(_ gates: [Gate]) -> String {
    Quantity.listed(gates.map { words.name(of: $0) })
  }

  private var ending: ReportText {
    let missing = opened.facts.object.isDeleted ? " The application is missing." : ""
    guard let closing = opened.closing else {
      return "The case is open: it \(words.waitsFor(opened)).\(missing)"
    }
    return "The case is closed as: \(words.label(of: closing)).\(missing)"
  }

  /// Customer, ticket, tenant, application, and who acts.
  func fields(of journal: CaseJournal) -> [Report.Field] {
    var fields: [Report.Field] = []
    func add(_ name: String, _ value: ReportText?) {
      if let value { fields.append(Report.Field(name: name, value: value)) }
    }
    add("Customer", particulars[.customer].map { "\(person: $0)" })
    add("Ticket", particulars[.ticket].map { "\($0)" })
    add("Tenant", opened.domain.map { "\($0)" })
    add("Tenant ID", particulars[.tenantID].map(Self.identifier))
    add("Application", "\(words.profile.name), \(words.profile.appID.description)")
    add("Object ID", particulars[opened.objectParticular].map(Self.identifier))
    add("Mode", "\(words.name(of: opened.mode)). \(words.meaning(of: opened.mode))")
    add("Opened", ReportText(Moment(milliseconds: journal.openedAt).description))
    add("Stands", ReportText(words.name(of: opened.phase)))
    add("Contact", particulars[.contact].map { "\(person: $0)" })
    add("Admin", particulars[.admin].map { "\(person: $0)" })
    add("Engineer", particulars[.engineer].map { "\(person: $0)" })
    for person in opened.facts.people.indices {
      let name = person == 0 ? "Those affected" : "Person \(person)"
      add(name, particulars[.person(person)].map { "\(person: $0)" })
    }
    return fields
  }

  /// What is still open; one line that says so when nothing is.
  var open: [Report.Line] {
    var lines: [ReportText] = []
    if let stop = replayed.stop {
      lines.append(
        "The journal counts up to its entry \(stop.at - 1): \(Self.reason(stop.reason)).")
    }
    lines += opened.unsettled.map { "Ordered, and no outcome yet: \(words.name(of: $0.order))" }
    if opened.facts.object.isDeleted {
      lines.append("The application is missing: nobody can sign in.")
    }
    if opened.loss.isOutstanding {
      lines.append("Not back yet: \(words.name(of: opened.loss.outstanding))")
    }
    lines += opened.facts.findings.filter { $0.judgement != .open }.map {
      ReportText(words.line(for: $0, in: opened.facts))
    }
    if opened.verification != .ordinaryUser {
      lines.append("No ordinary user has been seen to sign in yet.")
    }
    switch opened.access {
    case nil: lines.append("Not answered: \(words.title(of: .w6))")
    case .nobody: break
    case .namedPeople, .customerDecides: lines.append(ReportText(words.accessHandOff(in: opened)))
    }
    return lines.isEmpty ? [.reckoned("Nothing.")] : lines.map { .reckoned($0) }
  }

  /// What can be undone, by which act and until when.
  var undo: String {
    if let undo = words.undo(in: opened, deleted: chronicle.deletedAt) { return undo }
    return chronicle.deeds.isEmpty
      ? "Nothing was changed." : "What was done can be changed back in the portal, at any time."
  }

  /// What the vendor's support needs: application, tenant, correlation ID, timestamp.
  ///
  /// A resolved case has nothing for them.
  var escalation: [Report.Line] {
    guard opened.closing != .resolved else { return [] }
    let tenant = particulars[.tenantID].flatMap { TenantID($0.safe) }.map(TenantReference.id)
    let code = particulars[.errorCode].flatMap { text in
      Int(text.safe.uppercased().replacing("AADSTS", with: "")).map { SignInError(code: $0) }
    }
    let correlation = particulars[.correlationID].flatMap { ObjectID($0.safe)?.description }
    let escalation = Escalation(
      errors: code.map { [$0] } ?? [], correlationID: correlation, timestamp: timestamp,
      tenant: tenant ?? opened.domain.map(TenantReference.domain))
    // One line for each, after what it is about and which application.
    let values: [Particular?] = [nil, nil, .tenantID, .errorCode, .correlationID, .errorTime]
    var lines = zip(words.paragraph(for: escalation), values).map { line, value in
      guard let said = value.flatMap({ chronicle.said[$0] }) else {
        return Report.Line.reckoned(ReportText(line))
      }
      return Report.Line(ReportText(line), at: said.at, by: said.by, source: said.source)
    }
    if let refusal = chronicle.refusal { lines.append(refusal) }
    return lines
  }

  /// When it failed, with its offset from UTC: as the page says, else when we were told.
  private var timestamp: String? {
    if let time = particulars[.errorTime].map(\.safe), Self.isTime(time) {
      return Self.hasOffset(time) ? time : "\(time), without an offset on the page"
    }
    return chronicle.reportedAt.map {
      "\(words.notGiven) on the page; reported at \($0.day)T\($0.clock)+00:00"
    }
  }

  private static func identifier(_ text: ForeignText) -> ReportText {
    ObjectID(text.safe).map { ReportText($0.description) } ?? "\(text)"
  }

  private static func isTime(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy { Array("0123456789-:.+TZ UC/".utf8).contains($0) }
  }

  /// Whether a time ends in `Z`, `UTC` or an offset such as `+02:00`.
  private static func hasOffset(_ text: String) -> Bool {
    if text.hasSuffix("Z") || text.hasSuffix("UTC") { return true }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
      text[..<sign].contains(":")
    else { return false }
    return text[text.index(after: sign)...].filter(\.isNumber).count == 4
  }

  private static func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  private static func reason(_ reason: Replayed.Reason) -> String {
    switch reason {
    case .refused: "today's rules refuse what follows"
    case .unreadable: "what follows was written by a newer program"
    case .broken: "what follows is damaged, or was changed"
    }
  }
}
