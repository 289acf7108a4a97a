/// A deed described; only a ``Command``, which the machine seals, is obeyed.
public enum Order: Sendable, Hashable, Codable {
  /// Switch sign-in on again.
  case enableServicePrincipal
  /// Bring the deleted service principal back.
  case restoreServicePrincipal
  /// Delete the service principal, of which a snapshot holds everything.
  case deleteServicePrincipal(snapshot: Int)
  /// Create the service principal again.
  case addServicePrincipal
  /// Put "Assignment required" back.
  case requireAssignment
  /// Consent on behalf of the organization.
  case consent(ConsentRoute)
  /// Assign the listed people and groups: how many entries.
  case assignPrincipals(Int)
  /// Put back what the snapshot holds: who was assigned and, through Graph, application
  /// permissions, owners and properties too; how many entries.
  case assignSnapshot(Int)

  /// Its name, as the exported graph has it.
  public var name: String {
    switch self {
    case .enableServicePrincipal: "enableServicePrincipal"
    case .restoreServicePrincipal: "restoreServicePrincipal"
    case .deleteServicePrincipal: "deleteServicePrincipal"
    case .addServicePrincipal: "addServicePrincipal"
    case .requireAssignment: "requireAssignment"
    case .consent(.signIn): "consentBySigningIn"
    case .consent(.link): "consentByLink"
    case .consent(.portal): "consentByPortal"
    case .consent(.graph): "consentThroughGraph"
    case .assignPrincipals: "assignPrincipals"
    case .assignSnapshot: "assignSnapshot"
    }
  }

  var isDelete: Bool { if case .deleteServicePrincipal = self { true } else { false } }
  var isConsent: Bool { if case .consent = self { true } else { false } }
  var isAssignment: Bool {
    switch self {
    case .assignPrincipals, .assignSnapshot: true
    case .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal,
      .addServicePrincipal, .requireAssignment, .consent:
      false
    }
  }
}

/// Which command: the input that ordered it, counted from the case's first, and its place there.
public struct CommandID: Sendable, Hashable, Codable {
  /// How many inputs the case had accepted before.
  public let input: Int
  /// Which of that input's orders.
  public let index: Int

  /// A command's number.
  public init(input: Int, index: Int) { (self.input, self.index) = (input, index) }
}
