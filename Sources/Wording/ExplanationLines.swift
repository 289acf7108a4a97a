extension Words {
  /// An explanation as plain lines.
  public func lines(for explanation: Explanation) -> [String] {
    var lines = explanation.readings.map { "\($0.name): \($0.meaning)" }
    if let application = explanation.application { lines.append(application.meaning) }
    if lines.isEmpty { lines.append(nothingRecognised) }
    lines += ["", "Gates"]
    lines += explanation.findings.map {
      "  \(name(of: $0.gate)): \(name(of: $0.state)). \($0.because)"
    }
    lines += ["", "What to do, in this order"]
    lines += explanation.acts.enumerated().map {
      "  \($0.offset + 1). \($0.element.title). \($0.element.because)"
    }
    if !explanation.never.isEmpty {
      lines += ["", "What not to do"]
      lines += explanation.never.map { "  \($0.title). \($0.because)" }
    }
    return lines + ["", "This is wrong if"] + explanation.unless.map { "  \($0)" }
  }

  /// An explanation as Markdown.
  public func markdown(for explanation: Explanation) -> [String] {
    var lines = explanation.readings.map { "**\($0.name)**: \($0.meaning)  " }
    if let application = explanation.application { lines.append(application.meaning) }
    if lines.isEmpty { lines.append(nothingRecognised) }
    lines += ["", "## Gates", "", "| gate | state | because |", "|---|---|---|"]
    lines += explanation.findings.map {
      "| \(name(of: $0.gate)) | \(name(of: $0.state)) | \($0.because) |"
    }
    lines += ["", "## What to do, in this order", ""]
    lines += explanation.acts.enumerated().map {
      "\($0.offset + 1). **\($0.element.title)**. \($0.element.because)"
    }
    if !explanation.never.isEmpty {
      lines += ["", "## What not to do", ""]
      lines += explanation.never.map { "- **\($0.title)**. \($0.because)" }
    }
    return lines + ["", "## This is wrong if", ""] + explanation.unless.map { "- \($0)" }
  }

  /// What is said when a text told nothing.
  public var nothingRecognised: String {
    "No code, page or application was recognised. Ask for the whole text of the error page."
  }
}
