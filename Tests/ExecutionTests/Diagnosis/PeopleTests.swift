import Entra
import Execution
import Graph
import Journal
import Simulator
import Testing
import Training

@Suite("Finding people") struct PeopleTests {
  private static func resolve(
    _ text: String, in visit: Visit
  ) async throws -> PrincipalResolution.Resolved {
    let list = try PrincipalCSV.read(Array(text.utf8))
    let diagnosis = try await visit.diagnose()
    let application = try #require(diagnosis.application)
    return try await PrincipalResolution(
      client: visit.client, application: application, isPremium: diagnosis.isPremium,
      role: application.rolesForPeople.first?.id
    ).resolve(list.principals)
  }

  @Test("as one types gives users and groups, and tells namesakes apart")
  func search() async throws {
    var tenant = try #require(Scenario.named("healthy")).tenant()
    for index in 10...12 { tenant.rename(personAt: index, to: "Anna Example") }
    tenant.addGroup("Anna's Team", people: [1])
    let visit = Visit(tenant)
    let found = try await PrincipalSearch(client: visit.client).search("Anna")
    let named = found.rows.filter { $0.name.safe == "Anna Example" }
    #expect(named.count == 3)
    #expect(named.allSatisfy { $0.hasNamesake })
    #expect(Set(named.map(\.userPrincipalName)).count == 3)
    #expect(named.allSatisfy { $0.department != nil })
    #expect(found.rows.first?.kind == .group)
    #expect(visit.transport.sent == [.readBatch])
    #expect(try await PrincipalSearch(client: visit.client).search("  ").rows.isEmpty)
  }

  @Test("by a list gives entries, and an error for each line that names nobody")
  func resolution() async throws {
    var tenant = try #require(Scenario.named("healthy")).tenant()
    let people = tenant.people
    for index in 20...21 { tenant.rename(personAt: index, to: "Same Name") }
    let inner = tenant.addGroup("Inner Circle", people: [1])
    tenant.addGroup("Outer Circle", people: [2], groups: [inner])
    tenant.addGroup("Only Mail", people: [2], isSecurityEnabled: false, isMailEnabled: true)
    let guest = try #require((5..<50).first { people.isGuest($0) })
    let address = people.userPrincipalName(at: guest).replacing("_", with: "@").prefix { $0 != "#" }
    tenant.setEnabled(false, personAt: 30)
    let visit = Visit(tenant)
    let lines = [
      people.userPrincipalName(at: 1), "\(people.id(at: 2))", "Outer Circle", "Same Name",
      "nobody@contoso.example", String(address), people.userPrincipalName(at: 30), "Only Mail",
      "\(ObjectID(bits: 7))", "\(people.id(at: 1))",
    ]
    let resolved = try await Self.resolve(lines.joined(separator: "\n"), in: visit)
    #expect(
      resolved.entries.compactMap(\.objectID)
        == [people.id(at: 1), people.id(at: 2), tenant.groupIDs(named: "Outer Circle")[0]])
    #expect(resolved.nested.map(\.name.safe) == ["Outer Circle"])
    #expect(resolved.problems.map(\.line) == [4, 5, 6, 7, 8, 9])
    let kinds = resolved.problems.map(\.kind)
    if case .ambiguous(let found) = kinds[0] {
      #expect(found.count == 2)
    } else {
      Issue.record("\(kinds[0])")
    }
    #expect(kinds[1] == .notFound)
    if case .guestByMail(let found) = kinds[2] {
      #expect(found.id == people.id(at: guest))
    } else {
      Issue.record("\(kinds[2])")
    }
    if case .disabled = kinds[3] {} else { Issue.record("\(kinds[3])") }
    if case .notAssignable = kinds[4] {} else { Issue.record("\(kinds[4])") }
    #expect(kinds[5] == .notFound)
  }

  @Test("tells before trying that groups can't be assigned without P1")
  func premium() async throws {
    var tenant = try #require(Scenario.named("no-premium")).tenant()
    tenant.addGroup("Team of Two", people: [1, 2])
    let resolved = try await Self.resolve("Team of Two", in: Visit(tenant))
    #expect(resolved.entries.isEmpty)
    guard case .groupsNeedPremium? = resolved.problems.first?.kind else {
      Issue.record("\(resolved.problems)")
      return
    }
  }

  @Test("takes twenty lines a request")
  func batches() async throws {
    let visit = try Visit("healthy") { $0.size = 3_000 }
    let people = await visit.transport.tenant.act { $0.people }
    let lines = (0..<2_000).map { people.userPrincipalName(at: $0) }
    let before = visit.transport.sent.count
    let resolved = try await Self.resolve(lines.joined(separator: "\n"), in: visit)
    #expect(resolved.entries.count + resolved.problems.count == 2_000)
    #expect(visit.transport.sent.count - before < 120)
  }
}
