public import Graph
import Simulator

/// The scenario's admin, signed in to a simulated tenant without a page or a password.
public actor TenantSignIn: TokenSource {
  private let tenant: TenantTransport
  private var token: AccessToken?

  /// A sign-in to the tenant behind `tenant`.
  public init(to tenant: TenantTransport) { self.tenant = tenant }

  /// A token of the admin's; a new one when the last was refused.
  public func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    if let token, refusal?.token != token { return token }
    let issued = AccessToken(await tenant.act { $0.issueToken(toPersonAt: Scenario.admin) })
    token = issued
    return issued
  }
}
