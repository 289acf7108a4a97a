public import Entra
public import Remediation

extension Words {
  /// What the user sees, as a row of the list.
  public func name(of symptom: Symptom) -> String {
    switch symptom {
    case .onlyTheAdminGetsIn: "The admin gets in, and nobody else does"
    case .adminApproval: "\"Need admin approval\" or \"Approval required\""
    case .notAssigned: "Blocked unless specifically assigned"
    case .applicationNotFound: "The application was not found in the directory"
    case .applicationDisabled: "The application is disabled"
    case .accountBlocked: "The account, the tenant or a policy blocks them"
    case .noAccessInNexetic: "They sign in, then \(vendor) says \(shutRole)"
    case .recreationPending: "Adding it again fails: not possible yet"
    case .applicationGone: "The application was deleted"
    case .other: "Something else, or not known"
    }
  }

  /// The codes that go with it, or what tells it apart.
  public func hint(for symptom: Symptom) -> String {
    switch symptom {
    case .onlyTheAdminGetsIn: "The usual start: consent was given for one admin only."
    case .adminApproval: "AADSTS65001, 90094, 90095, 90093, 900941"
    case .notAssigned: "AADSTS50105"
    case .applicationNotFound: "AADSTS700016, 700011"
    case .applicationDisabled: "AADSTS7000112, 70001"
    case .accountBlocked: "AADSTS50020, 50057, 50126, 53003, 50076, 90002"
    case .noAccessInNexetic: "No code: signing in worked."
    case .recreationPending: "AADSTS650051"
    case .applicationGone: "Begin here in an emergency: it can be restored for 30 days."
    case .other: "Paste what they see: a text, a code, a link, a mail."
    }
  }

  /// What a kind of error means for the tenant.
  public func meaning(of kind: SignInError.Kind) -> String {
    switch kind {
    case .applicationMissing: "The application is not in this tenant: deleted, or the wrong tenant."
    case .applicationDisabled: "The application is there, and sign-in is switched off."
    case .consentMissing: "Consent on behalf of the organization is missing."
    case .consentDeclined: "Somebody was asked for consent and pressed Cancel."
    case .notAssigned: "Assignment is required, and this user has none."
    case .accountUnknown: "The account does not belong to this tenant."
    case .accountBlocked: "The account is disabled or locked, or its password has expired."
    case .credentials: "The user mistyped the name or the password."
    case .policyBlocked: "A policy of the customer's stands in the way."
    case .tenantWrong: "The tenant does not exist, or lives in another Microsoft cloud."
    case .resourceMissing: "A service (API) that the application asks for is not in this tenant."
    case .recreationPending: "A deletion has not settled: adding again is not possible yet."
    case .vendorFault: "The application itself is wrong. Only \(vendor) can mend it."
    case .ownSignIn: "This is about another program's sign-in, not about the user's."
    case .interrupted: "The session ended. Signing in again is enough."
    case .unknown: "This code is not in our table."
    }
  }
}
