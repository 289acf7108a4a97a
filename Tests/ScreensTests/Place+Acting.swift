extension Place {
  /// What is about to be done, and what comes after.
  static let acting = [
    Place("confirm-sign-in", Ways.route + ["Sign in and tick"]),
    Place("confirm-link", Ways.route + ["The admin-consent link"]),
    Place("confirm-portal", Ways.route + ["\"Grant admin consent\""]),
    Place("confirm-graph", Ways.grantsKnown + ["A grant through"]),
    Place("confirm-assign", Ways.assignment),
    Place("confirm-reassign", Ways.reassignment),
    Place("confirm-restore", Ways.gone + ["Restore", "Global Administrator"]),
    Place("confirm-readd", Ways.deleted + ["Add the application again"]),
    Place("confirm-consent-creates", Ways.deleted + ["Consent again", "The admin-consent link"]),
    Place("confirm-require", Ways.readding + [.enter, "Put"]),
    Place("confirm-enable", Ways.disabled + ["Enable sign-in", "Global Administrator"]),
    Place("interrupted", Ways.link + [.reopen]),
    Place("interrupted-deletion", Ways.deleting + [.reopen]),
    Place("swap-back-identification", Ways.swappingBack),
  ]

  /// Every step of every order.
  static let steps =
    walked(Ways.enabling, ["enable-open", "enable-properties", "enable-set"])
    + walked(Ways.restoring, ["restore-command"])
    + walked(Ways.deleting, ["delete-open", "delete-properties", "delete-press"])
    + walked(Ways.readding, ["readd-command"])
    + walked(Ways.requiring, ["require-open", "require-properties", "require-set"])
    + walked(Ways.signIn, ["sign-in", "sign-in-tick"])
    + walked(Ways.link, ["consent-link"])
    + walked(Ways.portal, ["portal-open", "portal-permissions", "portal-grant"])
    + walked(Ways.grantsKnown + ["A grant through", .carryOut], ["grant-command"])
    + walked(
      Ways.assigning,
      [
        "assign-open", "assign-users", "assign-add", "assign-select", "assign-role", "assign-press",
      ])
    + walked(Ways.reassigning, ["reassign-open", "reassign-users", "reassign-batches"])

  /// The steps of the order that a walk leads to, one after the other.
  private static func walked(_ way: [Move], _ names: [String]) -> [Place] {
    names.enumerated().map { index, name in
      Place(name, way + Array(repeating: .enter, count: index))
    }
  }

  /// Closed, in each of the four ways.
  static let closed = [
    Place("closed-resolved", Ways.closing + ["Resolved"]),
    Place(
      "closed-read", Ways.verification + ["Grant and assignments", "Nobody", "Resolved"]),
    Place("closed-not-ours", notOurs + ["Not ours"]),
    Place("closed-handed-over", Ways.snapshot + ["No complete list"]),
    Place("closed-abandoned", Ways.consentShut + ["Everything else", "Close: abandoned"]),
  ]
}
