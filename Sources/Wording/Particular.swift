public import Remediation

/// A name, number or reason that belongs to a case, and that no guard asks for.
public enum Particular: Sendable, Hashable, Codable {
  /// Who has the problem: the customer's name.
  case customer
  /// The number of the ticket.
  case ticket
  /// With whom the engineer speaks.
  case contact
  /// The admin who acts at the moment.
  case admin
  /// The engineer, who attests.
  case engineer
  /// A person the case names, by their place in its facts; 0 is those affected as a whole.
  case person(Int)
  /// The tenant's name.
  case tenantName
  /// The tenant's ID.
  case tenantID
  /// The object ID of the service principal.
  case objectID
  /// The address of the portal's page that was pasted.
  case portalAddress
  /// The code on the user's error page.
  case errorCode
  /// The correlation ID on the user's error page.
  case correlationID
  /// The time on the user's error page.
  case errorTime
  /// Why a consent route is not tried.
  case routeReason(ConsentRoute)
  /// Why the consent prompt was not tried (W3).
  case notTriedReason
  /// Why something lost is waived.
  case waiverReason(LossParts)
  /// Why the case ends as it does.
  case closingReason
  /// Who needs Nexetic's own role (W6).
  case accessPeople
}
