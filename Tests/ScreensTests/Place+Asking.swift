import Cells

extension Place {
  /// What is asked: every prompt and every question.
  static let asking = [
    Place("symptom", ["New case"]),
    Place("symptom-recognised", ["New case", .paste("AADSTS65001: The user has not consented")]),
    Place("symptom-unknown", ["New case", .type("it does not work"), .enter]),
    Place("question-object", ["New case", "Something else"]),
    Place("question-absence", Ways.notFound),
    Place("question-consent", ["New case", "The admin gets in"]),
    Place("question-requirement", ["New case", "\"Need admin approval\""]),
    Place("question-former-requirement", Ways.openToAll),
    Place("question-assignment", Ways.required),
    Place("question-assignment-person", otherPersonRequired),
    Place("question-account", accountAsked),
    Place("question-account-person", accountAsked + anotherPerson + ["Yes, other apps"]),
    Place("question-role", accountAsked + ["Yes, other apps"]),
    Place("question-admin-roles", Ways.roles),
    Place("findings", Ways.consentShut),
    Place("findings-two-gates", Ways.required + ["No, not assigned"]),
    Place("findings-unknown", ["New case", "The admin gets in", "Don't know", "Don't know"]),
    Place("findings-waiting", waiting),
    Place("findings-gone", Ways.gone),
    Place("findings-readded", Ways.readded),
    Place("findings-open-to-all", Ways.openToAll + ["Yes, the old one"]),
    Place("findings-disabled", Ways.disabled),
    Place("findings-own-deletion", Ways.deleted),
    Place("findings-refused", refused),
    Place("route", Ways.route),
    Place("route-role-unknown", Ways.roles + ["Don't know"]),
    Place("route-tried", Ways.gentlerTried + ["Consent again"]),
    Place("identification", Ways.notAssigned),
    Place("identification-wrong", Ways.notAssigned + [.type("0123456789ab"), .enter]),
    Place("appearance", Ways.promptUnseen),
    Place("snapshot", Ways.snapshot),
    Place("tenant", Ways.tenant),
    Place("tenant-wrong", Ways.tenant + [.type("contoso"), .enter]),
    Place("stop-untyped", Ways.stop),
    Place("stop-mismatch", Ways.stop + [.type("delete 24 c"), .enter]),
    Place("stop-typed", Ways.stop + Ways.phrase + [.enter]),
    Place("stop-pasted", Ways.stop + [.paste("delete 240 contoso.example")]),
    Place("list", Ways.list),
    Place("list-pasted", Ways.list + [.paste("dana@contoso.example\nlee@contoso.example\n")]),
    Place("list-refused", Ways.list + [.type("dana"), .enter]),
    Place("settlement", Ways.settlement),
    Place("settlement-unlisted", Ways.restored + consentThere),
    Place("verification", Ways.verification),
    Place("access", Ways.access),
    Place("access-read", Ways.verification + ["Grant and assignments"]),
    Place("closing", Ways.closing),
    Place("closing-read", Ways.verification + ["Grant and assignments", "Nobody"]),
    Place("closing-not-ours", notOurs),
  ]

  static let accountAsked: [Move] = [
    "New case", "The admin gets in", "Yes, consent", "No, assignment is not required",
  ]
  static let anotherPerson: [Move] = [
    .key(.character("e")), "Another person", .type("lee@contoso.example"), .enter,
  ]
  private static let otherPersonRequired = Ways.required + anotherPerson + ["No, not assigned"]
  private static let waiting = Ways.readding + ["It looks different", "650051", "Yes, that is"]
  static let consentThere: [Move] = ["Yes, consent", "No, assignment is not required"]
  static let refused =
    Ways.link + ["It looks different", "A policy", "Yes, that is"]
  static let notOurs: [Move] = ["New case", "They sign in, then", "No, assignment", "Nobody"]
}
