public import Entra
import Foundation

/// Why no token is given, in the sign-in service's words and with the IDs it can be found by.
public struct SignInRefusal: Error, Sendable, Hashable {
  /// What it amounts to.
  public let obstacle: SignInObstacle
  /// Microsoft's code.
  public let code: SignInError?
  /// The first line of what was said.
  public let message: ForeignText
  /// The ID by which Microsoft finds it.
  public let traceID: ForeignText?
  /// The ID that binds several requests together.
  public let correlationID: ForeignText?

  /// A refusal that is not the sign-in service's.
  init(_ obstacle: SignInObstacle, _ message: String = "") {
    (self.obstacle, self.message) = (obstacle, ForeignText(message))
    (code, traceID, correlationID) = (nil, nil, nil)
  }
}

/// An error body of the sign-in service.
///
/// Microsoft: react to `error`, never to the text. The numbers of `error_codes` say more where they
/// are known, and nothing where not.
struct SignInErrorJSON: Decodable, Sendable {
  let error: String
  let errorDescription: String?
  let errorCodes: [Int]?
  let traceID: String?
  let correlationID: String?

  private enum CodingKeys: String, CodingKey {
    case error
    case errorDescription = "error_description"
    case errorCodes = "error_codes"
    case traceID = "trace_id"
    case correlationID = "correlation_id"
  }
}

extension SignInRefusal {
  init(_ body: SignInErrorJSON) {
    let codes = (body.errorCodes ?? []).map(SignInError.init(code:))
    let known = codes.first { SignInObstacle($0) != .unknown }
    code = known ?? codes.first
    // `error` decides what it can decide.
    obstacle = Self.errors[body.error] ?? known.map { SignInObstacle($0) } ?? Self.rest(body.error)
    message = ForeignText(ForeignText(body.errorDescription ?? body.error).safeLines.first ?? "")
    traceID = body.traceID.map { ForeignText($0) }
    correlationID = body.correlationID.map { ForeignText($0) }
  }

  private static let errors: [String: SignInObstacle] = [
    "authorization_declined": .declined, "access_denied": .declined,
    "expired_token": .codeExpired,
  ]

  /// What an error amounts to whose number says nothing.
  private static func rest(_ error: String) -> SignInObstacle {
    switch error {
    case "invalid_grant": .sessionEnded
    case "interaction_required", "login_required": .blockedByPolicy
    case "consent_required": .consentNeeded
    case "invalid_client", "unauthorized_client": .clientRefused
    case "invalid_scope", "invalid_resource": .permissionsRefused
    case "invalid_tenant": .tenantUnknown
    case "temporarily_unavailable", "server_error": .unreachable
    default: .unknown
    }
  }
}
