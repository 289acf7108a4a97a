import Entra

extension State {
  /// Begins to prepare an act; what it still needs is asked one by one.
  mutating func choose(_ act: Act, _ guards: Guards) throws(Refusal) {
    try guards.require(.nothingUnderWay, underWay == nil)
    guard hasSymptom else { throw .outOfPlace }
    try admit(act, guards)
    intent = act
    route = nil
  }

  mutating func putAside() throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard intent != nil else { throw .outOfPlace }
    intent = nil
    route = nil
  }

  /// Whether the act can be begun with the application as it is.
  private func admit(_ act: Act, _ guards: Guards) throws(Refusal) {
    try admit(act, on: facts.object)
    try allow(act)
    switch act {
    case .readd: try guards.require(.restoreFirst, mayCreate)
    case .require: guard loss.outstanding.contains(.requirement) else { throw .outOfPlace }
    case .reconsent:
      guard facts.consent != .open else { throw .outOfPlace }
      try guards.require(.restoreFirst, facts.object.isPresent || mayCreate)
      try guards.require(.requirementPutBack, !mustRequireFirst)
    case .assign:
      guard facts.isAssignmentRequired != false || owesEntries else {
        throw .outOfPlace
      }
      try guards.require(.requirementPutBack, !mustRequireFirst)
    case .replace:
      try guards.require(.rolesAtHand, facts.roles == nil || areRolesAtHand)
      guard !loss.isOutstanding else { throw .guarded(.lossSettled) }
      try guards.require(.consentShut, facts.consent == .shut)
      try guards.require(.noReaddAwaited, !facts.isReaddAwaited)
      try guards.require(.noRouteRefused, !isAnyRouteRefused)
      try guards.require(.gentlerRoutesTried, areGentlerRoutesTried)
    case .swapBack:
      try guards.require(.rolesAtHand, facts.roles == nil || areRolesAtHand)
      try guards.require(.swapBackJustified, isSwapBackJustified)
      try guards.require(.noReaddAwaited, !facts.isReaddAwaited)
    case .enable, .restore: break
    case .wait, .elsewhere, .rbac, .ask: throw .outOfPlace
    }
  }

  private func admit(_ act: Act, on object: ApplicationObject) throws(Refusal) {
    let fits =
      switch act {
      case .enable: object == .disabled
      case .restore: object == .deleted
      case .readd: object.isDeleted
      case .require, .assign, .replace, .swapBack: object.isUsable
      case .reconsent:
        object.isUsable || object.isDeleted || object == .neverInstalled || object == .unknown
      case .wait, .elsewhere, .rbac, .ask: true
      }
    guard fits else { throw .objectState(object) }
  }

  /// Whether the roles at hand, where they are known, allow the act.
  func allow(_ act: Act) throws(Refusal) {
    guard let roles = facts.roles else { return }
    let deed: Deed? =
      switch act {
      case .enable, .require: .changeProperties
      case .restore: .restore
      case .readd: .readdThroughGraph
      case .assign: .assign
      case .reconsent, .replace, .swapBack, .wait, .elsewhere, .rbac, .ask: nil
      }
    if let deed, !roles.may(deed) { throw .roleForbids(act) }
  }

  /// Whether a new service principal may be created: a restorable one is restored first.
  var mayCreate: Bool {
    facts.object != .deleted || isRestoringVain || isOwnReplacement
  }

  /// Whether the deletion was this case's own 2B, whose loss is listed.
  var isOwnReplacement: Bool {
    loss.snapshot != nil && !loss.outstanding.contains(.unlisted)
  }

  /// Whether the application stands open to everybody until "Assignment required" is back, or until
  /// somebody was asked whether the deleted one stood open, too.
  var mustRequireFirst: Bool {
    loss.outstanding.contains(.requirement)
      && (facts.object.isReadded || facts.isAssignmentRequired == false)
      || isFormerRequirementAsked
  }

  /// Whether that is still to be asked.
  var isFormerRequirementAsked: Bool {
    isFormerRequirementUnknown && !passed.contains(.formerRequirement)
  }

  /// Whether the application is a new, empty one, and nobody listed what the old one held.
  var isEmptyAndUnlisted: Bool {
    facts.object.isReadded && loss.outstanding.contains(.unlisted)
  }

  /// Whether it stands open to everybody, and nobody has said whether the old one did.
  var isFormerRequirementUnknown: Bool {
    isEmptyAndUnlisted && facts.isAssignmentRequired == false
      && !loss.outstanding.contains(.requirement)
  }

  /// A restorable and a re-added one exist, and what was lost can't be listed.
  var isSwapBackJustified: Bool {
    facts.object == .readded && loss.outstanding.contains(.unlisted)
  }
}
