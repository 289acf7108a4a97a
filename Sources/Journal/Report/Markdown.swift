import Entra
import Wording

extension Report {
  /// The report as Markdown, to be pasted into a ticket as it is.
  ///
  /// What others wrote stands in code spans, where no link, mention or markup works.
  public var markdown: String {
    var lines = ["# \(Markdown.escaped(title))", ""]
    lines += [paragraph.map(Markdown.text).joined(separator: " "), ""]
    lines += fields.map { "- **\($0.name):** \(Markdown.text($0.value))" }
    lines += heading("Gates")
    lines += findingLines.map { "- \(Markdown.finding($0))" }
    lines += heading("Warnings")
    lines += warnings.map { warning in
      let answer = warning.answer.map(Markdown.line) ?? "not asked"
      return "- **\(Markdown.escaped(warning.title))**: \(answer)"
    }
    for section in sections where !section.lines.isEmpty {
      lines += heading(section.subject.title) + section.lines.map { "- \(Markdown.line($0))" }
    }
    lines += ["", "---", "", "Written \(written). Journal head: `\(head)`"]
    if isRedacted { lines += ["", "Names, addresses, IDs of people and typed text are withheld."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ text: String) -> [String] { ["", "## \(text)", ""] }
}

/// Text that no reader of Markdown takes for markup.
enum Markdown {
  static func line(_ line: Report.Line) -> String {
    let time = line.at.map { "\($0): " } ?? ""
    let by = line.by.map { " (\(text($0)))" } ?? ""
    return time + text(line.text) + by
  }

  /// A gate as it stands, and since when on which word.
  static func finding(_ line: Report.Line) -> String {
    let by = line.by.map { [text($0), line.at.map(\.description)].compactMap(\.self) }
    return text(line.text) + (by.map { " (\($0.joined(separator: ", ")))" } ?? "")
  }

  static func text(_ text: ReportText) -> String {
    text.runs.map { run in
      switch run {
      case .own(let text): escaped(text)
      case .foreign(let text), .personal(let text), .free(let text):
        code(text.safeLines.joined(separator: " "))
      case .withheld(let what): "\\[\(what) withheld\\]"
      }
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|~&#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// A code span that its own text cannot end: fenced by more backticks than it holds in a row.
  static func code(_ text: String) -> String {
    guard !text.allSatisfy({ $0 == " " }) else { return "(empty)" }
    var (longest, current) = (0, 0)
    for character in text {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let isPadded = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ")
    return isPadded ? "\(fence) \(text) \(fence)" : fence + text + fence
  }
}
