extension State {
  mutating func settle(_ parts: LossParts, _ settlement: Settlement) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard facts.object.isPresent, !parts.isEmpty, loss.outstanding.isSuperset(of: parts) else {
      throw .outOfPlace
    }
    if parts.contains(.unlisted) {
      // Counting proves a restore; an object that was added again holds nothing of the old one.
      guard settlement != .compared, settlement != .counted || !facts.object.isReadded else {
        throw .misfit
      }
    } else {
      guard settlement != .waivedListLost else { throw .misfit }
    }
    loss.outstanding.subtract(parts)
    if parts.contains(.requirement), !settlement.isWaiver { facts.isAssignmentRequired = true }
  }

  mutating func verify(_ verification: Verification, _ guards: Guards) throws(Refusal) {
    guard underWay == nil else { throw .guarded(.nothingUnderWay) }
    guard hasSymptom, facts.object.isPresent else { throw .outOfPlace }
    try guards.require(.ordinaryUserOnly, verification != .administrator)
    if verification == .readBack, !areOurGatesOpen { throw .outOfPlace }
    if verification == .ordinaryUser { seeEverythingOpen() }
    self.verification = verification
    hasActed = true
    intent = nil
    route = nil
  }

  /// Somebody who is not an administrator got in: every gate let them through.
  private mutating func seeEverythingOpen() {
    if facts.object == .disabled { facts.object = .present }
    facts.consent = .open
    facts.people[0].assignment = .open
    facts.people[0].account = .open
    if facts.isAssignmentRequired == nil { passed.insert(.requirement) }
  }

  mutating func close(_ closing: Closing, _ guards: Guards) throws(Refusal) {
    switch closing {
    case .handedOver: break
    case .abandoned:
      guard underWay == nil else { throw .guarded(.nothingUnderWay) }
      try guards.require(.applicationPresent, !facts.object.isDeleted)
      try guards.require(.lossSettled, !loss.isOutstanding || facts.object.isDeleted)
    case .notOurs:
      try concludes(guards)
      guard isNotOurs else { throw .outOfPlace }
    case .resolved:
      try concludes(guards)
      try guards.require(.accessVerified, verification != nil)
    }
    self.closing = closing
    intent = nil
    route = nil
  }

  private func concludes(_ guards: Guards) throws(Refusal) {
    guard hasSymptom, underWay == nil else { throw .guarded(.nothingUnderWay) }
    try guards.require(.applicationPresent, !facts.object.isDeleted)
    try guards.require(.lossSettled, !loss.isOutstanding || facts.object.isDeleted)
    try guards.require(.accessDecided, answers.access != nil)
  }
}
