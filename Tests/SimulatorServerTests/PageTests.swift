import Foundation
import Simulator
import Testing

@testable import SimulatorServer

@Suite("The consent pages", .serialized) struct PageTests {
  private static let ours = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"

  private static func consents(_ caller: Caller) async throws -> [String] {
    try await caller.graph("/servicePrincipals(appId='\(ours)')/oauth2PermissionGrants").rows
      .compactMap { $0["consentType"] as? String }.sorted()
  }

  @Test("show the checkbox to whom Entra shows it, and the prompt only when it shows")
  func checkbox() async throws {
    for (role, hasBox) in [
      (AdminRole.globalAdministrator, true), (.privilegedRoleAdministrator, true),
      (.cloudApplicationAdministrator, false), (.applicationAdministrator, false),
    ] {
      try await Caller.visit("default", role: role) { caller in
        await caller.server.act { $0.configure(requiresAssignment: false) }
        let silent = try await caller.post(
          "/oauth2/v2.0/authorize", ["client_id": Self.ours, "username": caller.admin])
        #expect(silent.text.contains("You are signed in"))
        let page = try await caller.post(
          "/oauth2/v2.0/authorize",
          ["client_id": Self.ours, "prompt": "consent", "username": caller.admin])
        #expect(page.text.contains("Permissions requested"))
        #expect(page.text.contains("Consent on behalf of your organization") == hasBox, "\(role)")
        #expect(!page.text.contains("checked"))
      }
    }
  }

  @Test("write a grant for everybody where the box was ticked, and for one where not")
  func accepting() async throws {
    for (isTicked, expected) in [(true, ["AllPrincipals", "Principal"]), (false, ["Principal"])] {
      try await Caller.visit { caller in
        #expect(try await Self.consents(caller) == ["Principal"])
        let done = try await caller.post(
          "/oauth2/v2.0/authorize",
          [
            "client_id": Self.ours, "prompt": "consent", "username": caller.admin,
            "decision": "accept", isTicked ? "on_behalf" : "off": "true",
          ])
        #expect(done.text.contains("You are signed in"))
        #expect(try await Self.consents(caller) == expected)
        let user = try await caller.post(
          "/oauth2/v2.0/authorize", ["client_id": Self.ours, "username": caller.user])
        #expect(user.text.contains("You are signed in") == isTicked)
        #expect(user.text.contains("Need admin approval") != isTicked)
      }
    }
  }

  @Test("consent for the organization without a box on the admin's page")
  func adminConsent() async throws {
    try await Caller.visit { caller in
      let page = try await caller.post(
        "/adminconsent", ["client_id": Self.ours, "username": caller.admin])
      #expect(page.text.contains("Accept for your organization"))
      #expect(!page.text.contains("checkbox"))
      #expect(try await Self.consents(caller) == ["Principal"])
      let user = try await caller.post(
        "/adminconsent", ["client_id": Self.ours, "username": caller.user, "decision": "accept"])
      #expect(user.text.contains("AADSTS90093"))
      #expect(try await Self.consents(caller) == ["Principal"])
      let done = try await caller.post(
        "/v2.0/adminconsent",
        ["client_id": Self.ours, "username": caller.admin, "decision": "accept"])
      #expect(done.text.contains("Consent given"))
      #expect(try await Self.consents(caller) == ["AllPrincipals", "Principal"])
    }
  }

  @Test("say why somebody is not let in, as Entra's pages do")
  func refusals() async throws {
    for (scenario, text) in [
      ("default", "Need admin approval"), ("approval-required", "Approval required"),
      ("unassigned", "AADSTS50105"), ("disabled", "AADSTS7000112"), ("deleted", "AADSTS700016"),
      ("blocked-user", "AADSTS50057"), ("policy-blocked", "AADSTS53003"),
      ("healthy", "You are signed in"),
    ] {
      try await Caller.visit(scenario) { caller in
        let page = try await caller.post(
          "/oauth2/v2.0/authorize", ["client_id": Self.ours, "username": caller.user])
        #expect(page.text.contains(text), "\(scenario)")
        if text.hasPrefix("AADSTS") {
          #expect(page.text.contains("Request Id: ") && page.text.contains("Correlation Id: "))
        } else {
          #expect(!page.text.contains("AADSTS"))
        }
      }
    }
  }

  @Test("go back to an application on this machine, and to no other")
  func redirects() {
    func request(_ address: String) -> ConsentRequest? {
      let path = "/t/adminconsent?client_id=x&state=a%26b&redirect_uri=\(address)"
      return Visitor(
        HTTPRequestStub.get(path), body: [], base: "http://127.0.0.1:1"
      ).map(ConsentRequest.init)
    }
    let local = request("http://localhost:5000/done?x=1")?.address(with: [("error", "a b")])
    #expect(local == "http://localhost:5000/done?x=1&error=a%20b&state=a%26b")
    for address in [
      "https://backup.contoso.example/auth", "http://localhost.contoso.example/",
      "http://contoso.example/localhost", "javascript:alert(1)", "file:///etc/passwd",
    ] {
      #expect(request(address) != nil)
      #expect(request(address)?.address(with: []) == nil, "\(address)")
    }
  }

  @Test("show names without obeying them")
  func hostileNames() async throws {
    let page: HTML = "<p>\("<script>alert('1')</script>\u{202E}\u{1B}[2J")</p>"
    #expect(
      page.text == "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\u{FFFD}\u{FFFD}[2J</p>")
    try await Caller.visit("hostile-names") { caller in
      let home = try await caller.ask("GET", caller.base + "/")
      #expect(home.text.contains("<h1>Contoso\u{FFFD}[2J \u{FFFD}etavirP</h1>"))
      let evil = "<b id=evil>\"&'"
      let page = try await caller.post(
        "/oauth2/v2.0/authorize", ["client_id": evil, "username": evil, "state": evil])
      #expect(page.text.contains("AADSTS700016") && !page.text.contains("<b id=evil>"))
      let account = try await caller.post(
        "/oauth2/v2.0/authorize",
        ["client_id": Self.ours, "state": evil, "redirect_uri": evil, "login_hint": evil])
      #expect(account.text.contains("&lt;b id=evil&gt;&quot;&amp;&#39;"))
      #expect(!account.text.contains("<b id=evil>"))
      #expect(account.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
    }
  }
}
