public import Entra

/// What the user sees: all that is needed to begin a case.
public enum Symptom: String, Sendable, Hashable, Codable, CaseIterable {
  /// The admin gets in and nobody else does: the article's starting point.
  case onlyTheAdminGetsIn
  /// "Need admin approval", "Approval required", 65001, 90094.
  case adminApproval
  /// 50105: blocked unless specifically assigned.
  case notAssigned
  /// 700016: the application was not found in the directory.
  case applicationNotFound
  /// 7000112: the application is disabled.
  case applicationDisabled
  /// 50020, 50057, 53003: account, tenant, Conditional Access.
  case accountBlocked
  /// Signs in, then Nexetic says No Access.
  case noAccessInNexetic
  /// 650051: re-adding after a deletion is not possible yet.
  case recreationPending
  /// The application was deleted: the emergency entry.
  case applicationGone
  /// Something else, or nobody knows.
  case other

  /// The symptom an error code stands for.
  public init(_ error: SignInError) {
    self =
      switch error.kind {
      case .applicationMissing: .applicationNotFound
      case .applicationDisabled: .applicationDisabled
      case .consentMissing, .consentDeclined: .adminApproval
      case .notAssigned: .notAssigned
      case .accountUnknown, .accountBlocked, .credentials, .policyBlocked, .tenantWrong:
        .accountBlocked
      case .recreationPending: .recreationPending
      case .resourceMissing, .vendorFault, .ownSignIn, .interrupted, .unknown: .other
      }
  }

  /// What it proves about the gates on the way to it: a later error means the earlier were open.
  public var observations: [Observation] {
    switch self {
    case .onlyTheAdminGetsIn: [.object(.present)]
    case .adminApproval: [.object(.present), .consent(.shut)]
    case .notAssigned:
      [.object(.present), .assignmentRequired(true), .assignment(person: 0, .shut)]
    case .applicationNotFound: [.object(.notSeen)]
    case .applicationDisabled: [.object(.disabled)]
    case .accountBlocked: [.account(person: 0, .shut)]
    case .noAccessInNexetic:
      [
        .object(.present), .consent(.open), .assignment(person: 0, .open),
        .account(person: 0, .open), .nexeticRole(.shut),
      ]
    case .applicationGone: [.object(.deleted)]
    case .recreationPending, .other: []
    }
  }
}
