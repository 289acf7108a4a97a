import Entra

/// A token that somebody else got: nothing is renewed, and nothing but Graph judges it.
public actor GivenToken: TokenSource {
  /// What the first token says of itself.
  public nonisolated let claims: TokenClaims
  private let keeper: TokenKeeper

  /// A sign-in with a token that was given.
  ///
  /// - Parameters:
  ///   - text: The token; white space around it is no part of it.
  ///   - tenant: Whose it has to be, where that is known by its ID.
  ///   - service: Where it is to be used.
  ///   - time: How time passes.
  ///   - secondsSince1970: The time of day, to compare the token's own end with.
  ///   - another: Asks for the next one when this one ends; `nil` where nobody can be asked.
  /// - Throws: ``SignInRefusal``, when it can't be used at all.
  public init(
    _ text: String, to tenant: TenantName = .organizations, for service: GraphService,
    time: RunningTime, secondsSince1970: Int,
    another: (@Sendable () async -> String?)? = nil
  ) throws(SignInRefusal) {
    let day = TimeOfDay(secondsSince1970: secondsSince1970, at: time.now())
    let first = try Self.issued(text, to: tenant, for: service, at: day, time.now())
    claims = TokenClaims(first.access)
    keeper = TokenKeeper(time: time) { occasion in
      if occasion.isFirst { return .success(first) }
      guard let another else { return .failure(.refused(SignInRefusal(.tokenExpired))) }
      guard let text = await another() else { return .failure(.signInNeeded) }
      do throws(SignInRefusal) {
        return .success(try Self.issued(text, to: tenant, for: service, at: day, time.now()))
      } catch { return .failure(.refused(error)) }
    }
  }

  /// The token, or the next one.
  public func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    try await keeper.token(after: refusal)
  }

  /// How long a token without an end is used, in seconds: until Graph refuses it.
  private static let secondsWithoutEnd = 1e9
  /// Clocks differ: an end that is no longer past than this is left to Graph, in seconds.
  private static let secondsOfGrace = 300

  private static func issued(
    _ text: String, to tenant: TenantName, for service: GraphService, at day: TimeOfDay,
    _ now: Duration
  ) throws(SignInRefusal) -> IssuedToken {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1 || words.count == 2 && words[0].lowercased() == "bearer" else {
      throw SignInRefusal(.tokenUnreadable)
    }
    let token = AccessToken(String(words[words.count - 1]))
    guard token.canBeSent else { throw SignInRefusal(.tokenUnreadable) }
    let claims = TokenClaims(token)
    guard !claims.isForAnotherGraph(than: service.authority) else {
      throw SignInRefusal(.otherCloud)
    }
    if case .id(let wanted) = tenant, let given = claims.tenant, given != wanted {
      throw SignInRefusal(.otherTenant, "The token is of tenant \(given).")
    }
    guard let expires = claims.expires, service.isMicrosofts else {
      return IssuedToken(token, lasting: .seconds(secondsWithoutEnd), from: now)
    }
    let left = day.until(expires, from: now) + .seconds(secondsOfGrace)
    guard left > .zero else { throw SignInRefusal(.tokenExpired) }
    return IssuedToken(token, lasting: left, from: now)
  }
}

/// The time of day, carried on by the program's own time.
struct TimeOfDay: Sendable {
  let secondsSince1970: Int
  let at: Duration

  /// How long until a moment; negative when it is past.
  func until(_ moment: Int, from now: Duration) -> Duration {
    .seconds(moment - secondsSince1970) - (now - at)
  }
}
