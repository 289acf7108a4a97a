import Entra
import Foundation
import Graph
import HTTPTypes
import Simulator
import Testing
import Training

@Suite("A simulated tenant as Graph's transport") struct TenantTransportTests {
  private struct OneToken: TokenSource {
    let secret: String

    func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
      guard refusal == nil else { throw .signInNeeded }
      return AccessToken(secret)
    }
  }

  private func client(
    of tenant: SimulatedTenant, bearing token: String
  ) -> (GraphClient, TenantTransport) {
    let transport = TenantTransport(tenant) { _ in }
    let client = GraphClient(
      of: GraphService(.global), through: transport, signedInBy: OneToken(secret: token),
      time: RunningTime(on: ContinuousClock()), newRequestID: { .init() })
    return (client, transport)
  }

  @Test("answers as the tenant does, and sees what is done in it meanwhile")
  func answers() async throws {
    var tenant = SimulatedTenant()
    let token = tenant.issueToken(toPersonAt: 0)
    let (client, transport) = client(of: tenant, bearing: token)
    #expect(try await client.organization().displayName == "Contoso")
    let app = ApplicationProfile.nexeticBackup.appID
    #expect(try await client.servicePrincipal(of: app) != nil)
    await transport.act { $0.deleteApplication() }
    #expect(try await client.servicePrincipal(of: app) == nil)
  }

  @Test("refuses a token that the tenant did not issue")
  func stranger() async throws {
    let (client, transport) = client(of: SimulatedTenant(), bearing: "made up")
    await #expect(throws: GraphError.self) { try await client.organization() }
    #expect(await transport.act { $0.answered } == 1)
  }
}
