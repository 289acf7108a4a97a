import Entra
import Testing

@Suite("A pasted error page")
struct ErrorPageTests {
  private static let ours = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"

  private static func page(_ message: String, apostrophe: String = "’", line: String = "\n")
    -> String
  {
    [
      "Sign in", "Sorry, but we\(apostrophe)re having trouble signing you in.", message,
      "Troubleshooting details",
      "If you contact your administrator, send this info to them.", "Copy info to clipboard",
      "Request Id: 6d46355c-4817-446f-b52a-ae105a940100",
      "Correlation Id: 2afae1cf-0a21-447d-a227-5b2606368a7b", "Timestamp: 2026-05-02T03:24:52Z",
      "Message: \(message)", "Flag sign-in errors for review: Enable flagging",
    ].joined(separator: line)
  }

  @Test("of an unassigned user gives all that it holds", arguments: ["’", "'"], ["\n", "\r\n"])
  func unassigned(_ apostrophe: String, _ line: String) {
    let message =
      "AADSTS50105: Your administrator has configured the application Nexetic Backup"
      + " ('\(Self.ours)') to block users unless they are specifically granted ('assigned') access"
      + " to the application. The signed in user 'Anna.Berg@contoso.example' is blocked because"
      + " they are not a direct member of a group with access, nor had access directly assigned"
      + " by an administrator."
    let found = Recognition(
      ForeignText(Self.page(message, apostrophe: apostrophe, line: line)))
    #expect(found.errors == [SignInError(code: 50105)])
    #expect(found.kinds == [.notAssigned])
    #expect(found.applications == [ApplicationProfile.nexeticBackup.appID])
    #expect(found.subject == .ours)
    #expect(found.requestID == "6d46355c-4817-446f-b52a-ae105a940100")
    #expect(found.correlationID == "2afae1cf-0a21-447d-a227-5b2606368a7b")
    #expect(found.timestamp == "2026-05-02T03:24:52Z")
    #expect(found.people.map(\.text) == ["Anna.Berg@contoso.example"])
    #expect(found.pages.isEmpty)
  }

  @Test(
    "says which application it is about",
    arguments: [
      "AADSTS50105: The signed in user 'a@contoso.example' is not assigned to a role for the"
        + " application 'ID'(Nexetic Backup).",
      "AADSTS65001: The user or administrator has not consented to use the application with ID"
        + " 'ID' named 'Nexetic Backup'. Send an interactive authorization request for this user"
        + " and resource.",
      "AADSTS700016: Application with identifier 'ID' was not found in the directory 'Contoso'.",
      "AADSTS7000112: Application 'ID'(Nexetic Backup) is disabled.",
      "AADSTS50020: User account 'b@fabrikam.example' from identity provider"
        + " 'https://sts.windows.net/11111111-2222-3333-4444-555555555555/' does not exist in"
        + " tenant 'Contoso' and cannot access the application 'ID'(Nexetic Backup) in that tenant.",
    ])
  func application(_ message: String) throws {
    let other = "00000000-aaaa-bbbb-cccc-000000000001"
    let template = message.split(separator: "ID'", omittingEmptySubsequences: false)
    func page(of id: String) -> ForeignText {
      ForeignText(Self.page(template.joined(separator: "\(id)'")))
    }
    #expect(Recognition(page(of: Self.ours)).subject == .ours)
    #expect(Recognition(page(of: Self.ours.uppercased())).subject == .ours)
    let id = try #require(AppID(other))
    #expect(Recognition(page(of: other)).subject == .other([id]))
    #expect(Recognition(page(of: other)).kinds.count == 1)
  }

  @Test("tells the guest's home from the tenant that was asked")
  func homeTenant() throws {
    let home = try #require(TenantID("11111111-2222-3333-4444-555555555555"))
    let found = Recognition(
      ForeignText(
        "AADSTS50020: User account 'b@fabrikam.example' from identity provider"
          + " 'https://sts.windows.net/\(home)/' does not exist in tenant 'Contoso'"))
    #expect(found.identifiers == [.init(bits: home.bits, role: .homeTenant)])
    #expect(found.tenants.isEmpty)
  }

  @Test("is told by its words where it shows no number")
  func needAdminApproval() {
    let found = Recognition(
      ForeignText(
        """
        anna@contoso.example
        Need admin approval
        Nexetic Backup
        unverified
        Nexetic Backup needs permission to access resources in your organization that only an admin
        can grant. Please ask an admin to grant permission to this app before you can use it.
        Have an admin account? Sign in with that account
        Return to the application without granting consent
        """))
    #expect(found.errors.isEmpty)
    #expect(found.pages == [.needAdminApproval])
    #expect(found.kinds == [.consentMissing])
    #expect(found.subject == .unstated)
  }

