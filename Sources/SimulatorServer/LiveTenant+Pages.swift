import Entra
import Foundation
import HTTPTypes
import Simulator

// What the pages do: sign in, consent, enter a device's code.
extension LiveTenant {
  private var application: RegisteredApplication { tenant.settings.application }

  /// The ordinary sign-in in a browser, with the prompt where one shows.
  func authorize(_ request: ConsentRequest) -> Reply {
    guard let client = request.application else { return unknown(request) }
    guard let username = request.username else { return askWho(request) }
    if request.decision == "cancel" { return cancelled(request, isAdminConsent: false) }
    if request.decision == "request" {
      return Reply(
        page: ConsentPage.landing(
          "Request sent", "Your request was sent to your admin.", returnsTo: request.redirect))
    }
    do throws(SignInRefusal) {
      let person = try person(named: username)
      let user = tenant.people.id(at: person)
      if request.decision == "accept", client == application.appID {
        try tenant.consent(
          by: user, onBehalfOfOrganization: request.isForOrganization,
          asksAgain: request.asksAgain)
        return signedIn(request)
      }
      // A prompt on its way is no sign-in yet; the log gets what is shown.
      let verdict =
        client == application.appID && !request.asksAgain
        ? tenant.signIn(user)
        : tenant.verdict(for: user, of: client, asksAgain: request.asksAgain)
      switch verdict {
      case .admitted: return signedIn(request)
      case .refused(let refusal): throw refusal
      case .prompted(let prompt):
        guard client == application.appID else { return notOurs() }
        return Reply(page: ConsentPage.prompt(request, application, prompt))
      }
    } catch { return refused(error, request) }
  }

  /// The admin-consent page: always for the organization.
  func adminConsent(_ request: ConsentRequest) -> Reply {
    guard let client = request.application else { return unknown(request) }
    guard client == application.appID else { return notOurs() }
    guard let username = request.username else { return askWho(request) }
    if request.decision == "cancel" { return cancelled(request, isAdminConsent: true) }
    do throws(SignInRefusal) {
      let user = tenant.people.id(at: try person(named: username))
      guard request.decision == "accept" else {
        // Whether it would go through is seen on a copy; the tenant stays as it is.
        var copy = tenant
        try copy.adminConsent(by: user)
        return Reply(page: ConsentPage.adminConsent(request, application))
      }
      try tenant.adminConsent(by: user)
      let scope = application.wants.flatMap(\.scopes).joined(separator: " ")
      return landed(
        request, "Consent given", "The organization has consented to \(application.name).",
        [("admin_consent", "True"), ("tenant", "\(tenant.id)"), ("scope", scope)])
    } catch { return refused(error, request) }
  }

  private func person(named username: String) throws(SignInRefusal) -> Int {
    // What only our application is kept from is the verdict's to say.
    try tenant.person(signingInAs: username, to: Caller.commandLineTools)
  }

  private func askWho(_ request: ConsentRequest) -> Reply {
    Reply(page: ConsentPage.account(request, to: name(of: request), known: known))
  }

  private func name(of request: ConsentRequest) -> String {
    request.application == application.appID ? application.name : request.client
  }

  private func signedIn(_ request: ConsentRequest) -> Reply {
    landed(
      request, "You are signed in", "\(name(of: request)) lets you in.",
      [("code", TokenDesk.opaque(16))])
  }

  private func cancelled(_ request: ConsentRequest, isAdminConsent: Bool) -> Reply {
    let consent = isAdminConsent ? [("admin_consent", "True")] : []
    return landed(
      request, "Cancelled", "AADSTS65004: User declined to consent to access the app.",
      consent + [
        ("error", "access_denied"), ("error_subcode", "cancel"),
        ("error_description", "AADSTS65004: User declined to consent to access the app."),
      ])
  }

  private func landed(
    _ request: ConsentRequest, _ title: String, _ text: String, _ fields: [(String, String)]
  ) -> Reply {
    if let address = request.address(with: fields) { return Reply(redirectTo: address) }
    return Reply(page: ConsentPage.landing(title, text, returnsTo: request.redirect))
  }

  private func refused(_ refusal: SignInRefusal, _ request: ConsentRequest) -> Reply {
    Reply(page: RefusalPage.page(refusal, request, application, trace))
  }

  private func unknown(_ request: ConsentRequest) -> Reply {
    let error = LoginError.unknownClient(request.client, tenant.settings.name)
    return Reply(page: RefusalPage.trouble("AADSTS\(error.code): \(error.text)", trace))
  }

  private var trace: RefusalPage.Trace {
    RefusalPage.Trace(
      request: UUID().uuidString.lowercased(), correlation: UUID().uuidString.lowercased(),
      timestamp: String(tenant.now.text.prefix(19)) + "Z")
  }

  private func notOurs() -> Reply {
    Reply(
      status: 501,
      page: .page(
        "Not simulated",
        "<h1>Not simulated</h1>\n<p>Consent is taken for \(application.name) alone.</p>"))
  }

  /// Where the code of a device is entered.
  func enterDeviceCode(_ visitor: Visitor) -> Reply {
    let code = visitor["code"] ?? ""
    guard visitor.method == .post, let username = visitor["username"] else {
      return Reply(page: DevicePage.enter(code: code, known: known))
    }
    guard let (deviceCode, device) = desk.device(showing: code), tenant.now < device.expires else {
      return Reply(
        page: DevicePage.enter(
          code: code, known: known,
          problem: "That code didn't work. Check the code and try again."))
    }
    do throws(SignInRefusal) {
      let person = try tenant.person(signingInAs: username, to: device.client)
      switch visitor["decision"] {
      case "accept":
        desk.decide(.accepted(person: person), on: deviceCode)
        return Reply(
          page: ConsentPage.landing(
            "You are signed in", "You may close this window and go back to your device.",
            returnsTo: nil))
      case "cancel":
        desk.decide(.declined, on: deviceCode)
        return Reply(
          page: ConsentPage.landing("Cancelled", "The device was not let in.", returnsTo: nil))
      default:
        return Reply(
          page: DevicePage.confirm(code: code, username: username, client: device.client))
      }
    } catch {
      return Reply(page: DevicePage.enter(code: code, known: known, problem: error.message))
    }
  }
}
