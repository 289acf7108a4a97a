public import Entra

/// Signing in as an application, by its secret: no person, and no role of one.
///
/// - Source: Microsoft, "OAuth 2.0 client credentials flow".
public actor ClientSecretSignIn: TokenSource {
  private let keeper: TokenKeeper

  /// A sign-in as `client`; the secret stays in memory.
  ///
  /// `nil` when no particular tenant is named: an application has no account to bring its own.
  public init?(
    at service: SignInService, as client: AppID, secret: ClientSecret,
    through transport: any SignInTransport, time: RunningTime
  ) {
    guard service.tenant != .organizations else { return nil }
    let desk = SignInDesk(service: service, transport: transport, time: time)
    keeper = TokenKeeper(time: time) { occasion in
      let fields = [
        ("grant_type", "client_credentials"), ("client_id", client.description),
        ("client_secret", secret.text), ("scope", service.defaultScope),
      ]
      do throws(TokenError) {
        return .success(
          try await desk.token(SignInForm(.token, fields, claims: occasion.claims)))
      } catch { return .failure(error) }
    }
  }

  /// A token, new when the last one ends.
  public func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    try await keeper.token(after: refusal)
  }
}

/// An application's secret; it lives in memory, and says nothing when printed.
public struct ClientSecret: Sendable, CustomStringConvertible, CustomReflectable {
  fileprivate let text: String

  /// Keeps a secret, without the line ends around it; `nil` where there is none.
  public init?(_ text: String) {
    let line = text.drop(while: \.isNewline).prefix { !$0.isNewline }
    guard !line.isEmpty else { return nil }
    self.text = String(line)
  }

  /// Never the secret.
  public var description: String { "(client secret)" }

  /// Never the secret.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
