import Entra
import Foundation
import Graph
import HTTPTypes
import Synchronization
import Testing

/// A tenant of one application, which remembers what was done to it, and fails where it is told.
final class FaultyTenant: Transport {
  /// All that there is in it.
  struct State: Equatable {
    var alive: [String: String] = [:]
    var deleted: [String: String] = [:]
    var isEnabled = false
    var isRequired = false
    var grants: [String: String] = [:]
    var assigned: Set<String> = []
    var created = 0
  }

  private let state: Mutex<(State, [String])>
  private let fault: @Sendable (Int) -> Fault?
  private let writeFaults: Mutex<[Fault]>
  /// What readings show, where they lag behind for ever.
  private let shown: State?
  /// Where it is to be found; `nil` for anywhere.
  private let authority: String?

  /// A tenant; `fault` says what goes wrong with the request of each number, `faults` what goes
  /// wrong with what changes something, one after the other.
  init(
    _ state: State, toWrites faults: [Fault] = [], isLagging: Bool = false,
    at authority: String? = "graph.microsoft.com",
    fault: @escaping @Sendable (Int) -> Fault? = { _ in nil }
  ) {
    self.state = Mutex((state, []))
    self.fault = fault
    writeFaults = Mutex(faults)
    shown = isLagging ? state : nil
    self.authority = authority
  }

  var now: State { state.withLock { $0.0 } }
  /// Each request that came, as `GET /me`.
  var lines: [String] { state.withLock { $0.1 } }

  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    #expect(authority == nil || request.head.authority == authority)
    #expect(request.head.headerFields.contains { $0.name.canonicalName == "client-request-id" })
    let answer: ScriptedTransport.Answer = state.withLock { state in
      let path = String((request.head.path ?? "").dropFirst(5))
      let number = state.1.count
      state.1.append("\(request.head.method.rawValue) \(path.prefix { $0 != "?" })")
      let isWrite = request.head.method != .get
      let next = isWrite ? writeFaults.withLock { $0.isEmpty ? nil : $0.removeFirst() } : nil
      guard let fault = next ?? fault(number) else {
        var shown = isWrite ? nil : shown
        return shown?.answer(request, path) ?? state.0.answer(request, path)
      }
      return fault.spoil(request, path, of: &state.0)
    }
    return try answer.get()
  }
}

extension FaultyTenant.State {
  private static let missing = ScriptedTransport.Answer.error(404, "Request_ResourceNotFound")

  mutating func answer(_ request: GraphRequest, _ path: String) -> ScriptedTransport.Answer {
    if path == "/$batch" { return batch(request.body) { _, answer in answer } }
    return answer(request.head.method.rawValue, path, request.body)
  }

  /// Answers each part, as `change` leaves it; without an answer where it leaves none.
  mutating func batch(
    _ body: [UInt8],
    change: (Int, ScriptedTransport.Answer) -> ScriptedTransport.Answer?
  ) -> ScriptedTransport.Answer {
    guard let batch = try? JSONDecoder().decode(BatchBody.self, from: Data(body)) else {
      return .error(400, "BadRequest", "Unable to read JSON request payload.")
    }
    var parts: [String] = []
    for (index, part) in batch.requests.enumerated() {
      let body = (try? JSONEncoder().encode(part.body)) ?? Data()
      let whole = answer(part.method, part.url, Array(body))
      guard let answer = change(index, whole), let response = try? answer.get() else { continue }
      let text = String(decoding: response.body, as: UTF8.self)
      parts.append(
        "{\"id\":\"\(part.id)\",\"status\":\(response.status),\"headers\":{\"Retry-After\":\"3\"}"
          + (text.isEmpty ? "}" : ",\"body\":\(text)}"))
    }
    return .json(200, "{\"responses\":[\(parts.reversed().joined(separator: ","))]}")
  }

