import Entra
import Foundation
import Synchronization

@testable import Graph

/// Answers forms one after the other by a script, and remembers what was posted.
final class ScriptedSignIn: SignInTransport {
  typealias Answer = Result<SignInResponse, TransportError>

  private let state: Mutex<(answers: [Answer], forms: [SignInForm])>
  private let fallback: @Sendable (SignInForm) async -> Answer

  /// Plays `answers`; afterwards `fallback`.
  init(
    _ answers: [Answer],
    then fallback: @escaping @Sendable (SignInForm) async -> Answer = { _ in .failure(.timedOut) }
  ) {
    state = Mutex((answers, []))
    self.fallback = fallback
  }

  var forms: [SignInForm] { state.withLock { $0.forms } }
  /// Each form by its grant, or by where it went.
  var grants: [String] {
    forms.map { form in
      form["grant_type"].map { String($0.split(separator: ":").last ?? "") }
        ?? form.endpoint.rawValue
    }
  }

  func post(
    _ form: SignInForm, to service: SignInService
  ) async throws(TransportError) -> SignInResponse {
    let next = state.withLock { state in
      state.forms.append(form)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
    if let next { return try next.get() }
    return try await fallback(form).get()
  }
}

extension ScriptedSignIn.Answer {
  static func json(_ status: Int, _ body: String) -> Self {
    .success(SignInResponse(status: status, body: Array(body.utf8)))
  }

  static func code(_ number: Int = 1, lasting seconds: Int = 900, interval: Int = 5) -> Self {
    json(
      200,
      """
      {"device_code":"device-\(number)","user_code":"CODE\(number)","verification_uri":\
      "https://microsoft.com/devicelogin","expires_in":\(seconds),"interval":\(interval),\
      "message":"To sign in, use a web browser"}
      """)
  }

  static func token(_ number: Int, lasting seconds: Int = 3_600) -> Self {
    json(
      200,
      """
      {"token_type":"Bearer","scope":"x","expires_in":\(seconds),"ext_expires_in":\(seconds),\
      "access_token":"access-\(number)","refresh_token":"refresh-\(number)","new_field":[1]}
      """)
  }

  static func error(_ error: String, _ code: Int = 0, _ text: String = "Words.") -> Self {
    json(
      400,
      """
      {"error":"\(error)","error_description":"AADSTS\(code): \(text)\\r\\nTrace ID: t\\r\\n",\
      "error_codes":[\(code)],"timestamp":"2026-01-09 02:02:12Z","trace_id":"trace-1",\
      "correlation_id":"correlation-1","error_uri":"https://login.microsoftonline.com/error"}
      """)
  }

  static let pending = error("authorization_pending", 70_016)
  static let slower = error("slow_down")
  static let ranOut = error("expired_token", 70_019)
}

/// Things of the sign-in that tests share.
enum MadeSignIn {
  static let service = SignInService(.global, tenant: .organizations)
  static let graph = GraphService(.global)
  static let noon = 1_772_442_000

  /// A JWT that nobody signed.
  static func jwt(_ claims: String) -> String {
    let encoded = [#"{"alg":"none"}"#, claims].map { text in
      Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }
    return encoded.joined(separator: ".") + ".x"
  }
}
