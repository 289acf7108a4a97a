import Entra
import Foundation

/// Asks the sign-in service: once, and says what came.
struct SignInDesk: Sendable {
  let service: SignInService
  let transport: any SignInTransport
  let time: RunningTime

  /// What an answer says.
  enum Answer<Value: Sendable>: Sendable {
    case given(Value)
    case refused(SignInErrorJSON)
  }

  /// What the service answers to a form.
  ///
  /// - Throws: ``TokenError``, where nothing was decided.
  func ask<Value: Decodable & Sendable>(
    _ form: SignInForm, for _: Value.Type
  ) async throws(TokenError) -> Answer<Value> {
    let response: SignInResponse
    do throws(TransportError) { response = try await transport.post(form, to: service) } catch {
      throw Self.failure(error)
    }
    let body = Data(response.body)
    switch response.status {
    case 200:
      guard let value = try? JSONDecoder().decode(Value.self, from: body) else {
        throw .refused(SignInRefusal(.unknown, "The sign-in service's answer cannot be read."))
      }
      return .given(value)
    case 408, 429, 500...:
      throw .unreachable(ForeignText("The sign-in service is too busy (\(response.status))."))
    default:
      guard let error = try? JSONDecoder().decode(SignInErrorJSON.self, from: body) else {
        throw .refused(
          SignInRefusal(.unknown, "The sign-in service answered \(response.status)."))
      }
      return .refused(error)
    }
  }

  /// The token that a form is given.
  func token(_ form: SignInForm) async throws(TokenError) -> IssuedToken {
    switch try await ask(form, for: TokenJSON.self) {
    case .given(let token): return try issued(token)
    case .refused(let error): throw .refused(SignInRefusal(error))
    }
  }

  /// A token as it may be used.
  func issued(_ json: TokenJSON) throws(TokenError) -> IssuedToken {
    let token = AccessToken(json.accessToken)
    guard token.canBeSent else {
      throw .refused(SignInRefusal(.unknown, "The sign-in service's token cannot be used."))
    }
    return IssuedToken(
      token, refresh: json.refreshToken.map(RefreshToken.init(secret:)),
      lasting: .seconds(max(0, json.expiresIn)), from: time.now())
  }

  private static func failure(_ error: TransportError) -> TokenError {
    switch error {
    case .unreachable(let why), .lost(let why): .unreachable(why)
    case .timedOut: .unreachable(ForeignText("The sign-in service did not answer in time."))
    case .tooLarge: .unreachable(ForeignText("What answered is not the sign-in service."))
    case .cancelled: .cancelled
    }
  }
}

/// A token as the sign-in service gives it.
struct TokenJSON: Decodable, Sendable {
  let accessToken: String
  let refreshToken: String?
  let expiresIn: Double

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresIn = "expires_in"
  }
}

/// A code to be typed in a browser, as the sign-in service gives it.
struct DeviceCodeJSON: Decodable, Sendable {
  let deviceCode: String
  let userCode: String
  let verificationAddress: String
  let expiresIn: Int
  let interval: Int?

  private enum CodingKeys: String, CodingKey {
    case deviceCode = "device_code"
    case userCode = "user_code"
    case verificationAddress = "verification_uri"
    case expiresIn = "expires_in"
    case interval
  }
}
