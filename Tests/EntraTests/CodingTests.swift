import Entra
import Foundation
import Testing

@Suite("What a journal remembers")
struct CodingTests {
  private func again<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
  }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  @Test("comes back the same") func roundTrips() throws {
    let roles: RoleSet = [.owner, .globalAdministrator]
    #expect(try again(roles) == roles)
    let domain = try #require(DomainName("contoso.example"))
    #expect(try again(domain) == domain)
    let name = try #require(UserPrincipalName("Anna@contoso.example"))
    #expect(try again(name).text == name.text)
    let scopes: Scopes = ["openid", "User.Read"]
    #expect(try again(scopes) == scopes)
    let error = SignInError(code: 99_999)
    #expect(try again(error) == error)
    let page = PortalAddress(
      .application(ObjectID(bits: 1), AppID(bits: 2), .users), in: .domain(domain), of: .china)
    #expect(try again(page) == page)
    let link = ConsentLink(for: AppID(bits: 2), in: .id(TenantID(bits: 3)), state: "x")
    #expect(try again(link) == link)
    let principal = ServicePrincipal(
      id: ObjectID(bits: 1), appID: AppID(bits: 2), name: ForeignText("a\u{202E}b"))
    #expect(try again(principal) == principal)
  }

  @Test("is written in words and not in bits") func words() throws {
    #expect(try text([RoleSet([.owner])]) == #"[["owner"]]"#)
    #expect(try text([AppID(bits: 0)]) == #"["00000000-0000-0000-0000-000000000000"]"#)
    #expect(try text([Scopes("B a")]) == #"["a B"]"#)
  }

  @Test("is refused when it was tampered with") func refused() {
    func decodes<Value: Decodable>(_ type: Value.Type, _ text: String) -> Bool {
      (try? JSONDecoder().decode([Value].self, from: Data("[\(text)]".utf8))) != nil
    }
    #expect(decodes(DomainName.self, #""a.example""#))
    #expect(!decodes(DomainName.self, #""a b.example""#))
    #expect(!decodes(UserPrincipalName.self, #""anna""#))
    #expect(!decodes(AppID.self, #""facd4a2d""#))
    #expect(!decodes(RoleSet.self, #"["emperor"]"#))
    #expect(!decodes(Cloud.self, #""moon""#))
  }
}
