import Foundation
import Simulator

/// Why the sign-in service gives no token, as its JSON has it.
struct LoginError: Error, Sendable {
  /// OAuth's word for it.
  let error: String
  /// The number after `AADSTS`.
  let code: Int
  let text: String
  var suberror: String?
  var status = 400

  init(_ error: String, _ code: Int, _ text: String) {
    (self.error, self.code, self.text) = (error, code, text)
  }

  init(_ refusal: SignInRefusal) { self.init("invalid_grant", refusal.code, refusal.text) }

  static let pending = Self(
    "authorization_pending", 70016,
    "OAuth 2.0 device flow error. Authorization is pending. Continue polling.")
  static let declined = Self(
    "authorization_declined", 65004, "User declined to consent to access the app.")
  static let expiredCode = Self(
    "expired_token", 70019, "The verification code expired. Have the user retry the sign-in.")
  static let badCode = Self(
    "bad_verification_code", 70018, "Invalid verification code. Make sure that it was typed right.")
  static let badRefreshToken = Self(
    "invalid_grant", 70000,
    "The provided value for the input parameter 'refresh_token' is not valid.")
  static let noClient = Self(
    "invalid_request", 900_144,
    "The request body must contain the following parameter: 'client_id'.")

  static func unknownClient(_ client: String, _ directory: String) -> Self {
    Self(
      "unauthorized_client", 700_016,
      "Application with identifier '\(client)' was not found in the directory '\(directory)'.")
  }

  static func unknownTenant(_ tenant: String) -> Self {
    Self(
      "invalid_tenant", 90002,
      "Tenant '\(tenant)' not found. Check to make sure you have the correct tenant ID and are "
        + "signing into the correct cloud.")
  }

  /// The answer, with ids that a log would be searched by.
  func reply(at moment: Moment, correlation: String?) -> Reply {
    let trace = UUID().uuidString.lowercased()
    let correlation = correlation ?? UUID().uuidString.lowercased()
    let time = Self.time(moment)
    return Reply(
      status: status,
      json: Body(
        error: error,
        errorDescription: "AADSTS\(code): \(text)\r\nTrace ID: \(trace)\r\n"
          + "Correlation ID: \(correlation)\r\nTimestamp: \(time)",
        errorCodes: [code], timestamp: time, traceId: trace, correlationId: correlation,
        errorUri: "https://login.microsoftonline.com/error?code=\(code)", suberror: suberror))
  }

  /// `2026-03-02 09:15:41Z`.
  static func time(_ moment: Moment) -> String {
    moment.text.prefix(19).replacing("T", with: " ") + "Z"
  }

  private struct Body: Encodable {
    let error: String
    let errorDescription: String
    let errorCodes: [Int]
    let timestamp: String
    let traceId: String
    let correlationId: String
    let errorUri: String
    let suberror: String?
  }
}
