import Entra
import Execution
import Graph
import Simulator
import Testing
import Training

@Suite("The outlook of an option") struct OutlookTests {
  private static let largest = 100_000
  /// Where a role is active that may read.
  private static let readable = Scenario.all.map(\.name).filter { $0 != "pim-eligible" }

  @Test("is none where not everything can be read, rather than half a one")
  func unreadable() async throws {
    let visit = try Visit("pim-eligible")
    let diagnosis = try await visit.diagnose()
    await #expect(throws: GraphError.self) {
      try await Foreseeing(client: visit.client).outlooks(after: diagnosis)
    }
  }

  @Test("names everybody once, in small tenants of every kind", arguments: readable)
  func everybody(_ scenario: String) async throws {
    let visit = try Visit(scenario)
    let diagnosis = try await visit.diagnose()
    let outlooks = try await Foreseeing(client: visit.client).outlooks(after: diagnosis)
    let people = await visit.transport.tenant.act { $0.settings.size }
    for outlook in outlooks {
      #expect(outlook.now == outlooks[0].now)
      #expect(outlook.now.people == people)
      #expect(outlook.after.people == people)
      #expect(outlook.losing.count == 0)
      #expect(outlook.out.count == outlook.after.out)
      #expect(outlook.unknown.count == outlook.after.unknown)
      #expect(outlook.now.admitted + outlook.gaining.count == outlook.after.admitted)
    }
  }

  @Test(
    "is sign-in's verdict on everybody afterwards, by name", arguments: readable)
  func verdicts(_ scenario: String) async throws {
    let visit = try Visit(scenario)
    let diagnosis = try await visit.diagnose()
    let outlooks = try await Foreseeing(client: visit.client).outlooks(after: diagnosis)
    for outlook in outlooks where diagnosis.application != nil && outlook.remedy != .replace {
      let tenant = await visit.transport.tenant.act { $0 }
      var later = tenant
      switch outlook.remedy {
      case .assign: for index in 0..<later.people.size { later.assign(later.people.id(at: index)) }
      case .reconsent: later.grant()
      case .replace, .restore: break
      }
      let out = Set(outlook.out.first.map(\.userPrincipalName.safe))
      let unknown = Set(outlook.unknown.first.map(\.userPrincipalName.safe))
      for index in 0..<later.people.size {
        let name = ForeignText(later.people.userPrincipalName(at: index)).safe
        guard !unknown.contains(name) else { continue }
        let verdict = later.verdict(for: later.people.id(at: index))
        // Conditional Access is told of by the log alone.
        guard scenario != "policy-blocked" else { continue }
        #expect(out.contains(name) != verdict.letsIn, "\(outlook.remedy): \(name)")
      }
    }
  }

  @Test("of one person asks nothing more", arguments: readable)
  func person(_ scenario: String) async throws {
    let visit = try Visit(scenario)
    let diagnosis = try await visit.diagnoseHero()
    let outlooks = diagnosis.outlooksOfPerson
    #expect(visit.transport.sent.count < 15)
    let whole = try Visit(scenario)
    let everybody = try await Foreseeing(client: whole.client).outlooks(
      after: try await whole.diagnose())
    #expect(outlooks.map(\.remedy) == everybody.map(\.remedy))
    for (outlook, all) in zip(outlooks, everybody) {
      #expect(outlook.now.people == 1)
      let hero = ForeignText(visit.hero.text)
      let isOut = all.out.first.contains { $0.userPrincipalName == hero }
      if scenario != "policy-blocked" { #expect((outlook.out.count == 1) == isOut) }
    }
  }

  @Test("asks little of a large tenant, and says that it looked at a part of it")
  func large() async throws {
    let visit = try Visit("default") {
      $0.size = Self.largest
      $0.assignments = 1_500
    }
    let diagnosis = try await visit.diagnose()
    let outlooks = try await Foreseeing(client: visit.client).outlooks(after: diagnosis)
    #expect(outlooks.allSatisfy { $0.isCut })
    #expect(outlooks[0].now.people == CrowdReading.mostPeople)
    #expect(outlooks[1].out.first.count <= Outlook.Names.most)
    let lists: Set<RequestKind> = [.assignments, .users, .groupMembers]
    #expect(visit.transport.sent.filter { !lists.contains($0) }.count < 20)
  }
}
