import Entra
import Testing

@Suite("A pasted address")
struct PastedAddressTests {
  @Test("that led back to the application is read through its encoding")
  func redirect() {
    let found = Recognition(
      ForeignText(
        "https://backup.contoso.example/auth?error=access_denied&error_subcode=cancel"
          + "&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app."
          + "%0d%0aTrace+ID%3a+0000aaaa-11bb-cccc-dd33-eeeeee333333"
          + "%0d%0aCorrelation+ID%3a+aaaa0000-bb11-2222-33cc-444444dddddd"
          + "%0d%0aTimestamp%3a+2026-01-09+02%3a02%3a12Z&state=x"))
    #expect(found.errors.map(\.code) == [65004])
    #expect(found.answers == [.accessDenied, .cancelled])
    #expect(found.kinds == [.consentDeclined])
    #expect(found.requestID == "0000aaaa-11bb-cccc-dd33-eeeeee333333")
    #expect(found.correlationID == "aaaa0000-bb11-2222-33cc-444444dddddd")
    #expect(found.timestamp == "2026-01-09 02:02:12Z")
  }

  @Test("inside another address is read through every encoding", arguments: ["%", "%25", "%2525"])
  func nested(_ percent: String) {
    let found = Recognition(
      ForeignText(
        "https://a.example/?next=client_id\(percent)3dfacd4a2d-cbd2-4095-bfa8-ac9c819f843e"
          + "\(percent)26error\(percent)3Dconsent_required"))
    #expect(found.subject == .ours)
    #expect(found.answers == [.consentRequired])
  }

  @Test("of the sign-in service gives tenant, application and cloud")
  func signIn() throws {
    let tenant = try #require(TenantID("0d9c7b6a-1111-4222-8333-944455566677"))
    let found = Recognition(
      ForeignText(
        "https://login.microsoftonline.us/\(tenant)/oauth2/v2.0/authorize?"
          + "client_id=FACD4A2D-cbd2-4095-bfa8-ac9c819f843e&scope=openid"))
    #expect(found.tenants == [tenant])
    #expect(found.subject == .ours)
    #expect(found.cloud == .usGovernment)
  }

  @Test("of the portal is found in a mail and read whole")
  func portal() throws {
    let object = try #require(ObjectID("5b2f6c1e-0a3d-4e57-9c11-2f8d4b7a9e01"))
    let app = ApplicationProfile.nexeticBackup.appID
    let address = PortalAddress(.application(object, app, .users)).address
    let found = Recognition(
      ForeignText("See <https://entra.microsoft.com/> and\n<\(address)>, thanks."))
    #expect(found.portal == PortalAddress(.application(object, app, .users)))
    #expect(found.objects == [object])
    #expect(found.subject == .ours)
  }

  @Test(
    "or answer names what OAuth says",
    arguments: [
      ("error=consent_required", Recognition.Answer.consentRequired),
      (#"{"error":"interaction_required"}"#, .interactionRequired),
      ("?error=login_required", .loginRequired), ("ACCESS_DENIED", .accessDenied),
      ("https://a.example/?admin_consent=True&tenant=x", .adminConsent),
    ])
  func answers(_ text: String, _ answer: Recognition.Answer) {
    #expect(Recognition(ForeignText(text)).answers == [answer])
  }
}
