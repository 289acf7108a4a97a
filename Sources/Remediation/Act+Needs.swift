public import Entra

extension Act {
  /// What somebody must be able to do for it: of each of these, one of the deeds.
  public var needs: [[Deed]] {
    switch self {
    case .enable, .require: [[.changeProperties]]
    case .restore: [[.restore]]
    case .readd: [[.readdThroughGraph, .readdByConsent]]
    case .reconsent: [[.seeConsentCheckbox, .consentForOrganization]]
    case .assign: [[.assign]]
    case .replace:
      [
        [.readAssignments], [.delete], [.readdThroughGraph, .readdByConsent], [.changeProperties],
        [.consentForOrganization], [.assign],
      ]
    case .swapBack: [[.delete], [.restore]]
    case .wait, .elsewhere, .rbac, .ask: []
    }
  }
}
