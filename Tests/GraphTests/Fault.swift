import Entra
import Graph
import HTTPTypes

/// What goes wrong with one request.
enum Fault: String, CaseIterable, Sendable {
  case throttled
  case unavailable
  case unavailableAfterwards
  case failed
  case failedAfterwards
  case gatewayAfterwards
  case timedOut
  case timedOutAfterwards
  case lostAfterwards
  case unreachable
  case unauthorized
  case forbidden
  case notFound
  case notYet
  case unknown
  case redirected
  case pageOfAnother
  case pageOfAnotherAfterwards
  case emptyAfterwards
  case halfAfterwards
  case cancelled
  case cancelledAfterwards
  case partMissing
  case partMissingAfterwards
  case partThrottled
  case partFailedAfterwards

  /// Whether the request is carried out all the same.
  var isCarriedOut: Bool {
    switch self {
    case .unavailableAfterwards, .failedAfterwards, .gatewayAfterwards, .timedOutAfterwards,
      .lostAfterwards, .pageOfAnotherAfterwards, .emptyAfterwards, .halfAfterwards,
      .cancelledAfterwards, .partMissingAfterwards, .partFailedAfterwards:
      true
    default: false
    }
  }

  /// The answer instead of the tenant's own.
  func spoil(
    _ request: GraphRequest, _ path: String, of state: inout FaultyTenant.State
  ) -> ScriptedTransport.Answer {
    if let part = spoilPart(request, path, of: &state) { return part }
    var carriedOut = ScriptedTransport.Answer.status(204)
    if isCarriedOut { carriedOut = state.answer(request, path) }
    switch self {
    case .throttled, .partThrottled: return .error(429, "TooManyRequests", "", [.retryAfter: "2"])
    case .unavailable, .unavailableAfterwards: return .status(503)
    case .failed, .failedAfterwards, .partFailedAfterwards: return .error(500, "UnknownError")
    case .gatewayAfterwards: return .json(502, "<html>Bad gateway</html>")
    case .timedOut, .timedOutAfterwards, .partMissing, .partMissingAfterwards:
      return .failure(.timedOut)
    case .lostAfterwards: return .failure(.lost(ForeignText("reset")))
    case .unreachable: return .failure(.unreachable(ForeignText("no route")))
    case .unauthorized: return .error(401, "InvalidAuthenticationToken")
    case .forbidden:
      return .error(403, "Authorization_RequestDenied", "Insufficient privileges to complete")
    case .notFound: return .error(404, "Request_ResourceNotFound")
    case .notYet: return .error(400, "Request_BadRequest", "Not a valid reference update.")
    case .unknown: return .error(400, "Request_BadRequest", "A sentence nobody has seen.")
    case .redirected: return .status(302, [.location: "https://contoso.example/"])
    case .pageOfAnother, .pageOfAnotherAfterwards: return .json(200, "<html>Sign in</html>")
    case .cancelled, .cancelledAfterwards: return .failure(.cancelled)
    case .emptyAfterwards, .halfAfterwards:
      return carriedOut.map { whole in
        let half = self == .halfAfterwards ? whole.body.count / 2 : 0
        return GraphResponse(
          status: whole.status, fields: whole.fields, body: Array(whole.body.prefix(half)))
      }
    }
  }

  /// Only the first part of a batch goes wrong.
  private func spoilPart(
    _ request: GraphRequest, _ path: String, of state: inout FaultyTenant.State
  ) -> ScriptedTransport.Answer? {
    guard path == "/$batch" else { return nil }
    switch self {
    case .partMissingAfterwards: return state.batch(request.body) { $0 == 0 ? nil : $1 }
    case .partFailedAfterwards:
      return state.batch(request.body) { $0 == 0 ? .error(500, "UnknownError") : $1 }
    case .partMissing, .partThrottled:
      // As it was before, for the first part alone.
      var untouched = state
      let spoilt = untouched.batch(request.body) { index, answer in
        guard index == 0 else { return answer }
        return self == .partMissing ? nil : .error(429, "TooManyRequests")
      }
      untouched.assigned.formIntersection(
        state.assigned.union(untouched.assigned.subtracting([Self.firstPrincipal(request)])))
      state = untouched
      return spoilt
    default: return nil
    }
  }

  private static func firstPrincipal(_ request: GraphRequest) -> String {
    let text = String(decoding: request.body, as: UTF8.self)
    guard let start = text.firstRange(of: "\"principalId\":\"") else { return "" }
    return String(text[start.upperBound...].prefix(36))
  }
}
