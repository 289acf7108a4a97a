import Entra
public import Graph
import Remediation
import Wording

/// What proves how a command went, in lines for journal and report.
struct Evidence: Sendable {
  private(set) var lines: [String] = []

  /// Says one thing.
  mutating func add(_ line: String) { lines.append(line) }

  /// Says what became of one deed.
  mutating func add(_ outcome: EntryOutcome, of deed: String) {
    switch outcome {
    case .done(let receipt): add("\(deed): done\(receipt.trace).")
    case .alreadyDone(let receipt): add("\(deed): it was so before\(receipt.trace).")
    case .notYet(let error): add("\(deed): not possible yet. \(error.sentence)")
    case .failed(let error): add("\(deed): refused. \(error.sentence)")
    case .uncertain(let error): add("\(deed): nobody knows yet. \(error.sentence)")
    case .untried: add("\(deed): not begun.")
    }
  }

  /// Says what became of many entries: counts, the requests of the first and the last, and the first
  /// that failed.
  mutating func add(_ outcomes: [EntryOutcome], of deed: String) {
    var (done, before) = (0, 0)
    for outcome in outcomes {
      switch outcome {
      case .done: done += 1
      case .alreadyDone: before += 1
      case .notYet, .failed, .uncertain, .untried: break
      }
    }
    add(
      "\(deed): \(outcomes.count) entries, \(done) done, \(before) there before, "
        + "\(outcomes.count - done - before) not done.")
    let receipts = outcomes.compactMap(\.receipt).filter { !$0.clientRequestID.isEmpty }
    if let first = receipts.first { add("The first request\(first.trace).") }
    if receipts.count > 1, let last = receipts.last { add("The last request\(last.trace).") }
    if let error = outcomes.lazy.compactMap(\.error).first { add(error.sentence) }
  }
}

extension EntryOutcome {
  var receipt: Receipt? {
    switch self {
    case .done(let receipt), .alreadyDone(let receipt): receipt
    case .notYet, .failed, .uncertain, .untried: nil
    }
  }

  var error: GraphError? {
    switch self {
    case .notYet(let error), .failed(let error), .uncertain(let error): error
    case .done, .alreadyDone, .untried: nil
    }
  }
}

extension Receipt {
  /// The IDs by which Graph's logs and ours name it, as the end of a sentence.
  fileprivate var trace: String {
    var parts: [String] = []
    if let requestID { parts.append("request-id \(ForeignText(requestID).safe)") }
    if !clientRequestID.isEmpty { parts.append("client-request-id \(clientRequestID)") }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

extension GraphError {
  /// What Graph said, on one line, with the IDs by which it can be found.
  public var sentence: String {
    let said = message.safeLines.joined(separator: " ")
    let head = [
      status.map { "Graph answered \($0)" } ?? "Graph: \(kind.name)", ForeignText(code).safe,
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
    let ids = [
      requestID.map { "request-id \(ForeignText($0).safe)" },
      clientRequestID.isEmpty ? nil : "client-request-id \(clientRequestID)",
    ].compactMap(\.self).joined(separator: ", ")
    let text = said.isEmpty ? head : "\(head): \(said)"
    return ids.isEmpty ? "\(text)." : "\(text) (\(ids))."
  }
}

extension GraphError.Kind {
  /// What it amounts to, in words, where Graph gave none.
  var name: String {
    switch self {
    case .signInNeeded, .claimsChallenge: "somebody has to sign in again"
    case .throttled: "too many requests"
    case .unavailable, .serverFault: "not available for the moment"
    case .unreachable: "no connection"
    case .lost: "the connection broke, or no answer came in time"
    case .unreadable: "the answer is none of Graph's, or could not be read"
    case .foreignLink: "a list goes on at another host"
    case .redirected: "it answers elsewhere"
    case .cancelled: "stopped"
    case .notFound: "not there"
    case .insufficientPrivileges, .foreignApplication: "the role or the permissions are too small"
    case .alreadyAssigned, .alreadyGranted: "it is there already"
    case .conflict, .concurrentChange: "another object is in the way"
    case .notYet: "not known everywhere yet"
    case .noSuchApplication: "the vendor's application is not there"
    case .quotaExceeded: "the quota is used up"
    case .notLicensed: "the tenant's plan does not include it"
    case .invalidIdentifier, .invalidProperties, .unsupportedQuery, .malformed, .unknownPath,
      .unknown:
      "an error that is not known"
    }
  }

  /// Why the tenant says no; nil when asking again may help.
  var obstacle: Obstacle? {
    switch self {
    case .insufficientPrivileges, .foreignApplication: .role
    case .notFound: .notFound
    case .conflict, .alreadyGranted, .alreadyAssigned: .conflict
    case .notLicensed: .licence
    case .noSuchApplication, .invalidIdentifier, .invalidProperties, .unsupportedQuery, .malformed,
      .unknownPath, .quotaExceeded, .unknown, .notYet:
      .other
    case .concurrentChange, .signInNeeded, .claimsChallenge, .throttled, .unavailable, .serverFault,
      .redirected, .unreachable, .lost, .unreadable, .foreignLink, .cancelled:
      nil
    }
  }
}

extension WriteIntent {
  /// What is about to be changed, for the journal.
  var sentences: [String] {
    let on = object.map { " on the object \($0)" } ?? ""
    let many = entries == 1 ? "" : ", \(entries) entries"
    return [
      "About to \(Words().name(of: order))\(on) in the tenant \(tenant)\(many) "
        + "(command \(command.input).\(command.index))."
    ]
  }
}