  @Test(
    "or a prompt is told by each of its words",
    arguments: [
      ("Need admin approval", Recognition.Page.needAdminApproval),
      ("NEED  ADMIN\r\nAPPROVAL", .needAdminApproval),
      ("Approval required", .approvalRequired), ("Request approval", .approvalRequired),
      ("This app requires your admin’s approval to:", .approvalRequired),
      ("Enter justification for requesting this app", .approvalRequired),
      ("Permissions requested", .permissionsRequested),
      ("Consent on behalf of your organization", .checkbox),
      ("Accept for your organization", .acceptForOrganization),
      ("My role is No Access.", .vendorNoAccess),
    ])
  func words(_ text: String, _ page: Recognition.Page) {
    #expect(Recognition(ForeignText(text)).pages == [page])
  }

  @Test(
    "is not seen in ordinary words",
    arguments: [
      "She has no access to it.", "disapproval required", "no errors here", "No Accessories",
    ])
  func ordinaryWords(_ text: String) {
    let found = Recognition(ForeignText(text))
    #expect(found.pages.isEmpty)
    #expect(found.errors.isEmpty)
  }
}

@Suite("A sign-in error's number")
struct ErrorNumberTests {
  @Test("is found for every code of the table", arguments: SignInError.known)
  func everyCode(_ error: SignInError) {
    for text in [
      "AADSTS\(error.code): words", "aadsts\(error.code)", "errorAADSTS\(error.code).",
      "AADSTS \(error.code)", "AADSTS: \(error.code)", "\(error.code)", " \(error.code)\n",
      "https://login.microsoftonline.com/error?code=\(error.code)",
      #"{"error":"x","error_codes":[\#(error.code)],"suberror":"y"}"#,
      #"{"errorCode": \#(error.code)}"#, "Sign-in error code: \(error.code)",
      "\u{1B}[31mAADSTS\u{200B}\(error.code)\u{1B}[0m",
      "https://app.contoso.example/auth?error=x&error_description=AADSTS\(error.code)%3a+y%0d%0a",
      "> > AADSTS\(error.code)", "<b>AADSTS\(error.code)</b>",
    ] {
      #expect(Recognition(ForeignText(text)).errors == [error], "\(text)")
    }
  }

  @Test("is found in its page's first sentence without it", arguments: SignInError.known)
  func fragments(_ error: SignInError) {
    for fragment in error.fragments {
      let found = Recognition(ForeignText("It said: \(fragment.uppercased())!"))
      #expect(found.errors == [error], "\(fragment)")
    }
  }

  @Test("is never two codes' by a sentence")
  func fragmentsAreUnique() {
    let all = SignInError.known.flatMap(\.fragments)
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0 == $0.lowercased() && $0.utf8.count > 12 })
  }

  @Test("is kept when the table does not hold it")
  func unknownCode() {
    let found = Recognition(ForeignText("AADSTS1234567: something new"))
    #expect(found.errors == [SignInError(code: 1_234_567)])
    #expect(found.kinds == [.unknown])
  }

  @Test(
    "is not read into other numbers",
    arguments: [
      "AADSTS", "AADSTS123", "AADSTS12345678", "ticket 50105", "50105 people", "error 99999",
      "+358 50105 65001", "AADSTS-foo 1", "code=50105",
    ])
  func otherNumbers(_ text: String) {
    #expect(Recognition(ForeignText(text)).errors.isEmpty)
  }

  @Test("comes in the order of the text, each once, and outweighs sentences")
  func order() {
    let found = Recognition(
      ForeignText(
        "AADSTS65001 then AADSTS50105 then AADSTS65001; the user account is disabled"))
    #expect(found.errors.map(\.code) == [65001, 50105])
  }
}

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

  @Test("inside another address is read through both encodings")
  func nested() {
    let found = Recognition(
      ForeignText(
        "https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ferror%3Dx%2526d%253DAADSTS"
          + "50105%253a%2Bx"))
    #expect(found.errors.map(\.code) == [50105])
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

@Suite("Which application a text is about")
struct SubjectTests {
  private let profile = ApplicationProfile.nexeticBackup

  @Test("is not told by our name, but by the look-alike's")
  func names() {
    let ours = Recognition(ForeignText("It is Nexetic Backup."))
    #expect(ours.subject == .unstated)
    let other = Recognition(ForeignText("It is  NEXETIC backup for\r\nEntra ID."))
    #expect(other.subject == .lookAlike("Nexetic Backup for Entra ID"))
    let both = Recognition(ForeignText("Nexetic Backup for Entra ID, or Nexetic Backup?"))
    #expect(both.subject == .unstated)
  }

  @Test("is told by our ID alone, whatever stands before it")
  func bareID() {
    #expect(Recognition(ForeignText("\(profile.appID)")).subject == .ours)
    #expect(Recognition(ForeignText("{\(profile.appID)}")).subject == .ours)
    #expect(Recognition(ForeignText("facd4a2d–cbd2–4095–bfa8–ac9c819f843e")).subject == .ours)
  }

  @Test("says so where there are several, Microsoft's own APIs aside")
  func several() throws {
    let other = try #require(AppID("00000000-aaaa-bbbb-cccc-000000000001"))
    let text = "Application ID: \(profile.appID)\nApplication ID \(other)"
    #expect(Recognition(ForeignText(text)).subject == .oursAmong([other]))
    let graph = "appId=\(profile.appID) application '00000003-0000-0000-c000-000000000000'"
    #expect(Recognition(ForeignText(graph)).subject == .ours)
    #expect(Recognition(ForeignText("some ID: \(other)")).subject == .unstated)
  }

  @Test("is another vendor's where its profile says so")
  func anotherVendor() throws {
    let (app, twin) = (AppID(bits: 7), AppID(bits: 8))
    let desk = ApplicationProfile(
      name: "Fabrikam Sign-in", appID: app, vendor: "Fabrikam",
      lookAlikes: [.init(name: "Fabrikam Agent", appID: twin, purpose: "runs jobs")],
      ownerTenant: nil, expectedScopes: [], signInAddress: nil, guardedFeature: "jobs",
      roles: (shut: "Barred", open: "Admitted"), roleArticle: "Roles")
    #expect(
      Recognition(ForeignText("appId=\(twin)"), about: desk).subject
        == .lookAlike("Fabrikam Agent"))
    #expect(
      Recognition(ForeignText("appId=\(app), \(twin)"), about: desk).subject
        == .oursAmong([twin]))
    #expect(Recognition(ForeignText("I am Barred"), about: desk).pages == [.vendorNoAccess])
  }
}

