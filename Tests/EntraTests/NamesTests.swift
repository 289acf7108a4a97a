import Entra
import Testing

@Suite("A domain")
struct DomainNameTests {
  @Test(
    "is read in lower case",
    arguments: [
      ("contoso.example", "contoso.example"), ("CONTOSO.Example", "contoso.example"),
      ("a.b", "a.b"), ("1.example", "1.example"),
      ("xn--mller-kva.example", "xn--mller-kva.example"),
      ("contoso.onmicrosoft.com", "contoso.onmicrosoft.com"),
    ])
  func read(_ text: String, _ name: String) { #expect(DomainName(text)?.text == name) }

  @Test(
    "is refused in any other shape",
    arguments: [
      "", ".", "contoso", ".example", "contoso.", "a..b", "-a.example", "a-.example", "a_b.example",
      "a b.example", "müller.example", "a.example\n", "1.2.3.4", "a@b.example", "\u{212A}.example",
      "a.example.",
    ])
  func refused(_ text: String) { #expect(DomainName(text) == nil) }

  @Test("has labels of 63 bytes and 253 in all, and no more") func limits() {
    let label = String(repeating: "a", count: 63)
    #expect(DomainName("\(label).example") != nil)
    #expect(DomainName("a\(label).example") == nil)
    let longest = "\(label).\(label).\(label).\(String(repeating: "a", count: 61))"
    #expect(longest.utf8.count == 253 && DomainName(longest) != nil)
    #expect(DomainName("\(longest)a") == nil)
  }
}

@Suite("A user principal name")
struct UserPrincipalNameTests {
  @Test(
    "is read with what Entra allows",
    arguments: [
      "anna@contoso.example", "Anna.Berg@Contoso.example", "o'hara@contoso.example",
      "a_b-c!d~e^f@contoso.example", "1@contoso.example",
    ])
  func read(_ text: String) {
    let name = UserPrincipalName(text)
    #expect(name?.text == text)
    #expect(name?.isGuest == false)
    #expect(name == UserPrincipalName(text.uppercased()))
    #expect(name?.hashValue == UserPrincipalName(text.uppercased())?.hashValue)
  }

  @Test("of a guest holds two addresses") func guest() throws {
    let name = try #require(
      UserPrincipalName("ben+x_partner.example#EXT#@contoso.example"))
    #expect(name.isGuest)
    #expect(name.local == "ben+x_partner.example#EXT#")
    #expect(name.domain.text == "contoso.example")
    #expect(UserPrincipalName("ben_partner.example#ext#@contoso.example")?.isGuest == true)
  }

  @Test(
    "is refused in any other shape",
    arguments: [
      "", "@", "anna", "anna@", "@contoso.example", "anna@contoso", "a@b@contoso.example",
      "anna berg@contoso.example", "ånna@contoso.example", ".anna@contoso.example",
      "anna.@contoso.example", "anna@contoso.example ", "an\u{0}na@contoso.example",
      "anna\u{200B}@contoso.example", "<anna@contoso.example>",
    ])
  func refused(_ text: String) { #expect(UserPrincipalName(text) == nil) }

  @Test("orders by letters, not by case") func order() throws {
    let names = ["b@c.example", "A@c.example", "a@b.example"].compactMap { UserPrincipalName($0) }
    #expect(names.sorted().map(\.text) == ["a@b.example", "A@c.example", "b@c.example"])
  }
}

@Suite("Scopes")
struct ScopesTests {
  @Test("are compared as sets, ignoring case") func equality() {
    #expect(Scopes("User.Read  openid\n") == ["OPENID", "user.read", "openid"])
    #expect(Scopes("").isEmpty && Scopes(" ").isEmpty)
    #expect("\(Scopes("User.Read openid"))" == "openid User.Read")
  }

  @Test("cover what they hold and name what they lack") func covering() {
    let (few, many): (Scopes, Scopes) = (["openid"], ["openid", "User.Read"])
    #expect(many.covers(few) && !few.covers(many) && few.covers([]))
    #expect(few.lacking(many) == ["user.read"] && many.lacking(few).isEmpty)
    #expect(few.union(["user.read"]) == many)
  }
}
