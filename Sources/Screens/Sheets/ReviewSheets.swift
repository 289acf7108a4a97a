import Entra
import Remediation
import Wording

extension Sheet {
  /// The earlier answers, each leading to its question.
  static func review(_ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: "What is known", back: .close)
    sheet.blocks = [.lead("Choose what turned out otherwise.")]
    sheet.choices = questions(opened).map { question in
      Choice(
        words.title(of: question), answer(to: question, opened), .open(.revising(question)))
    }
    let next = opened.matter.facts.people.count
    if next <= Facts.mostPeople {
      sheet.choices.append(
        Choice(
          "Another person", "Who is out for another reason.",
          .open(.particular(.person(next)))))
    }
    if let snapshot = opened.matter.snapshot, opened.matter.unsettled.isEmpty {
      let count = Quantity.counted(snapshot.assignments, "assignment")
      var again = contentChanged(words)
      (again.title, again.detail) = (words.listOfLoss, "\(count); take it anew")
      sheet.choices.append(again)
    }
    if let domain = opened.matter.domain {
      sheet.choices.append(
        Choice(words.title(of: .tenant), domain.description, .open(.domain)))
    }
    sheet.choices.append(
      Choice("Customer, ticket, contact", particularsLine(opened), .open(.particulars)))
    sheet.explanation = [
      "An answer that depended on a changed one is asked again; nothing else is lost."
    ]
    return sheet
  }

  private static func questions(_ opened: Opened) -> [Question] {
    let people = opened.matter.facts.people.indices
    let former: [Question] =
      opened.matter.canRevise(.formerRequirement) ? [.formerRequirement] : []
    return [.object, .consent, .requirement] + former + people.map { .assignment(person: $0) }
      + people.map { .account(person: $0) } + [.nexeticRole, .roles]
  }

  private static func answer(to question: Question, _ opened: Opened) -> String {
    let facts = opened.matter.facts
    let words = opened.words
    switch question {
    case .object, .absence: return words.because(facts.object)
    case .consent: return words.name(of: facts.consent)
    case .requirement:
      return facts.isAssignmentRequired.map { words.label(of: .assignmentRequired($0)) }
        ?? words.name(of: Judgement.unknown)
    case .formerRequirement:
      return opened.matter.loss.outstanding.contains(.requirement)
        ? words.label(of: .formerRequirement(true)) : words.notAsFarAsKnown
    case .assignment(let person): return words.name(of: facts.people[person].assignment)
    case .account(let person): return words.name(of: facts.people[person].account)
    case .nexeticRole: return words.name(of: facts.nexeticRole)
    case .roles: return facts.roles.map { words.name(of: $0) } ?? words.name(of: Judgement.unknown)
    }
  }

  /// One earlier answer again; what turned out to be so is always accepted.
  static func revising(_ question: Question, _ opened: Opened) -> Sheet {
    let words = opened.words
    let text = words.text(of: question)
    var sheet = Sheet(title: words.title(of: question), back: .close)
    sheet.blocks = [.lead(text.ask), .say(text.say)]
    if !text.path.isEmpty { sheet.blocks.append(.path(text.path)) }
    sheet.blocks.append(.gap)
    let choices =
      question == .object ? Question.object.choices + Question.absence.choices : question.choices
    sheet.choices = choices.map {
      Choice(words.label(of: $0), .submit([.input(.observed($0))]))
    }
    sheet.quotes = text.quotes
    return sheet
  }

  /// Customer, ticket, contact: kept in the journal, asked by no guard.
  static func particulars(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Customer, ticket, contact", back: .close)
    let all: [Particular] = [.customer, .ticket, .contact, .admin, .engineer]
    sheet.choices = all.map {
      Choice(
        opened.words.name(of: $0), opened.particulars[$0]?.safe ?? "not said",
        .open(.particular($0)))
    }
    return sheet
  }

  static func particular(_ particular: Particular, _ opened: Opened) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.name(of: particular), back: .close)
    sheet.blocks = [.lead(ScreenWords.question(about: particular, words))]
    let answer = answers(with: particular, opened).map(Saying.input)
    sheet.entry = Entry(
      label: "Text",
      submit: { text in
        if particular == .person(0) { return asked(about: text) }
        return text.contains { !$0.isWhitespace }
          ? .submit([.particular(particular, text)] + answer)
          : .notice("Nothing was written. Esc closes this.")
      })
    return sheet
  }

  /// The case is about the user of that name, which has to be one.
  private static func asked(about text: String) -> Effect {
    guard let name = UserPrincipalName(text.filter { !$0.isWhitespace }) else {
      return .notice("That is no user name. It looks like anna@contoso.example.")
    }
    return .submit([.particular(.person(0), name.text)])
  }

  /// What else is said by naming somebody.
  private static func answers(with particular: Particular, _ opened: Opened) -> [Input] {
    switch particular {
    case .accessPeople where opened.matter.prompt == .access:
      [.answered(.access, .access(.namedPeople))]
    case .person(opened.matter.facts.people.count): [.observed(.person)]
    default: []
    }
  }

  private static func particularsLine(_ opened: Opened) -> String {
    let said = [Particular.customer, .ticket, .contact].compactMap { opened.particulars[$0]?.safe }
    return said.isEmpty ? "not said" : said.joined(separator: ", ")
  }
}

extension ScreenWords {
  /// What is asked for a particular that people type in.
  static func question(about particular: Particular, _ words: Words) -> String {
    switch particular {
    case .customer: "What is the customer called?"
    case .ticket: "Which ticket is it?"
    case .contact: "With whom do you speak?"
    case .admin: "Who acts in the portal?"
    case .engineer: "Who attests what the admin says: what is your name?"
    case .person(0): "Who can't sign in? The user name, such as anna@contoso.example."
    case .person: "Who else is out? A name or a user name."
    case .accessPeople: "Who needs it? Names or user names, with commas."
    default: words.name(of: particular)
    }
  }
}
