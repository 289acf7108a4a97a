import Entra
import Testing

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
