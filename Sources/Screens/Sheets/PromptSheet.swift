import Entra
import Remediation
import Wording

extension Sheet {
  /// The screen of what is asked now.
  static func prompt(_ opened: Opened, _ view: View) -> Sheet {
    let prompt = opened.matter.prompt
    let words = opened.words
    let own =
      opened.takingIn.map { working($0, opened) }
      ?? opened.reach.flatMap { reached($0, opened, view) }
    var sheet = own ?? guided(prompt, opened, view)
    let text = words.text(of: prompt, in: opened.matter)
    if sheet.explanation.isEmpty { sheet.explanation = [text.ask, text.why] }
    if !text.formerPath.isEmpty, text.formerPath != text.path {
      sheet.explanation.append("Formerly: \(words.line(for: text.formerPath))")
    }
    if sheet.quotes.isEmpty { sheet.quotes = text.quotes }
    sheet.effects[.report] = .open(.report)
    guard prompt != .nothing, opened.takingIn == nil, opened.reach?.doing == nil else {
      return sheet
    }
    sheet.effects[.message] = .open(.message)
    sheet.effects[.edit] = .open(.review)
    return sheet
  }

  /// The screen on which a person answers.
  private static func guided(_ prompt: Prompt, _ opened: Opened, _ view: View) -> Sheet {
    switch prompt {
    case .symptom: .intake(opened, view)
    case .question(let question): .question(question, opened)
    case .act: .findings(opened)
    case .route: .route(opened)
    case .identification: .identification(opened)
    case .appearance: .appearance(opened)
    case .snapshot: .snapshot(opened)
    case .tenant: .tenant(opened)
    case .phrase: .deletionStop(opened, view)
    case .list: .list(opened)
    case .confirmation(let act): .confirmation(act, opened)
    case .outcome(let id):
      opened.isInterrupted ? .interrupted(id, opened) : .step(id, opened, view)
    case .settlement(let parts): .settlement(parts, opened)
    case .verification: .verification(opened)
    case .access: .access(opened)
    case .closing: .closing(opened)
    case .nothing: .closed(opened)
    }
  }

  /// What every prompt's screen begins with: what to say, where to look.
  static func asking(_ prompt: Prompt, _ opened: Opened) -> Sheet {
    let words = opened.words
    let text = words.text(of: prompt, in: opened.matter)
    var sheet = Sheet(title: words.title(of: prompt), blocks: [.lead(text.ask)])
    if !text.say.isEmpty { sheet.blocks.append(.say(text.say)) }
    if !text.path.isEmpty { sheet.blocks.append(.path(text.path)) }
    sheet.blocks.append(.gap)
    if opened.matter.intent != nil {
      sheet.back = .submit([.input(.putAside)])
    }
    return sheet
  }

  /// The five gates, or a question about one of them.
  static func question(_ question: Question, _ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.question(question), opened)
    if let person = question.person, let name = opened.particulars[.person(person)] {
      sheet.blocks.insert(.pairs([Pair(words.name(of: .person(person)), name.safe)]), at: 1)
    }
    sheet.choices = question.choices.map {
      Choice(
        words.label(of: $0), .submit([.input(.answered(.question(question), .fact($0)))]))
    }
    if question == .absence {
      sheet.choices.append(Choice(ScreenWords.lookAlike, .open(.lookAlike)))
    }
    sheet.choices.append(
      Choice(words.dontKnow, .submit([.input(.answered(.question(question), .unknown))])))
    if case .roles = question {
      sheet.footnotes = [
        .gap, .text(words.text(of: .w7, in: opened.matter).meaning),
      ]
    } else {
      sheet.choices.append(Choice(ScreenWords.otherWays, .open(.offers)))
    }
    return sheet
  }

  /// W3: what the consent prompt did.
  static func appearance(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.appearance, opened)
    let seen: [Appearance] = [
      .noPrompt, .noCheckbox, .acceptedForOrganization, .approvalPage, .error,
    ]
    sheet.choices = seen.map {
      Choice(words.name(of: $0), .submit([.input(.answered(.appearance, .appearance($0)))]))
    }
    sheet.choices.append(Choice(words.name(of: .notTried), .open(.reason(.signIn))))
    sheet.quotes = words.quotes(for: .w3)
    return sheet
  }

  /// W1: the last block, typed as it is read out, or pasted from what the customer sent.
  static func identification(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.identification, opened)
    let warning = words.text(of: .w1, in: opened.matter)
    sheet.blocks.insert(.text(warning.meaning), at: 1)
    sheet.blocks.append(.pairs([Pair("Application ID", words.maskedApplicationID)]))
    sheet.isMasked = true
    sheet.entry = Entry(
      label: "Last block, as read out", hint: "12 characters; or paste what the customer sent",
      answerPrefix: "W1", submit: { .submit(Self.identified($0, opened)) })
    sheet.quotes = words.quotes(for: .w1)
    return sheet
  }

  private static func identified(_ text: String, _ opened: Opened) -> [Saying] {
    let typed = text.filter { !$0.isWhitespace }
    if let found = AppID(typed) {
      return [.input(.answered(.identification, .pasted(found)))]
    }
    let recognition = Recognition(ForeignText(text))
    if let portal = recognition.portal, let found = portal.appID {
      return [.paste(text)] + ids(in: recognition, for: opened.matter)
        + [.input(.answered(.identification, .pasted(found)))]
    }
    if typed.utf8.count > 12, let found = recognition.applications.first {
      return [.paste(text), .input(.answered(.identification, .pasted(found)))]
    }
    return [.input(.answered(.identification, .lastBlock(typed)))]
  }

  /// The domain, asked where the phrase is made.
  static func tenant(_ opened: Opened) -> Sheet {
    var sheet = asking(.tenant, opened)
    sheet.entry = Entry(
      label: "Domain", hint: "for example contoso.example",
      submit: { text in
        guard let domain = DomainName(text.filter { !$0.isWhitespace }) else {
          return .notice("That is no domain. It looks like contoso.example.")
        }
        return .submit([.input(.answered(.tenant, .domain(domain)))])
      })
    if opened.matter.snapshot != nil { sheet.choices = [contentChanged(opened.words)] }
    return sheet
  }

  /// W6: who needs Nexetic's own role.
  static func access(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = asking(.access, opened)
    let warning = words.text(of: .w6, in: opened.matter)
    sheet.blocks.insert(.text(warning.meaning), at: 1)
    sheet.choices = AccessNeed.allCases.map { need in
      Choice(
        words.label(of: need),
        need == .namedPeople
          ? .open(.particular(.accessPeople))
          : .submit([.input(.answered(.access, .access(need)))]))
    }
    sheet.plain = words.accessHandOff(in: opened.matter)
    sheet.quotes = words.quotes(for: .w6)
    return sheet
  }
}

extension Question {
  /// The one person it is about, named apart from the others.
  var person: Int? {
    switch self {
    case .assignment(let person), .account(let person): person > 0 ? person : nil
    case .object, .absence, .consent, .requirement, .formerRequirement, .nexeticRole, .roles: nil
    }
  }
}

extension ScreenWords {
  static let otherWays = "Something else: all that can be done now"
}
