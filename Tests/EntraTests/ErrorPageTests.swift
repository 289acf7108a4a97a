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
      ("> Need admin\n> > approval", .needAdminApproval),
      ("Need admin&nbsp;approval", .needAdminApproval),
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

  @Test(
    "is told by its sentence where one number has two",
    arguments: [
      ("AADSTS70001: The application named X is disabled.", [SignInError.Kind.applicationDisabled]),
      (
        "AADSTS70001: Application with identifier 'x' was not found in the directory y.",
        [.applicationMissing]
      ),
      (
        "AADSTS650051: The service principal name is already present for the tenant y.",
        [.recreationPending]
      ),
      (
        "AADSTS650051: Using application 'x' is currently not supported for your organization y"
          + " because it is in an unmanaged state.", [.policyBlocked]
      ),
    ])
  func twoMeanings(_ text: String, _ kinds: [SignInError.Kind]) {
    #expect(Recognition(ForeignText(text)).kinds == kinds)
  }

  @Test("of the sign-in log, copied row by row, is read as well") func signInLog() throws {
    let home = try #require(TenantID("11111111-2222-3333-4444-555555555555"))
    let found = Recognition(
      ForeignText(
        """
        Request ID
        6d46355c-4817-446f-b52a-ae105a940100
        Sign-in error code
        50105
        Application
        Nexetic Backup
        Application ID
        \(Self.ours)
        Home tenant ID
        \(home)
        """))
    #expect(found.errors.map(\.code) == [50105])
    #expect(found.subject == .ours)
    #expect(found.identifiers.map(\.role) == [.request, .application, .homeTenant])
  }
}
