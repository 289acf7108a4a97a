public import Remediation

extension Words {
  /// What a prompt says in a case.
  public func text(of prompt: Prompt, in opened: Case) -> PromptText {
    if case .question(let question) = prompt { return text(of: question) }
    let page = page(for: prompt)
    return PromptText(
      ask: ask(prompt, in: opened), say: say(prompt, in: opened),
      path: page.map { path(to: $0) } ?? [], formerPath: page.map { formerPath(to: $0) } ?? [],
      why: why(prompt), quotes: quotes(for: prompt))
  }

  private func ask(_ prompt: Prompt, in opened: Case) -> String {
    switch prompt {
    case .question(let question): text(of: question).ask
    case .symptom: "What does the user see?"
    case .act: "What is to be done?"
    case .route: "How is consent to be given?"
    case .identification: "W1: what is the last block of the Application ID?"
    case .appearance: "W3: what did the consent prompt do?"
    case .snapshot: "Record everything the deletion will take away."
    case .tenant: "What is the tenant's main domain?"
    case .phrase: "W4 and W5: type the phrase to delete the application."
    case .list: "Who is to be assigned?"
    case .confirmation(let act): "Carry it out: \(title(of: act))?"
    case .outcome: "How did it end: \(deedUnderWay(in: opened))?"
    case .settlement(let parts): "What became of this: \(name(of: parts))?"
    case .verification: "Does access work now?"
    case .access: "W6: who needs \(feature) itself, beside signing in?"
    case .closing: "How does the case end?"
    case .nothing: "The case is closed."
    }
  }

  private func say(_ prompt: Prompt, in opened: Case) -> String {
    switch prompt {
    case .question(let question): text(of: question).say
    case .symptom: "What does it say on the screen? Please read the code out, or send me the text."
    case .act: "I know enough now. I will tell you what I would do, and what it changes."
    case .route: "We will now consent for the whole organization. It takes about two minutes."
    case .identification:
      "On its Properties page: please read me the last block of the Application ID."
    case .appearance: "When you signed in to \(app) again: did a page ask for permissions?"
    case .snapshot: "Before we delete anything, we list who is assigned. Please run this command."
    case .tenant: "Which domain do your users sign in with? The part after the @."
    case .phrase(let count):
      "This deletes \(app) with \(Quantity.counted(count, "assignment")). Shall I go on?"
    case .list: "Who should get in? A group is best; user names or a list will do, too."
    case .confirmation(let act):
      "This is what we will do now: \(lowered(shortTitle(of: act))). Is that all right?"
    case .outcome: "What does the page say now?"
    case .settlement(let parts):
      "Is this back as it was, or does nobody need it any more: \(name(of: parts))?"
    case .verification:
      "Please have an ordinary user, not an admin, sign in: a new private window is best."
    case .access: sayAccess(in: opened)
    case .closing: "That is all from my side. I will send you a summary of what we did."
    case .nothing: "This case is closed. I can send you its report."
    }
  }

  private func sayAccess(in opened: Case) -> String {
    switch opened.verification {
    case .ordinaryUser: "Signing in works now. Does anybody but the admins need the backup itself?"
    case .readBack:
      "All is open now, as read; nobody has signed in yet. Who but the admins needs the backup?"
    case .administrator, nil:
      "Once they can sign in: does anybody but the admins need the backup itself?"
    }
  }

  private func why(_ prompt: Prompt) -> String {
    switch prompt {
    case .question(let question): text(of: question).why
    case .symptom: "The code tells which gate is shut, and which are open."
    case .act: "Each act opens one gate. The gentlest one that suffices stands first."
    case .route: "All ways give the same consent. They differ in who may use them."
    case .identification: "A similar name runs backups and lets nobody sign in."
    case .appearance: "Removing the application helps only where gentler ways cannot."
    case .snapshot: "Without a complete list nobody can put back what is lost."
    case .tenant: "The phrase that confirms the deletion names it, so that no other is meant."
    case .phrase: "It cannot be overlooked, and it names what is lost and where."
    case .list: "Only direct members of a group get in. Groups need Entra ID P1."
    case .confirmation(let act): opens(act)
    case .outcome: "We go on from what really happened, not from what was planned."
    case .settlement: "The deletion took it. It must be back, or left out for a reason."
    case .verification:
      "A Global Administrator always gets in, so that proves nothing for the users."
    case .access: "\(feature) stays closed to others until their \(vendor) role is raised."
    case .closing: "The report lists what was done and what is still open."
    case .nothing: "Nothing is asked any more. A new case takes up what is new."
    }
  }

  private func page(for prompt: Prompt) -> PortalPage? {
    switch prompt {
    case .identification: .properties
    case .snapshot, .list: .users
    case .question, .symptom, .act, .route, .appearance, .tenant, .phrase, .confirmation,
      .outcome, .settlement, .verification, .access, .closing, .nothing:
      nil
    }
  }

  /// The article's sentences that belong to a prompt.
  public func quotes(for prompt: Prompt) -> [Article] {
    switch prompt {
    case .question(let question): text(of: question).quotes
    case .symptom: [.howToGrant, .othersHaveNoAccess, .refer]
    case .act: [.eitherMethod, .option1, .option2]
    case .route: [.option2, .option2A]
    case .identification: quotes(for: .w1)
    case .appearance: quotes(for: .w3)
    case .snapshot: [.removesAssignments, .reassign]
    case .phrase: quotes(for: .w4) + quotes(for: .w5)
    case .list: [.assignTo, .selectPrincipals]
    case .confirmation(let act): quotes(for: act)
    case .verification: [.othersHaveNoAccess]
    case .access: [.backupRestricted, .raiseRole, .roleArticle]
    case .tenant, .outcome, .settlement, .closing, .nothing: []
    }
  }

  /// The article's sentences that an act carries out.
  public func quotes(for act: Act) -> [Article] {
    switch act {
    case .reconsent: [.option2A, .signInAgain, .tickCheckbox]
    case .assign: [.option1, .assignTo]
    case .replace: [.option2B, .openProperties, .delete, .readd, .consentWhenPrompted]
    case .readd: [.readd]
    case .rbac: [.raiseRole, .roleArticle]
    case .enable, .wait, .restore, .require, .swapBack, .elsewhere, .ask: []
    }
  }

  private func deedUnderWay(in opened: Case) -> String {
    opened.unsettled.first.map { name(of: $0.order) } ?? "the last step"
  }

  /// `text` with a small first letter, unless it begins with a name.
  func lowered(_ text: String) -> String {
    guard !text.hasPrefix(vendor), !text.hasPrefix(app) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
