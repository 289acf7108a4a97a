import Foundation
import Simulator
import SimulatorServer

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Somebody who asks a served tenant things over HTTP, as any client would.
struct Caller: Sendable {
  /// What came back.
  struct Reply: Sendable {
    let status: Int
    let text: String
    let headers: [String: String]

    var json: [String: Any] {
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      return object as? [String: Any] ?? [:]
    }
    var rows: [[String: Any]] { json["value"] as? [[String: Any]] ?? [] }
  }

  let listening: LoopbackServer.Listening
  let server: LoopbackServer
  let token: String
  /// What the scenario's user and the admin sign in as.
  let user: String
  let admin: String

  /// Serves a scenario, lets `deed` ask it things, and ends the server.
  static func visit(
    _ scenario: String = "default", encrypted: Bool = false, faults: [Fault] = [],
    role: AdminRole = .globalAdministrator,
    _ deed: @escaping @Sendable (Caller) async throws -> Void
  ) async throws {
    var wishes = Scenario.Wishes()
    (wishes.faults, wishes.adminRoles) = (faults, [role])
    guard var tenant = Scenario.named(scenario)?.tenant(wishes) else { throw Unexpected() }
    let token = tenant.issueToken(toPersonAt: Scenario.admin)
    let people = tenant.people
    let server = LoopbackServer(tenant, isEncrypted: encrypted)
    let (places, announce) = AsyncStream.makeStream(of: LoopbackServer.Listening.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { announce.yield($0) } }
      var iterator = places.makeAsyncIterator()
      guard let listening = await iterator.next() else { throw Unexpected() }
      try await deed(
        Caller(
          listening: listening, server: server, token: token,
          user: people.userPrincipalName(at: Scenario.hero(among: people)),
          admin: people.userPrincipalName(at: Scenario.admin)))
      group.cancelAll()
    }
  }

  struct Unexpected: Error {}

  var base: String { String(listening.graph.dropLast("/v1.0".count)) }

  func ask(
    _ method: String, _ address: String, _ body: String? = nil, headers: [String: String] = [:]
  ) async throws -> Reply {
    guard let url = URL(string: address) else { throw Unexpected() }
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = body.map { Data($0.utf8) }
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 30
    let session = URLSession(configuration: configuration)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw Unexpected() }
    var fields: [String: String] = [:]
    for (name, value) in response.allHeaderFields {
      fields["\(name)".lowercased()] = "\(value)"
    }
    return Reply(
      status: response.statusCode, text: String(decoding: data, as: UTF8.self), headers: fields)
  }

  /// Asks Graph, with the admin's token.
  func graph(
    _ path: String, _ method: String = "GET", _ body: String? = nil, headers: [String: String] = [:]
  ) async throws -> Reply {
    let authorized = headers.merging([
      "Authorization": "Bearer \(token)", "Content-Type": "application/json",
    ]) { $1 }
    return try await ask(method, listening.graph + path, body, headers: authorized)
  }

  /// Posts a form, to the tenant's authority or elsewhere.
  func post(_ path: String, _ fields: KeyValuePairs<String, String>, at base: String? = nil)
    async throws -> Reply
  {
    let form = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
    return try await ask(
      "POST", (base ?? listening.authority) + path, form,
      headers: ["Content-Type": "application/x-www-form-urlencoded"])
  }
}
