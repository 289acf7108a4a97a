import Entra
import Remediation

/// A call to the support desk, as far as the machine hears it.
struct Call {
  private(set) var opened: Case
  private(set) var inputs: [Input] = []
  private(set) var ordered: [Order] = []

  init(_ mode: Mode = .guide) {
    opened = Case(id: CaseID(bits: 1), mode: mode, profile: .nexeticBackup)
  }

  static let domain = DomainName("contoso.example")

  /// Says one thing after another; the orders of the last one are returned.
  @discardableResult
  mutating func say(_ inputs: Input...) throws(Refusal) -> [Order] {
    var orders: [Order] = []
    for input in inputs {
      orders = try opened.handle(input).map(\.order)
      self.inputs.append(input)
      ordered += orders
    }
    return orders
  }

  /// Answers every question that stands, until something else is asked.
  mutating func answer(_ known: Known) throws(Refusal) {
    for _ in 0..<20 {
      guard case .question(let question) = opened.prompt else { return }
      let fact = known.fact(for: question)
      try say(.answered(.question(question), fact.map(Answer.fact) ?? .unknown))
    }
  }

  /// Says how the command under way ended.
  mutating func end(_ outcome: Outcome) throws(Refusal) {
    guard let id = opened.unsettled.first?.id else { throw .unknownCommand }
    try say(.outcome(id, outcome))
  }

  /// Prepares an act, answers what it asks of `known`, and carries it out.
  mutating func perform(
    _ act: Act, _ known: Known = Known(), list: Int = 2, outcome: Outcome = .done
  ) throws(Refusal) {
    try say(.chosen(act))
    try answer(known)
    if opened.prompt == .identification { try identify() }
    if opened.prompt == .list { try say(.listCompleted(list)) }
    try say(.confirmed(act))
    try end(outcome)
  }

  /// Consents by a route, and what appeared is said.
  mutating func consent(
    _ route: ConsentRoute, _ appearance: Appearance, _ known: Known = Known()
  ) throws(Refusal) {
    try say(.chosen(.reconsent))
    try answer(known)
    try say(.routeChosen(route), .confirmed(.reconsent))
    try end(.appeared(appearance))
  }

  mutating func identify() throws(Refusal) {
    try say(.answered(.identification, .lastBlock(Self.lastBlock)))
  }

  static let lastBlock = ApplicationProfile.nexeticBackup.appID.lastBlock

  /// As far as a 2B that only the phrase still keeps from deleting.
  mutating func prepareReplace(_ snapshot: Snapshot = .some()) throws(Refusal) {
    try say(.reported(.adminApproval))
    try answer(Known(consent: .shut, isRequired: snapshot.isAssignmentRequired, assignment: .open))
    try consent(.signIn, .noPrompt)
    try consent(.link, .acceptedForOrganization)
    try say(.observed(.consent(.shut)), .routeSetAside(.portal))
    try say(.chosen(.replace))
    try identify()
    try say(.snapshotCompleted(snapshot))
    if opened.prompt == .route { try say(.routeSetAside(.graph)) }
    if let domain = Self.domain, opened.prompt == .tenant {
      try say(.answered(.tenant, .domain(domain)))
    }
  }

  /// Types the phrase that stands.
  @discardableResult
  mutating func delete() throws(Refusal) -> [Order] {
    try say(.answered(opened.prompt, .phrase(opened.phrase ?? "")))
  }
}

/// What the customer's admin can say about the tenant; nil: "don't know".
struct Known {
  var object: ApplicationObject? = .present
  var absence: ApplicationObject?
  var consent: Judgement?
  var isRequired: Bool?
  var wasRequired: Bool?
  var assignment: Judgement?
  var account: Judgement?
  var nexeticRole: Judgement?
  var roles: RoleSet? = [.globalAdministrator]

  func fact(for question: Question) -> Observation? {
    switch question {
    case .object: object.map(Observation.object)
    case .absence: absence.map(Observation.object)
    case .consent: consent.map(Observation.consent)
    case .requirement: isRequired.map(Observation.assignmentRequired)
    case .formerRequirement: wasRequired.map(Observation.formerRequirement)
    case .assignment(let person): assignment.map { .assignment(person: person, $0) }
    case .account(let person): account.map { .account(person: person, $0) }
    case .nexeticRole: nexeticRole.map(Observation.nexeticRole)
    case .roles: roles.map(Observation.roles)
    }
  }
}

extension Snapshot {
  /// A made-up snapshot; one of 240 assignments, 3 grants and an owner.
  static func some(
    assignments: Int = 240, grants: Int = 3, permissions: Int = 0, owners: Int = 1,
    isAssignmentRequired: Bool = true
  ) -> Snapshot {
    Snapshot(
      id: 7, digest: "d", assignments: assignments, groups: 3, grants: grants,
      permissions: permissions, owners: owners, isAssignmentRequired: isAssignmentRequired,
      properties: 0)
  }
}
