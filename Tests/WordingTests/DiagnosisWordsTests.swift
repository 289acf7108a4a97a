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

  /// Twelve people: one is in, one gets in, nine stay out, one loses access.
  private var outlook: Outlook {
    var outlook = Outlook(.reconsent)
    func count(_ name: String, _ now: Access, _ after: Access) {
      let person = PersonStanding(
        userPrincipalName: ForeignText("\(name)@contoso.example"), name: ForeignText(name),
        account: .enabled)
      outlook.count(person, now: now, after: after)
    }
    count("anna", .admitted, .admitted)
    count("ben", .out(.consentMissing), .admitted)
    for number in 1...9 { count("out\(number)", .out(.notAssigned), .out(.notAssigned)) }
    count("cleo", .admitted, .out(.consentMissing))
    return outlook
  }

  @Test("say how it is now, and how it would be")
  func effects() {
    let lines = words.lines(for: [outlook])
    #expect(lines.map { $0.label } == ["Now", "Consent again"])
    #expect(lines[0].value == "2 in, 10 out (9 not assigned, 1 no consent)")
    #expect(lines[1].value == "1 gain, 1 LOSE: 2 in, 10 out (9 not assigned, 1 no consent)")
    #expect(words.lines(for: []).isEmpty)
  }

  @Test("name those who gain and those who stay out, and count the rest")
  func names() {
    let parts = words.names(in: outlook, most: 3)
    #expect(parts.map { $0.title } == ["Gain access: 1", "Lose access: 1", "Out: 10"])
    #expect(parts[0].people.map { $0.value } == ["ben@contoso.example"])
    #expect(parts[2].people[0].value == "out1@contoso.example: not assigned")
    #expect(parts[2].people.last?.value == "and 7 more")
  }

  @Test("name a role that is to be activated first")
  func activation() {
    let admin = SignedInAdmin(
      id: nil, userPrincipalName: ForeignText("dana@contoso.example"),
      active: [.privilegedRoleAdministrator], eligible: [.globalAdministrator])
    let lines = words.abilities(of: admin)
    #expect(lines.filter { !$0.label.isEmpty }.count == Remedy.allCases.count)
    #expect(lines[0].value == "now")
    #expect(lines[2].value.hasPrefix("now: "))
    #expect(lines[3].value.hasPrefix("after activating: delete"))
    #expect(lines.last?.value == "after activating")
    #expect(words.activation(of: [.globalAdministrator]).contains("PIM: My roles"))
  }
}
