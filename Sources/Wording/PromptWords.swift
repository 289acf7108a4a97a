public import Remediation

extension Words {
  /// What a prompt says in a case.
  public func text(of prompt: Prompt, in opened: Case) -> PromptText {
    switch prompt {
    case .question(let question): text(of: question)
    case .symptom, .act, .route, .access, .verification, .closing, .nothing: choiceText(of: prompt)
    case .identification, .appearance, .snapshot, .tenant, .phrase, .list:
      warningText(of: prompt, in: opened)
    case .confirmation(let act): confirmationText(of: act, in: opened)
    case .outcome: outcomeText(in: opened)
    case .settlement(let parts): settlementText(of: parts)
    }
  }

  /// Prompts that are answered by choosing.
  private func choiceText(of prompt: Prompt) -> PromptText {
    switch prompt {
    case .symptom:
      PromptText(
        ask: "What does the user see?",
        say: "What does it say on the screen? Please read the code out, or send me the text.",
        why: "The code tells which gate is shut, and which are open.",
        quotes: [.howToGrant, .othersHaveNoAccess, .refer])
    case .act:
      PromptText(
        ask: "What is to be done?",
        say: "I know enough now. I will tell you what I would do, and what it changes.",
        why: "Each act opens one gate. The gentlest one that suffices stands first.",
        quotes: [.eitherMethod, .option1, .option2])
    case .route:
      PromptText(
        ask: "How is consent to be given?",
        say: "We will now consent for the whole organization. It takes you about two minutes.",
        why: "All routes give the same consent. They differ in who may use them.",
        quotes: [.option2, .option2A])
    case .access:
      PromptText(
        ask: "W6: who needs \(feature) itself, beside signing in?",
        say: "Signing in works now. Does anybody but the admins need the backup itself?",
        why: "\(feature) stays closed to others until their \(vendor) role is raised.",
        quotes: [.backupRestricted, .raiseRole, .roleArticle])
    case .verification:
      PromptText(
        ask: "Does access work now?",
        say: "Please have an ordinary user, not an admin, sign in: a new private window is best.",
        why: "A Global Administrator always gets in, so that proves nothing for the users.",
        quotes: [.othersHaveNoAccess])
    case .closing:
      PromptText(
        ask: "How does the case end?",
        say: "That is all from my side. I will send you a summary of what we did.",
        why: "The report lists what was done and what is still open.")
    case .nothing, .question, .identification, .appearance, .snapshot, .tenant, .phrase, .list,
      .confirmation, .outcome, .settlement:
      PromptText(
        ask: "The case is closed.", say: "This case is closed. I can send you its report.",
        why: "Nothing is asked any more. A new case takes up what is new.")
    }
  }

  /// Prompts that are answered by saying what it is about.
  private func warningText(of prompt: Prompt, in opened: Case) -> PromptText {
    switch prompt {
    case .identification:
      PromptText(
        ask: "W1: what is the last block of the Application ID?",
        say: "On its Properties page: please read me the last block of the Application ID.",
        path: path(to: .properties), formerPath: formerPath(to: .properties),
        why: "An application with a similar name runs backups and lets nobody sign in.",
        quotes: [.lookAlike, .lookAlikeNoSignIn, .chooseCorrect, .applicationID])
    case .appearance:
      PromptText(
        ask: "W3: what did the consent prompt do?",
        say: "When you signed in to \(app) again: did a page ask for permissions?",
        why: "Removing the application helps only where gentler ways cannot.",
        quotes: [.checkboxMayNotAppear, .proceedToB])
    case .snapshot:
      PromptText(
        ask: "Record everything the deletion will take away.",
        say: "Before we delete anything, we list who is assigned. Please run this command.",
        path: path(to: .users), formerPath: formerPath(to: .users),
        why: "Without a complete list nobody can put back what is lost.",
        quotes: [.removesAssignments, .reassign])
    case .tenant:
      PromptText(
        ask: "What is the tenant's main domain?",
        say: "Which domain do your users sign in with? The part after the @.",
        why: "The phrase that confirms the deletion names it, so that no other tenant is meant.")
    case .phrase(let count):
      PromptText(
        ask: "W4 and W5: type the phrase to delete the application.",
        say: "This deletes \(app) with \(Quantity.counted(count, "assignment")). Shall I go on?",
        why: "It cannot be overlooked, and it names what is lost and where.",
        quotes: [.delete, .removesAssignments, .reassign])
    case .list:
      PromptText(
        ask: "Who is to be assigned?",
        say: "Who should get in? A group is best; user names or a list will do, too.",
        why: "Only direct members of a group get in. Groups need Entra ID P1.",
        quotes: [.assignTo, .selectPrincipals])
    case .symptom, .question, .act, .route, .confirmation, .outcome, .settlement, .verification,
      .access, .closing, .nothing:
      choiceText(of: prompt)
    }
  }

  private func confirmationText(of act: Act, in opened: Case) -> PromptText {
    PromptText(
      ask: "Carry it out: \(title(of: act))?",
      say: "This is what we will do now: \(Self.lowered(title(of: act))). Is that all right?",
      why: opens(act), quotes: quotes(for: act))
  }

  private func outcomeText(in opened: Case) -> PromptText {
    let deed = opened.unsettled.first.map { name(of: $0.order) } ?? "the last step"
    return PromptText(
      ask: "How did it end: \(deed)?",
      say: "What does the page say now?",
      why: "We go on from what really happened, not from what was planned.")
  }

  private func settlementText(of parts: LossParts) -> PromptText {
    PromptText(
      ask: "What became of this: \(name(of: parts))?",
      say: "Is this back as it was, or does nobody need it any more: \(name(of: parts))?",
      why: "The deletion took it away. It must be back, or left out for a reason.")
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

  static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
