public import Remediation

/// What a prompt says, whole.
public struct PromptText: Sendable, Hashable {
  /// The question, in one sentence.
  public let ask: String
  /// What to read out to the customer to find out.
  public var say = ""
  /// Where the admin looks, in the portal's present words; empty when there is no such place.
  public var path: [String] = []
  /// The same place in the portal's former words.
  public var formerPath: [String] = []
  /// Why it is asked.
  public let why: String
  /// The article's sentences that belong here.
  public var quotes: [Article] = []
}

extension Words {
  /// What a question says.
  public func text(of question: Question) -> PromptText {
    let page = page(for: question)
    return PromptText(
      ask: ask(question), say: say(question), path: page.map { path(to: $0) } ?? [],
      formerPath: page.map { formerPath(to: $0) } ?? [], why: why(question),
      quotes: quotes(for: question))
  }

  /// A person's place in a question: those affected as a whole, or one by one.
  func who(_ person: Int) -> String { person == 0 ? "those affected" : "person \(person)" }

  private func ask(_ question: Question) -> String {
    switch question {
    case .object: "Is \(app) in the list, and enabled?"
    case .absence: "Why is it not in the list?"
    case .consent: "Is there admin consent for the whole organization?"
    case .requirement: "What does \"Assignment required?\" say?"
    case .formerRequirement: "Did the deleted one require assignment?"
    case .assignment(0): "Are those affected assigned, directly or by a group?"
    case .assignment(let person): "Is person \(person) assigned, directly or by a group?"
    case .account(0): "Can those affected sign in to other Microsoft apps?"
    case .account(let person): "Can person \(person) sign in to other Microsoft apps?"
    case .nexeticRole: "What does \(vendor) show after they sign in?"
    case .roles: "Which role does the admin hold, active now?"
    }
  }

  private func say(_ question: Question) -> String {
    switch question {
    case .object:
      "Please search for \(app) under All applications. Open it, then Properties: what does "
        + "\"Enabled for users to sign-in?\" say?"
    case .absence:
      "Do you know whether somebody deleted it? Is the tenant at the top right the one your users "
        + "sign in to?"
    case .consent:
      "Please open Permissions, tab Admin consent. Is anything listed there?"
    case .requirement: "Please open Properties. Does \"Assignment required?\" say Yes or No?"
    case .formerRequirement:
      "Before it was deleted: could everybody sign in, or only people who were on a list?"
    case .assignment(let person):
      "Please open Users and groups. \(person == 0 ? "Are" : "Is") \(who(person)) listed, or a "
        + "group they are a direct member of?"
    case .account(let person):
      "Can \(who(person)) open myapps.microsoft.com, without an error?"
    case .nexeticRole:
      "After signing in to \(app): do they see \(shutRole), or the backup itself?"
    case .roles:
      "Which role do you hold: Global Administrator, or another? Is it active now, not merely "
        + "eligible?"
    }
  }

  private func page(for question: Question) -> PortalPage? {
    switch question {
    case .object: .properties
    case .absence: .applications
    case .consent: .permissions
    case .requirement: .properties
    case .assignment: .users
    case .formerRequirement, .account, .nexeticRole: nil
    case .roles: .myRoles
    }
  }

  private func why(_ question: Question) -> String {
    switch question {
    case .object: "Without the application nobody gets in, whatever else is right."
    case .absence: "A deleted one can be restored for 30 days, with what it had."
    case .consent: "Consent for one admin admits that admin only. We need it for everybody."
    case .requirement:
      "Yes means: only who is assigned gets in, and users cannot consent for themselves."
    case .formerRequirement:
      "The new one stands open: with consent everybody would get in, also who never could."
    case .assignment:
      "Only direct members of an assigned group get in. Members of a group within it do not."
    case .account: "If other apps fail too, the cause is the account or a policy, not \(app)."
    case .nexeticRole: "\(feature) has roles of its own, apart from signing in."
    case .roles: "Each step needs a role: deleting another one than seeing the checkbox."
    }
  }

  private func quotes(for question: Question) -> [Article] {
    switch question {
    case .object: [.openApplication, .lookAlike]
    case .absence: [.openApplication]
    case .consent: [.consentedForAll, .consentedForOneAdmin, .othersHaveNoAccess]
    case .requirement, .formerRequirement: [.option1]
    case .assignment: [.assignCard]
    case .account: []
    case .nexeticRole: [.backupRestricted, .raiseRole]
    case .roles: [.consentedForAll, .noteRestricted]
    }
  }
}
