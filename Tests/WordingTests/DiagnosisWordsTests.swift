import Entra
import Remediation
import Testing

@testable import Wording

@Suite("Words for a diagnosis") struct DiagnosisWordsTests {
  private let words = Words()
  private static let hostile = [
    "\u{1B}[2J\u{1B}[31mred", "\u{202E}txt.exe", String(repeating: "x", count: 300),
    "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "a\nb", "Nexetic\u{200B} Backup", "",
  ]

  @Test("tell each reason apart")
  func reasons() {
    let obstructions = Access.Obstruction.allCases.map { words.reason($0) }
    let doubts = Access.Doubt.allCases.map { words.reason($0) }
    let unread = UnreadReason.allCases.map { words.sentence(for: $0) }
    let unresolved = UnresolvedReason.allCases.map { words.sentence(for: $0) }
    for list in [
      obstructions, doubts, unread, unresolved, Ability.allCases.map { words.name(of: $0) },
    ] {
      #expect(Set(list).count == list.count)
      #expect(list.allSatisfy { !$0.isEmpty && $0.count <= 100 })
    }
    #expect(Set(Deed.allCases.map { words.name(of: $0) }).count == Deed.allCases.count)
  }

  @Test("let no name disturb a line, nor two rows look equal", arguments: hostile)
  func names(_ name: String) {
    let rows = (1...2).map { number in
      words.line(
        for: AssignmentStanding.Group(
          id: ObjectID(bits: UInt128(number)), name: ForeignText(name), members: 3,
          nested: [ForeignText(name)]))
    }
    let twins = (1...2).map { number in
      words.line(
        for: LookAlikeApplication(
          id: ObjectID(bits: 1), appID: AppID(bits: UInt128(number)), name: ForeignText(name),
          ownerTenant: nil, isTwin: true))
    }
    #expect(rows[0] != rows[1])
    #expect(twins[0] != twins[1])
    for line in rows + twins {
      #expect(!ForeignText(line).isAltered, "\(line)")
      #expect(line.count < 250)
    }
  }

  @Test("say that it is not single sign-on when somebody gets in")
  func rbac() {
    let person = PersonStanding(
      userPrincipalName: ForeignText("anna@contoso.example"), name: ForeignText("Anna"),
      account: .enabled)
    let sentence = words.sentence(for: .admitted, person)
    #expect(sentence.contains("not single sign-on"))
    #expect(sentence.contains("Conditional Access"))
    #expect(Access.admitted.gate == .rbac)
  }

  @Test("name the proof that the box was not ticked")
  func proof() {
    var consent = ConsentStanding()
    consent.ownConsents = 1
    consent.record = ConsentStanding.Record(
      by: ForeignText("admin@contoso.example"), at: "2026-03-02T09:00:00Z",
      isForOrganization: false)
    let text = words.because(consent)
    #expect(text.contains("only by 1 user"))
    #expect(text.contains("admin@contoso.example"))
    #expect(text.contains("2026-03-02"))
    #expect(words.because(nil as ConsentStanding?) != words.because(ConsentStanding()))
  }

  @Test("say who gains and who stays out")
  func outlook() {
    let lines = words.outlook(
      gaining: 1, staying: 12, losing: 0, out: [.nestedOnly: 3], isCut: false)
    #expect(lines.count == 3)
    #expect(lines[0] == "1 person will get in who cannot now.")
    #expect(lines[2].hasPrefix("3 people stay out: "))
  }
}
