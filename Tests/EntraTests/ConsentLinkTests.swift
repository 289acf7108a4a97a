import Entra
import Testing

@Suite("A consent link")
struct ConsentLinkTests {
  private let app = ApplicationProfile.nexeticBackup.appID
  private let tenant = TenantReference.id(TenantID(bits: 0x0D9C_7B6A))

  @Test("for everything registered needs nothing but tenant and application")
  func everything() {
    #expect(
      ConsentLink(for: app, in: tenant).address
        == "https://login.microsoftonline.com/00000000-0000-0000-0000-00000d9c7b6a/adminconsent"
        + "?client_id=facd4a2d-cbd2-4095-bfa8-ac9c819f843e")
  }

  @Test("names domain, redirect and state, encoded") func encoded() throws {
    let domain = try #require(DomainName("Contoso.Example"))
    let link = ConsentLink(
      for: app, in: .domain(domain), of: .china, redirect: "https://a.example/x?y=ü&z",
      state: "a b\r\n\u{1B}[2J")
    #expect(
      link.address
        == "https://login.partner.microsoftonline.cn/contoso.example/adminconsent"
        + "?client_id=\(app)&redirect_uri=https%3A%2F%2Fa.example%2Fx%3Fy%3D%C3%BC%26z"
        + "&state=a%20b%0D%0A%1B%5B2J")
  }

  @Test("to certain scopes names them") func scopes() {
    let link = ConsentLink(
      to: ["https://graph.microsoft.com/.default"], for: app, in: tenant,
      redirect: "https://a.example")
    #expect(link.address.contains("/v2.0/adminconsent?"))
    #expect(link.address.contains("&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&"))
  }

  @Test("to the ordinary prompt asks for it again") func prompt() {
    let link = ConsentLink(
      askingAgainFor: app, in: .organizations, scopes: ["openid", "User.Read"],
      redirect: "https://a.example")
    #expect(
      link.address
        == "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=\(app)"
        + "&response_type=code&scope=openid%20User.Read&redirect_uri=https%3A%2F%2Fa.example"
        + "&prompt=consent")
  }

  @Test("lets nothing through but what an address is made of, whatever it is given")
  func everyByte() {
    for value in UInt8(0)...127 {
      let character = Character(Unicode.Scalar(value))
      let link = ConsentLink(for: app, in: tenant, state: String(character))
      let state = link.address.split(separator: "=").last ?? ""
      let isKept = character.isLetter || character.isNumber || "-._~".contains(character)
      #expect(state.utf8.count == (isKept ? 1 : 3))
      #expect(link.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  @Test("is recognised when it is pasted back") func pastedBack() {
    let found = Recognition(ForeignText(ConsentLink(for: app, in: tenant).address))
    #expect(found.subject == .ours)
    #expect(found.tenants == [TenantID(bits: 0x0D9C_7B6A)])
    #expect(found.cloud == .global)
  }
}

@Suite("A tenant in an address")
struct TenantReferenceTests {
  @Test("is an ID, a domain or any organization") func read() {
    let id = TenantID(bits: 5)
    #expect(TenantReference("\(id)") == .id(id))
    #expect(TenantReference("Contoso.example")?.description == "contoso.example")
    #expect(TenantReference("Organizations") == .organizations)
  }

  @Test("is never everybody's", arguments: ["common", "consumers", "", "contoso"])
  func refused(_ text: String) { #expect(TenantReference(text) == nil) }
}
