import Entra
import Foundation
import HTTPTypes
import Simulator

extension LiveTenant {
  /// Answers what is no request of Graph: the sign-in service's endpoints and the pages.
  func receive(_ visitor: Visitor) -> Reply {
    moveClock()
    let path = visitor.path
    switch path {
    case []: return Reply(page: welcome(visitor))
    case ["devicelogin"]: return enterDeviceCode(visitor)
    case ["common", "discovery", "instance"]:
      return Reply(json: InstanceDiscovery(base: visitor.base, tenant: "\(tenant.id)"))
    default: break
    }
    guard path.count > 1 else { return Reply(status: 404, text: "Not found.") }
    do throws(LoginError) {
      guard let realm = realm(path[0]) else { throw .unknownTenant(path[0]) }
      return try receive(visitor, Array(path.dropFirst()), realm)
    } catch {
      return error.reply(at: tenant.now, correlation: visitor["client-request-id"])
    }
  }

  private func receive(
    _ visitor: Visitor, _ rest: [String], _ realm: Realm
  ) throws(LoginError) -> Reply {
    switch (visitor.method, rest) {
    case (.get, ["v2.0", ".well-known", "openid-configuration"]),
      (.get, [".well-known", "openid-configuration"]):
      Reply(
        json: Discovery(base: visitor.base, tenant: visitor.path[0], issuer: "\(tenant.id)"))
    case (.get, ["discovery", "v2.0", "keys"]): Reply(json: SigningKeys())
    case (.post, ["oauth2", "v2.0", "devicecode"]): try deviceCode(visitor)
    case (.post, ["oauth2", "v2.0", "token"]): try token(visitor, realm)
    case (.get, ["oauth2", "v2.0", "authorize"]), (.post, ["oauth2", "v2.0", "authorize"]):
      authorize(ConsentRequest(visitor))
    case (.get, ["adminconsent"]), (.post, ["adminconsent"]), (.get, ["v2.0", "adminconsent"]),
      (.post, ["v2.0", "adminconsent"]):
      adminConsent(ConsentRequest(visitor))
    default: Reply(status: 404, text: "Not found.")
    }
  }

  /// Those who are worth suggesting: the administrators and the scenario's user.
  var known: [String] {
    let people = tenant.people
    let indices = Array(0..<min(5, people.size)) + [Scenario.hero(among: people)]
    return indices.map { people.userPrincipalName(at: $0) }
  }

  private func welcome(_ visitor: Visitor) -> HTML {
    let authority = "\(visitor.base)/\(tenant.id)"
    let client = "client_id=\(tenant.settings.application.appID)"
    let links: [(String, String)] = [
      ("Sign in to \(tenant.settings.application.name)", "oauth2/v2.0/authorize?\(client)"),
      (
        "Sign in and be asked again", "oauth2/v2.0/authorize?\(client)&prompt=consent"
      ), ("Consent as an admin", "adminconsent?\(client)"),
    ]
    let rows = HTML(
      links.map { "<li><a href=\"\(exactly: "\(authority)/\($0.1)")\">\($0.0)</a></li>\n" })
    return .page(
      "Simulated tenant",
      """
      <h1>\(tenant.settings.name)</h1>
      <p>A made-up tenant that answers Microsoft Graph at
      <span class="detail">\(visitor.base)/v1.0</span></p>
      <ul>
      \(rows)<li><a href="/devicelogin">Enter a device code</a></li>
      </ul>
      """)
  }
}
