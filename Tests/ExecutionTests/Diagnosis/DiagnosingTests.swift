import Entra
import Execution
import Graph
import Remediation
import Simulator
import Testing
import Training
import Wording

@Suite("A diagnosis") struct DiagnosingTests {
  /// What a scenario's gates are: object, consent, assignment and account, for all and for the hero.
  struct Expected: Sendable, CustomTestStringConvertible {
    let scenario: String
    let object: ApplicationObject
    let consent: Judgement
    let assignment: Judgement
    let hero: Access
    let plan: [Act]

    var testDescription: String { scenario }

    init(
      _ scenario: String, _ object: ApplicationObject, _ consent: Judgement,
      _ assignment: Judgement, _ hero: Access, _ plan: [Act]
    ) {
      (self.scenario, self.object, self.consent) = (scenario, object, consent)
      (self.assignment, self.hero, self.plan) = (assignment, hero, plan)
    }
  }

  /// Every scenario, with how the gates stand for its hero and what the machine plans for them.
  static let expected: [Expected] = [
    Expected("default", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
    Expected(
      "consent-and-assignment", .present, .shut, .shut, .out(.notAssigned), [.reconsent, .assign]),
    Expected("approval-required", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
    // Without an active role nobody may list grants: what can't be read stays unknown.
    Expected("pim-eligible", .present, .unknown, .open, .unknown(.consent), [.ask]),
    Expected(
      "privileged-role-admin", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
    Expected("unassigned", .present, .open, .shut, .out(.notAssigned), [.assign]),
    Expected("nested-group", .present, .open, .shut, .out(.nestedOnly), [.assign]),
    Expected("no-premium", .present, .open, .shut, .out(.notAssigned), [.assign]),
    Expected("disabled", .disabled, .open, .open, .out(.applicationDisabled), [.enable]),
    Expected(
      "deleted", .deleted, .unknown, .unknown, .out(.applicationMissing), [.restore]),
    Expected(
      "readded-empty", .readded, .shut, .open, .out(.consentMissing),
      [.require, .reconsent, .assign]),
    Expected("gone", .gone, .unknown, .unknown, .out(.applicationMissing), [.readd, .reconsent]),
    Expected(
      "never-installed", .neverInstalled, .unknown, .unknown, .out(.applicationMissing),
      [.reconsent]),
    Expected(
      "look-alike-deleted", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
    Expected("blocked-user", .present, .open, .open, .out(.accountDisabled), [.elsewhere]),
    Expected("policy-blocked", .present, .open, .open, .out(.blockedByPolicy), [.elsewhere]),
    Expected("healthy", .present, .open, .open, .admitted, []),
    Expected("throttled", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
    Expected("hostile-names", .present, .shut, .open, .out(.consentMissing), [.reconsent]),
  ]

  private func told(_ diagnosis: Diagnosis) throws -> Case {
    var opened = Case(id: CaseID(bits: 1), mode: .connect, profile: .nexeticBackup)
    for observation in diagnosis.observations { _ = try opened.handle(.observed(observation)) }
    return opened
  }

  @Test("covers every scenario")
  func all() {
    #expect(Self.expected.map(\.scenario).sorted() == Scenario.all.map(\.name).sorted())
  }

  @Test("judges the gates as the scenario is named, for the user it is about", arguments: expected)
  func gates(_ expected: Expected) async throws {
    let visit = try Visit(expected.scenario)
    let diagnosis = try await visit.diagnoseHero()
    let opened = try told(diagnosis)
    #expect(diagnosis.object == expected.object)
    #expect(opened.facts.object == expected.object)
    #expect(opened.facts.judgement(of: .consent) == expected.consent)
    #expect(opened.facts.judgement(of: .assignment) == expected.assignment)
    #expect(diagnosis.access == expected.hero)
    #expect(opened.plan.acts == expected.plan)
    #expect(visit.transport.sent.count < 15, "\(visit.transport.sent)")
    #expect(!visit.transport.sent.contains(.assignments))
  }

  @Test("agrees with sign-in", arguments: Scenario.all.map(\.name))
  func verdict(_ scenario: String) async throws {
    let visit = try Visit(scenario)
    let access = try #require(try await visit.diagnoseHero().access)
    let verdict = await visit.transport.tenant.act { tenant in
      tenant.verdict(for: tenant.people.id(at: Scenario.hero(among: tenant.people))).letsIn
    }
    #expect(access.letsIn == verdict || access.letsIn == nil, "\(access)")
  }

  @Test("judges the gates for everybody", arguments: expected)
  func everybody(_ expected: Expected) async throws {
    let visit = try Visit(expected.scenario)
    let diagnosis = try await visit.diagnose()
    let opened = try told(diagnosis)
    #expect(opened.facts.object == expected.object)
    #expect(opened.facts.judgement(of: .consent) == expected.consent)
    #expect(opened.facts.judgement(of: .user) == .unknown)
    #expect(diagnosis.person == nil)
    #expect(visit.transport.sent.filter { $0 != .assignments }.count < 20)
  }

  @Test("asks little of a large tenant, and less about one user")
  func large() async throws {
    let visit = try Visit("default") {
      $0.size = 100_000
      $0.assignments = 1_500
    }
    let diagnosis = try await visit.diagnose()
    #expect(diagnosis.assigned?.principals == 1_500)
    #expect(visit.transport.sent.filter { $0 == .assignments }.count == 2)
    #expect(visit.transport.sent.filter { $0 != .assignments }.count < 20)
    let before = visit.transport.sent.count
    #expect(try await visit.diagnoseHero().access == .out(.consentMissing))
    #expect(visit.transport.sent.count - before < 15)
  }

  @Test("proves by the audit log that the first admin left the box unticked")
  func firstAdmin() async throws {
    let visit = try Visit("default")
    let consent = try #require(try await visit.diagnose().consent)
    #expect(consent.organization.isEmpty)
    #expect(consent.ownConsents == 1)
    #expect(consent.record?.isForOrganization == false)
  }

  @Test("counts no role that is merely eligible, and says what it would allow")
  func eligible() async throws {
    let diagnosis = try await Visit("pim-eligible").diagnose()
    let admin = try #require(diagnosis.admin)
    #expect(admin.active == RoleSet.none)
    #expect(admin.eligible == [.globalAdministrator])
    #expect(Deed.allCases.allSatisfy { admin.ability($0) == .afterActivation })
    #expect(diagnosis.observations.contains(.roles([])))
    #expect(!diagnosis.unread.isEmpty)
    let consenting = try #require(try await Visit("privileged-role-admin").diagnose().admin)
    #expect(consenting.ability(.seeConsentCheckbox) == .can)
    #expect(consenting.ability(.delete) == .cannot)
  }

  @Test("says which role to activate first, where one would help")
  func activation() async throws {
    let words = Words()
    let eligible = try await Visit("pim-eligible").diagnoseHero()
    #expect(eligible.activation(in: words) == [.globalAdministrator])
    let plan = eligible.explanation(in: words).acts
    #expect(plan.first?.act == .ask)
    #expect(plan.first?.title == words.activationTitle)
    #expect(plan.dropFirst().map(\.act) == eligible.told(in: words).plan.acts)
    for scenario in ["default", "privileged-role-admin", "healthy"] {
      let diagnosis = try await Visit(scenario).diagnoseHero()
      #expect(diagnosis.activation(in: words) == nil, "\(scenario)")
    }
  }

  @Test("says plainly that nothing is to be done where nothing is")
  func nothingToDo() async throws {
    let words = Words()
    for scenario in Scenario.all.map(\.name) {
      let visit = try Visit(scenario)
      let hero = try await visit.diagnoseHero()
      #expect((hero.nothingToDo(in: words) != nil) == (scenario == "healthy"), "\(scenario)")
      // Who is not assigned on purpose and who by mistake, only a name tells.
      let isOpen = ["healthy", "unassigned"].contains(scenario)
      let all = try await visit.diagnose()
      #expect(!isOpen || all.nothingToDo(in: words) != nil, "\(scenario)")
    }
    for scenario in ["default", "nested-group"] {
      let open = try await Visit(scenario).diagnose()
      #expect(open.nothingToDo(in: words) == nil, "\(scenario)")
    }
  }

  @Test("proposes no deleted one beside one that is alive")
  func aliveBesideDeleted() async throws {
    let diagnosis = try await Visit("readded-empty").diagnose()
    #expect(diagnosis.application != nil)
    #expect(!diagnosis.deleted.isEmpty)
    #expect(diagnosis.deleted.allSatisfy { !$0.isBest })
    #expect(!Words().line(for: diagnosis.deleted[0]).contains("restore"))
  }

  @Test("finds what was deleted, what looks alike and who is nested")
  func neighbours() async throws {
    let deleted = try await Visit("deleted").diagnose()
    #expect(deleted.deleted.map(\.daysLeft) == [27] || deleted.deleted.map(\.daysLeft) == [26])
    #expect(deleted.deleted.first?.isBest == true)
    let healthy = try await Visit("healthy").diagnose()
    #expect(healthy.lookAlikes.count { $0.isTwin } == 1)
    #expect(healthy.lookAlikes.allSatisfy { $0.appID != ApplicationProfile.nexeticBackup.appID })
    #expect(healthy.lookAlikes.contains { $0.name.safe == "Nexetic Backup for Entra ID" })
    let nested = try await Visit("nested-group").diagnose()
    #expect(nested.assigned?.nested.map(\.safe) == ["Night Shift"])
    let lost = try await Visit("look-alike-deleted").diagnose()
    #expect(!lost.lookAlikes.contains { $0.name.safe == "Nexetic Backup for Entra ID" })
  }

  @Test("takes the one that lived longest for the one to restore")
  func severalDeleted() async throws {
    var tenant = try #require(Scenario.named("healthy")).tenant()
    let old = try #require(tenant.applicationID)
    for _ in 0..<2 {
      tenant.deleteApplication()
      tenant.advance(bySeconds: 3_600)
      tenant.recreateApplication()
      tenant.advance(bySeconds: 3_600)
    }
    tenant.deleteApplication()
    let diagnosis = try await Visit(tenant).diagnose()
    #expect(diagnosis.object == .deleted)
    #expect(diagnosis.deleted.count == 3)
    #expect(diagnosis.deleted.first?.id == old)
    #expect(diagnosis.deleted.map(\.isBest) == [true, false, false])
  }
}
