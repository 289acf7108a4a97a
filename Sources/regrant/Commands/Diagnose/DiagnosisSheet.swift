import Cells
import Entra
import Execution
import Graph
import Remediation
import Wording

/// A diagnosis for people: the tenant, the gates, the plan, and what was not read.
struct DiagnosisSheet {
  let diagnosis: Diagnosis
  let outlooks: [Outlook]?
  let words: Words

  init(_ diagnosis: Diagnosis, _ outlooks: [Outlook]?, _ words: Words) {
    (self.diagnosis, self.outlooks, self.words) = (diagnosis, outlooks, words)
  }

  /// More names of one kind are counted; JSON holds them.
  private static let mostNames = 10

  var lines: [String] {
    let explanation = diagnosis.explanation(in: words)
    return heading + section("Gates", gates(explanation)) + plan(explanation)
      + section("Who gets in", outlook) + names
      + section("Not ours, though it looks like it", diagnosis.lookAlikes.map(words.line(for:)))
      + section("Deleted", diagnosis.deleted.map(words.line(for:)))
      + section("Assigned groups", (diagnosis.assigned?.inside ?? []).map(words.line(for:)))
      + section("Not read", unread)
      + (diagnosis.admin.map {
        section("Who is signed in", aligned(words.identity(of: $0)))
          + section("What those roles allow", aligned(words.abilities(of: $0)))
      } ?? [])
  }

  private var outlook: [String] {
    guard let outlooks else { return ["It could not be foreseen: see what was not read."] }
    guard !outlooks.isEmpty else { return [words.noOutlook] }
    return aligned(words.lines(for: outlooks)) + [words.basis(of: outlooks)]
  }

  /// By name, where it is about more than one person: of each option that lets anybody in, once.
  private var names: [String] {
    let useful = (outlooks ?? []).filter { $0.now.people > 1 && $0.gaining.count > 0 }
    return useful.enumerated().flatMap { index, outlook in
      let title = words.shortTitle(of: outlook.remedy)
      let alike = useful[..<index].first { $0.gaining == outlook.gaining && $0.out == outlook.out }
      if let alike {
        return ["", "\(title): the same people as \(words.shortTitle(of: alike.remedy))"]
      }
      return words.names(in: outlook, most: Self.mostNames).flatMap { part in
        section("\(title). \(part.title)", aligned(part.people))
      }
    }
  }

  /// Labels and values in two columns.
  private func aligned(_ lines: [Words.Line]) -> [String] {
    let width = lines.map { Self.width(of: $0.label) }.max() ?? 0
    return lines.map { line in
      let blanks = String(repeating: " ", count: width - Self.width(of: line.label) + 2)
      return line.label + blanks + line.value
    }
  }

  private static func width(of label: String) -> Int { CellText(label).width }

  private var heading: [String] {
    let tenant = [
      diagnosis.tenantName.safe, diagnosis.domain?.text, diagnosis.tenant.description,
    ].compactMap(\.self)
    let at = Moment(seconds: diagnosis.readAt / 1000)
    var lines = ["Tenant: \(tenant.joined(separator: ", "))", "Read: \(at)"]
    if let person = diagnosis.person, let access = diagnosis.access {
      lines += ["", words.sentence(for: access, person)]
    }
    return lines
  }

  private func gates(_ explanation: Explanation) -> [String] {
    explanation.findings.map {
      "\(words.name(of: $0.gate)): \(words.name(of: $0.state)). \($0.because)"
    }
  }

  private func plan(_ explanation: Explanation) -> [String] {
    let acts = explanation.acts.enumerated().map {
      "\($0.offset + 1). \($0.element.title). \($0.element.because)"
    }
    if let nothing = diagnosis.nothingToDo(in: words) {
      let name = diagnosis.person == nil ? ["Ask about a user by name: --user UPN."] : []
      return section(
        "What to do", [nothing.verdict, "Say: \(nothing.say)", words.roleIsNext] + name)
    }
    return section("What to do, in this order", acts)
      + section("What not to do", explanation.never.map { "\($0.title). \($0.because)" })
  }

  private var unread: [String] {
    diagnosis.unread.map { "\($0.request.template): \(words.sentence(for: UnreadReason($0)))" }
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }
}