@Suite("GUIDs in a text")
struct PlacedIdentifierTests {
  private let id = "0d9c7b6a-1111-4222-8333-944455566677"

  @Test(
    "are what the words before them say",
    arguments: [
      ("Application ID: ", Recognition.Identifier.Role.application),
      ("Application (client) ID\n", .application), ("client_id=", .application),
      ("\"appId\": \"", .application), ("/appId/", .application),
      ("Application with identifier '", .application), ("application with ID '", .application),
      ("the application Acme Über-Tool ('", .application),
      ("Resource app ID: '", .resource), ("Resource ID ", .resource),
      ("Object ID\n", .object), ("/objectId/", .object),
      ("Directory (tenant) ID: ", .tenant), ("tenant '", .tenant), ("&tenant=", .tenant),
      ("login.microsoftonline.com/", .tenant), ("https://entra.microsoft.com/", .tenant),
      ("https://sts.windows.net/", .homeTenant),
      ("Correlation Id: ", .correlation), ("\"correlation_id\":\"", .correlation),
      ("Trace ID: ", .request), ("Request Id: ", .request), ("x-ms-request-id: ", .request),
      ("Session ID: ", .session), ("my number is ", .unstated), ("", .unstated),
    ])
  func roles(_ label: String, _ role: Recognition.Identifier.Role) throws {
    let bits = try #require(ObjectID(id)).bits
    let found = Recognition(ForeignText("\(label)\(id)"))
    #expect(found.identifiers == [.init(bits: bits, role: role)])
  }

  @Test("need not be followed by a space before the next label")
  func runTogether() {
    let found = Recognition(ForeignText("Request Id: \(id)Correlation Id: \(id)Timestamp: x"))
    #expect(found.identifiers.map(\.role) == [.request, .correlation])
  }

  @Test("are not read out of longer strings", arguments: ["a", "0"])
  func longer(_ digit: String) {
    #expect(Recognition(ForeignText("\(id)\(digit)")).identifiers.isEmpty)
    #expect(Recognition(ForeignText("\(digit)\(id)")).identifiers.isEmpty)
  }
}

@Suite("People in a text")
struct PeopleTests {
  @Test(
    "are found in what surrounds them",
    arguments: [
      ("user 'anna@contoso.example' is", "anna@contoso.example"),
      ("<anna@contoso.example>,", "anna@contoso.example"),
      ("mailto:anna@contoso.example.", "anna@contoso.example"),
      (
        "login_hint=ben_partner.example%23EXT%23%40contoso.example&x=y",
        "ben_partner.example#EXT#@contoso.example"
      ),
      ("ben_partner.example#EXT#@contoso.example", "ben_partner.example#EXT#@contoso.example"),
      ("o'hara+x@contoso.example", "o'hara+x@contoso.example"),
    ])
  func found(_ text: String, _ name: String) {
    #expect(Recognition(ForeignText(text)).people.map(\.text) == [name])
  }

  @Test(
    "are nobody where no name is", arguments: ["@", "a@", "@b.example", "a@b", "a @ b.example"])
  func nobody(_ text: String) { #expect(Recognition(ForeignText(text)).people.isEmpty) }

  @Test("are named once, whatever the case")
  func once() {
    let found = Recognition(ForeignText("Anna@contoso.example anna@CONTOSO.example"))
    #expect(found.people.map(\.text) == ["Anna@contoso.example"])
  }
}
