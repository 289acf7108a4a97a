public import Entra

/// Signing in with a code that somebody types in a browser, on whatever machine that is.
///
/// - Source: RFC 8628, and Microsoft, "OAuth 2.0 device authorization grant".
public actor DeviceCodeSignIn: TokenSource {
  private let keeper: TokenKeeper

  /// A sign-in that nobody has begun: the first token begins it.
  ///
  /// - Parameters:
  ///   - service: Where to sign in.
  ///   - client: As which application.
  ///   - scopes: What the token shall permit: ``SignInClient/scopes(for:at:)``.
  ///   - transport: What carries the forms.
  ///   - time: How time passes.
  ///   - telling: Told of each code, and when it is no longer needed.
  public init(
    at service: SignInService, as client: SignInClient, scopes: [String],
    through transport: any SignInTransport, time: RunningTime,
    telling: @escaping @Sendable (DeviceCodeEvent) -> Void
  ) {
    let flow = DeviceCodeFlow(
      desk: SignInDesk(service: service, transport: transport, time: time), client: client.id,
      scope: scopes.joined(separator: " "), telling: telling)
    keeper = TokenKeeper(time: time) { occasion in
      do throws(TokenError) { return .success(try await flow.token(on: occasion)) } catch {
        return .failure(error)
      }
    }
  }

  /// A token; it waits for a person where one is needed.
  public func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    try await keeper.token(after: refusal)
  }
}

/// What to show while somebody has to sign in.
public enum DeviceCodeEvent: Sendable, Hashable {
  /// Somebody has to type this code.
  case asked(DeviceCodePrompt)
  /// Somebody has.
  case signedIn
  /// The code is of no use any more, and nobody signed in.
  case ended
}

/// A code, and where it is to be typed.
public struct DeviceCodePrompt: Sendable, Hashable {
  /// The code.
  public let code: ForeignText
  /// The page that asks for it.
  public let address: ForeignText
  /// How long it is good, in seconds.
  public let seconds: Int
  /// Why somebody has to sign in.
  public let reason: Reason

  /// Why somebody has to sign in.
  public enum Reason: Sendable, Hashable {
    /// Nobody has yet.
    case first
    /// The session has ended, or the code before ran out.
    case ended
    /// The tenant wants more: another factor, another device.
    case challenged
  }
}

/// One sign-in by code, from the companion of the last token or from a person.
private struct DeviceCodeFlow: Sendable {
  let desk: SignInDesk
  let client: AppID
  let scope: String
  let telling: @Sendable (DeviceCodeEvent) -> Void

  /// Codes that are shown one after the other while nobody types: an hour in all.
  static let codes = 4
  /// Seconds between two questions, where the service does not say.
  static let secondsBetween = 5
  /// Seconds more after each `slow_down`.
  static let secondsSlower = 5  // RFC 8628, 3.5

  func token(on occasion: TokenKeeper.Occasion) async throws(TokenError) -> IssuedToken {
    // A challenge is met by a person: the companion alone won't do.
    if occasion.claims == nil, let refresh = occasion.refresh,
      let token = try await renewed(by: refresh)
    {
      return token
    }
    var reason: DeviceCodePrompt.Reason =
      occasion.claims != nil ? .challenged : occasion.isFirst ? .first : .ended
    for _ in 1..<Self.codes {
      do throws(TokenError) { return try await asked(occasion.claims, reason) } catch {
        guard case .refused(let refusal) = error, refusal.obstacle == .codeExpired else {
          throw error
        }
        reason = .ended
      }
    }
    return try await asked(occasion.claims, reason)
  }

  /// The next token without a person; `nil` when the session has ended.
  private func renewed(by refresh: RefreshToken) async throws(TokenError) -> IssuedToken? {
    let form = SignInForm(
      .token,
      [
        ("grant_type", "refresh_token"), ("client_id", client.description),
        ("refresh_token", refresh.secret), ("scope", scope),
      ])
    switch try await desk.ask(form, for: TokenJSON.self) {
    case .given(let json):
      var token = try desk.issued(json)
      if token.refresh == nil { token.refresh = refresh }
      return token
    case .refused: return nil
    }
  }

  private func asked(
    _ claims: String?, _ reason: DeviceCodePrompt.Reason
  ) async throws(TokenError) -> IssuedToken {
    let code = try await code(claims)
    telling(
      .asked(
        DeviceCodePrompt(
          code: ForeignText(code.userCode), address: ForeignText(code.verificationAddress),
          seconds: code.expiresIn, reason: reason)))
    do throws(TokenError) {
      let token = try await typed(code, claims)
      telling(.signedIn)
      return token
    } catch {
      telling(.ended)
      throw error
    }
  }

  private func code(_ claims: String?) async throws(TokenError) -> DeviceCodeJSON {
    let form = SignInForm(
      .deviceCode, [("client_id", client.description), ("scope", scope)], claims: claims)
    switch try await desk.ask(form, for: DeviceCodeJSON.self) {
    case .given(let code): return code
    case .refused(let error): throw .refused(SignInRefusal(error))
    }
  }

  /// Asks again and again whether the code was typed, as often as the service allows.
  private func typed(_ code: DeviceCodeJSON, _ claims: String?) async throws(TokenError)
    -> IssuedToken
  {
    let end = desk.time.now() + .seconds(code.expiresIn)
    var pause = max(1, code.interval ?? Self.secondsBetween)
    while true {
      do { try await desk.time.sleep(.seconds(pause)) } catch { throw .cancelled }
      do throws(TokenError) {
        switch try await desk.ask(poll(code, claims), for: TokenJSON.self) {
        case .given(let json): return try desk.issued(json)
        case .refused(let error):
          switch error.error {
          case "authorization_pending": break
          case "slow_down": pause += Self.secondsSlower
          default: throw .refused(SignInRefusal(error))
          }
        }
      } catch .unreachable(let why) {
        // The code is still good: the person may be typing it.
        guard desk.time.now() < end else { throw .unreachable(why) }
      }
      guard desk.time.now() < end else {
        throw .refused(SignInRefusal(.codeExpired, "Nobody typed the code in time."))
      }
    }
  }

  private func poll(_ code: DeviceCodeJSON, _ claims: String?) -> SignInForm {
    let grant = "urn:ietf:params:oauth:grant-type:device_code"
    return SignInForm(
      .token,
      [
        ("grant_type", grant), ("client_id", client.description),
        ("device_code", code.deviceCode),
      ], claims: claims)
  }
}
