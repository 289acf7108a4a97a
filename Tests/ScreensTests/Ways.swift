/// Walks from home to places from which others go on.
enum Ways {
  static let consentShut: [Move] = [
    "New case", "\"Need admin approval\"", "No, assignment is not required",
  ]
  static let roles = consentShut + ["Consent again"]
  static let route = roles + ["Global Administrator"]
  static let signIn = route + ["Sign in and tick", .carryOut]
  static let link = route + ["The admin-consent link", .carryOut]
  static let portal = route + ["\"Grant admin consent\"", .carryOut]
  static let verification = signIn + [.enter, .enter]
  static let access = verification + ["An ordinary user"]
  static let closing = access + ["Nobody"]

  static let notAssigned: [Move] = [
    "New case", "Blocked unless", "Yes, consent", "Assign users",
  ]
  static let list = notAssigned + [.type("ac9c819f843e"), .enter]
  static let assignment = list + [.type("dana@contoso.example, lee@contoso.example"), .enter]
  static let assigning = assignment + [.carryOut]

  /// Both gentler ways were tried in vain, and the third is set aside.
  static let gentlerTried =
    signIn + ["It looks different", "No prompt", "Yes, that is"]
    + [
      "Consent again", "The admin-consent link", .carryOut, .enter, "It still fails: need admin",
      "It still fails: waited",
    ] + portalSetAside
  /// Signing in was tried in vain, and nothing else yet.
  static let gentlerTriedOnce =
    signIn + [
      "It looks different", "No prompt", "Yes, that is",
    ]
  static let portalSetAside: [Move] = [
    "Consent again", "A way can't", "\"Grant admin consent\"",
    .type("the button is greyed out"), .enter, .escape,
  ]
  static let identification = gentlerTried + ["Remove and re-add"]
  static let snapshot = identification + [.type("ac9c819f843e"), .enter]
  static let counting = snapshot + ["No command can be run"]
  static let tenant = snapshot + ["Paste what it printed", .paste("{}"), .enter]
  static let stop = tenant + [.type("contoso.example"), .enter]
  static let phrase: [Move] = [.type("delete 240 contoso.example")]
  static let deleting = stop + phrase + [.enter, "Delete and go on"]
  static let deleted = deleting + [.enter, .enter, .enter]
  static let readding = deleted + ["Add the application again", .carryOut]
  static let requiring = readding + [.enter, "Put", .carryOut]
  static let reconsenting = requiring + [.enter, .enter, .enter, "Consent again"]
  static let reassignment =
    reconsenting + [
      "The admin-consent link", .carryOut, .enter, "Assign", .type("ac9c819f843e"), .enter,
    ]
  static let reassigning = reassignment + [.carryOut]
  static let settlement = reassigning + [.enter, .enter, .enter]

  /// The snapshot knows grants, so that one command can write them again.
  static let grantsKnown = snapshot + ["Paste what it printed", .paste("a grant"), .enter]

  /// Set aside before anything appeared: W3 is asked.
  static let promptUnseen =
    route + [
      "A way can't", "Sign in and tick", .type("the admin's account is blocked"), .enter, .escape,
      "Consent again", "The admin-consent link", .carryOut, .enter, "It still fails: need admin",
      "It still fails: waited",
    ] + portalSetAside + ["Remove and re-add"]

  static let gone: [Move] = ["The application is gone", "It was deleted, less"]
  static let restoring = gone + ["Restore", "Global Administrator", .carryOut]
  static let restored = restoring + [.enter]
  static let notFound: [Move] = ["New case", "The application was not found"]
  static let openToAll =
    notFound + ["It was deleted, and added again", "No, none is listed", "No, assignment"]
  static let readded = openToAll + ["No, the old one"]
  static let swappingBack = readded + ["Swap back", "Global Administrator"]
  static let disabled: [Move] = ["New case", "The application is disabled"]
  static let enabling = disabled + ["Enable sign-in", "Global Administrator", .carryOut]
  static let required: [Move] = [
    "New case", "\"Need admin approval\"", "Yes, assignment is required",
  ]
}
