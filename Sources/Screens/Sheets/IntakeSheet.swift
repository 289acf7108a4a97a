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
    sheet.entry = Entry(
      label: "Error text, code, link or mail", hint: recognised(view, words), isBulk: true,
      submit: { .submit(Self.sayings(for: $0, words)) })
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
  private static func recognised(_ view: View, _ words: Words) -> String? {
    let text = view.pasted.isEmpty ? view.line.text : view.pasted
    guard !text.isEmpty else { return nil }
    let recognition = Recognition(ForeignText(text), about: words.profile)
    guard let symptom = recognition.symptom else { return "Not recognised yet." }
    let codes = recognition.errors.map(\.name).joined(separator: ", ")
    return "Recognised: \(codes.isEmpty ? "" : codes + ", ")\(words.name(of: symptom))."
  }

  private static func sayings(for text: String, _ words: Words) -> [Saying] {
    let recognition = Recognition(ForeignText(text), about: words.profile)
    var sayings: [Saying] = [.paste(text)]
    if let error = recognition.errors.first {
      sayings.append(.particular(.errorCode, error.name))
    }
    if let id = recognition.correlationID { sayings.append(.particular(.correlationID, id)) }
    if let object = recognition.portal?.objectID {
      sayings.append(.particular(.objectID, object.description))
    }
    sayings.append(.input(.reported(recognition.symptom ?? .other)))
    return sayings
  }
}

extension Recognition {
  /// The symptom that the text stands for, if it stands for one.
  fileprivate var symptom: Symptom? { Explanation.Evidence(self).symptoms.last }
}
