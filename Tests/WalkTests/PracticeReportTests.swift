import Cells
import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Screens
import Testing
import Training

@testable import Walk

@Suite("The report of a practice case", .timeLimit(.minutes(10))) struct PracticeReportTests {
  /// 2B from the first screen to its end, an admin's browser and Regrant's own hands by turns.
  private func replaced() async throws -> Report {
    let trainee = Trainee()
    await trainee.choose("Practise")
    await trainee.choose("default")
    await trainee.choose("Begin")
    await trainee.choose("The admin gets in")
    await trainee.choose("Consent again")
    await trainee.choose("Sign in and tick")
    await trainee.carryOut()
    await trainee.choose("The admin signs in, ticks")
    while trainee.opened?.unsettled.isEmpty == false { await trainee.hear() }
    await trainee.settle()
    await trainee.choose("Consent again")
    await trainee.choose("None of the others")
    trainee.type("the customer's admin is not at hand")
    trainee.press(.enter)
    await trainee.choose("Remove and re-add")
    await trainee.choose("Nexetic Backup")
    trainee.type(trainee.opened?.phrase ?? "")
    trainee.press(.tab)
    await trainee.choose("Delete and go on")
    await trainee.choose("A grant through")
    await trainee.carryOut()
    await trainee.choose("Let the user try")
    while trainee.opened?.verification == nil { await trainee.hear() }
    await trainee.choose("Nobody")
    await trainee.choose("Resolved")
    #expect(trainee.opened?.closing == .resolved, "\(trainee.text)")
    let runner = try #require(trainee.session.running?.runner)
    return try Report(on: runner.journal, now: Int(Date().timeIntervalSince1970 * 1000))
  }

  @Test("says of every line where it comes from, and who was locked out from when to when")
  func replacing() async throws {
    let report = try await replaced()
    for section in report.sections {
      for line in section.lines {
        #expect(line.by != nil && line.source != nil, "\(section.subject): \(line.text.plain)")
      }
    }
    for line in report.findingLines where !line.text.plain.contains(": not known") {
      #expect(line.source != nil, "\(line.text.plain)")
    }
    let done = report.lines(of: .done)
    func source(_ words: String) -> JournalEntry.Source? {
      done.first { $0.text.plain.hasPrefix(words) }?.source
    }
    // What the admin's browser showed is nothing that Regrant did.
    #expect(source("consent by signing in:") == .browser, "\(report.plainText)")
    #expect(source("delete the application: Done") == .executed)
    #expect(source("add the application again: Done") == .executed)
    #expect(source("write the grants through Graph: Done") == .executed)
    #expect(source("An ordinary user signed in") == .browser)
    for words in ["delete the application: Done", "add the application again: Done"] {
      let by = done.first { $0.text.plain.hasPrefix(words) }?.by?.plain ?? ""
      #expect(by.hasPrefix("executed through Graph, in the practice tenant; request-id "), "\(by)")
      #expect(by.contains("client-request-id "))
    }
    #expect(done.allSatisfy { $0.by?.plain != "attested by the trainee" })
    let decided = report.lines(of: .decided)
    #expect(decided.contains { $0.by?.plain == "by the trainee" && $0.source == .person })
    let out = report.lines(of: .outages)
    #expect(out.first?.text.plain.hasPrefix("After each of ") == true, "\(report.plainText)")
    let person = try #require(out.first { $0.text.plain.contains("out from request ") })
    #expect(person.text.plain.contains("(DELETE "), "\(person.text.plain)")
    #expect(person.text.plain.contains(" to request "))
    #expect(out.contains { $0.text.plain.contains("were away from ") })
    #expect(out.contains { $0.text.plain.contains(": away for ") })
  }

  @Test("says the same as text, as Markdown and as JSON") func forms() async throws {
    let report = try await replaced()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    let sections = try #require(object["sections"] as? [String: [[String: Any]]])
    #expect(!(sections["outages"] ?? []).isEmpty)
    for line in sections.values.joined() {
      #expect((line["by"] as? String)?.isEmpty == false, "\(line)")
      #expect((line["source"] as? String).flatMap(JournalEntry.Source.init) != nil, "\(line)")
    }
    for text in [report.plainText, report.markdown] {
      for part in [
        "executed through Graph, in the practice tenant", "Who was out meanwhile",
        "seen in a browser of the practice tenant",
        "observed through Graph, in the practice tenant",
      ] {
        #expect(text.contains(part), "\(part)\n\(text)")
      }
      #expect(!text.contains("in training"))
    }
    let redacted = report.redacted
    for name in ["@", "contoso.example:"] {
      #expect(!redacted.lines(of: .outages).contains { $0.text.plain.contains(name) })
    }
  }
}
