import Entra
import Foundation
import Graph
import HTTPTypes
import Synchronization

/// Answers requests one after the other by a script, and remembers what was asked.
final class ScriptedTransport: Transport {
  typealias Answer = Result<GraphResponse, TransportError>

  /// A request as it was sent.
  struct Sent: Sendable {
    let request: GraphRequest
    let token: AccessToken

    /// `GET /me`, without root and query.
    var line: String {
      let path = request.head.path ?? ""
      return request.head.method.rawValue + " " + path.prefix { $0 != "?" }.dropFirst(5)
    }

    var path: String { request.head.path ?? "" }
  }

  private let state: Mutex<(answers: [Answer], sent: [Sent])>
  private let fallback: @Sendable (Sent) -> Answer

  /// Plays `answers`; afterwards `fallback`.
  init(
    _ answers: [Answer],
    then fallback: @escaping @Sendable (Sent) -> Answer = { _ in .failure(.timedOut) }
  ) {
    state = Mutex((answers, []))
    self.fallback = fallback
  }

  var sent: [Sent] { state.withLock { $0.sent } }
  var lines: [String] { sent.map(\.line) }

  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    let sent = Sent(request: request, token: token)
    let next = state.withLock { state in
      state.sent.append(sent)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
    return try (next ?? fallback(sent)).get()
  }
}

extension ScriptedTransport.Answer {
  static func json(_ status: Int, _ body: String, _ fields: HTTPFields = [:]) -> Self {
    .success(GraphResponse(status: status, fields: fields, body: Array(body.utf8)))
  }

  static func status(_ status: Int, _ fields: HTTPFields = [:]) -> Self {
    json(status, "", fields)
  }

  /// Graph's error body.
  static func error(
    _ status: Int, _ code: String, _ message: String = "", _ fields: HTTPFields = [:]
  ) -> Self {
    json(
      status,
      """
      {"error":{"code":"\(code)","message":"\(message)","innerError":\
      {"date":"2026-03-12T23:50:07","request-id":"93b6f17e-c05d-4f45-ad2a-6665c708d8a0"}}}
      """, fields)
  }
}

/// Tokens numbered as they are renewed.
final class NumberedTokens: TokenSource {
  private let state = Mutex((number: 1, refusals: [TokenRefusal]()))

  var refusals: [TokenRefusal] { state.withLock { $0.refusals } }

  func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    AccessToken(
      state.withLock { state in
        if let refusal {
          state.refusals.append(refusal)
          state.number += 1
        }
        return "token-\(state.number)"
      })
  }
}

/// A client on a scripted transport, and all that can be looked at.
struct Bench {
  let clock = ManualClock()
  let tokens = NumberedTokens()
  let client: GraphClient

  init(_ transport: some Transport) {
    client = GraphClient(
      of: GraphService(.global), through: transport, signedInBy: tokens,
      time: RunningTime(on: clock), newRequestID: { UUID() })
  }
}

/// Values of the made-up tenant.
enum Made {
  static let app = ApplicationProfile.nexeticBackup.appID
  static let object = ObjectID(bits: 0x5B2F_6C1E_0A3D_4E57_9C11_2F8D_4B7A_9E01)
  static let other = ObjectID(bits: 0x77)
  static let api = ObjectID(bits: 0x9436_03E4_E787_4FE9_93D1_E30F_749A_AE39)

  static func servicePrincipal(
    _ id: ObjectID = object, of app: AppID = app, isEnabled: Bool = true, isRequired: Bool = false
  ) -> String {
    """
    {"id":"\(id)","appId":"\(app)","displayName":"Nexetic Backup","accountEnabled":\(isEnabled),\
    "appRoleAssignmentRequired":\(isRequired),"appRoles":[],"tags":[],"newField":{"x":[1]}}
    """
  }

  static let organization = """
    {"value":[{"id":"0d9c7b6a-1111-4222-8333-944455566677","displayName":"Contoso",\
    "verifiedDomains":[{"name":"contoso.onmicrosoft.com","isInitial":true},\
    {"name":"contoso.example","isDefault":true}],"assignedPlans":[{"capabilityStatus":"Enabled",\
    "servicePlanId":"41781fb2-bc02-4b7c-bd55-b576c07bb09d"}]}]}
    """
}
