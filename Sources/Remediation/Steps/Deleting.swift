import Entra

extension State {
  mutating func store(_ snapshot: Snapshot) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard intent?.isDestructive == true, facts.object.isPresent else { throw .outOfPlace }
    self.snapshot = snapshot
    facts.isAssignmentRequired = snapshot.isAssignmentRequired
  }

  /// W4 and W5 are answered by the phrase, and with it the delete is ordered.
  mutating func delete(saying typed: String, _ guards: Guards) throws(Refusal) -> [Order] {
    guard let intent, intent.isDestructive, facts.object.isPresent else { throw .outOfPlace }
    try guards.require(.lossAcknowledged, phrase != nil && typed.trimmed == phrase)
    try guards.require(.deletionIdentified, answers.isIdentified)
    try guards.require(.snapshotStored, snapshot != nil)
    try guards.require(.rolesAtHand, areRolesAtHand)
    try guards.require(.noReaddAwaited, !facts.isReaddAwaited)
    try guards.require(.nothingUnderWay, underWay == nil)
    if intent == .replace {
      guard !loss.isOutstanding else { throw .guarded(.lossSettled) }
      try guards.require(.consentShut, facts.consent == .shut)
      try guards.require(.promptDescribed, answers.appearance != nil)
      try guards.require(.noRouteRefused, !isAnyRouteRefused)
      try guards.require(.gentlerRoutesTried, areGentlerRoutesTried)
    } else {
      try guards.require(.swapBackJustified, isSwapBackJustified)
    }
    let order = Order.deleteServicePrincipal(snapshot: snapshot?.id ?? 0)
    underWay = order
    loss.isOurs = true
    verification = nil
    return [order]
  }

  /// W8: one who deletes must be able to re-add, set properties, consent and assign.
  var areRolesAtHand: Bool {
    guard let roles = facts.roles else { return false }
    let deeds: [Deed] = [.delete, .readdThroughGraph, .changeProperties, .assign]
    return deeds.allSatisfy { roles.may($0) } && ConsentRoute.allCases.contains(where: isAllowed)
  }
}

extension String {
  /// Without spaces at either end, and single ones within.
  fileprivate var trimmed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
