import Entra

extension Report {
  /// The report without any name, address or ID of a person, and without what somebody typed.
  ///
  /// Notes, reasons and messages are left out whole: nobody can say whom they name.
  public var redacted: Report {
    var redacted = self
    redacted.isRedacted = true
    redacted.paragraph = paragraph.map(\.redacted)
    for index in fields.indices { redacted.fields[index].value = fields[index].value.redacted }
    redacted.findingLines = findingLines.map(\.redacted)
    for index in warnings.indices {
      redacted.warnings[index].answer = warnings[index].answer?.redacted
    }
    for index in sections.indices {
      redacted.sections[index].lines = sections[index].lines.map(\.redacted)
    }
    return redacted
  }
}

extension Report.Line {
  fileprivate var redacted: Self {
    var redacted = self
    (redacted.text, redacted.by) = (text.redacted, by?.redacted)
    return redacted
  }
}

extension ReportText {
  fileprivate var redacted: ReportText {
    ReportText(
      runs: runs.map { run in
        switch run {
        case .own, .withheld: run
        case .personal: .withheld("name")
        case .free: .withheld("text")
        case .foreign(let text): text.mayNameSomebody ? .withheld("value") : run
        }
      })
  }
}

extension ForeignText {
  /// Whether a label holds an address or an ID, or anything but letters, digits and a few marks.
  ///
  /// A ticket's number and a domain pass; somebody's full name has a space in it and does not.
  fileprivate var mayNameSomebody: Bool {
    let text = safe
    let isLabel = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789.-_/#:+".unicodeScalars.contains(scalar))
    }
    guard isLabel, text.utf8.count <= 80 else { return true }
    // A window as long as a GUID, wherever it stands.
    let characters = Array(text)
    return characters.indices.contains { start in
      start + 36 <= characters.count && ObjectID(String(characters[start..<start + 36])) != nil
    }
  }
}
