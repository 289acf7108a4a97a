import Entra
import Testing

@Suite("Where a tenant is")
struct TenantSiteTests {
  private let app = ApplicationProfile.nexeticBackup.appID
  private let tenant = TenantReference.id(TenantID(bits: 0x0D9C_7B6A))
  private static let simulator = TenantSite.loopback("http://127.0.0.1:8080")

  @Test("decides where consent is given")
  func consent() {
    for cloud in Cloud.allCases {
      let link = TenantSite.cloud(cloud).consentLink(for: app, in: tenant)
      #expect(link.hasPrefix("https://\(cloud.loginHost)/"))
      #expect(TenantSite.cloud(cloud).promptLink(for: app, in: tenant) == nil)
    }
    #expect(
      Self.simulator.consentLink(for: app, in: tenant)
        == "http://127.0.0.1:8080/00000000-0000-0000-0000-00000d9c7b6a/adminconsent?client_id=\(app)"
    )
    #expect(
      Self.simulator.promptLink(for: app, in: tenant)
        == "http://127.0.0.1:8080/00000000-0000-0000-0000-00000d9c7b6a/oauth2/v2.0/authorize"
        + "?client_id=\(app)&prompt=consent")
  }

  @Test(
    "is read as it was written",
    arguments: Cloud.allCases.map { TenantSite.cloud($0) } + [simulator])
  func written(_ site: TenantSite) {
    #expect(TenantSite(site.description) == site)
    #expect(TenantSite("somewhere") == nil)
  }
}
