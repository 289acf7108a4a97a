/// What the explorer itself saw being said, apart from what the machine remembers.
struct Witness: Sendable, Hashable {
  /// An answer, and whether its subject has changed since.
  enum Answer: Sendable, Hashable { case none, fresh, stale }

  var identification = Answer.none
  var snapshot = Answer.none
  var appearance = Answer.none
  var isVerifiedByAdmin = false

  /// Follows one accepted step.
  mutating func see(_ input: Input, from before: State, to after: State) {
    let isOtherObject = before.facts.object.identity != after.facts.object.identity
    let isOtherAdmin = before.facts.roles != nil && before.facts.roles != after.facts.roles
    if isOtherObject, before.facts.object.identity != .unknown {
      if identification == .fresh { identification = .stale }
      if snapshot == .fresh { snapshot = .stale }
      if appearance == .fresh { appearance = .stale }
    }
    if isOtherAdmin, appearance == .fresh { appearance = .stale }
    switch input {
    case .answered(.identification, _): identification = .fresh
    case .snapshotCompleted: snapshot = .fresh
    case .observed(.contentChanged): if snapshot == .fresh { snapshot = .stale }
    case .answered(.appearance, _), .outcome(_, .appeared): appearance = .fresh
    case .verified(let verification): isVerifiedByAdmin = verification == .administrator
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .listCompleted, .confirmed, .outcome, .resumed, .settled, .closed:
      break
    }
    // What the machine has let go of cannot mislead it.
    if !after.answers.isIdentified { identification = .none }
    if after.snapshot == nil { snapshot = .none }
    if after.answers.appearance == nil { appearance = .none }
    if after.verification == nil { isVerifiedByAdmin = false }
  }
}

extension ApplicationObject {
  /// Which object it is, as far as a deletion makes another of it.
  enum Identity: Sendable, Hashable { case unknown, none, original, second }

  var identity: Identity {
    switch self {
    case .unknown, .notSeen: .unknown
    case .present, .disabled, .disabledByVendor: .original
    case .readded, .readdedForGood: .second
    case .deleted, .gone, .neverInstalled: .none
    }
  }
}
