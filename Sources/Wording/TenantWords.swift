public import Remediation

extension Words {
  /// What Regrant's hands do with an order, while they do it.
  public func doing(_ order: Order) -> String {
    switch order {
    case .enableServicePrincipal: "Switching sign-in on"
    case .restoreServicePrincipal: "Restoring the deleted application"
    case .deleteServicePrincipal: "Deleting the application"
    case .addServicePrincipal: "Adding the application again"
    case .requireAssignment: "Putting \"Assignment required\" back"
    case .consent: "Granting consent for the organization"
    case .assignPrincipals: "Assigning people and groups"
    case .assignSnapshot: "Putting back what the deletion took"
    }
  }

  /// What the admin does in a browser while Regrant watches.
  public func watching(_ order: Order) -> String {
    switch order {
    case .consent(.signIn): "Have the admin sign in and tick the box"
    case .consent(.link): "Have the admin open the consent link"
    case .consent(.portal): "Have the admin press Grant admin consent"
    case .consent(.graph), .enableServicePrincipal, .restoreServicePrincipal,
      .deleteServicePrincipal, .addServicePrincipal, .requireAssignment, .assignPrincipals,
      .assignSnapshot:
      "\(name(of: order)): in the portal"
    }
  }

  /// What the consent prompt should look like, so that the admin knows the right one.
  public func promptShouldShow(on route: ConsentRoute) -> String {
    switch route {
    case .signIn:
      "\"Permissions requested\", the name \(app), and the box \"Consent on behalf of your "
        + "organization\"."
    case .link: "\"Permissions requested\", \"Review for your organization\", and the name \(app)."
    case .portal: "A window with \"Permissions requested\" and the name \(app)."
    case .graph: "No prompt: Regrant writes the consent itself."
    }
  }

  /// What can't be put back after a deletion, whatever Regrant does.
  public var neverBack: String {
    "Users' own consents. Policies: by hand, or with a waiver."
  }

  /// That the person stopped a piece of work.
  public var stoppedByYou: Trouble {
    Trouble(
      happened: "You stopped it.",
      meaning: "What was done before stays done; the case is as it was.",
      next: "Do it again, or do something else.")
  }
}
