import Cells
import Entra
import Execution
import Graph
import Remediation
import Screens
import Testing
import Training

@testable import Walk

@Suite("People, in a tenant that is reached", .timeLimit(.minutes(10))) struct PersonTests {
  private func arrived(
    in situation: String, about person: UserPrincipalName? = nil
  ) async -> Trainee {
    let trainee = Trainee(about: person)
    await trainee.choose("Practise")
    await trainee.choose(situation)
    await trainee.choose("Begin")
    return trainee
  }

  /// Users who are assigned in the tenant, as Graph lists them.
  private func assigned(_ trainee: Trainee) async throws -> [Principal] {
    let client = try #require(trainee.session.running?.reached?.client)
    let app = try #require(
      try await client.servicePrincipal(of: ApplicationProfile.nexeticBackup.appID))
    let id = try #require(app.id.flatMap { ObjectID($0) })
    var found: [Principal] = []
    for try await page in client.assignments(to: id) {
      found += page.rows.compactMap { try? $0.assignment().principal }
    }
    return found
  }

  @Test("are marked in the picker where they are assigned already, and can be ticked all the same")
  func marked() async throws {
    let trainee = await arrived(in: "unassigned")
    await trainee.choose("Blocked unless")
    await trainee.choose("Assign users")
    await trainee.choose("Nexetic Backup")
    let assigned = try await assigned(trainee)
    let one = try #require(assigned.first { $0.kind == .user })
    trainee.type(one.name.safe)
    trainee.session.searchDue = .now
    trainee.session.searchIfDue()
    while trainee.session.running?.finds.rows.contains(where: \.isAssigned) != true {
      await trainee.hear()
    }
    let rows = trainee.session.running?.finds.rows ?? []
    let ids = Set(assigned.map(\.id))
    #expect(rows.allSatisfy { $0.isAssigned == ids.contains($0.principal.id) })
    #expect(trainee.text.contains("assigned already"), "\(trainee.text)")
    let row = try #require(rows.firstIndex { $0.principal.id == one.id })
    for _ in 0...row { trainee.press(.down) }
    trainee.press(.character(" "))
    #expect(trainee.session.view.picked.map(\.principal.id) == [one.id])
    #expect(trainee.session.view.notice?.contains("changes nothing") == true)
  }

  @Test("are named when the program is started, and the gates are judged for them")
  func named() async throws {
    let anybody = await arrived(in: "unassigned")
    let one = try #require(try await assigned(anybody).first { $0.kind == .user })
    let client = try #require(anybody.session.running?.reached?.client)
    let name = try #require(try await client.user(one.id)?.userPrincipalName)
    let trainee = await arrived(in: "unassigned", about: UserPrincipalName(name))
    await trainee.choose("Blocked unless")
    #expect(trainee.session.running?.person?.text == name)
    #expect(trainee.session.running?.runner.reading?.person?.assignment == .direct)
    #expect(trainee.session.running?.reading?.verdict?.contains(name) == true)
  }

  @Test("are taken from what is pasted at the beginning", arguments: [true, false])
  func pasted(_ hasCode: Bool) async throws {
    let trainee = await arrived(in: "unassigned")
    let name = try #require(trainee.session.running?.reached?.practice?.userName)
    let code = "AADSTS50105: Your administrator has configured the application to block users."
    trainee.press(.tab)
    _ = trainee.session.take(.paste(hasCode ? "\(name) gets \(code)" : name), size: .design)
    #expect(trainee.text.contains("About \(name)."), "\(trainee.text)")
    #expect(trainee.session.running?.person == nil, "a paste alone says nothing")
    trainee.press(.enter)
    #expect(trainee.session.running?.person?.text == name)
    if !hasCode {
      #expect(trainee.opened?.prompt == .symptom, "\(trainee.text)")
      await trainee.choose("Blocked unless")
    }
    await trainee.settle()
    #expect(trainee.session.running?.reading?.verdict?.contains(name) == true, "\(trainee.text)")
  }

  @Test("are asked about in the middle: the tenant is read again for them") func another()
    async throws
  {
    let trainee = await arrived(in: "unassigned")
    await trainee.choose("Blocked unless")
    let one = try #require(try await assigned(trainee).first { $0.kind == .user })
    let client = try #require(trainee.session.running?.reached?.client)
    let name = try #require(try await client.user(one.id)?.userPrincipalName)
    await trainee.choose("Who gets in")
    await trainee.choose("What was read")
    await trainee.choose("Judge it for one user")
    trainee.type(name)
    trainee.press(.enter)
    await trainee.settle()
    #expect(trainee.session.running?.runner.reading?.person?.assignment == .direct)
    #expect(trainee.session.running?.reading?.verdict?.contains(name) == true, "\(trainee.text)")
  }
}
