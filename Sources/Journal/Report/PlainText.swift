import Wording

extension Report {
  /// The report as plain lines, for a ticket without markup and for a terminal.
  public var plainText: String {
    var lines = [title, String(repeating: "=", count: title.count), "", paragraphText, ""]
    lines += fields.map { "\($0.name): \($0.value.plain)" }
    lines += heading("Gates")
    lines += findingLines.map { "- \(Self.finding($0))" }
    lines += heading("Warnings")
    lines += warnings.map { "- \($0.title): \($0.answer.map(Self.plain) ?? "not asked")" }
    for section in sections where !section.lines.isEmpty {
      lines += heading(section.subject.title) + section.lines.map { "- \(Self.plain($0))" }
    }
    lines += ["", "Written \(written). Journal head: \(head)"]
    if isRedacted { lines.append("Names, addresses, IDs of people and typed text are withheld.") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ text: String) -> [String] {
    ["", text, String(repeating: "-", count: text.count)]
  }

  private static func finding(_ line: Line) -> String {
    let by = line.by.map { [$0.plain, line.at.map(\.description)].compactMap(\.self) }
    return line.text.plain + (by.map { " (\($0.joined(separator: ", ")))" } ?? "")
  }

  private static func plain(_ line: Line) -> String {
    let time = line.at.map { "\($0): " } ?? ""
    return time + line.text.plain + (line.by.map { " (\($0.plain))" } ?? "")
  }
}
