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
  /// Where the tenant is, if not in the global cloud: another one, or a simulator's address.
  case site
  /// The object ID of the service principal.
  case objectID
  /// The object ID of the one that was added after a deletion.
  case readdedObjectID
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

extension Case {
  /// Which particular holds the object ID of the application as it is now.
  public var objectParticular: Particular {
    facts.object.isReadded ? .readdedObjectID : .objectID
  }
}

extension Words {
  /// What a particular is called, in a list or before its value.
  public func name(of particular: Particular) -> String {
    switch particular {
    case .customer: "Customer"
    case .ticket: "Ticket"
    case .contact: "Contact"
    case .admin: "Acting admin"
    case .engineer: "Engineer"
    case .person(0): "Those affected"
    case .person(let place): "Person \(place)"
    case .tenantName: "Tenant's name"
    case .tenantID: "Tenant ID"
    case .site: "Where the tenant is"
    case .objectID: "Object ID"
    case .readdedObjectID: "Object ID since it was added again"
    case .portalAddress: "Portal address"
    case .errorCode: "Error code"
    case .correlationID: "Correlation ID"
    case .errorTime: "Time of the error"
    case .routeReason(let route): "Why not by \(name(of: route))"
    case .notTriedReason: "Why the prompt was not tried"
    case .waiverReason(let parts): "Why left out: \(name(of: parts))"
    case .closingReason: "Why the case ends so"
    case .accessPeople: "Who needs the backup itself"
    }
  }
}
