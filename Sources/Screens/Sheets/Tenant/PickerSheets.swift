import Entra
import Remediation
import Wording

extension Sheet {
  /// W1, where Regrant reads the application IDs itself: ours stands among those that look like it.
  static func applicationPicker(_ reach: Reach, _ opened: Opened) -> Sheet? {
    guard let rows = reach.reading?.applications, !rows.isEmpty else { return nil }
    let words = opened.words
    var sheet = Sheet(title: "Which application?")
    sheet.blocks = [
      .lead("Choose the one that users sign in to."),
      .text(words.text(of: .w1, in: opened.matter).meaning), .gap,
    ]
    sheet.choices = rows.map { row in
      Choice(
        row.name.safe,
        [row.appID.description, row.detail].compactMap(\.self).joined(separator: ", "),
        .submit([.input(.answered(.identification, .compared(row.appID)))]))
    }
    sheet.back = .submit([.input(.putAside)])
    sheet.quotes = words.quotes(for: .w1)
    sheet.explanation = [
      "Regrant compares the application ID itself; a name proves nothing.",
      "Choosing another one changes nothing: it is refused, and said why.",
    ]
    return sheet
  }

  /// Option 1: people and groups, found by the tenant as one types.
  static func principalPicker(_ reach: Reach, _ opened: Opened, _ view: View) -> Sheet {
    let finds = reach.finds
    var sheet = Sheet(title: "Who is to be assigned?")
    var picker = Picker(candidates: view.pickable(from: finds))
    picker.message = finds.message(shown: picker.candidates.count)
    picker.goOn = { picked in
      guard !picked.isEmpty else {
        return .notice("Nobody is ticked. Type a name, then Space ticks a row.")
      }
      return (reach.reading?.roles.count ?? 0) > 1
        ? .open(.role) : .request(.assign(picked, reach.reading?.roles.first))
    }
    sheet.picker = picker
    if reach.reading?.takesGroups == false {
      sheet.blocks = [.text("Groups can't be assigned here: the tenant has no Entra ID P1.")]
    }
    sheet.back = .submit([.input(.putAside)])
    sheet.explanation = [
      "Type part of a name, a user name or an address; the tenant finds it.",
      "Tab goes to the rows, Space ticks one, Enter goes on with all that are ticked.",
      "A list can be pasted, or a CSV file's path typed; Enter reads it.",
    ]
    sheet.quotes = [.selectPrincipals]
    return sheet
  }

  /// Which of the application's roles the ticked ones get.
  static func role(_ opened: Opened, _ view: View) -> Sheet {
    var sheet = Sheet(title: "Which role?", back: .close)
    sheet.blocks = [
      .lead(
        "\(Quantity.counted(view.picked.count, "person or group", plural: "people and groups"))."),
      .gap,
    ]
    sheet.choices = (opened.reach?.reading?.roles ?? []).map {
      Choice($0.name.safe, .request(.assign(view.picked, $0)))
    }
    sheet.explanation = ["The application itself says what its roles mean."]
    return sheet
  }
}

extension View {
  /// The rows to choose from: what is ticked first, then what was found.
  func pickable(from finds: Finds) -> [Candidate] {
    let ticked = picked.map { one in
      finds.rows.first { $0.principal.id == one.principal.id } ?? one
    }
    return ticked
      + finds.rows.filter { row in !picked.contains { $0.principal.id == row.principal.id } }
  }
}

extension Finds {
  /// What the list says when there is little in it.
  func message(shown: Int) -> String? {
    if let problem { return problem }
    if isSearching { return "Searching..." }
    guard let term, !term.isEmpty else { return shown == 0 ? "Type a name." : nil }
    if isCut { return "There are more: type more of the name." }
    return rows.isEmpty ? "Nobody is found by \"\(ForeignText(term).safe)\"." : nil
  }
}

extension Candidate {
  /// What stands in the row.
  var cells: [String] {
    let kind = principal.kind == .group ? ["group"] : []
    let state = isAssigned ? ["assigned already"] : because == nil ? [] : ["can't be assigned"]
    return [principal.name.safe, (kind + marks + state).joined(separator: ", ")]
  }
}
