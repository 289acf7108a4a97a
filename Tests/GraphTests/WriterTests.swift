import Entra
import Foundation
import HTTPTypes
import Remediation
import Synchronization
import Testing

@testable import Graph

@Suite("The writer") struct WriterTests {
  private static let id = Made.object.description
  private static let alive = FaultyTenant.State(alive: [id: Made.app.description])
  private static let target = Particulars.Target(Made.object)

  private static func writer(
    _ transport: some Transport, case id: CaseID = Commands.caseID,
    recording: @escaping @Sendable (WriteIntent) throws -> Void = { _ in }
  ) async throws -> GraphWriter {
    try await GraphWriter(for: id, through: Bench(transport).client, recording: recording)
  }

  private static func isWrite(_ line: String) -> Bool { !line.hasPrefix("GET ") }

  @Test("refuses the command of another case, tenant or deed, and sends nothing for it")
  func refusals() async throws {
    let assign = try Commands.assign(1)
    let one = Particulars.AssignmentEntry(principal: ObjectID(bits: 1))
    let rows: [(Command, Particulars, WriteRefusal)] = [
      (
        try Commands.assign(1, case: CaseID(bits: 2)), .assignments([one], to: Self.target),
        .anotherCase
      ),
      (
        try Commands.delete(in: "fabrikam.example"), .object(Self.target),
        .anotherTenant(try #require(DomainName("fabrikam.example")))
      ),
      (assign, .object(Self.target), .misfit), (assign, .creation, .misfit),
      (assign, .assignments([], to: Self.target), .empty),
      (assign, .assignments([one, one], to: Self.target), .tooMany(ordered: 1, given: 2)),
      (try Commands.consentBySigningIn(), .grants([], to: Self.target), .notThroughGraph),
      (try Commands.grant(), .grants([], to: Self.target), .empty),
      (try Commands.delete(), .creation, .misfit),
      (try Commands.add(), .object(Self.target), .misfit),
    ]
    for (command, particulars, refusal) in rows {
      let tenant = FaultyTenant(Self.alive)
      let writer = try await Self.writer(tenant)
      await #expect(throws: refusal) { try await writer.perform(command, with: particulars) }
      #expect(tenant.lines == ["GET /organization"], "\(refusal)")
    }
  }

  @Test("begins a command once, also when it is given twice at the same time")
  func once() async throws {
    let tenant = FaultyTenant(Self.alive)
    let writer = try await Self.writer(tenant)
    let command = try Commands.delete()
    let results = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
      for _ in 0..<8 {
        group.addTask {
          (try? await writer.perform(command, with: .object(Self.target))) != nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count { $0 } == 1)
    #expect(tenant.lines.count { $0.hasPrefix("DELETE") } == 1)
    await #expect(throws: WriteRefusal.alreadyBegun) {
      try await writer.perform(command, with: .object(Self.target))
    }
  }

  @Test("writes down what it is about to change before it does, or changes nothing")
  func intents() async throws {
    let intents = Mutex<[WriteIntent]>([])
    let tenant = FaultyTenant(Self.alive)
    let command = try Commands.delete()
    let writer = try await Self.writer(tenant) { intent in
      #expect(!tenant.lines.contains(where: Self.isWrite))
      intents.withLock { $0.append(intent) }
    }
    _ = try await writer.perform(command, with: .object(Self.target))
    let intent = try #require(intents.withLock { $0 }.first)
    #expect(intents.withLock { $0.count } == 1)
    #expect(intent.command == command.id)
    #expect(intent.object == Made.object)
    #expect(intent.tenant.description == "0d9c7b6a-1111-4222-8333-944455566677")

    let other = FaultyTenant(Self.alive)
    let forgetful = try await Self.writer(other) { _ in throw WriteRefusal.empty }
    await #expect(throws: WriteRefusal.unrecorded) {
      try await forgetful.perform(command, with: .object(Self.target))
    }
    #expect(other.now == Self.alive)
  }

