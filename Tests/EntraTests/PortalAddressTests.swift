import Entra
import Testing

@Suite("A portal address")
struct PortalAddressTests {
  private static let object = ObjectID(bits: 0x5B2F_6C1E_0A3D_4E57_9C11_2F8D_4B7A_9E01)
  private static let app = ApplicationProfile.nexeticBackup.appID
  private static let id = TenantID(bits: 0x0D9C_7B6A_1111_4222_8333_9444_5556_6677)

  private static let pages: [PortalAddress.Page] =
    PortalAddress.Tab.allCases.map { .application(object, app, $0) }
    + [.applications, .userConsent, .registration(app), .registration(nil), .elsewhere]
  private static let clouds: [Cloud] = [.global, .usGovernment, .china]

  @Test("that is made is read back the same", arguments: pages, clouds)
  func roundTrip(_ page: PortalAddress.Page, _ cloud: Cloud) throws {
    let domain = try #require(DomainName("contoso.example"))
    for tenant in [nil, TenantReference.id(Self.id), .domain(domain)] {
      let made = PortalAddress(page, in: tenant, of: cloud)
      #expect(PortalAddress(made.address) == made, "\(made)")
      #expect(PortalAddress(String(made.address.dropFirst(8))) == made)
      #expect(made.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  @Test("is exactly what the portal opens") func exact() {
    #expect(
      PortalAddress(.application(Self.object, Self.app, .users)).address
        == "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Users"
        + "/objectId/\(Self.object)/appId/\(Self.app)")
    #expect(
      PortalAddress(.applications, in: .id(Self.id)).address
        == "https://entra.microsoft.com/\(Self.id)/#view/Microsoft_AAD_IAM"
        + "/StartboardApplicationsMenuBlade/~/AppAppsPreview")
  }

  @Test(
    "is read in its older forms",
    arguments: [
      "https://portal.azure.com/#blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Overview/objectId/O"
        + "/appId/A",
      "https://portal.azure.com/#@contoso.example/blade/Microsoft_AAD_IAM/ManagedAppMenuBlade"
        + "/Overview/appId/A/objectId/O",
      "entra.microsoft.com/?feature.x=y#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview"
        + "/objectId/O/appId/A/preferredSingleSignOnMode~/null/servicePrincipalType/Application",
      "https://ENTRA.microsoft.com/#VIEW/microsoft_aad_iam/managedappmenublade/~/overview"
        + "/objectid/O/appid/A",
      "https://aad.portal.azure.com/#blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Unheard/objectId"
        + "/O/appId/A",
    ])
  func olderForms(_ template: String) throws {
    let text = String(
      template.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0 == "O" ? "\(Self.object)" : $0 == "A" ? "\(Self.app)" : String($0) }
        .joined(separator: "/"))
    let address = try #require(PortalAddress(text))
    #expect(address.page == .application(Self.object, Self.app, .overview))
    #expect(address.objectID == Self.object && address.appID == Self.app)
  }

  @Test("of the app registration is not taken for the enterprise application")
  func registration() throws {
    let text =
      "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade"
      + "/~/Overview/appId/\(Self.app)/isMSAApp~/false"
    let address = try #require(PortalAddress(text))
    #expect(address.page == .registration(Self.app))
    #expect(address.objectID == nil)
  }

  @Test(
    "is not another site's",
    arguments: [
      "", "https://", "https://example.com/#view", "https://entra.microsoft.com.example/#view",
      "http s://entra.microsoft.com", "https://entra.microsoft.com/\u{1B}[2J",
      "https://user@entra.microsoft.com/", "ftp://entra.microsoft.com/",
    ])
  func otherSites(_ text: String) { #expect(PortalAddress(text) == nil) }

  @Test("is not longer than any") func tooLong() {
    let text = "https://entra.microsoft.com/" + String(repeating: "x", count: 5000)
    #expect(PortalAddress(text) == nil)
  }
}
