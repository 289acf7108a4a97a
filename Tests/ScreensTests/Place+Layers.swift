import Cells

extension Place {
  /// What lies over a screen.
  static let layers = [
    Place("help-findings", Ways.consentShut + [.key(.character("?"))]),
    Place("help-stop", Ways.stop + [.key(.control("g"))]),
    Place("help-masked", Ways.notAssigned + [.key(.control("g"))]),
    Place("note", Ways.consentShut + [.key(.character("!"))]),
    Place("note-empty", Ways.consentShut + [.key(.character("!")), .enter]),
    Place("message-steps", Ways.link + [.key(.character("m"))]),
    Place("message-findings", Ways.consentShut + [.key(.character("m"))]),
    Place("report", Ways.closing + ["Resolved", "Show the report"]),
    Place("offers", Ways.consentShut + ["Everything else"]),
    Place("offers-gone", Ways.gone + ["Everything else"]),
    Place("review", Ways.consentShut + [.key(.character("e"))]),
    Place("review-person", accountAsked + anotherPerson + [.key(.character("e"))]),
    Place("revise-object", revising + ["The application"]),
    Place("revise-consent", revising + ["Consent"]),
    Place("revise-requirement", revising + ["Assignment required"]),
    Place("revise-assignment", revising + ["Assignment"]),
    Place("revise-account", revising + ["The account"]),
    Place("revise-role", revising + ["The Nexetic role"]),
    Place("revise-admin-roles", revising + ["The admin's role"]),
    Place("particulars", revising + ["Customer, ticket"]),
    Place("particular-customer", revising + ["Customer, ticket", "Customer"]),
    Place("particular-kept", kept),
    Place("person", Ways.consentShut + [.key(.character("e")), "Another person"]),
    Place("access-people", Ways.access + ["These people"]),
    Place("leaving", Ways.link + ["Stop here"]),
    Place("set-aside", Ways.route + ["A way can't"]),
    Place("reason", Ways.route + ["A way can't", "The admin-consent link"]),
    Place("appearance-reason", Ways.promptUnseen + ["Not tried"]),
    Place("waiver", Ways.settlement + ["Left out: for another"]),
    Place("read-powershell", Ways.snapshot + ["Show the command for PowerShell"]),
    Place("read-azure", Ways.snapshot + ["Show the command for Azure"]),
    Place("pasting", Ways.snapshot + ["Paste what it printed"]),
    Place("pasting-pasted", Ways.snapshot + ["Paste what it printed", .paste("{}\n{}\n")]),
    Place("pasting-refused", Ways.snapshot + ["Paste what it printed", .type("cut off"), .enter]),
    Place("command-restore", Ways.restoring + ["Show the command"]),
    Place("command-restore-azure", Ways.restoring + ["Show the command", "The same for"]),
    Place("command-readd", Ways.readding + ["Show the command"]),
    Place("command-none", Ways.reassigning + [.enter, .enter, "Show the command"]),
    Place("look-alike", Ways.gone + ["It was the look-alike"]),
    Place("deviations-open", Ways.portal + ["It looks different"]),
    Place("deviations-tick", Ways.signIn + [.enter, "It looks different"]),
    Place("deviations-link", Ways.link + ["It looks different"]),
    Place("deviations-select", selecting + ["It looks different"]),
    Place("deviations-delete", Ways.deleting + [.enter, .enter, "It looks different"]),
    Place("deviations-readd", Ways.readding + ["It looks different"]),
    Place("deviations-restore", Ways.restoring + ["It looks different"]),
    Place("advice-outcome", Ways.link + ["It looks different", "650051"]),
    Place("advice-observation", Ways.portal + ["It looks different", "Only Nexetic"]),
    Place("advice-only", selecting + ["It looks different", "Groups cannot"]),
  ]

  private static let revising = Ways.consentShut + [.key(.character("e"))]
  private static let kept =
    revising + ["Customer, ticket", "Customer", .type("Contoso"), .enter]
  private static let selecting = Ways.assigning + [.enter, .enter, .enter]
}