  @Test("looks at the object before a deletion, and again before a second attempt")
  func reread() async throws {
    let tenant = FaultyTenant(Self.alive) { $0 == 2 ? .timedOut : nil }
    let outcomes = try await Self.writer(tenant).perform(
      try Commands.delete(), with: .object(Self.target))
    #expect(outcomes.allSatisfy { $0.isDone })
    let object = "/servicePrincipals/\(Self.id)"
    #expect(
      tenant.lines == [
        "GET /organization", "GET \(object)", "DELETE \(object)", "GET \(object)",
        "DELETE \(object)",
      ])
  }

  @Test("touches no object of another application")
  func wrongApplication() async throws {
    let look = AppID(bits: 0x1234)
    let state = FaultyTenant.State(alive: [Self.id: look.description])
    let one = Particulars.AssignmentEntry(principal: ObjectID(bits: 1))
    let rows: [(Command, Particulars)] = [
      (try Commands.delete(), .object(Self.target)), (try Commands.enable(), .object(Self.target)),
      (try Commands.require(), .object(Self.target)),
      (try Commands.assign(1), .assignments([one], to: Self.target)),
      (
        try Commands.grant(),
        .grants([.init(resource: Made.api, scope: "openid")], to: Self.target)
      ),
      (try Commands.restore(), .object(Self.target)),
    ]
    for (command, particulars) in rows {
      for state in [state, FaultyTenant.State(deleted: state.alive)] {
        let tenant = FaultyTenant(state)
        let writer = try await Self.writer(tenant)
        await #expect(throws: WriteRefusal.self) {
          try await writer.perform(command, with: particulars)
        }
        #expect(!tenant.lines.contains(where: Self.isWrite))
      }
    }
  }

  @Test("creates with the tag that the portal lists by, and takes no deleted one for the new")
  func addition() async throws {
    let missing = ScriptedTransport.Answer.error(404, "Request_ResourceNotFound")
    let old = Made.servicePrincipal()
    let transport = ScriptedTransport([
      .json(200, Made.organization), .json(200, "{\"value\":[\(old)]}"),
      // The deleted one is still answered as alive.
      .json(200, old), .failure(.timedOut), .json(200, old), .failure(.timedOut), missing,
      .json(201, Made.servicePrincipal(Made.other)),
    ])
    let outcomes = try await Self.writer(transport).perform(try Commands.add(), with: .creation)
    guard case .done(let receipt)? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(receipt.id == Made.other.description)
    let body = String(decoding: transport.sent.last?.request.body ?? [], as: UTF8.self)
    #expect(
      body
        == "{\"appId\":\"\(Made.app)\",\"tags\":[\"WindowsAzureActiveDirectoryIntegratedApp\"]}")
  }

  @Test("widens a grant that exists, keeping what it holds and how it is spelled")
  func widening() async throws {
    var state = Self.alive
    state.grants[Made.api.description] = " openid User.Read"
    let tenant = FaultyTenant(state)
    let entry = Particulars.GrantEntry(resource: Made.api, scope: "OpenID profile")
    let outcomes = try await Self.writer(tenant).perform(
      try Commands.grant(), with: .grants([entry], to: Self.target))
    #expect(outcomes.allSatisfy { $0.isDone })
    #expect(tenant.now.grants == [Made.api.description: "openid User.Read profile"])
    #expect(!tenant.lines.contains { $0.hasPrefix("POST") })
  }

  @Test("sends again only what a batch refused, and tells what was there before")
  func batches() async throws {
    var state = Self.alive
    let people = (1...45).map { ObjectID(bits: UInt128($0)) }
    state.assigned = [people[7].description]
    let tenant = FaultyTenant(state) { $0 == 2 ? .partThrottled : nil }
    let reported = Mutex<[Int]>([])
    let outcomes = try await Self.writer(tenant).perform(
      try Commands.assign(45),
      with: .assignments(people.map { .init(principal: $0) }, to: Self.target),
      reporting: { part in reported.withLock { $0 += part.keys.sorted() } })
    #expect(tenant.now.assigned == Set(people.map(\.description)))
    #expect(tenant.lines.count { $0 == "POST /$batch" } == 4)
    #expect(reported.withLock { $0 } == Array(1..<45) + [0])
    for (index, outcome) in outcomes.enumerated() {
      if case .alreadyDone = outcome { #expect(index == 7) } else { #expect(outcome.isDone) }
    }
  }

  @Test("waits for a new application to be known everywhere, within a bound")
  func replication() async throws {
    let one = Particulars.AssignmentEntry(principal: ObjectID(bits: 1))
    for isRecent in [true, false] {
      let refused =
        "{\"responses\":[{\"id\":\"0\",\"status\":400,\"body\":{\"error\":{\"code\":"
        + "\"Request_BadRequest\",\"message\":\"Not a valid reference update.\"}}}]}"
      let transport = ScriptedTransport(
        [.json(200, Made.organization), .json(200, Made.servicePrincipal())],
        then: { _ in .json(200, refused) })
      let bench = Bench(transport)
      let writer = try await GraphWriter(
        for: Commands.caseID, through: bench.client, recording: { _ in })
      let outcomes = try await writer.perform(
        try Commands.assign(1),
        with: .assignments([one], to: .init(Made.object, isRecent: isRecent)))
      switch outcomes.first {
      case .notYet(let error):
        #expect(isRecent)
        #expect(error.kind == .notYet(.reference))
        let waited = bench.clock.now.offset
        #expect(waited > .seconds(270) && waited <= .seconds(RetryPolicy.replicationSeconds))
      case .failed: #expect(!isRecent && transport.sent.count == 3)
      default: Issue.record("\(outcomes)")
      }
    }
  }

  @Test("asks for nobody else when a whole batch lacks the right")
  func lackOfRights() async throws {
    let people = (1...45).map {
      Particulars.AssignmentEntry(principal: ObjectID(bits: UInt128($0)))
    }
    let denied = (0..<20).map {
      "{\"id\":\"\($0)\",\"status\":403,\"body\":{\"error\":{\"code\":"
        + "\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges\"}}}"
    }
    let transport = ScriptedTransport([
      .json(200, Made.organization), .json(200, Made.servicePrincipal()),
      .json(200, "{\"responses\":[\(denied.joined(separator: ","))]}"),
    ])
    let outcomes = try await Self.writer(transport).perform(
      try Commands.assign(45), with: .assignments(people, to: Self.target))
    #expect(transport.sent.count == 3)
    #expect(outcomes.count { $0 == .untried } == 25)
  }
}