  private mutating func answer(
    _ method: String, _ path: String, _ body: [UInt8]
  ) -> ScriptedTransport.Answer {
    let fields = (try? JSONDecoder().decode([String: Loose].self, from: Data(body))) ?? [:]
    let bare = String(path.prefix { $0 != "?" })
    let segments = bare.split(separator: "/").map(String.init)
    switch (method, segments.first, segments.count) {
    case ("GET", "organization", _): return .json(200, Made.organization)
    case ("GET", "directory", _):
      if segments.last == "microsoft.graph.servicePrincipal" {
        return .json(200, list(deleted.map { Self.object($0, $1) }))
      }
      let id = segments.last ?? ""
      return deleted[id].map { .json(200, Self.object(id, $0)) } ?? Self.missing
    case ("GET", "oauth2PermissionGrants", _):
      return .json(200, list(grants.map { Self.grant($0, $1, client: alive.keys.first ?? "") }))
    case ("GET", _, 1):
      return alive.first { bare.contains($0.value) }.map { .json(200, object($0.key)) }
        ?? Self.missing
    case ("GET", _, _):
      return alive[segments[1]] == nil ? Self.missing : .json(200, object(segments[1]))
    case ("PATCH", "oauth2PermissionGrants", _):
      grants[segments[1]] = fields["scope"]?.text
      return .status(204)
    case ("PATCH", _, _):
      if fields["accountEnabled"] != nil { isEnabled = true }
      if fields["appRoleAssignmentRequired"] != nil { isRequired = true }
      return .status(204)
    case ("DELETE", _, _):
      guard let app = alive.removeValue(forKey: segments[1]) else { return Self.missing }
      deleted[segments[1]] = app
      return .status(204)
    case ("POST", "directory", _): return restore(segments[2])
    case ("POST", "servicePrincipals", 1): return add(fields["appId"]?.text ?? "")
    case ("POST", "oauth2PermissionGrants", _):
      let resource = fields["resourceId"]?.text ?? ""
      guard grants[resource] == nil else {
        return .error(
          409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.")
      }
      grants[resource] = fields["scope"]?.text
      return .json(201, "{\"id\":\"\(resource)\"}")
    default:
      let inserted = assigned.insert(fields["principalId"]?.text ?? "").inserted
      return inserted
        ? .json(201, "{\"id\":\"row\"}")
        : .error(
          400, "Request_BadRequest", "Permission being assigned already exists on the object")
    }
  }

  private mutating func restore(_ id: String) -> ScriptedTransport.Answer {
    guard let app = deleted[id] else { return Self.missing }
    guard alive.isEmpty else { return Self.inUse }
    deleted[id] = nil
    alive[id] = app
    return .json(200, object(id))
  }

  private mutating func add(_ app: String) -> ScriptedTransport.Answer {
    guard alive.isEmpty else { return Self.inUse }
    created += 1
    let id = ObjectID(bits: 0xADD0 + UInt128(created)).description
    alive[id] = app
    return .json(201, object(id))
  }

  private static let inUse = ScriptedTransport.Answer.error(
    409, "Request_MultipleObjectsWithSameKeyValue",
    "The service principal cannot be created because the service principal name is already in use.")

  private func object(_ id: String) -> String {
    Made.servicePrincipal(
      ObjectID(id) ?? Made.other, of: AppID(alive[id] ?? "") ?? Made.app, isEnabled: isEnabled,
      isRequired: isRequired)
  }

  private static func object(_ id: String, _ app: String) -> String {
    Made.servicePrincipal(ObjectID(id) ?? Made.other, of: AppID(app) ?? Made.app)
  }

  private static func grant(_ resource: String, _ scope: String, client: String) -> String {
    """
    {"id":"\(resource)","clientId":"\(client)","consentType":"AllPrincipals","principalId":null,\
    "resourceId":"\(resource)","scope":"\(scope)"}
    """
  }

  private func list(_ rows: [String]) -> String { "{\"value\":[\(rows.joined(separator: ","))]}" }
}

private struct BatchBody: Decodable {
  let requests: [Part]

  struct Part: Decodable {
    let id: String
    let method: String
    let url: String
    let body: [String: Loose]
  }
}

/// A string, or something else that does not matter.
private struct Loose: Codable {
  let text: String?

  init(from decoder: any Decoder) throws {
    text = try? decoder.singleValueContainer().decode(String.self)
  }

  func encode(to encoder: any Encoder) throws { try (text ?? "").encode(to: encoder) }
}
