import Entra
import Remediation
import Wording

extension Sheet {
  /// The symptom: all that is needed to begin, from a list or from what was pasted.
  static func intake(_ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    var sheet = Sheet(
      title: words.title(of: .symptom),
      blocks: [.lead("What does the user see? Paste it, or choose.")])
    let isReached = opened.reach != nil
    if isReached, let person = opened.particulars[.person(0)] {
      sheet.blocks.append(.pairs([Pair("User", person.safe)]))
    }
    let recognised = recognised(view, words, isReached: isReached)
    // An empty hint keeps its row, so that no row moves when there is something to say.
    sheet.entry = Entry(
      label: isReached
        ? "Error text, or the user's name" : "Error text, code, link or mail",
      hint: recognised ?? "",
      recognised: recognised, isBulk: true, submit: { Self.intake($0, opened) })
    sheet.focus = Sheet.menuFocus
    let listed: [Symptom] = [
      .onlyTheAdminGetsIn, .adminApproval, .notAssigned, .applicationNotFound,
      .applicationDisabled, .accountBlocked, .noAccessInNexetic, .recreationPending, .other,
    ]
    sheet.choices = listed.map {
      Choice(words.name(of: $0), .submit([.input(.reported($0))]))
    }
    return sheet
  }

  /// What is recognised in the field, before Enter: nothing happens by a paste alone.
  private static func recognised(_ view: View, _ words: Words, isReached: Bool) -> String? {
    let text = view.pasted.isEmpty ? view.line.text : view.pasted
    guard !text.isEmpty else { return nil }
    let recognition = Recognition(ForeignText(text), about: words.profile)
    let about =
      isReached ? recognition.onlyPerson.map { " About \(ForeignText($0.text).safe)." } ?? "" : ""
    guard let symptom = recognition.symptom else {
      guard about.isEmpty else { return "A user.\(about)" }
      return recognition.portal == nil
        ? "Not recognised yet." : "A portal address, with ids."
    }
    let codes = recognition.errors.map(\.name).joined(separator: ", ")
    return "Recognised: \(codes.isEmpty ? "" : codes + ", ")\(words.name(of: symptom)).\(about)"
  }

  private static func intake(_ text: String, _ opened: Opened) -> Effect {
    let recognition = Recognition(ForeignText(text), about: opened.matter.profile)
    var sayings: [Saying] = [.paste(text)]
    if let error = recognition.errors.first {
      sayings.append(.particular(.errorCode, error.name))
    }
    if let id = recognition.correlationID { sayings.append(.particular(.correlationID, id)) }
    if let time = recognition.timestamp { sayings.append(.particular(.errorTime, time)) }
    sayings += ids(in: recognition, for: opened.matter)
    // Where the tenant is reached, the gates are judged for whoever the text is about.
    let person = opened.reach == nil ? nil : recognition.onlyPerson
    if let person { sayings.append(.particular(.person(0), person.text)) }
    if let symptom = recognition.symptom {
      return .submit(sayings + [.input(.reported(symptom))])
    }
    return recognition.portal == nil && person == nil
      ? .notice("Nothing in it is known. Choose from the list below.") : .submit(sayings)
  }

  /// What a portal address tells of tenant and object: from then on links are exact.
  static func ids(in recognition: Recognition, for matter: Case) -> [Saying] {
    var sayings: [Saying] = []
    if let object = recognition.portal?.objectID {
      sayings.append(.particular(matter.objectParticular, object.description))
    }
    if case .id(let tenant)? = recognition.portal?.tenant {
      sayings.append(.particular(.tenantID, tenant.description))
    } else if let tenant = recognition.tenants.first {
      sayings.append(.particular(.tenantID, tenant.description))
    }
    return sayings
  }
}

extension Recognition {
  /// Whom the text is about; nil where it names nobody, or several.
  fileprivate var onlyPerson: UserPrincipalName? {
    Set(people.map { $0.text.lowercased() }).count == 1 ? people.first : nil
  }

  /// The symptom that the text stands for, if it stands for one.
  fileprivate var symptom: Symptom? { Explanation.Evidence(self).symptoms.last }
}
