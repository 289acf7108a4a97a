/// A token, and how long it is good for.
struct IssuedToken: Sendable {
  let access: AccessToken
  /// What gives the next one; new each time.
  var refresh: RefreshToken?
  /// When it ends, as the program's own time tells it.
  let expires: Duration
  /// When the next one is asked for: a little earlier, so that no request meets the end.
  let renews: Duration

  /// How long before its end a token is renewed, in seconds; never more than a tenth of its life.
  static let secondsToSpare = 300

  init(
    _ access: AccessToken, refresh: RefreshToken? = nil, lasting life: Duration, from now: Duration
  ) {
    (self.access, self.refresh) = (access, refresh)
    expires = now + life
    renews = expires - min(.seconds(Self.secondsToSpare), life / 10)
  }
}

/// What a new token can be had for; it lives in memory, and says nothing when printed.
struct RefreshToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let secret: String

  /// Never the token.
  var description: String { "(refresh token)" }

  /// Never the token.
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
