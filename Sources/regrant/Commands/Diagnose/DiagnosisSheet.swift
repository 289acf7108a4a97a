import Entra
import Execution
import Graph
import Remediation
import Wording

/// A diagnosis for people: the tenant, the gates, the plan, and what was not read.
struct DiagnosisSheet {
  let diagnosis: Diagnosis
  let words: Words

  init(_ diagnosis: Diagnosis, _ words: Words) {
    (self.diagnosis, self.words) = (diagnosis, words)
  }

  var lines: [String] {
    let explanation = diagnosis.explanation(in: words)
    return heading + section("Gates", gates(explanation)) + plan(explanation)
      + section("Not ours, though it looks like it", diagnosis.lookAlikes.map(words.line(for:)))
      + section("Deleted", diagnosis.deleted.map(words.line(for:)))
      + section("Assigned groups", (diagnosis.assigned?.inside ?? []).map(words.line(for:)))
      + section("Not read", unread) + (diagnosis.admin.map { [""] + words.lines(for: $0) } ?? [])
  }

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
    return section("What to do, in this order", acts.isEmpty ? [words.nothingToDo] : acts)
      + section("What not to do", explanation.never.map { "\($0.title). \($0.because)" })
  }

  private var unread: [String] {
    diagnosis.unread.map { "\($0.request.template): \(words.sentence(for: UnreadReason($0)))" }
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }
}
