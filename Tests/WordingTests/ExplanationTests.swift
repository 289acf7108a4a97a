import Entra
import Remediation
import Testing

@testable import Wording

@Suite("What an error text comes to")
struct ExplanationTests {
  private let words = Words()

  private func explained(_ codes: Int...) -> Explanation {
    words.explanation(of: .init(errors: codes.map(SignInError.init(code:)), subject: .ours))
  }

  @Test(arguments: [
    (65_001, Gate.consent, Act.reconsent), (90_094, .consent, .reconsent),
    (50_105, .assignment, .assign), (7_000_112, .object, .enable), (700_016, .object, .ask),
    (50_020, .user, .elsewhere), (50_057, .user, .elsewhere), (53_003, .user, .elsewhere),
  ])
  func theCodeTellsGateAndAct(_ code: Int, _ gate: Gate, _ act: Act) {
    let explanation = explained(code)
    let finding = explanation.findings.first { $0.gate == gate }
    #expect(finding?.state == .shut)
    #expect(explanation.acts.map(\.act).contains(act))
    #expect(explanation.readings.map(\.name) == ["AADSTS\(code)"])
    #expect(explanation.findings.count == Gate.allCases.count)
    #expect(!explanation.unless.isEmpty)
  }

  @Test(arguments: SignInError.known)
  func noCodeAloneProposesTheHarshestAct(_ error: SignInError) {
    let explanation = words.explanation(of: .init(errors: [error]))
    #expect(!explanation.acts.isEmpty)
    #expect(!explanation.acts.map(\.act).contains(.replace))
    #expect(explanation.never.map(\.act).contains(.replace))
  }

  @Test(arguments: [500_011, 650_052])
  func aMissingServiceIsNotTheApplication(_ code: Int) {
    let explanation = explained(code)
    #expect(explanation.findings.first { $0.gate == .object }?.state == .unknown)
    #expect(explanation.acts.map(\.act) == [.elsewhere])
    #expect(explanation.acts.first?.because.contains("service (API)") == true)
  }

  @Test func aPendingDeletionMeansWaiting() {
    #expect(explained(650_051).acts.first?.act == .wait)
  }

  @Test func noAccessBelongsToTheVendor() {
    let explanation = words.explanation(of: .init(showsNoAccess: true))
    #expect(explanation.findings.first { $0.gate == .rbac }?.state == .shut)
    #expect(explanation.findings.first { $0.gate == .consent }?.state == .open)
    #expect(explanation.acts.map(\.act).contains(.rbac))
  }

  @Test func anotherApplicationSaysNothingAboutOurs() {
    let other = AppID(bits: 5)
    let explanation = words.explanation(
      of: .init(errors: [SignInError(code: 65_001)], subject: .other(other)))
    #expect(explanation.findings.allSatisfy { $0.state == .unknown })
    #expect(explanation.acts.map(\.act) == [.ask])
    #expect(explanation.application?.id == other)
    #expect(explanation.application?.isOurs == false)
  }

  @Test func aPastedPageIsExplained() {
    let page = """
      Sorry, but we're having trouble signing you in.
      AADSTS65001: The user or administrator has not consented to use the application with ID
      'facd4a2d-cbd2-4095-bfa8-ac9c819f843e' named 'Nexetic Backup'.
      Correlation ID: 2afae1cf-0a21-447d-a227-5b2606368a7b
      Timestamp: 2026-05-02T03:24:52Z
      """
    let recognition = Recognition(ForeignText(page))
    let explanation = words.explanation(of: recognition)
    #expect(explanation.application?.isOurs == true)
    #expect(explanation.acts.first?.act == .reconsent)
    let lines = words.paragraph(for: Escalation(recognition))
    #expect(lines.contains("Correlation ID: 2afae1cf-0a21-447d-a227-5b2606368a7b"))
    #expect(lines.contains("Timestamp: 2026-05-02T03:24:52Z"))
  }

  @Test func theWordsBesideACodeDecide() {
    let evidence = Explanation.Evidence(
      errors: [SignInError(code: 70_001)], kinds: [.applicationMissing])
    let explanation = words.explanation(of: evidence)
    #expect(explanation.readings.map(\.meaning) == [words.meaning(of: .applicationMissing)])
    #expect(explanation.acts.map(\.act) == [.ask])
  }

  @Test func aPageWithoutACodeIsExplained() {
    let recognition = Recognition(ForeignText("Need admin approval\nNexetic Backup"))
    let explanation = words.explanation(of: recognition)
    #expect(explanation.readings.map(\.name) == ["A page without a code"])
    #expect(explanation.findings.first { $0.gate == .consent }?.state == .shut)
  }

  @Test func theLinesHoldEveryPart() {
    let explanation = explained(65_001)
    for lines in [words.lines(for: explanation), words.markdown(for: explanation)] {
      let text = lines.joined(separator: "\n")
      #expect(text.contains("AADSTS65001"))
      for finding in explanation.findings { #expect(text.contains(finding.because)) }
      for step in explanation.acts + explanation.never { #expect(text.contains(step.title)) }
      for sentence in explanation.unless { #expect(text.contains(sentence)) }
    }
    let nothing = words.explanation(of: .init())
    #expect(words.lines(for: nothing).first == words.nothingRecognised)
  }
}
