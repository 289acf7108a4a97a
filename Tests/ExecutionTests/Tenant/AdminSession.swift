import Graph
import Simulator
import Training

/// An admin who signs in again whenever Graph wants it, a minute after being asked.
actor AdminSession: TokenSource {
  private let tenant: TenantTransport
  private let admin: Int
  private let clock: TenantClock
  private var token: AccessToken?
  /// What each sign-in had to satisfy; nil for one that was asked for nothing in particular.
  private(set) var signIns: [String?] = []

  init(to tenant: TenantTransport, admin: Int, clock: TenantClock) {
    (self.tenant, self.admin, self.clock) = (tenant, admin, clock)
  }

  func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    if let token, refusal?.token != token { return token }
    if refusal != nil {
      do {
        try await clock.sleep(until: clock.now.advanced(by: .seconds(60)), tolerance: nil)
      } catch { throw .cancelled }
    }
    signIns.append(refusal?.claims)
    let admin = admin
    let issued = AccessToken(await tenant.act { $0.issueToken(toPersonAt: admin) })
    token = issued
    return issued
  }
}
