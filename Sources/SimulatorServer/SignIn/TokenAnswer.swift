import Entra
import Foundation
import Simulator

/// What a token request is answered.
struct TokenAnswer: Encodable, Sendable {
  let tokenType = "Bearer"
  let scope: String?
  let expiresIn: Int
  let extExpiresIn: Int
  let accessToken: String
  var refreshToken: String?
  var idToken: String?
  var clientInfo: String?

  init(_ accessToken: String, scope: String?, seconds: Int) {
    (self.accessToken, self.scope) = (accessToken, scope)
    (expiresIn, extExpiresIn) = (seconds, seconds)
  }
}

/// What a device is told that asks for a code.
struct DeviceCodeAnswer: Encodable, Sendable {
  let userCode: String
  let deviceCode: String
  let verificationUri: String
  let expiresIn: Int
  let interval: Int
  let message: String
}

/// Who somebody is, in an `id_token`: unsigned, as nobody checks it who got it over TLS.
struct IdentityClaims: Encodable, Sendable {
  let aud: String
  let iss: String
  let sub: String
  let iat: Int
  let nbf: Int
  let exp: Int
  let oid: String
  let tid: String
  let preferredUsername: String
  let name: String
  let ver = "2.0"

  /// The token in its compact form.
  var token: String {
    [JSONSegment.text(of: ["alg": "none", "typ": "JWT"]), JSONSegment.text(of: self), ""]
      .joined(separator: ".")
  }
}

/// A value as base64url of its JSON.
enum JSONSegment {
  static func text(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    var data = Data()
    // Strings and numbers can always be written.
    do { data = try encoder.encode(value) } catch { assertionFailure("\(error)") }
    return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
