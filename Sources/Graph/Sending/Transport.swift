public import Entra

/// Carries a request to Graph and its answer back: over the network, or into a simulated tenant.
///
/// It repeats nothing, follows no redirect and sends nowhere but where the request's head says: all
/// that is decided above it.
public protocol Transport: Sendable {
  /// Sends the request once, with the token in its `Authorization` field.
  ///
  /// - Throws: ``TransportError``, which tells whether the request may have arrived.
  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse
}

/// Why no answer came.
public enum TransportError: Error, Sendable, Hashable {
  /// No connection was made: nothing was sent.
  case unreachable(ForeignText)
  /// The connection broke after something was sent: it may have arrived.
  case lost(ForeignText)
  /// No answer within the time allowed: it may have arrived.
  case timedOut
  /// The answer is larger than any that Graph sends: it was read no further.
  case tooLarge
  /// The task was cancelled: it may have arrived.
  case cancelled
}

/// What proves who asks; it lives in memory, and says nothing when printed.
public struct AccessToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The token itself, for the `Authorization` field alone.
  public let secret: String

  /// Keeps a token.
  public init(_ secret: String) { self.secret = secret }

  /// Whether it can stand in a header field: RFC 6750, 2.1, has letters, digits and `-._~+/=`.
  public var canBeSent: Bool {
    !secret.isEmpty && secret.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Never the token.
  public var description: String { "(access token)" }

  /// Never the token.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Where tokens come from: a sign-in that is kept alive.
public protocol TokenSource: Sendable {
  /// A token to send with; a new one when Graph said no to the last.
  ///
  /// - Throws: ``TokenError`` when somebody has to sign in again.
  func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken
}

/// Graph did not take a token.
public struct TokenRefusal: Sendable, Hashable {
  /// The token that was refused, so that it is renewed only once.
  public let token: AccessToken
  /// What the next sign-in must satisfy, as Graph encoded it.
  public let claims: String?
}

/// No token is to be had without a person.
public enum TokenError: Error, Sendable, Hashable {
  /// Somebody has to sign in again.
  case signInNeeded
  /// The sign-in service, or what stands in for it, said no.
  case refused(SignInRefusal)
  /// The sign-in service could not be reached.
  case unreachable(ForeignText)
  /// The task was cancelled.
  case cancelled
}

extension TokenError {
  /// What stands in the way; `nil` when somebody gave up waiting.
  public var obstacle: SignInObstacle? {
    switch self {
    case .signInNeeded: .signInNeeded
    case .refused(let refusal): refusal.obstacle
    case .unreachable: .unreachable
    case .cancelled: nil
    }
  }
}
