/// A state's place in the diagram: the quotient that people can look at.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
  /// What does the user see?
  case intake
  /// Questions that judge the five gates.
  case diagnosing
  /// The findings, and which act to take.
  case findings
  /// An act other than 2B is being prepared.
  case preparing
  /// 2B is being prepared: W8, W3, W1, the snapshot, the phrase.
  case preparingReplace
  /// Swapping back is being prepared, under the same guards.
  case preparingSwapBack
  /// Sign-in is being switched on.
  case enabling
  /// A deleted service principal is being restored.
  case restoring
  /// The service principal is being deleted.
  case deleting
  /// The application is missing.
  case missing
  /// The service principal is being added again.
  case readding
  /// A re-add is awaited (650051).
  case waiting
  /// "Assignment required" is being put back.
  case requiring
  /// The admin is consenting.
  case consenting
  /// People and groups are being assigned.
  case assigning
  /// What a deletion took is being settled.
  case settling
  /// Access is being verified.
  case verifying
  /// W6: who needs Nexetic's own role.
  case handingOff
  /// Ready to be closed.
  case ready
  /// Closed as resolved.
  case resolved
  /// Closed as not ours.
  case notOurs
  /// Handed over.
  case handedOver
  /// Abandoned.
  case abandoned
}

extension State {
  var phase: Phase {
    if let closing { return Phase(closing) }
    if let underWay { return Phase(underWay) }
    switch intent {
    case .replace: return .preparingReplace
    case .swapBack: return .preparingSwapBack
    case .enable, .wait, .restore, .readd, .require, .reconsent, .assign, .elsewhere, .rbac, .ask:
      return .preparing
    case nil: break
    }
    switch prompt {
    case .symptom: return .intake
    case .question: return .diagnosing
    case .settlement: return .settling
    case .verification: return .verifying
    case .access: return .handingOff
    case .closing: return .ready
    case .act, .route, .identification, .appearance, .snapshot, .tenant, .phrase, .list,
      .confirmation, .outcome, .nothing:
      if facts.isReaddAwaited { return .waiting }
      return facts.object.isDeleted ? .missing : .findings
    }
  }
}

extension Phase {
  init(_ closing: Closing) {
    self =
      switch closing {
      case .resolved: .resolved
      case .notOurs: .notOurs
      case .handedOver: .handedOver
      case .abandoned: .abandoned
      }
  }

  init(_ order: Order) {
    self =
      switch order {
      case .enableServicePrincipal: .enabling
      case .restoreServicePrincipal: .restoring
      case .deleteServicePrincipal: .deleting
      case .addServicePrincipal: .readding
      case .requireAssignment: .requiring
      case .consent: .consenting
      case .assignPrincipals, .assignSnapshot: .assigning
      }
  }
}
