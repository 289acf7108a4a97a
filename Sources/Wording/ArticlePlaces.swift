public import Remediation

/// Where the program says a sentence of the article.
public enum ArticlePlace: Sendable, Hashable {
  /// At a warning.
  case warning(Warning)
  /// At a step of the guide.
  case step(GuideStep)
  /// At a prompt.
  case prompt(Prompt)
}

extension Words {
  /// Where the program says a sentence of the article, read off the words themselves.
  public func places(of sentence: Article) -> [ArticlePlace] {
    Warning.allCases.filter { quotes(for: $0).contains(sentence) }.map(ArticlePlace.warning)
      + GuideStep.allCases.filter { quotes(for: $0).contains(sentence) }.map(ArticlePlace.step)
      + Self.everyPrompt.filter { quotes(for: $0).contains(sentence) }.map(ArticlePlace.prompt)
  }

  /// A place's name: `W5: deleting removes all assignments`.
  public func name(of place: ArticlePlace) -> String {
    switch place {
    case .warning(let warning): title(of: warning)
    case .step(let step): "Step: \(title(of: step))"
    case .prompt(let prompt): "Prompt: \(title(of: prompt))"
    }
  }

  /// A sentence of the article, quoted; on W1's screen and help with the last block blank.
  public func quote(_ sentence: Article, masked isMasked: Bool = false) -> String {
    isMasked ? masked(sentence.text) : sentence.text
  }

  /// Every kind of prompt once.
  static let everyPrompt: [Prompt] =
    [
      .symptom, .act, .route, .identification, .appearance, .snapshot, .tenant, .phrase(0), .list,
      .outcome(CommandID(input: 0, index: 0)), .settlement([]), .verification, .access, .closing,
      .nothing,
    ] + everyQuestion.map(Prompt.question) + Act.allCases.map(Prompt.confirmation)

  /// Every kind of question once, for those affected as a whole.
  static let everyQuestion: [Question] = [
    .object, .absence, .consent, .requirement, .formerRequirement, .assignment(person: 0),
    .account(person: 0), .nexeticRole, .roles,
  ]

  /// A prompt's name, for titles and lists.
  public func title(of prompt: Prompt) -> String {
    switch prompt {
    case .question(let question): title(of: question)
    case .symptom: "What the user sees"
    case .act: "What to do"
    case .route: "How to consent"
    case .identification: "Which application (W1)"
    case .appearance: "What the prompt did (W3)"
    case .snapshot: "What will be lost"
    case .tenant: "Which tenant"
    case .phrase: "Confirm the deletion (W4, W5)"
    case .list: "Whom to assign"
    case .confirmation(let act): title(of: act)
    case .outcome: "How it ended"
    case .settlement: "What was lost"
    case .verification: "Does it work"
    case .access: "Access to \(feature) (W6)"
    case .closing: "Close the case"
    case .nothing: "Closed"
    }
  }

  /// A question's name.
  public func title(of question: Question) -> String {
    switch question {
    case .object: "The application"
    case .absence: "Why it is missing"
    case .consent: "Consent"
    case .requirement: "Assignment required"
    case .formerRequirement: "Assignment required before"
    case .assignment(0): "Assignment"
    case .assignment(let person): "Assignment of person \(person)"
    case .account(0): "The account"
    case .account(let person): "The account of person \(person)"
    case .nexeticRole: "The \(vendor) role"
    case .roles: "The admin's role"
    }
  }
}
