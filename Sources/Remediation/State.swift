import Entra

/// Where a case stands: what is known, what was answered, what was lost, what is under way.
///
/// A value without clock, chance or I/O. What screens see is derived from it, never stored twice.
struct State: Sendable, Hashable {
  /// Which application this is about.
  let application: AppID
  /// Whether Regrant's own hands reach the tenant: they put back what no portal page does.
  let isConnected: Bool
  var facts = Facts()
  var hasSymptom = false
  /// Questions that nobody could answer.
  var passed: Set<Question> = []
  /// The act being prepared.
  var intent: Act?
  var route: ConsentRoute?
  var answers = Answers()
  var routes = Routes()
  var snapshot: Snapshot?
  /// How many principals the list for Option 1 holds; 0: no list yet.
  var listed = 0
  var loss = Loss.none
  /// Whether restoring was tried in vain, or set aside, for the deleted one.
  var isRestoringVain = false
  /// What an act was to put back and could not, or not all of it.
  var triedInVain: LossParts = []
  /// What was ordered and has no outcome yet.
  var underWay: Order?
  /// Whether something was done since the gates were judged: then access is verified first.
  var hasActed = false
  var verification: Verification?
  var closing: Closing?

  init(application: AppID, isConnected: Bool = false) {
    (self.application, self.isConnected) = (application, isConnected)
  }
}

/// What was answered, and of what it spoke.
struct Answers: Sendable, Hashable {
  /// W1 holds for the object as it is now.
  var isIdentified = false
  /// W3.
  var appearance: Appearance?
  /// The tenant's domain.
  var domain: DomainName?
  /// W6.
  var access: AccessNeed?
}

/// How far each consent route has been tried.
struct Routes: Sendable, Hashable {
  private var signIn = RouteStatus.untried
  private var link = RouteStatus.untried
  private var portal = RouteStatus.untried
  private var graph = RouteStatus.untried

  subscript(route: ConsentRoute) -> RouteStatus {
    get {
      switch route {
      case .signIn: signIn
      case .link: link
      case .portal: portal
      case .graph: graph
      }
    }
    set {
      switch route {
      case .signIn: signIn = newValue
      case .link: link = newValue
      case .portal: portal = newValue
      case .graph: graph = newValue
      }
    }
  }
}

extension State {
  /// The one entry: changes nothing when it throws, and returns what to order.
  ///
  /// Only the explorer asks fewer guards than all, and nobody obeys what it is told.
  mutating func step(_ input: Input, asking guards: Guards) throws(Refusal) -> [Order] {
    var next = self
    let orders = try next.decide(input, guards)
    self = next
    return orders
  }

  private mutating func decide(_ input: Input, _ guards: Guards) throws(Refusal) -> [Order] {
    guard closing == nil else { throw .closed }
    switch input {
    case .reported(let symptom): try report(symptom)
    case .observed(let observation): observe(observation, guards)
    case .answered(let prompt, let answer): return try take(answer, to: prompt, guards)
    case .chosen(let act): try choose(act, guards)
    case .putAside: try putAside()
    case .routeChosen(let route): try choose(route, guards)
    case .routeSetAside(let route): try setAside(route)
    case .snapshotCompleted(let snapshot): try store(snapshot)
    case .listCompleted(let count): try list(count)
    case .confirmed(let act): return try confirm(act, guards)
    case .outcome(_, let outcome): try settle(outcome, guards)
    case .resumed: return try resume(guards)
    case .settled(let parts, let settlement): try settle(parts, settlement)
    case .verified(let verification): try verify(verification, guards)
    case .closed(let closing): try close(closing, guards)
    }
    return []
  }
}
